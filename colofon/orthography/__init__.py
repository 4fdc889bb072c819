"""Rules of orthotypography over the words of a master: one file for each family."""
