"""How `correlate` and its gradients are fast and small: bands, blocks, threads."""
