"""Finished files -> the same files with one damage, by code that shares nothing with readers."""
