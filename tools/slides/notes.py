"""What the speaker reads beside a slide: the chapter's words, and the answers."""

from html import escape

from xcorr_helpers import checks
from xcorr_helpers.checks import PaperExercise

from . import myst, parts

FOLDS = {"Answer": "The answer", "Hint": "A hint"}
GOES_ON = "<p>What was said beside the slide before goes on here.</p>"
MOST = 6  # wrong answers: a speaker has no time for more


def of_session(slides):
    """Return the notes of each slide, as HTML; what was told is not told again."""
    told = []
    return [of_slide(slide, told) for slide in slides]


def of_slide(slide, told):
    found = []
    for text, cell, tag in slide.cells:
        if parts.QUESTION in tag.get("show", ()):
            found.append(answers(text))
        found += map(myst.html, parts.captions(cell, tag))
        if text not in told:
            told.append(text)
            found.append(myst.prose(text))
    return "\n".join(filter(None, found)) or GOES_ON


def answers(text):
    """Return what is folded under the questions of a text, and what may be said."""
    found = []
    for block in parts.asked(text):
        for fold in myst.blocks(block.body):
            if fold.kind == parts.FOLDED:
                title = FOLDS.get(fold.title, fold.title)
                found.append(f"<h3>{title}</h3>\n{myst.html(fold.body)}")
        names = block.options.get("class", "").split()
        asked = [name.removeprefix("ask-") for name in names if name[:4] == "ask-"]
        found += map(mistakes, asked)
    return "\n".join(found)


def mistakes(name):
    """List wrong answers to a question, and what its judge says to each."""
    record = checks._record(name)
    if not isinstance(record, PaperExercise):
        return ""
    rows = [
        f"<li><b>{list(wrong) if record.positions else wrong}</b>: {escape(reply)}</li>"
        for wrong, reply in list(record.mistakes.items())[:MOST]
    ]
    return "\n".join(["<h3>If they say</h3>", "<ul>", *rows, "</ul>"]) if rows else ""
