"""In a kernel a figure is shown by its bundle alone, and nobody waits for nbformat."""

import nbclient
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tools.built_book import MIME_TYPE

FIGURE = "import plotly.graph_objects as go\ngo.Figure(go.Bar(y=[1, 2]))"
OURS = f"from xcorr_helpers import figures\n{FIGURE}"


def outputs_in_a_kernel(*cells):
    notebook = new_notebook(cells=[new_code_cell(cell) for cell in cells])
    nbclient.execute(notebook, allow_errors=True)
    return [cell.outputs for cell in notebook.cells]


@pytest.mark.parametrize(
    "variable", ["", pytest.param("VSCODE_PID=1", marks=pytest.mark.thorough)]
)
def test_it_is_the_bundle_that_plotly_shows(variable, monkeypatch):
    """As in JupyterLab, and in VS Code."""
    if variable:
        monkeypatch.setenv(*variable.split("="))
    (theirs,), (ours,) = outputs_in_a_kernel(FIGURE, OURS)
    assert theirs == ours and list(ours.data) == [MIME_TYPE]
    assert ours.data[MIME_TYPE]["data"] == [{"type": "bar", "y": [1, 2]}]


def test_without_nbformat_plotly_refuses_and_the_package_shows_figures():
    """As in a browser, of which the kernel here has but the name."""
    without = "import sys\nsys.platform = 'emscripten'\nsys.modules['nbformat'] = None"
    _, (shown,), refused = outputs_in_a_kernel(without, OURS, "go.Figure().show()")
    assert MIME_TYPE in shown.data
    assert "requires nbformat" in str(refused)


def test_nbformat_is_not_imported():
    shown, (printed,) = outputs_in_a_kernel(
        OURS, "import sys\nprint('nbformat' in sys.modules)"
    )
    assert shown and printed.text == "False\n"


@pytest.mark.thorough
def test_where_plotly_has_a_way_of_its_own_it_is_left_alone(monkeypatch):
    monkeypatch.setenv("COLAB_NOTEBOOK_ID", "1")
    ((shown,),) = outputs_in_a_kernel(OURS)
    assert "text/html" in shown.data
