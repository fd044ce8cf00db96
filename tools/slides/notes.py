"""What the speaker reads beside a slide: the chapter's words, and the answers."""

from xcorr_helpers import checks
from xcorr_helpers.checks import PaperExercise

from . import myst, parts

FOLDS = {"Answer": "The answer", "Hint": "A hint"}
MOST = 6  # wrong answers: a speaker has no time for more


def of_slide(cells):
    """Return the notes of a slide, as HTML: of its cells, each with the one before."""
    texts = []
    for before, cell in cells:
        near = before if cell["cell_type"] == "code" else cell
        if near and near["cell_type"] == "markdown" and near not in texts:
            texts.append(near)
    sources = ["".join(cell["source"]) for cell in texts]
    own = ["".join(c["source"]) for _, c in cells if c["cell_type"] == "markdown"]
    said = [answers(text) for text in own] + [myst.prose(text) for text in sources]
    return "\n".join(filter(None, said))


def answers(text):
    """Return what is folded under the questions of a text, and what may be said."""
    found = []
    for block in parts.asked(text):
        for fold in myst.blocks(block.body):
            if fold.kind == parts.FOLDED:
                title = FOLDS.get(fold.title, fold.title)
                found.append(f"<h3>{title}</h3>\n{myst.html(fold.body)}")
        names = block.options.get("class", "").split()
        for name in (n.removeprefix("ask-") for n in names if n.startswith("ask-")):
            found.append(mistakes(name))
    return "\n".join(found)


def mistakes(name):
    """List wrong answers to a question, and what its judge says to each."""
    record = checks._record(name)
    if not isinstance(record, PaperExercise):
        return ""
    rows = [
        f"<li><b>{shown(wrong)}</b>: {reply}</li>"
        for wrong, reply in list(record.mistakes.items())[:MOST]
    ]
    return "\n".join(["<h3>If they say</h3>", "<ul>", *rows, "</ul>"]) if rows else ""


def shown(wrong):
    return ", ".join(map(str, wrong)) if isinstance(wrong, tuple) else wrong
