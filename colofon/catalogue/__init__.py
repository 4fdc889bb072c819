"""What a reader lands on: published works as a page, and as feeds for reading apps."""
