"""Pages for the teacher: Markdown, as a file that opens with a double click."""

import html
import re

SHELL = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto;
  padding: 0 1rem; overflow-wrap: break-word; }}
h2 {{ margin-top: 2.5rem; }}
table {{ border-collapse: collapse; display: block; overflow-x: auto; }}
th, td {{ border: 1px solid #888; padding: 0.25rem 0.6rem; text-align: left;
  vertical-align: top; }}
pre {{ border: 1px solid #888; padding: 0.6rem; overflow-x: auto; }}
code {{ font-size: 0.9em; }}
@media print {{ body {{ margin: 0; max-width: none; }} h2 {{ break-after: avoid; }}
  tr {{ break-inside: avoid; }} }}
</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def page(title, text):
    """Make a page of Markdown; what looks like HTML in it is shown, not obeyed."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    return SHELL.format(title=html.escape(title), body=reader.render(text))


def table(head, rows):
    """Write a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    cells = (" | ".join(in_cell(cell) for cell in line) for line in lines)
    return "".join(f"| {line} |\n" for line in cells)


def in_cell(text):
    return " ".join(str(text).split()).replace("|", "\\|")


def unlinked(text):
    """Keep the words of links to pages that do not lie here."""
    return LINK.sub(r"\1", text)
