"""The claims we prove: one file of this folder for each."""
