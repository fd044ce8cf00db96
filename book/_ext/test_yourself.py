"""`test-yourself`: the questions of all chapters, copied from their pages.

A copy's title leads to the question in its chapter. Without scripts there is no more to
see of it; with them `test_yourself.js` puts those first that were missed.
"""

from docutils import nodes
from questions import boxes, content_of, is_form
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx_exercise.nodes import exercise_subtitle

COPY = "question-copy"  # what is copied is not found twice by a search
HEAD = """\
<div class="ask-progress" hidden><p role="status"></p>
<button type="button">Forget all</button></div>
"""
ASKED_IN_TEXT = "Before you go on"


class all_questions(nodes.General, nodes.Element):
    """Stands for the questions until all pages are read."""


class TestYourself(SphinxDirective):
    def run(self):
        self.env.metadata[self.env.docname]["gathers"] = True
        return [all_questions()]


class CopyQuestions(SphinxPostTransform):
    default_priority = 3  # before references are resolved

    def run(self, **options):
        for place in list(self.document.findall(all_questions)):
            copies = nodes.bullet_list("", *self.copies(), classes=["ask-copies"])
            place.replace_self([nodes.raw("", HEAD, format="html"), copies])
            # Asked when the page is written: it loads its maths only then.
            maths = self.env.get_domain("math").data["has_equations"]
            maths[self.env.docname] = bool(copies.next_node(nodes.math))

    def copies(self):
        for docname in sorted(self.env.found_docs):
            if "questions" in self.env.metadata[docname]:
                doctree = self.env.get_doctree(docname)
                for box, _ in list(boxes(doctree)):
                    yield nodes.list_item("", self.copy(docname, box))

    def copy(self, docname, box):
        here = self.env.docname
        address = self.app.builder.get_relative_uri(here, docname)
        link = nodes.reference(
            "",
            title(self.env, docname, box),
            internal=True,
            refuri=f"{address}#{box['ids'][0]}",
        )
        parts = [part.deepcopy() for part in asked(content_of(box))]
        for node in (node for part in parts for node in part.findall(nodes.Element)):
            node["ids"] = []
            if "refdoc" in node:
                node["refdoc"] = here
        body = [
            nodes.raw("", '<div class="ask-body" hidden>', format="html"),
            *parts,
            nodes.raw("", "</div>", format="html"),
        ]
        classes = ["question", COPY]
        return nodes.admonition("", nodes.title("", "", link), *body, classes=classes)


def asked(content):
    """Yield what stands before the fold: the question, with its form."""
    for part in content:
        if not isinstance(part, nodes.title):
            yield part
        if is_form(part):
            return


def title(env, docname, box):
    """Name a question: its chapter, and its own title, or that of its section."""
    number = env.toc_secnumbers.get(docname, {}).get("", ())
    chapter = f"Chapter {number[0]}" if number else env.titles[docname].astext()
    own = box.next_node(exercise_subtitle) or box.next_node(nodes.title)
    if own.astext() == ASKED_IN_TEXT:
        own = section_of(box).next_node(nodes.title)
    return nodes.Text(f"{chapter}: {own.astext().strip()}")


def section_of(node):
    while not isinstance(node, nodes.section):
        node = node.parent
    return node


def read_again(app, env, added, changed, removed):
    """The page holds what stands on others, so it is read when one of them is."""
    gathers = [name for name in env.found_docs if "gathers" in env.metadata[name]]
    return gathers if added | changed | removed else []


def load_script(app, pagename, templatename, context, doctree):
    if 'class="ask-copies' in context.get("body", ""):
        app.add_js_file("questions/test_yourself.js", defer="defer")


def setup(app):
    app.add_node(all_questions)
    app.add_directive("test-yourself", TestYourself)
    app.add_post_transform(CopyQuestions)
    app.connect("env-get-outdated", read_again)
    app.connect("html-page-context", load_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
