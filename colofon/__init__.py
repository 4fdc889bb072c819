"""Colofón: one Markdown master in, every edition out, and proof that they say the same thing."""

VERSION = "0.1.0"
