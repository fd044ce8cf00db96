"""How fast `correlate` is, beside the other ways to compute the same (`make bench`)."""
