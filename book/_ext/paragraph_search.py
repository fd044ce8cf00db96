"""Let readers search for a paragraph, in place of Sphinx's search for a page.

Each paragraph, row, cell of code and heading gets an id; one script of data holds them
all by page and section, for `search.js` to look through. Pages opened from disk may
load scripts, but fetch nothing. Solutions are left out, since a search gives none away,
and the folded code of figures, but not their captions.
"""

import json
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.util.nodes import clean_astext
from sphinx_design.dropdown import dropdown_title

DATA = Path("_static", "search", "passages.js")
BEGIN, END = "bookPassages(", ");\n"
TITLE, TERM, TEXT, CODE, OUTPUT = range(5)  # as search.js weighs them
SHORTEST = 3  # words of a paragraph
LONGEST = 400  # characters of an output: the rest is numbers
SOLUTION, FOLDED_CODE = "solution", "tag_hide-input"
COPY = "question-copy"  # of what stands, and is found, in a chapter
EXPLAINED = (nodes.definition_list_item, addnodes.desc)
PASSAGES = (
    nodes.caption,
    nodes.literal_block,
    nodes.paragraph,
    nodes.row,
    nodes.term,
    nodes.title,
    addnodes.desc_signature,
    dropdown_title,
)


def collect(app, doctree, docname):
    if app.builder.format == "html":
        number = app.env.toc_secnumbers.get(docname, {}).get("", ())
        app.passages[docname] = passages(doctree, "".join(f"{n}. " for n in number))


def passages(doctree, number):
    """Describe a page: its sections, and what each says, all with their ids.

    The number of a chapter stands before its title, in the first section's name.
    """
    sections, found, seen = [], [], set()
    for node in doctree.findall(lambda node: isinstance(node, PASSAGES)):
        section = ancestor(node, nodes.section)
        kind = kind_of(node)
        if section is None or kind is None:
            continue
        if kind == TITLE:
            sections.append(("" if sections else number) + clean_astext(node))
        here = len(sections) - 1
        text = text_of(node, kind)
        is_short = kind == TEXT and len(text.split()) < SHORTEST
        if text and not is_short and (here, text) not in seen:
            seen.add((here, text))
            found.append((here, anchor(node, len(found)), kind, text))
    return {"sections": sections, "passages": found}


def kind_of(node):
    """Tell what a passage is, or None if it is part of another, or not to be found."""
    kinds = {nodes.term: TERM, addnodes.desc_signature: TERM}
    around = (nodes.row, nodes.term, nodes.thead, nodes.caption)
    if ancestor(node, around) or is_meaning(node) or is_not_shown(node):
        return None
    if isinstance(node, (nodes.title, dropdown_title)):
        is_aside = "aside" in node.parent["classes"]
        return TITLE if is_aside or isinstance(node.parent, nodes.section) else None
    if isinstance(node, nodes.literal_block):
        return OUTPUT if "output" in node["classes"] else CODE
    return kinds.get(type(node), TEXT)


def text_of(node, kind):
    """Return the text; a term's or a function's goes on with what it means."""
    if kind >= CODE:
        text = "\n".join(filter(str.strip, node.astext().splitlines()))
        return text if kind == CODE else text[:LONGEST]
    text = one_line(node)
    explained = ancestor(node, EXPLAINED) if kind == TERM else None
    meaning = next(explained.findall(is_meaning), None) if explained else None
    return f"{text}\n{one_line(meaning)}" if meaning else text


def one_line(node):
    return " ".join(clean_astext(node).split())


def is_meaning(node):
    return (
        isinstance(node, nodes.paragraph)
        and isinstance(node.parent, (nodes.definition, addnodes.desc_content))
        and node.parent[0] is node
    )


def is_not_shown(node):
    is_caption = isinstance(node, nodes.caption)
    hidden = {SOLUTION} if is_caption else {SOLUTION, FOLDED_CODE, COPY}
    while node is not None and hidden.isdisjoint(node.get("classes", ())):
        node = node.parent
    return node is not None


def ancestor(node, kind):
    while (node := node.parent) is not None:
        if isinstance(node, kind):
            return node
    return None


def anchor(node, number):
    """Return the id by which a passage is linked, giving it one if it has none."""
    if isinstance(node, (nodes.title, dropdown_title, nodes.caption)) or (
        # The first paragraph of an item stands for it: it may have no tag of its own.
        isinstance(node.parent, (nodes.list_item, nodes.definition, nodes.field_body))
        and node.parent[0] is node
    ):
        node = node.parent
    if not node["ids"]:
        node["ids"].append(f"p{number}")
    return node["ids"][-1]


def begin(app):
    app.passages = {}
    app.builder.search = False  # Sphinx's own, which would make an index of its own


def search_page(app):
    yield "search", {}, "search.html"


def write(app, exception):
    """Write what was found; of pages that were not built again, what was known."""
    if exception is not None or app.builder.name != "html":
        return
    path = Path(app.outdir) / DATA
    known = {}
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        known = json.loads(text.removeprefix(BEGIN).removesuffix(END))
    known |= app.passages
    order = [docname for docname in reading_order(app.env) if docname in known]
    text = json.dumps(
        {docname: known[docname] for docname in order},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{BEGIN}{text}{END}", encoding="utf-8")


def reading_order(env):
    first = env.config.root_doc
    return [first, *(docname for docname in sorted(env.found_docs) if docname != first)]


def setup(app):
    app.connect("builder-inited", begin)
    # After all that changes what a page says.
    app.connect("doctree-resolved", collect, priority=900)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", write)
    app.add_css_file("search/search.css")
    app.add_js_file("search/search.js", defer="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": False}
