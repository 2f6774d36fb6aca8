"""The parts of the residual scan; they import nothing of the engine they check."""
