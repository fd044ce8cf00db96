"""What is handed in: the exercises of each session, and what their cells leave."""

from __future__ import annotations

# Of each session, the judges of what is asked for, in order.
HOMEWORK: dict[int, tuple[str, ...]] = {
    1: (
        *("position_of_pixel", "shape_of_gather", "patch_index"),
        *("count_placements", "window_index", "correlate_image"),
    ),
    2: (
        *("shape_of_product", "kernel_matrix"),
        *("position_with_channels", "shape_of_index", "window_with_channels"),
        *("shape_of_gathered", "correlate_batch"),
    ),
    3: (
        *("shape_with_knobs", "dilated_window"),
        *("number_of_visits", "input_gradient", "kernel_gradient"),
        *("shape_of_pooled", "relu_backward"),
    ),
    4: (
        *("groups_read", "transposed_shape", "grouped_correlate"),
        *("corner_of_peak", "squared_distances"),
        *("position_in_windows", "blocked_index"),
    ),
}

# And one exercise to answer in words, which a person marks: its label.
SENTENCES: dict[int, str] = {
    1: "ex-2-explain",
    2: "ex-5-explain",
    3: "ex-7-explain",
    4: "ex-12-explain",
}

# The name that the cell of an exercise gives to its function. On paper it is
# `my_answer`, and in words `my_sentence`.
FUNCTIONS: dict[str, str] = {
    "blocked_index": "my_blocked_index",
    "correlate_batch": "my_correlate",
    "correlate_image": "my_correlate",
    "dilated_window": "my_window",
    "grouped_correlate": "my_grouped_correlate",
    "input_gradient": "my_input_gradient",
    "kernel_gradient": "my_kernel_gradient",
    "kernel_matrix": "my_kernel_matrix",
    "patch_index": "my_patch_index",
    "relu_backward": "my_relu_backward",
    "squared_distances": "my_distances",
    "window_index": "my_window",
    "window_with_channels": "my_window",
}
PAPER = "my_answer"
WORDS = "my_sentence"


def session_of(notebook: str) -> int | None:
    """Read the session from the name of a notebook, `homework_2.ipynb`.

    >>> session_of("homework_2.ipynb"), session_of("Anna homework_2 (1).ipynb")
    (2, 2)
    >>> session_of("notes.ipynb") is None
    True
    """
    for session in HOMEWORK:
        if f"homework_{session}" in notebook:
            return session
    return None
