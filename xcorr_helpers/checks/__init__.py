"""Judges for the exercises: each tries your function, and tells what it found.

    from xcorr_helpers import checks

    checks.window_index(my_function)

A judge prints one short report. It tries your function on cases that are the same each
time, mostly far from square, and compares with an answer made from the definition.
Where yours differs, it shows the first such case, and names the mistake if it knows one
that would give just these numbers. `checks.show("window_index", my_function)` draws
what your function reads beside what it should.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._exercise import CodeExercise, PaperExercise
from ._judge import judged
from ._patience import Patience
from ._predict import compared
from ._result import Result

if TYPE_CHECKING:
    import plotly.graph_objects as go

_WHERE = {  # the module of each judge's record, read when it is asked for
    "position_of_pixel": "chapter_1_paper",
    "shape_of_gather": "chapter_1_paper",
    "patch_index": "chapter_1_patch",
    "row_and_column": "chapter_1_place",
    "correlate_image": "chapter_2_image",
    "correlation_indices": "chapter_2_index",
    "count_placements": "chapter_2_paper",
    "window_index": "chapter_2_window",
    "apply_kernels": "chapter_3_apply",
    "kernel_matrix": "chapter_3_matrix",
    "shape_of_product": "chapter_3_paper",
    "number_of_mix": "chapter_3_paper",
    "offsets_with_channels": "chapter_4_offsets",
    "position_with_channels": "chapter_4_paper",
    "shape_of_index": "chapter_4_paper",
    "window_with_channels": "chapter_4_window",
    "correlate_batch": "chapter_5_batch",
    "correlate_in_blocks": "chapter_5_blocks",
    "shape_of_gathered": "chapter_5_paper",
    "window_channels_first": "chapter_5_window",
    "conv2d": "chapter_6_conv2d",
    "strided_offsets": "chapter_6_offsets",
    "shape_with_knobs": "chapter_6_paper",
    "impulse_number": "chapter_6_paper",
    "dilated_window": "chapter_6_window",
    "batch_kernel_gradient": "chapter_7_batch",
    "padded_input_gradient": "chapter_7_padded",
    "number_of_visits": "chapter_7_paper",
    "shape_of_scatter": "chapter_7_paper",
    "strided_kernel_gradient": "chapter_7_strided",
    "input_gradient": "chapter_7_to_image",
    "kernel_gradient": "chapter_7_to_kernels",
    "max_pool_backward": "chapter_8_max_pool",
    "mean_pool_backward": "chapter_8_mean_pool",
    "shape_of_pooled": "chapter_8_paper",
    "relu_backward": "chapter_8_relu",
    "softmax": "chapter_8_softmax",
    "bytes_of_windows": "chapter_9_paper",
    "least_seconds": "chapter_9_seconds",
    "mean_share": "chapter_9_share",
    "banded_matrix": "chapter_10_banded",
    "cheapest_t": "chapter_10_cheapest",
    "shape_of_banded": "chapter_10_paper",
    "correlate_in_strips": "chapter_10_strips",
    "strip_width": "chapter_10_width",
    "grouped_correlate": "chapter_11_grouped",
    "window_nd": "chapter_11_nd",
    "groups_read": "chapter_11_paper",
    "transposed_shape": "chapter_11_paper",
    "times_reached": "chapter_11_reached",
    "ungroup": "chapter_11_ungroup",
    "squared_distances": "chapter_12_distances",
    "normalized_scores": "chapter_12_normalized",
    "corner_of_peak": "chapter_12_paper",
    "zero_mean_by_hand": "chapter_12_paper",
    "wrapped_correlation": "chapter_12_wrapped",
    "bfloat16_rounded": "chapter_13_bfloat",
    "blocked_index": "chapter_13_blocked",
    "loads_of_tiles": "chapter_13_paper",
    "position_in_windows": "chapter_13_paper",
    "windows_tile": "chapter_13_tile",
}
# Questions of the text, asked in the built page: they have a record, and no function.
_WHERE_ASKED: dict[str, str] = {
    "positions_of_rectangle": "chapter_1_questions",
    "values_gathered": "chapter_1_questions",
    "test_that_tells": "chapter_1_questions",
    "last_window": "chapter_2_questions",
    "window_of_three_rows": "chapter_2_questions",
    "row_of_index": "chapter_2_questions",
    "weights_of_wider": "chapter_2_questions",
    "shape_of_weights": "chapter_3_questions",
    "place_in_product": "chapter_3_questions",
    "reshape_of_kernels": "chapter_3_questions",
    "kernel_of_one_pixel": "chapter_4_questions",
    "position_in_colour": "chapter_4_questions",
    "window_in_colour": "chapter_4_questions",
    "shape_of_batch_gather": "chapter_5_questions",
    "position_channels_first": "chapter_5_questions",
    "held_by_blocks": "chapter_5_questions",
    "shape_of_strided": "chapter_6_questions",
    "knob_of_window": "chapter_6_questions",
    "field_of_two": "chapter_6_questions",
    "sent_by_placement": "chapter_7_questions",
    "brackets_add": "chapter_7_questions",
    "shape_of_kernel_back": "chapter_7_questions",
    "last_pooling_window": "chapter_8_questions",
    "shares_of_moved": "chapter_8_questions",
    "tie_in_pooling": "chapter_8_questions",
    "lines_that_grow": "chapter_9_questions",
    "under_the_roof": "chapter_9_questions",
    "moves_to_the_right": "chapter_9_questions",
    "strides_of_windows": "chapter_10_questions",
    "end_of_strip": "chapter_10_questions",
    "best_t_of_many": "chapter_10_questions",
    "share_of_groups": "chapter_11_questions",
    "window_of_one_pixel": "chapter_11_questions",
    "numbers_of_separable": "chapter_11_questions",
    "what_output_padding_adds": "chapter_11_questions",
    "reached_alike": "chapter_11_questions",
    "position_in_film": "chapter_11_questions",
    "mirrored_row": "chapter_11_questions",
    "raw_grows": "chapter_12_questions",
    "score_of_changed": "chapter_12_questions",
    "peak_with_nan": "chapter_12_questions",
    "smallest_distance": "chapter_12_questions",
    "position_in_tile": "chapter_13_questions",
    "tile_of_few_loads": "chapter_13_questions",
    "field_of_gradient": "chapter_13_questions",
    "sum_that_stops": "chapter_13_questions",
    "largest_of_sobel": "many_machines_questions",
}
__all__ = ["Result", "result", "show"]
__all__ += sorted(_WHERE)  # noqa: PLE0605


def __getattr__(name: str) -> Any:
    """Import a judge where it is asked for: records are long, and few are needed."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(_module(name), name)


def __dir__() -> list[str]:
    return [*globals(), *_WHERE]


def result(name: str, answer: Any) -> Result:
    """Judge an answer without printing anything.

    Parameters
    ----------
    name : str
        The judge's name.
    answer : callable, or a number or a shape
        What the judge takes.

    Returns
    -------
    Result

    Raises
    ------
    ValueError
        If there is no such judge.

    Examples
    --------
    >>> from xcorr_helpers import window_index
    >>> result("window_index", window_index).passed
    True
    >>> result("count_placements", (8, 5)).mistake
    "The output's height and width are exchanged."
    """
    exercise = _record(name)
    if isinstance(exercise, PaperExercise):
        return compared(exercise, answer)
    return judged(exercise, answer, Patience(name))


def show(name: str, function: Any) -> go.Figure | None:
    """Draw what a function reads, beside what was due, in a case where it is wrong.

    A correlation is linear in its image: called with images that are zero but for one
    pixel, any function shows which pixels it reads for each output, and how much each
    counts, however it is written. Of positions, the place in the window is drawn.

    Parameters
    ----------
    name : str
        The judge's name.
    function : callable
        What the judge takes.

    Returns
    -------
    plotly.graph_objects.Figure or None
        None where there is nothing to draw: it is said why.

    Raises
    ------
    ValueError
        If there is no such judge, or its exercise is answered on paper.
    TypeError
        If `function` is none.

    Examples
    --------
    >>> from xcorr_helpers import correlate
    >>> def upside_down(image, kernel):
    ...     images, kernels = image[None, ..., None], kernel[None, ::-1, :, None]
    ...     return correlate(images, kernels)[0, ..., 0]
    >>> figure = show("correlate_image", upside_down)
    >>> show("correlate_image", lambda image, kernel: (image**2)[:4, :7])
    correlate_image: it is not linear, f(x + y) != f(x) + f(y): no matrix gives its \
numbers
    """
    from ._drawing import drawing
    from ._reads import NothingToDrawError, reads

    exercise = _record(name)
    if isinstance(exercise, PaperExercise):
        raise ValueError(f"{name} is answered on paper: it has no function to draw")
    if not callable(function):
        raise TypeError(f"function must be callable, not {type(function).__name__}")
    try:
        return drawing(reads(exercise, function))
    except NothingToDrawError as reason:
        print(f"{name}: {reason}")
        return None


def _record(name: str) -> CodeExercise | PaperExercise:
    if name not in _WHERE | _WHERE_ASKED:
        raise ValueError(f"no judge {name!r}; there are {', '.join(sorted(_WHERE))}")
    exercise: CodeExercise | PaperExercise = vars(_module(name))[name.upper()]
    return exercise


def _module(name: str) -> Any:
    return import_module(f".records.{(_WHERE | _WHERE_ASKED)[name]}", __name__)
