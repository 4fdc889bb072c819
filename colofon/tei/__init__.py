"""The TEI P5 file: its header, its text, and how its elements are written."""
