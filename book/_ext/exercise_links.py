"""A link at the number of each exercise to itself, to be copied where it is cited.

Sphinx gives headings and figures such a link; exercises are sphinx_exercise's own.
"""

from docutils import nodes
from sphinx_exercise.nodes import exercise_enumerable_node, solution_node


def link_exercises(app, doctree, docname):
    if app.builder.format != "html":
        return
    for exercise in doctree.findall(exercise_enumerable_node):
        link = nodes.reference(
            text=app.config.html_permalinks_icon,
            refid=exercise["ids"][0],
            reftitle="Link to this exercise",
            classes=["headerlink"],
        )
        exercise.next_node(nodes.title).append(link)
    for solution in doctree.findall(solution_node):
        link = solution.next_node(nodes.reference)
        if link is None:
            continue  # there is no such exercise, of which a warning tells
        # Its link to the exercise begins with the space before it.
        space = link.next_node(nodes.Text)
        space.parent.replace(space, nodes.Text(space.lstrip()))
        solution.next_node(nodes.title).insert(1, nodes.Text(" "))


def setup(app):
    app.connect("doctree-resolved", link_exercises)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
