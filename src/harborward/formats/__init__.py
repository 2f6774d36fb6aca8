"""Bytes <-> documents: plain text, JSON lines and CSV, bounded and streamed."""
