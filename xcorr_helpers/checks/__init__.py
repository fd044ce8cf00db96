"""Judges for the exercises: each tries your function, and tells what it found.

    from xcorr_helpers import checks

    checks.window_index(my_function)

A judge prints one short report and returns nothing. It tries your function on cases
that are the same each time, mostly far from square, and compares with an answer made
from the definition. Where yours differs, it shows the first such case, and names the
mistake if it knows one that would give just these numbers.
"""

from .chapter_1 import (
    patch_index,
    position_of_pixel,
    row_and_column,
    shape_of_gather,
)
from .chapter_2 import (
    correlate_image,
    correlation_indices,
    count_placements,
    window_index,
)
from .chapter_3 import (
    apply_kernels,
    kernel_matrix,
    number_of_mix,
    shape_of_product,
)
from .chapter_4 import (
    offsets_with_channels,
    position_with_channels,
    shape_of_index,
    window_with_channels,
)
from .chapter_5 import (
    correlate_batch,
    correlate_in_blocks,
    shape_of_gathered,
    window_channels_first,
)
from .chapter_6 import (
    dilated_window,
    impulse_number,
    shape_with_knobs,
    strided_offsets,
)
from .chapter_7 import (
    input_gradient,
    kernel_gradient,
    number_of_visits,
    shape_of_scatter,
)
from .chapter_8 import mean_pool_backward, relu_backward, shape_of_pooled
from .chapter_9 import bytes_of_windows, least_seconds, mean_share
from .chapter_10 import (
    banded_matrix,
    cheapest_t,
    correlate_in_strips,
    shape_of_banded,
    strip_width,
)

__all__ = [
    "apply_kernels",
    "banded_matrix",
    "bytes_of_windows",
    "cheapest_t",
    "correlate_batch",
    "correlate_image",
    "correlate_in_blocks",
    "correlate_in_strips",
    "correlation_indices",
    "count_placements",
    "dilated_window",
    "impulse_number",
    "input_gradient",
    "kernel_gradient",
    "kernel_matrix",
    "least_seconds",
    "mean_pool_backward",
    "mean_share",
    "number_of_mix",
    "number_of_visits",
    "offsets_with_channels",
    "patch_index",
    "position_of_pixel",
    "position_with_channels",
    "relu_backward",
    "row_and_column",
    "shape_of_banded",
    "shape_of_gather",
    "shape_of_gathered",
    "shape_of_index",
    "shape_of_pooled",
    "shape_of_product",
    "shape_of_scatter",
    "shape_with_knobs",
    "strided_offsets",
    "strip_width",
    "window_channels_first",
    "window_index",
    "window_with_channels",
]
