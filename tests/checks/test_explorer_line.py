"""A report ends in the explorer's settings for the case that failed, if it has any."""

import numpy as np

import xcorr_helpers as xh
from xcorr_helpers import checks
from xcorr_helpers.checks import _explorer, _judge
from xcorr_helpers.checks._explorer import explorer_line


def line(judge, function):
    exercise = checks._record(judge)
    outcome_and_arguments = _judge._called(exercise, function, 0)
    return explorer_line(exercise, _judge._tried(exercise, 0, *outcome_and_arguments))


def test_it_names_the_case_the_place_and_the_positions_that_came():
    def shifted(image_shape, kernel_shape):
        index = xh.correlation_indices(image_shape, kernel_shape)
        index[3, 2] += 1
        return index

    toy = "explorer: book/explorer.html#h=5&w=9&kh=2&kw=3"
    assert line("correlation_indices", shifted) == (
        f"{toy}&panel=index&cell=20&read=3,4,6,12,13,14"
    )
    assert line("correlate_image", lambda image, kernel: np.ones((4, 7))) == (
        f"{toy}&kernel=1,0,-1,2,1,0&cell=0"
    )
    assert line("correlate_image", lambda image, kernel: np.ones((7, 4))) == (
        f"{toy}&kernel=1,0,-1,2,1,0"
    )


def test_the_address_is_full_where_the_book_says_where_it_lies(tmp_path, monkeypatch):
    config = tmp_path / "_config.yml"
    monkeypatch.setattr(_explorer, "_CONFIG", config)
    within = "explorer: book/explorer.html#h=5"
    config.write_text("html:\n  # baseurl: https://example.org\n  favicon: a\n")
    assert line("window_index", len).startswith(within)
    for written in ("https://example.org/it/", '"https://example.org/it"'):
        config.write_text(f"html:\n  baseurl: {written}  # published\n")
        full = "explorer: https://example.org/it/book/explorer.html#h=5"
        assert line("window_index", len).startswith(full)


def test_what_the_explorer_cannot_show_is_not_named():
    assert line("softmax", lambda scores: scores) == ""
    exercise = checks._record("window_index")
    large = next(n for n, (shape, _) in enumerate(exercise.cases) if max(shape) > 28)
    tried = _judge._called(exercise, lambda image_shape, kernel_shape: [0], large)
    assert explorer_line(exercise, _judge._tried(exercise, large, *tried)) == ""
