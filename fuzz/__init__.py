"""Feed the readers of data files with mutated files, by the million: `make fuzz`."""
