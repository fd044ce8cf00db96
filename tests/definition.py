"""The definition of the cross-correlation, in loops that import nothing of ours."""

import numpy as np


def positions(image_shape, kernel_shape, stride=(1, 1), dilation=(1, 1)):
    """List, placement by placement, the flat positions that a kernel reads."""
    height, width, channels = image_shape
    kernel_height, kernel_width, _ = kernel_shape
    number = {}
    for row in range(height):
        for column in range(width):
            for channel in range(channels):
                number[row, column, channel] = len(number)
    placements = []
    for row in range(0, height, stride[0]):
        for column in range(0, width, stride[1]):
            reads = [
                number.get((row + i * dilation[0], column + j * dilation[1], channel))
                for i in range(kernel_height)
                for j in range(kernel_width)
                for channel in range(channels)
            ]
            if None not in reads:  # the kernel lies on the image
                placements.append(reads)
    return placements


def correlate(
    images, kernels, stride=(1, 1), padding=((0, 0), (0, 0)), dilation=(1, 1), groups=1
):
    """Multiply and add, one value after the other."""
    padded = np.pad(images, ((0, 0), *padding, (0, 0)))
    if groups > 1:
        channels, count = images.shape[3] // groups, len(kernels) // groups
        return np.concatenate(
            [
                correlate(
                    padded[..., g * channels : (g + 1) * channels],
                    kernels[g * count : (g + 1) * count],
                    stride,
                    dilation=dilation,
                )
                for g in range(groups)
            ],
            axis=2,
        )
    placements = positions(padded.shape[1:], kernels.shape[1:], stride, dilation)
    out = np.zeros((len(images), len(placements), len(kernels)))
    for n, image in enumerate(padded):
        pixels = [float(value) for value in image.flat]
        for p, reads in enumerate(placements):
            for k, kernel in enumerate(kernels):
                weights = [float(value) for value in kernel.flat]
                out[n, p, k] = sum(pixels[i] * w for i, w in zip(reads, weights))
    return out
