"""What learners answer in chapter 7, and what they are told."""

import numpy as np
from scipy.signal import convolve2d, correlate2d

import xcorr_helpers as x
from tests.checks.answers.parts import after, before, by_columns


def from_output(output_gradient, kernel, image_shape):
    grown, weights = output_gradient[None, ..., None], kernel[None, ..., None]
    return x.correlate_input_gradient(grown, weights, (*image_shape, 1))[0, ..., 0]


def from_images(output_gradient, image, kernel_shape):
    grown, images = output_gradient[None], image[None, ..., None]
    return x.correlate_kernel_gradient(grown, images, (*kernel_shape, 1))[..., 0]


def add_at(output_gradient, kernel, image_shape):
    index = x.correlation_indices(image_shape, kernel.shape)
    gradient = np.zeros(image_shape[0] * image_shape[1])
    np.add.at(gradient, index, np.outer(output_gradient, kernel))
    return gradient.reshape(image_shape)


def by_product(output_gradient, image, kernel_shape):
    gathered = image.ravel()[x.correlation_indices(image.shape, kernel_shape)]
    n_kernels = output_gradient.shape[2]
    product = gathered.T @ output_gradient.reshape(-1, n_kernels)
    return product.T.reshape(n_kernels, *kernel_shape)


RIGHT = {
    "input_gradient": [from_output, add_at, lambda g, k, shape: convolve2d(g, k)],
    "kernel_gradient": [
        from_images,
        by_product,
        lambda g, image, k: np.stack(
            [correlate2d(image, g[..., n], "valid") for n in range(g.shape[2])]
        ),
    ],
}


def add_once(output_gradient, kernel, image_shape):
    gradient = np.zeros(image_shape[0] * image_shape[1])
    index = x.correlation_indices(image_shape, kernel.shape)
    gradient[index] += np.outer(output_gradient, kernel)
    return gradient.reshape(image_shape)


def set_by_value(output_gradient, kernel, image_shape):
    gradient = np.zeros(image_shape[0] * image_shape[1])
    index = x.correlation_indices(image_shape, kernel.shape)
    for value, positions in zip(kernel.ravel(), index.T):
        gradient[positions] = output_gradient.ravel() * value
    return gradient.reshape(image_shape)


def same(output_gradient, kernel, image_shape):
    """Crop what is right to the output's shape, as scipy does."""
    return convolve2d(output_gradient, kernel, "same")


def cropped_at_the_end(output_gradient, kernel, image_shape):
    top, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    rows, columns = output_gradient.shape
    whole = from_output(output_gradient, kernel, image_shape)
    return whole[top : top + rows, left : left + columns]


def reshaped_product(output_gradient, image, kernel_shape):
    right = by_product(output_gradient, image, kernel_shape)
    return right.reshape(len(right), -1).T.reshape(right.shape)


def reshaped_output_gradient(output_gradient, image, kernel_shape):
    kernels_first = output_gradient.reshape(output_gradient.shape[2], -1)
    gathered = image.ravel()[x.correlation_indices(image.shape, kernel_shape)]
    return (kernels_first @ gathered).reshape(-1, *kernel_shape)


SWAPPED = "rows and columns are swapped"
WRONG = {
    "input_gradient": {
        "np.add.at": [add_once, set_by_value],
        "the kernel is turned": lambda g, k, shape: correlate2d(g, k, "full"),
        "shape (9, 5): transposed": after(np.transpose, from_output),
        f"{SWAPPED} in the gradient's shape": (
            lambda g, k, shape: add_at(g, k, shape).reshape(shape[::-1])
        ),
        f"{SWAPPED} in the kernel's values": before(1, by_columns, from_output),
        f"{SWAPPED} in the output gradient": before(0, by_columns, from_output),
        "here only a part of them is": [
            lambda g, k, shape: add_at(g, k, shape)[: g.shape[0], : g.shape[1]],
            same,
            cropped_at_the_end,
            lambda g, k, shape: correlate2d(g, k, "valid"),
            lambda g, k, shape: convolve2d(g, k, "valid"),
        ],
    },
    "kernel_gradient": {
        "the kernels are mixed": reshaped_product,
        "the last axis of the output gradient": reshaped_output_gradient,
        "the kernels are the first axis here": (
            after(lambda a: np.moveaxis(a, 0, 2), from_images)
        ),
        f"{SWAPPED} in the kernels' shape": (
            lambda g, i, k: from_images(g, i, k).reshape(-1, *k[::-1])
        ),
        f"{SWAPPED} in the kernels\n": after(lambda a: a.swapaxes(1, 2), from_images),
        f"{SWAPPED} in the kernels' values": (
            after(lambda a: by_columns(a, 1, 2), from_images)
        ),
        "the kernels are turned": after(lambda a: a[:, ::-1, ::-1], from_images),
    },
}


def visits(rows, columns):
    """Count how many placements of a kernel read each of 7 x 12 pixels."""
    placements = np.ones((7 - rows + 1, 12 - columns + 1))
    return from_output(placements, np.ones((rows, columns)), (7, 12))


PAPER = {
    "number_of_visits": (
        int(visits(3, 4)[1, 5]),
        (),
        {
            3 * 4: "row 2 never lies on",
            int(visits(4, 3)[1, 5]): "swapped",
            4: "that start in row 0 and in row 1",
            10: "counted from 0",
        },
    ),
    "shape_of_scatter": (
        (np.ones((6, 35, 5)) @ np.ones((24, 5)).T).shape,
        ("images", "placements", "kernel values"),
        {
            (6, 35, 5): "takes the kernels' axis away",
            (35, 24): "images' axis stays in front",
            (6, 24, 35): "placements stay where they are",
        },
    ),
}
