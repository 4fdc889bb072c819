"""The plain text file: its head, its text in columns, notes and apparatus."""
