"""What is made of all outputs of a work together, and published beside them: one file for each."""
