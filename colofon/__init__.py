"""Colofón: one Markdown master in, every edition out, and proof that they say the same thing."""

VERSION = "0.2.0"
"""Raised whenever the same materials give other bytes: an edition names the one that made it."""

PYTHON = ">=3.11"
"""The Pythons that it runs on, as `requires-python` has it."""
