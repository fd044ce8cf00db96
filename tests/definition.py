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


def correlate_nd(images, kernels, stride, padding, dilation, groups=1):
    """Do so along any number of axes; all options are tuples, one item an axis.

    A value outside of the image is not there, rather than a zero.
    """
    sizes, spans = images.shape[1:-1], []
    for size, gap in zip(kernels.shape[1:-1], dilation):
        spans.append((size - 1) * gap + 1)
    out_shape = [
        (before + size + after - span) // step + 1
        for size, span, step, (before, after) in zip(sizes, spans, stride, padding)
    ]
    own, n_own = kernels.shape[-1], len(kernels) // groups
    out = np.zeros((len(images), *out_shape, len(kernels)))
    for n, *place, k in np.ndindex(out.shape):
        total, first_channel = 0.0, k // n_own * own
        for *value, channel in np.ndindex(kernels.shape[1:]):
            pixel = tuple(
                p * step + v * gap - before
                for p, step, v, gap, (before, _) in zip(
                    place, stride, value, dilation, padding
                )
            )
            if all(0 <= p < size for p, size in zip(pixel, sizes)):
                read = images[(n, *pixel, first_channel + channel)]
                total += float(read) * float(kernels[(k, *value, channel)])
        out[(n, *place, k)] = total
    return out


def correlate_transposed(
    images, kernels, stride, padding, output_padding, dilation, groups=1
):
    """Lay each kernel into a large output, times a pixel; then cut the padding off."""
    n_images, height, width, channels = images.shape
    _, kernel_height, kernel_width, own = kernels.shape
    rows = (height - 1) * stride[0] + (kernel_height - 1) * dilation[0] + 1
    columns = (width - 1) * stride[1] + (kernel_width - 1) * dilation[1] + 1
    rows, columns = rows + output_padding[0], columns + output_padding[1]
    laid = np.zeros((n_images, rows, columns, groups * own))
    for n, row, column, channel in np.ndindex(images.shape):
        group = channel // (channels // groups)
        for i, j, k in np.ndindex(kernels.shape[1:]):
            at = row * stride[0] + i * dilation[0], column * stride[1] + j * dilation[1]
            product = float(images[n, row, column, channel])
            product *= float(kernels[channel, i, j, k])
            laid[n, at[0], at[1], group * own + k] += product
    (top, bottom), (left, right) = padding
    return laid[:, top : rows - bottom, left : columns - right]
