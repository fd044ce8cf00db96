"""The notebooks in the reader's browser: JupyterLite beside the book (`make live`)."""
