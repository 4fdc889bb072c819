"""The semantic page -> the web edition: its head, its notes beside the text, its anchors."""
