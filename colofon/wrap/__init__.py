"""The cover of the printed book: back, spine and front on one sheet."""
