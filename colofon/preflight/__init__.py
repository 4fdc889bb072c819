"""A file for the press -> whether a printer will take it, rule by rule."""
