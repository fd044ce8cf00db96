"""A form for each question that has a record, so that it is answered in the page.

A question of the text is an admonition with a class `ask-NAME`; an exercise on paper is
known by the judge that its cell calls. The form stands before the fold with the hint or
the answer, hidden until a script is there. What the script judges by are the records
themselves, written as data: one script a chapter, and one that lists all questions.
"""

import json
import re
from html import escape
from itertools import chain
from pathlib import Path

from docutils import nodes
from sphinx.util import logging
from sphinx_exercise.nodes import exercise_enumerable_node, solution_node

from xcorr_helpers import checks
from xcorr_helpers.checks import PaperExercise

LOGGER = logging.getLogger(__name__)
DATA = Path("_static", "questions")
ASK = re.compile(r"ask-([a-z0-9-]+)")
JUDGE = re.compile(r"\bchecks\.(\w+)\(")
SCRIPTS = ("read", "judge", "form")
FORM = """\
<form class="ask d-print-none" data-ask="{name}" data-records="{records}" hidden>
{field}<button type="submit">Check</button>
<p class="ask-reply" id="reply-{name}" role="status"></p>
</form>
"""
FIELD = """\
<label for="{id}">Your answer, {what}:</label>
<input id="{id}" type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
 inputmode="{keys}" placeholder="{example}" aria-describedby="reply-{name}">
"""


def boxes(doctree):
    """Yield each question's box, and the name of its record."""
    exercise = None
    for node in doctree.findall(nodes.Element):
        if isinstance(node, exercise_enumerable_node):
            exercise = node
        elif isinstance(node, solution_node):
            exercise = None
        elif node.get("nb_element") == "cell_code_source" and exercise:
            judge = JUDGE.search(node.astext())
            if judge and isinstance(record_of(judge[1]), PaperExercise):
                yield exercise, judge[1]
            exercise = None
        for found in filter(None, map(ASK.fullmatch, node.get("classes", ()))):
            yield node, found[1].replace("-", "_")


def record_of(name):
    """Return the record of a question or an exercise, or None."""
    try:
        return checks._record(name)
    except ValueError:
        return None


def add_forms(app, doctree):
    env, docname = app.env, app.env.docname
    names = []
    for box, name in list(boxes(doctree)):
        record, content = record_of(name), content_of(box)
        if problem := problem_of(record, content):
            LOGGER.warning("the question %s %s", name, problem, location=box)
            continue
        env.note_dependency(checks._module(name).__file__)
        if not box["ids"]:
            box["ids"].append(nodes.make_id(f"ask-{name}"))
        folds = [place for place, part in enumerate(content) if is_fold(part)]
        place = folds[0] if folds else len(content)
        content.insert(place, nodes.raw("", form(record), format="html"))
        names.append(name)
    if names:
        # What is kept here, Sphinx forgets when the page is read anew.
        env.metadata[docname]["questions"] = names


def content_of(box):
    is_exercise = isinstance(box, exercise_enumerable_node)
    return box.next_node(nodes.section) if is_exercise else box


def is_fold(node):
    return node.get("design_component") == "dropdown"


def is_form(node):
    return isinstance(node, nodes.raw) and 'class="ask ' in node.astext()


def problem_of(record, content):
    """Say why a question cannot be answered in the page, if it cannot."""
    if not isinstance(record, PaperExercise):
        return "has no record"
    lists = [len(part) for part in content if isinstance(part, nodes.enumerated_list)]
    if record.choices and lists != [record.choices]:
        return f"needs a numbered list of {record.choices} choices"
    return None


def form(record):
    return FORM.format(
        name=record.name,
        records=file_of(record.name),
        field="" if record.choices else field(record),
    )


def field(record):
    what, _, example = record.asked.partition(", as in ")
    # A telephone's digits have neither commas nor a minus.
    values = [record.answer, *record.mistakes]
    digits = all(isinstance(value, int) and value >= 0 for value in values)
    return FIELD.format(
        id=f"answer-{record.name}",
        name=record.name,
        what=what,
        example=escape(example or "123"),
        keys="numeric" if digits else "text",
    )


def file_of(name):
    """Name the script with a record: that of its chapter."""
    return checks._module(name).__name__.rpartition(".")[2].rpartition("_")[0]


def as_data(record):
    return {
        "answer": record.answer,
        "asked": record.asked,
        "axes": record.axes,
        "positions": record.positions,
        "listed": record.listed,
        "mistakes": list(record.mistakes.items()),
    }


def write_records(app, env):
    """Write the scripts before the pages, whose links to them hold their checksums."""
    pages = {
        docname: env.metadata[docname]["questions"]
        for docname in sorted(env.found_docs)
        if "questions" in env.metadata[docname]
    }
    scripts = {"list": f"xcorrQuestions.pages = {as_json(pages)};\n"}
    for name in chain.from_iterable(pages.values()):
        data = as_json(as_data(record_of(name)))
        line = f"xcorrQuestions.records.{name} = {data};\n"
        scripts[file_of(name)] = scripts.get(file_of(name), "") + line
    folder = Path(app.outdir) / DATA
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in scripts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


def as_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load_scripts(app, pagename, templatename, context, doctree):
    if 'class="ask ' in context.get("body", ""):
        for script in SCRIPTS:
            app.add_js_file(f"questions/{script}.js", defer="defer")


def setup(app):
    app.connect("doctree-read", add_forms)
    app.connect("env-updated", write_records)
    app.connect("html-page-context", load_scripts)
    app.add_css_file("questions/questions.css")
    for script in ("progress", "list", "marks"):
        app.add_js_file(f"questions/{script}.js", defer="defer")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
