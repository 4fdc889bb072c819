"""Finished files -> what a reader of them sees, with code that made none of them."""
