"""A PDF of WeasyPrint's -> the file that a printer takes: PDF/X, in the inks of the press."""
