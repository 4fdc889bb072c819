"""ONIX for Books 3.1: what the book trade is told of an edition."""
