"""Detectors of other makers behind our seam: optional, and loaded only when allowed."""
