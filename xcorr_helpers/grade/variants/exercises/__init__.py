"""The paper exercises, one a file: sizes, text, answer and mistakes as formulas."""
