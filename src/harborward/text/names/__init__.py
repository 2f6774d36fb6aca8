"""People, organisations and named places: lexical evidence weighed with context."""
