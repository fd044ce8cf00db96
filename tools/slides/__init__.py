"""The slides of the four sessions, made of cells that are tagged in the chapters."""
