"""Answers to squared_distances: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right
from xcorr_helpers import correlation_indices


def shape_of(image, template):
    return image.shape[0] - len(template) + 1, image.shape[1] - template.shape[1] + 1


@named("this is the raw correlation")
def only_the_products(image, template):
    """The products are added up, as in a correlation."""
    out = np.zeros(shape_of(image, template))
    for r, c in np.ndindex(out.shape):
        part = image[r : r + len(template), c : c + template.shape[1]]
        out[r, c] = (part.astype(float) * template).sum()
    return out


@named("bytes overflow")
def left_in_bytes(image, template):
    """Bytes are subtracted as they are."""
    out = np.zeros(shape_of(image, template))
    for r, c in np.ndindex(out.shape):
        part = image[r : r + len(template), c : c + template.shape[1]]
        out[r, c] = ((part - template) ** 2).sum()
    return out


@named("not squared")
def absolute_differences(image, template):
    """The absolute differences are added up."""
    windows = sliding_window_view(image.astype(float), template.shape)
    return np.abs(windows - template).sum(axis=(-2, -1))


@named("added up first and squared then")
def squared_at_the_end(image, template):
    """The sum of the differences is squared."""
    windows = sliding_window_view(image.astype(float), template.shape)
    return (windows - template).sum(axis=(-2, -1)) ** 2


@named("the mean of the squared differences")
def mean_squared_error(image, template):
    """The mean is taken in the place of the sum."""
    windows = sliding_window_view(image.astype(float), template.shape)
    return ((windows - template) ** 2).mean(axis=(2, 3))


@named("the root is taken")
def a_norm(image, template):
    """np.linalg.norm takes the root."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    out = np.linalg.norm(windows - template.ravel(), axis=1)
    return out.reshape(shape_of(image, template))


@named("taken away once")
def without_the_two(image, template):
    """The 2 of 2ab is forgotten."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    weights = template.astype(float).ravel()
    out = (weights**2).sum() - windows @ weights + (windows**2).sum(1)
    return out.reshape(shape_of(image, template))


@named("the squares of the windows are missing")
def the_windows_squares_forgotten(image, template):
    """Only the template's squares are there."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    weights = template.astype(float).ravel()
    out = (weights**2).sum() - 2 * windows @ weights
    return out.reshape(shape_of(image, template))


@named("the squares of the template are missing")
def the_templates_squares_forgotten(image, template):
    """Only the windows' squares are there."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    out = (windows**2).sum(axis=1) - 2 * windows @ template.astype(float).ravel()
    return out.reshape(shape_of(image, template))


@named("the squares of the whole image are added")
def squares_of_the_image(image, template):
    """The sum of squares is that of the whole image."""
    image, template = image.astype(float), template.astype(float)
    windows = image.ravel()[correlation_indices(image.shape, template.shape)]
    out = (template**2).sum() - 2 * windows @ template.ravel() + (image**2).sum()
    return out.reshape(shape_of(image, template))


@named("the products are added")
def a_plus_in_the_middle(image, template):
    """The sign of the product is wrong."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    weights = template.astype(float).ravel()
    out = (weights**2).sum() + 2 * windows @ weights + (windows**2).sum(1)
    return out.reshape(shape_of(image, template))


@named("both means are taken away first")
def means_away(image, template):
    """Window and template lose their means, as in the chapter."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    windows = windows - windows.mean(axis=1, keepdims=True)
    weights = template.ravel() - template.mean()
    return ((windows - weights) ** 2).sum(axis=1).reshape(shape_of(image, template))


@named("the last row and column of windows are missing")
def one_too_few(image, template):
    """The + 1 of the output's size is forgotten."""
    rows, columns = shape_of(image, template)
    out = np.zeros((rows - 1, columns - 1))
    for r, c in np.ndindex(out.shape):
        part = image[r : r + len(template), c : c + template.shape[1]].astype(float)
        out[r, c] = ((part - template) ** 2).sum()
    return out


@named("it is all in one row")
def not_reshaped(image, template):
    """The result stays a vector, one number for each placement."""
    windows = image.astype(float).ravel()[
        correlation_indices(image.shape, template.shape)
    ]
    return ((windows - template.ravel()) ** 2).sum(axis=1)


@named("`template` is turned in rows and columns")
def template_turned(image, template):
    """The template is turned around, as in a convolution."""
    windows = sliding_window_view(image.astype(float), template.shape)
    return ((windows - template[::-1, ::-1]) ** 2).sum(axis=(2, 3))


@named("smallest distance")
def the_best_alone(image, template):
    """The smallest of the distances is returned."""
    windows = sliding_window_view(image.astype(float), template.shape)
    return ((windows - template) ** 2).sum(axis=(2, 3)).min()


@right
def in_loops(image, template):
    """Four loops, and Python's numbers."""
    rows, columns = shape_of(image, template)
    out = [[0.0] * columns for _ in range(rows)]
    for r in range(rows):
        for c in range(columns):
            for i in range(template.shape[0]):
                for j in range(template.shape[1]):
                    step = float(image[r + i, c + j]) - float(template[i, j])
                    out[r][c] += step * step
    return np.array(out)


@right
def by_einsum(image, template):
    """Views, and einsum of the differences with themselves."""
    windows = sliding_window_view(image.astype(np.float64), template.shape)
    apart = windows - template
    return np.einsum("rcij,rcij->rc", apart, apart)


@right
def by_slices(image, template):
    """One template value at a time, for all windows."""
    rows, columns = shape_of(image, template)
    out = np.zeros((rows, columns))
    for i, j in np.ndindex(template.shape):
        out += (image[i : i + rows, j : j + columns] - float(template[i, j])) ** 2
    return out
