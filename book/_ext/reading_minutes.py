"""Say under the title of a notebook's page how long it takes, measured from the page.

Prose is read at the pace of a text to learn from. A line of code takes six seconds with
what it prints, some three times what its words would in prose: each of them is needed.
A figure is worth half a minute. What is folded is not counted: nobody has to open it.
Exercises stand apart, at five minutes each: that is what it takes to write their few
lines and to ask the judge.
"""

from collections import Counter

from docutils import nodes

WORDS, LINES, FIGURES = 200, 10, 2  # of each, in one minute
EXERCISE = 5  # minutes
STEP = 5  # minutes: to name single ones would claim too much
FOLDED = {"dropdown", "solution", "tag_hide-cell", "tag_remove-cell"}
NO_CODE = {"tag_hide-input", "tag_remove-input"}


def in_sight(node):
    """Count the words, lines of code, figures and exercises that are not folded."""
    classes = set(node.get("classes", ()))
    if classes & FOLDED or node.get("design_component") == "dropdown":
        return Counter()
    if isinstance(node, (nodes.Invisible, nodes.raw)):
        return Counter(figures='class="xp-strip"' in node.astext())
    if isinstance(node, nodes.literal_block):
        lines = [] if "output" in classes else node.astext().splitlines()
        return Counter(lines=sum(bool(line.strip()) for line in lines))
    if isinstance(node, nodes.TextElement):
        words = "".join(node.findall(nodes.Text)).split()
        return Counter(words=len(words), figures=len([*node.findall(nodes.image)]))
    found = Counter(
        exercises="exercise" in classes,
        figures=isinstance(node, nodes.image) or is_part(node, "mime_bundle"),
    )
    for child in node.children:
        if not (classes & NO_CODE and is_part(child, "cell_code_source")):
            found += in_sight(child)
    return found


def is_part(node, name):
    return isinstance(node, nodes.Element) and node.get("nb_element") == name


def measure(app, doctree):
    env, name = app.env, app.env.docname
    if env.doc2path(name).endswith(".ipynb") and name != app.config.root_doc:
        found = in_sight(doctree)
        minutes = found["words"] / WORDS + found["lines"] / LINES
        minutes += found["figures"] / FIGURES
        # What is kept here, Sphinx forgets when the page is read anew.
        env.metadata[name]["reading"] = {
            "minutes": max(STEP, STEP * round(minutes / STEP)),
            "exercises": found["exercises"],
        }


def about(env, name):
    """Tell in words how long a page takes."""
    reading = env.metadata[name]["reading"]
    exercises = EXERCISE * reading["exercises"]
    more = f", and {exercises} for the exercises" if exercises else ""
    return f"About {reading['minutes']} minutes{more}"


def say_under_the_title(app, doctree, docname):
    if "reading" in app.env.metadata[docname]:
        text = about(app.env, docname)
        title = next(doctree.findall(nodes.title))
        # Raw, so that it stays out of what a search or a link's preview shows.
        line = nodes.raw("", f'<p class="reading-minutes">{text}.</p>', format="html")
        title.parent.insert(title.parent.index(title) + 1, line)


def tell_again(app, env, added, changed, removed):
    """The first page names the minutes of all others, so it is read when one is."""
    return [app.config.root_doc] if added | changed | removed else []


def setup(app):
    app.connect("doctree-read", measure)
    app.connect("doctree-resolved", say_under_the_title)
    app.connect("env-get-outdated", tell_again)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
