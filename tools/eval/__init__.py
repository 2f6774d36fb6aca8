"""How well the engine finds, measured on gold notes and on notes without identifiers."""
