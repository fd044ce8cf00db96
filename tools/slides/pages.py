"""The pages of a session: its slides for reveal.js, and its notes to be printed."""

import html
import re
from itertools import count

import yaml

from .. import built_book
from . import myst, parts

SLIDES = """<!DOCTYPE html>
<html lang="en" data-theme="light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="_static/favicon.svg">
<link rel="stylesheet" href="_static/reset.css">
<link rel="stylesheet" href="_static/reveal.css">
<link rel="stylesheet" href="_static/figures.css">
<link rel="stylesheet" href="_static/slides.css">
<style>{colours}</style></head>
<body><main><div class="reveal"><div class="slides">
{slides}
</div></div></main>
{scripts}
</body></html>
"""
SLIDE = """<section{classes}><div class="slide">
<{heading}>{title}</{heading}>
{say}<div class="parts">
{parts}
</div>
<footer>{footer}</footer></div>
<aside class="notes">{notes}</aside></section>"""
NOTES = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Notes: {title}</title>
<link rel="icon" href="_static/favicon.svg">
<link rel="stylesheet" href="_static/notes.css"></head>
<body><main><h1>{title}</h1>
{notes}
</main></body></html>
"""
INDEX = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Slides</title>
<link rel="icon" href="_static/favicon.svg">
<link rel="stylesheet" href="_static/notes.css"></head>
<body><main><h1>Slides</h1>
<p>Arrow keys or space go on; <kbd>S</kbd> opens the speaker's view with the notes,
<kbd>F</kbd> fills the screen, <kbd>O</kbd> shows all slides, <kbd>?</kbd> lists all
keys. What a cell prints comes with the next key, after the class has guessed it.
<kbd>Esc</kbd> leaves a slider, whose own keys are the arrows.</p>
<ul>
{entries}
</ul></main></body></html>
"""
SCRIPTS = ("plotly.min.js", "figure_colours.js", "figure_controls.js", "figure_fit.js")
MATHJAX = "tex-svg-full.js"
HEADING = re.compile(r"<(/?)h3>")


def title(session):
    return f"Session {session.number}: {session.title}"


def slides(session):
    """Return the page with the slides of a session."""
    shown = "\n".join([front(session), *map(one, session.slides, session.notes)])
    scripts = ["reveal.js", "notes.js", *SCRIPTS, "slides.js"]
    if 'class="formula"' in shown:
        scripts.append(MATHJAX)
    return SLIDES.format(
        title=title(session),
        slides=shown,
        colours=parts.FORMATTER.get_style_defs(".code"),
        scripts="\n".join(f'<script src="_static/{s}"></script>' for s in scripts),
    )


def front(session):
    """Return the first slide: which chapters, and for the speaker the plan."""
    chapters = dict.fromkeys(slide.page for slide in session.slides)
    names = "".join(f"<li>{heading(page)}</li>" for page in sorted(chapters))
    plan = "".join(
        f"<li>{row.minutes} minutes: {plain(row.what)} ({plain(row.where)})</li>"
        for row in session.rows
    )
    return SLIDE.format(
        classes=' class="front"',
        heading="h1",
        title=title(session),
        say="",
        parts=f"<ul>{names}</ul>",
        footer=book(),
        notes=f"<ol>{plan}</ol>",
    )


def one(slide, said):
    say = f'<p class="say">{myst.MARKDOWN.renderInline(slide.say)}</p>\n'
    return SLIDE.format(
        classes="",
        heading="h2",
        title=myst.MARKDOWN.renderInline(slide.title),
        say=say if slide.say else "",
        parts="\n".join(slide.parts),
        footer=heading(slide.page),
        notes=said,
    )


def notes(session):
    """Return the page with the notes of a session, row by row of the teacher's plan."""
    pieces, row = [], None
    for number, slide, said in zip(count(2), session.slides, session.notes):
        if slide.row != row:
            row = slide.row
            plan = session.rows[row[1] - 1]
            pieces.append(f"<h2>{plan.minutes} minutes: {plain(plan.what)}</h2>")
        name = myst.MARKDOWN.renderInline(slide.title)
        words = HEADING.sub(r"<\1h4>", said)
        pieces.append(f"<section><h3>{number}. {name}</h3>\n{words}</section>")
    return NOTES.format(title=title(session), notes="\n".join(pieces))


def index(sessions, has_pdf):
    entries = []
    for session in sessions:
        n = session.number
        pdf = (
            f', <a href="session_{n}.pdf">{title(session)}: PDF</a>' if has_pdf else ""
        )
        entries.append(
            f'<li><a href="session_{n}.html">{title(session)}</a>, '
            f'<a href="session_{n}_notes.html">its notes</a>{pdf}</li>'
        )
    return INDEX.format(entries="\n".join(entries))


def heading(page):
    """Return the title of a page, and of a chapter its number."""
    found = re.search("^# (.*)$", built_book.markdown(page), re.MULTILINE)
    number = re.match(r"book/(\d+)_", page)
    return f"{int(number[1])} &nbsp;{found[1]}" if number else found[1]


def book():
    """Return the title of the book, as its settings have it."""
    settings = (built_book.ROOT / "_config.yml").read_text(encoding="utf-8")
    return html.escape(yaml.safe_load(settings)["title"])


def plain(text):
    """Take a paragraph out of its tags."""
    return text.strip().removeprefix("<p>").removesuffix("</p>")
