"""What a person asks for, one module each: deidentify, find, score, show, demo, doctor."""
