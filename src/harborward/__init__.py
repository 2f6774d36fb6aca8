"""harborward: de-identify clinical text, and use AI on patient data without leaking it."""
