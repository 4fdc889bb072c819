"""The face of a work: its title and its authors as a picture."""
