"""Chapter 8 with other numbers in its cell of settings: what its "Try it" promises."""

import contextlib
import io
import re

import numpy as np
import pytest

from tests.book import prose

PAGE = "book/08_train_a_tiny_cnn"
STORED = {"n_kernels": 9, "batch_size": 50, "epochs": 6, "first_step": 0.08}
(SETTINGS,) = [c for c in prose.cells(PAGE) if c.source.startswith("n_kernels, ")]
FIRST_LINES = "n_kernels, batch_size = 9, 50\nepochs, first_step = 6, 0.08\n"


def run(exercises=False, **changes):
    """Run the chapter with other settings; return its variables and what it prints."""
    new = "".join(f"{name} = {value}\n" for name, value in (STORED | changes).items())
    assert SETTINGS.source.startswith(FIRST_LINES)
    variables, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        for number, cell in enumerate(prose.cells(PAGE)):
            if "## Exercises" in cell.source and not exercises:
                break  # one of them trains again
            if cell.kind == "code":
                source = cell.source.replace(FIRST_LINES, new)
                exec(compile(source, f"{PAGE}, cell {number}", "exec"), variables)
    return variables, printed.getvalue()


@pytest.fixture
def alts(monkeypatch):
    """What the figures say of themselves."""
    from xcorr_helpers.figures import images, training

    said = []
    for module in (images, training):
        finish = module.finish

        def noted(figure, alt, *arguments, finish=finish, **options):
            said.append(alt)
            return finish(figure, alt, *arguments, **options)

        monkeypatch.setattr(module, "finish", noted)
    return said


def told(sentence):
    """Find the numbers of a sentence under "Try it"."""
    (text,) = [t for t in prose.texts(PAGE).values() if "Try it" in t]
    return re.search(sentence, text).groups()


def held_out(variables):
    return f"{variables['cnn_right'][-1, 1]:.1f}"


@pytest.mark.weekly
def test_few_kernels_for_one_epoch_in_uneven_batches(alts):
    variables, _ = run(exercises=True, n_kernels=3, epochs=1, batch_size=72)
    assert len(variables["cnn_losses"]) == 56  # and 40 images more in the last ones
    assert variables["cnn"]["kernels"].shape == (3, 5, 5, 1)
    assert all(60 <= len(alt) <= 300 for alt in alts)
    assert any("3 of 5 by 5" in alt for alt in alts)
    assert any("loss over 1 epochs" in alt for alt in alts)


@pytest.mark.weekly
@pytest.mark.parametrize("n_kernels", [3, 16])
def test_other_numbers_of_kernels(alts, n_kernels):
    variables, printed = run(n_kernels=n_kernels)
    size, right = told(
        rf"With {n_kernels} kernels,? (?:the CNN|it) has (\d+) numbers to learn, and "
        r"gets (\d+\.\d) %"
    )
    assert int(size) == sum(value.size for value in variables["cnn"].values())
    assert right == held_out(variables)
    assert all(60 <= len(alt) <= 300 for alt in alts)
    assert f"of {n_kernels}\n" in printed


@pytest.mark.weekly
def test_ten_times_the_step(alts):
    variables, printed = run(first_step=0.8)
    loss, right, positive = told(
        r"loss stays near (\S+), the logarithm of 10.* (\S+) % are right.* (\d+ of \d+)"
    )
    ends = variables["cnn_losses"][-80:].mean()
    np.testing.assert_allclose(ends, np.log(10), atol=0.01)
    assert loss == f"{np.log(10):.2f}" and right == held_out(variables)
    assert f"kernels with a positive bias: {positive}\n" in printed
    maps = variables["cnn_forward"](variables["cnn"], variables["held_images"])[1][1]
    assert maps.max() <= 0, "a ReLU lives"
    assert all(60 <= len(alt) <= 300 for alt in alts)
