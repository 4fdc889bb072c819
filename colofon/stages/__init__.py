"""What every output is made from: one file of this folder for each stage of the river."""
