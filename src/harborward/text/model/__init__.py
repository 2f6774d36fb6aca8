"""The trained token classifier: features, runtime, decoding."""
