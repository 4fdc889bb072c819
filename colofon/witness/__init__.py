"""A master and its witness: tokens of both, aligned, and each difference explained."""
