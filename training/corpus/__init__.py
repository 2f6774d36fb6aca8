"""Builds the training corpus: invented identifiers in invented and in natural text."""
