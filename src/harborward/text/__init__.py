"""The engine for prose: find, reconcile, replace and verify identifiers."""
