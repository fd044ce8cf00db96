"""How `correlate` and its gradients are fast and small: blocks, strips, threads."""
