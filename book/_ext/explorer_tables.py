"""What stands in the explorer's stripped forms: the examples, and the forms.

A form is a few small tables, the sum of its first step, and the buttons with which
`strip.js` brings it to life. cells.css gives the values their colours.
"""

import numpy as np

import xcorr_helpers as xh
from xcorr_helpers.checks.records.chapter_2_image import CORRELATE_IMAGE

PLAY = '<button type="button" class="xp-play">Play</button>'
STEPS = f"""\
<button type="button" class="xp-previous">Previous</button>
{PLAY}
<button type="button" class="xp-next">Next</button> <span class="xp-where"></span>"""


def toy():
    """Return the image and the kernel of chapter 2, with which its judge begins."""
    image, kernel = CORRELATE_IMAGE.cases[0]
    return {"image": image, "kernels": kernel[None]}


def digit():
    """Return the sample's first digit without its margin, and an edge kernel."""
    image = xh.load_mnist().images[0]
    rows, columns = (np.flatnonzero(image.any(axis=axis)) for axis in (1, 0))
    inked = image[rows[0] - 1 : rows[-1] + 2, columns[0] - 1 : columns[-1] + 2]
    return {"image": inked, "kernels": np.array([[[1, 0, -1]] * 3])}


def eight_kernels():
    """Return the image and the kernels of chapter 3."""
    number, i, j = np.arange(8)[:, None, None], np.arange(2)[:, None], np.arange(3)
    return {"image": toy()["image"], "kernels": 100 * number + 10 * i + j}


def two_layers():
    """Return the sizes of chapter 6's two layers, the second one dilated."""
    return {"shape": (7, 12), "kernels": ((3, 3), (3, 3)), "dilations": (1, 2)}


PRESETS = {
    "digit": digit,
    "eight-kernels": eight_kernels,
    "toy": toy,
    "two-layers": two_layers,
}


def values(array):
    """Return what colours a value on viridis, which has ten steps in cells.css."""
    most = np.max(array)
    return lambda value: f'class="v{round(9 * value / most)}"'


def signed(array):
    """Return what colours a value between blue and red."""
    most = np.abs(array).max()
    return lambda value: f'style="--v:{value / most:.2g}"'


def ways(array):
    """Return what tints a pixel by the number of ways in which it is reached."""
    most = np.max(array)
    return lambda value: f'class="{"lit" * bool(value)}" style="--v:{value / most:.2g}"'


def number(value):
    return f"{value:g}"


def part(name, array, scale, *, text=number, picture="", shape=None, **data):
    """Write one array; a `picture` has no numbers, and that text in their place."""
    rows = [
        "".join(f"<td {scale(x)}>{'' if picture else text(x)}</td>" for x in row)
        for row in array
    ]
    facts = "".join(f' data-{key}="{value}"' for key, value in data.items())
    role = f' role="img" aria-label="{picture}"' if picture else ""
    size = " x ".join(map(str, shape or array.shape))
    return (
        f'<div class="xp-part" data-part="{name}"{facts} '
        f'style="--rows:{len(array)};--columns:{len(array[0])}">'
        f'<p class="xp-name">{name} <small>{size}</small></p>'
        f'<div class="xp-stage"><table{role}>'
        + "".join(f"<tr>{row}</tr>" for row in rows)
        + "</table></div></div>"
    )


def reads(kernel_shape, dilation=1):
    """Tell `strip.js` which kernel goes over a part: its rows, its columns, its gap."""
    return "{} {} {}".format(*kernel_shape, dilation)


def written_sum(pixels, weights, pixel_scale, weight_scale, total_scale):
    """Write the first step's products, each number in its colour, and their sum."""
    terms = [
        f'<span class="xp-term"><b {pixel_scale(x)}>{x}</b> × '
        f"<b {weight_scale(w)}>{w}</b></span>"
        for x, w in zip(pixels, weights)
    ]
    total = pixels @ weights
    return (
        f'<p class="xp-sum" role="status">{" + ".join(terms)} = '
        f"<b {total_scale(total)}>{total}</b></p>"
    )


def moving(image, kernels):
    output = correlated(image, kernels)[:, :, 0]
    height, width = image.shape
    read = reads(kernels[0].shape)
    drawing = f"A handwritten digit, {height} by {width} pixels"
    answer = "Red where the digit gets darker to the right, blue where brighter"
    return [
        part("image", image, values(image), picture=drawing, kernel=read),
        part("kernel", kernels[0], signed(kernels)),
        part("output", output, signed(output), picture=answer),
    ], ""


def sum_of_products(image, kernels):
    (kernel,) = kernels
    output = correlated(image, kernels)[:, :, 0]
    scales = values(image), signed(kernel), signed(output)
    first = image[: kernel.shape[0], : kernel.shape[1]]
    return [
        part("image", image, scales[0], kernel=reads(kernel.shape)),
        part("kernel", kernel, scales[1]),
        part("output", output, scales[2]),
    ], written_sum(first.ravel(), kernel.ravel(), *scales)


def columns(image, kernels):
    size = kernels.shape[1:]
    index = xh.correlation_indices(image.shape, size)
    weights = xh.kernel_matrix(kernels[..., None])
    gathered = image.ravel()[index]
    result = gathered @ weights
    most = np.abs(result).max()
    scales = values(image), signed(weights), signed(result)
    return [
        part("image", image, scales[0], kernel=reads(size)),
        part("gathered", gathered[:1], scales[0], shape=gathered.shape),
        part("weights", weights, scales[1]),
        part("result", result[:1], scales[2], shape=result.shape, most=most),
    ], written_sum(gathered[0], weights[:, 0], *scales)


def layers(shape, kernels, dilations):
    (kernel, next_kernel), (dilation, next_dilation) = kernels, dilations
    between = xh.output_shape(shape, kernel, dilation=dilation)
    last = xh.output_shape(between, next_kernel, dilation=next_dilation)
    first = xh.correlation_indices(shape, kernel, dilation=dilation)
    read = xh.correlation_indices(between, next_kernel, dilation=next_dilation)[0]
    middle = np.bincount(read, minlength=np.prod(between)).reshape(between)
    pixels = np.bincount(first[read].ravel(), minlength=np.prod(shape)).reshape(shape)
    outputs = np.eye(1, np.prod(last)).reshape(last)
    layer = {"kernel": reads(kernel, dilation), "text": count}
    next_layer = {"kernel": reads(next_kernel, next_dilation), "text": count}
    said = (
        f"Output 0 reads {np.count_nonzero(middle)} numbers of the layer before, and "
        f"through them {np.count_nonzero(pixels)} pixels, in {pixels.sum()} ways."
    )
    return [
        part("image", pixels, ways(pixels), **layer),
        part("between", middle, ways(middle), **next_layer),
        part("output", outputs, ways(outputs), text=count),
    ], f'<p class="xp-sum" role="status">{said}</p>'


def count(value):
    return number(value) if value else ""


def correlated(image, kernels):
    return xh.correlate(image[None, :, :, None], kernels[..., None])[0]


FORMS = {"moving": moving, "sum": sum_of_products, "columns": columns, "layers": layers}


def strip(form, preset):
    """Write a form with an example in it."""
    parts, said = FORMS[form](**PRESETS[preset]())
    buttons = PLAY if form == "moving" else STEPS
    return (
        f'<div class="xp-strip" data-form="{form}">'
        f'<div class="xp-parts">{"".join(parts)}</div>{said}'
        f'<p class="xp-player" hidden>{buttons}</p></div>'
    )
