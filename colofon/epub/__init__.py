"""The rooms of the EPUB maker: one for each thing that a book in that format has."""
