"""Mark each cell in which a function is written for a judge, and say how to run it.

Where the live notebooks are beside the book (`make live`), an editor takes its place.
"""

import re
from pathlib import PurePosixPath

from docutils import nodes

# In a cell that looks for a bug, the call waits behind a `#`; an answer on paper is no
# function.
ASKS = re.compile(r"\bchecks\.(\w+)\(my_(?!answer\b)\w+\)")
HOW = "book/intro"
LINE = (
    '<p class="run-instead" data-judge="{judge}">To run this cell on your machine, '
    'take <a href="{notebook}" download>the notebook</a> '
    '(<a href="{how}#how-to-run-it">How to run it</a>).</p>'
)


def mark(app, doctree, docname):
    if app.builder.format != "html" or not docname.startswith("book/"):
        return
    notebook = f"../_sources/{docname}.ipynb"
    how = PurePosixPath(app.builder.get_relative_uri(docname, HOW))
    for cell in doctree.findall(is_cell):
        asked = ASKS.search(cell.next_node(nodes.literal_block).astext())
        if asked:
            text = LINE.format(judge=asked[1], notebook=notebook, how=how)
            cell += nodes.raw("", text, format="html")


def is_cell(node):
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def setup(app):
    app.connect("doctree-resolved", mark)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
