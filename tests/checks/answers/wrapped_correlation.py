"""Answers to wrapped_correlation: wrong ones by their slip, and right ones."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from tests.checks.labels import named, right


def sums(padded, template):
    windows = sliding_window_view(padded.astype(float), template.shape)
    return (windows * template).sum(axis=(2, 3))


@named("only windows that lie on the image")
def as_ever(image, template):
    """Only windows on the image are there."""
    return sums(image, template)


@named("beyond the edges there are zeros")
def zeros_outside(image, template):
    """Zeros are put behind the image, in the place of its start."""
    rows, columns = template.shape
    return sums(np.pad(image, ((0, rows - 1), (0, columns - 1))), template)


@named("the last pixels are repeated")
def edge_repeated(image, template):
    """np.clip in the place of %."""
    height, width = image.shape
    out = np.zeros(image.shape)
    for r, c in np.ndindex(image.shape):
        for i, j in np.ndindex(template.shape):
            pixel = image[min(r + i, height - 1), min(c + j, width - 1)]
            out[r, c] += float(pixel) * template[i, j]
    return out


@named("flat positions wrap")
def modulo_of_the_position(image, template):
    """The flat position is taken modulo the number of pixels."""
    width = image.shape[1]
    window = np.arange(len(template))[:, None] * width + np.arange(template.shape[1])
    index = (np.arange(image.size)[:, None] + window.ravel()) % image.size
    return (image.astype(float).ravel()[index] @ template.ravel()).reshape(image.shape)


@named("this is the convolution")
def fourier_without_conjugate(image, template):
    """The conjugate is forgotten."""
    product = np.fft.fft2(image) * np.fft.fft2(template, image.shape)
    return np.fft.ifft2(product).real


@named("the conjugate is taken of the image's numbers")
def conjugate_of_the_image(image, template):
    """The conjugate is taken of the wrong factor."""
    product = np.conj(np.fft.fft2(image)) * np.fft.fft2(template, s=image.shape)
    return np.fft.ifft2(product).real


@named("complex")
def still_complex(image, template):
    """The real part is not taken."""
    product = np.fft.fft2(image) * np.conj(np.fft.fft2(template, s=image.shape))
    return np.fft.ifft2(product)


@named("this is the convolution")
def rolled_the_other_way(image, template):
    """The image is rolled forwards."""
    out = np.zeros(image.shape)
    for i, j in np.ndindex(template.shape):
        out += float(template[i, j]) * np.roll(image, (i, j), axis=(0, 1))
    return out


@named("the columns wrap, and the rows do not")
def rows_end(image, template):
    """Rows do not wrap."""
    rows, columns = template.shape
    padded = np.pad(image, ((0, 0), (0, columns - 1)), mode="wrap")
    return sums(np.pad(padded, ((0, rows - 1), (0, 0))), template)


@named("the rows wrap, and the columns do not")
def columns_end(image, template):
    """Columns do not wrap."""
    rows, columns = template.shape
    padded = np.pad(image, ((0, rows - 1), (0, 0)), mode="wrap")
    return sums(np.pad(padded, ((0, 0), (0, columns - 1))), template)


@named("windows are centred on their pixel")
def centred(image, template):
    """The window's middle lies on the pixel."""
    height, width = image.shape
    rows, columns = template.shape
    out = np.zeros(image.shape)
    for r, c in np.ndindex(image.shape):
        for i, j in np.ndindex(template.shape):
            row, column = (r + i - rows // 2) % height, (c + j - columns // 2) % width
            out[r, c] += float(image[row, column]) * template[i, j]
    return out


@named("the phases alone are kept")
def phase_correlation(image, template):
    """The product is divided by its size, as for two photographs."""
    product = np.fft.fft2(image) * np.conj(np.fft.fft2(template, s=image.shape))
    return np.fft.ifft2(np.exp(1j * np.angle(product))).real


@named("divided by the number of the template's values")
def a_mean(image, template):
    """The mean of the products is taken."""
    rows, columns = template.shape
    padded = np.pad(image, ((0, rows - 1), (0, columns - 1)), mode="wrap")
    return sums(padded, template) / template.size


@named("the first window is there twice")
def one_too_many(image, template):
    """As many zeros as the template has rows and columns, and so one window more."""
    rows, columns = template.shape
    return sums(np.pad(image, ((0, rows), (0, columns)), mode="wrap"), template)


@right
def by_rolls(image, template):
    """One roll for each template value."""
    image, out = image.astype(float), np.zeros(image.shape)
    for (i, j), weight in np.ndenumerate(template):
        out += weight * np.roll(image, (-i, -j), axis=(0, 1))
    return out


@right
def by_fourier(image, template):
    """Fourier, with the conjugate of the template."""
    product = np.fft.fft2(image) * np.conj(np.fft.fft2(template, s=image.shape))
    return np.fft.ifft2(product).real


@right
def by_tiles(image, template):
    """The image is laid out two by two."""
    tiled = np.tile(image, (2, 2))
    return sums(tiled, template)[: image.shape[0], : image.shape[1]]


@named("bytes overflow")
def index_of_bytes(image, template):
    """The index that wraps, on what came."""
    (height, width), (rows, columns) = image.shape, template.shape
    down = (np.arange(height)[:, None] + np.arange(rows)) % height
    across = (np.arange(width)[:, None] + np.arange(columns)) % width
    index = down[:, None, :, None] * width + across[None, :, None, :]
    windows = image.ravel()[index.reshape(image.size, -1)]
    return (windows @ template.ravel()).reshape(height, width)


@named("bytes overflow")
def rolls_of_bytes(image, template):
    """One roll for each template value, of what came."""
    out = np.zeros(image.shape)
    for i, j in np.ndindex(template.shape):
        out += template[i, j] * np.roll(image, (-i, -j), axis=(0, 1))
    return out


@named("bytes overflow")
def sum_of_rolls(image, template):
    """The same in one line."""
    return sum(
        template[i, j] * np.roll(image, (-i, -j), axis=(0, 1))
        for i, j in np.ndindex(template.shape)
    )


@named("flat positions wrap")
def modulo_of_the_position_of_bytes(image, template):
    """The flat position modulo the number of pixels, on what came."""
    width = image.shape[1]
    window = np.arange(len(template))[:, None] * width + np.arange(template.shape[1])
    index = (np.arange(image.size)[:, None] + window.ravel()) % image.size
    return (image.ravel()[index] @ template.ravel()).reshape(image.shape)


@named("beyond the edges there are zeros")
def zeros_around_bytes(image, template):
    """Zeros behind the image, which stays as it came."""
    rows, columns = template.shape
    padded = np.pad(image, ((0, rows - 1), (0, columns - 1)))
    windows = sliding_window_view(padded, template.shape)
    return (windows.reshape(image.size, -1) @ template.ravel()).reshape(image.shape)
