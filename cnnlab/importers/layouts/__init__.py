"""How each source of submissions names its files: one module for each, and the piles they sort them into."""
