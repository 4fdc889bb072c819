"""Every rule, in one module for each subject; they are found by `registry`."""
