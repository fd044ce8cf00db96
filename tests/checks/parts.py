"""What the answers of several chapters are made of."""

import numpy as np


def grid(rows, columns, row_step, column_step=1):
    return np.arange(rows)[:, None] * row_step + np.arange(columns) * column_step


def out_of(image_shape, kernel_shape):
    return tuple(i - k + 1 for i, k in zip(image_shape[:2], kernel_shape[:2]))


def by_columns(kernels, rows=0, columns=1):
    """Read each kernel's values column by column."""
    return kernels.swapaxes(rows, columns).reshape(kernels.shape)


def before(which, change, function):
    """Change one argument, and go on rightly."""

    def changed(*arguments):
        given = list(arguments)
        given[which] = change(given[which])
        return function(*given)

    return changed


def after(change, function):
    """Change what is right."""
    return lambda *arguments: change(np.array(function(*arguments)))


def mixed(images):
    """What reshape(-1, n_images).T keeps for each image."""
    return images.reshape(-1, len(images)).T.reshape(images.shape)
