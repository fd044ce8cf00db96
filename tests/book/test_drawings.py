"""The drawings: their numbers are right."""

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np

from tests.book.notebook_values import running
from tools import built_book

FOLDER = built_book.ROOT / "book" / "drawings"
DRAWINGS = sorted(path.name for path in FOLDER.glob("*.svg"))
FIGURE = re.compile(r":::\{figure\} drawings/(\S+)\n(?::name: .*\n)?:alt: (.+)\n")
IMAGE = re.compile(r"!\[(.+)\]\(drawings/(\w+\.svg)\)")
# What a drawing that opens a chapter shows is computed further down, once this is.
COMPUTED = {
    "row_major_memory.svg": "flat",
    "gather_then_multiply.svg": "out",
    "many_kernels.svg": "flat_out",
    "channels_in_memory.svg": "index",
    "one_index_many_images.svg": "out",
    "scatter_back.svg": "image_gradient",
    "three_scores.svg": "scores",
}
SVG = "{http://www.w3.org/2000/svg}"

CELL = 9  # pixels, of the grids of three_knobs.svg
DECADE = 54  # pixels of same_numbers_other_times.svg for a factor of ten
BAR = re.compile(r"M112 \d+h([\d.]+)v20h")


def drawings_in(text):
    return FIGURE.findall(text) + [found[::-1] for found in IMAGE.findall(text)]


FOUND = [
    (page, place, name, alt)
    for page in built_book.notebooks()
    for place, cell in enumerate(built_book.cells(page))
    if cell["cell_type"] == "markdown"
    for name, alt in drawings_in("".join(cell["source"]))
]
STORED = [(page, name, alt) for page, _, name, alt in FOUND]


def variables_beside(name):
    """Return what the notebook that shows a drawing has computed there, or will."""
    ((page, place),) = [entry[:2] for entry in FOUND if entry[2] == name]
    while COMPUTED.get(name, "np") not in running(page).near(place):
        place += 1
    return SimpleNamespace(**running(page).near(place))


def rows(name, group):
    """Read the numbers of a group of a drawing, row by row."""
    tree = ElementTree.parse(FOLDER / name)
    (element,) = [e for e in tree.iter() if e.get("class") == group]
    lines = [element] if element.tag == f"{SVG}text" else element.iter(f"{SVG}text")
    texts = [[text for text in line.itertext() if text.strip()] for line in lines]
    numbers = [[n for text in line for n in numbers_in(text)] for line in texts]
    return [line for line in numbers if line]


def numbers_in(text):
    return [int(found.replace("−", "-")) for found in re.findall(r"−?\d+", text)]


def test_broadcast_sum():
    name = "broadcast_sum.svg"
    found = variables_beside(name)
    column, row, grid = found.tens, found.ones, found.image
    assert rows(name, "column") == column.tolist()
    assert rows(name, "row") == [row.tolist()]
    assert rows(name, "sum") == grid.tolist() == (column + row).tolist()
    assert rows(name, "shapes") == [[*column.shape, *row.shape]]
    assert rows(name, "shape") == [list(grid.shape)]


def test_row_major_memory():
    name = "row_major_memory.svg"
    found = variables_beside(name)
    image, row, column = found.image, found.row, found.column
    height, width = image.shape
    seen = [[*values[:2], values[-1]] for values in image]
    seen[row].insert(2, image[row, column])
    assert rows(name, "image") == seen
    assert rows(name, "positions") == [[row * width for row in range(height)]]
    assert rows(name, "pixel") == [[row * width + column]]
    assert rows(name, "steps") == [[row, width, row * width], [column]]


def test_window_plus_offsets():
    name = "window_plus_offsets.svg"
    found = variables_beside(name)
    shown = [offset for (offset,) in rows(name, "offsets")]
    assert rows(name, "window") == [found.window.tolist()]
    assert shown == [0, 1, 2, found.width, found.offsets[-1]]
    places = [found.offsets.tolist().index(offset) for offset in shown]
    assert rows(name, "index") == found.index[places].tolist()
    assert rows(name, "shape") == [list(found.index.shape)]


def test_positions_in_a_digit():
    name = "positions_in_a_digit.svg"
    found = variables_beside(name)
    shown = [offset for (offset,) in rows(name, "offsets")]
    places = [found.offsets.tolist().index(offset) for offset in shown]
    assert places[:3] == [0, 1, 2] and places[-1] == len(found.offsets) - 1
    assert shown[3:5] == [19, 22], "the end of a row of places, and the next"
    assert rows(name, "window") == [found.window.tolist()]
    assert rows(name, "index") == found.index[places].tolist()
    assert rows(name, "shape") == [list(found.index.shape)]


def test_gather_then_multiply():
    name = "gather_then_multiply.svg"
    found = variables_beside(name)
    flat, kernel = found.image.ravel(), found.kernel.ravel()
    gathered = flat[found.index[0]]
    assert rows(name, "positions") == [list(range(12))]
    assert rows(name, "flat") == [flat[:12].tolist()]
    assert rows(name, "gathered") == [gathered.tolist()]
    assert rows(name, "kernel") == [kernel.tolist()]
    assert rows(name, "products") == [(gathered * kernel).tolist()]
    assert rows(name, "sum") == [[gathered @ kernel]]


def test_many_kernels():
    name = "many_kernels.svg"
    found = variables_beside(name)
    gathered, weights, result = found.gathered, found.weights, found.flat_out
    shown = [0, 1, len(gathered) - 1]
    kernels = [0, 1, weights.shape[1] - 1]
    assert rows(name, "rows") == [[row] for row in shown]
    assert rows(name, "columns") == [kernels]
    assert rows(name, "gathered") == gathered[shown].tolist()
    assert rows(name, "weights") == weights[:, kernels].tolist()
    assert rows(name, "result") == result[np.ix_(shown, kernels)].tolist()
    products = np.stack([gathered[0], weights[:, 1], gathered[0] * weights[:, 1]], 1)
    assert rows(name, "products") == products.tolist()
    assert rows(name, "sum") == [[result[0, 1]]]
    shapes = [list(array.shape) for array in (weights, gathered, result)]
    assert rows(name, "shapes") == shapes


def test_scatter_back():
    name = "scatter_back.svg"
    found = variables_beside(name)
    growths, index, kernel = found.out_gradient.ravel(), found.index, found.kernel
    placements, values = np.nonzero(index == 11)
    factors = growths[placements], kernel.ravel()[values]
    amounts = factors[0] * factors[1]
    assert rows(name, "placements") == [[placement] for placement in placements]
    assert rows(name, "index") == index[placements].tolist()
    assert rows(name, "amounts") == np.stack([*factors, amounts], axis=1).tolist()
    gradient = found.image_gradient.ravel()
    assert rows(name, "positions") == [[9, 10, 11]]
    assert rows(name, "gradient") == [gradient[9:12].tolist()]
    ((*summands, total),) = rows(name, "total")
    assert np.abs(amounts).tolist() == summands and total == amounts.sum()


def test_channels_in_memory():
    name = "channels_in_memory.svg"
    found = variables_beside(name)
    height, width, channels = found.image.shape
    across = found.kernels.shape[2]
    run, row = across * channels, width * channels
    assert rows(name, "sizes") == [[height, width, channels]]
    assert rows(name, "planes") == [[channel] for channel in range(channels)]
    assert rows(name, "positions") == [[0, run - 1, row - 1], [row, row + run - 1, 53]]
    assert rows(name, "run") == [[across, channels, run]]
    assert rows(name, "step") == [[width, channels, row]]
    first = found.index[0].reshape(-1, run)
    assert first[:, [0, -1]].tolist() == [[0, run - 1], [row, row + run - 1]]


def test_one_index_many_images():
    name = "one_index_many_images.svg"
    found = variables_beside(name)
    first = found.index[0].reshape(2, -1)
    last = len(found.images) - 1
    assert rows(name, "images") == [[0], [1], [last]]
    size = found.images[0].size
    assert rows(name, "positions") == [
        [*first[0, [0, -1]], *first[1, [0, -1]], size - 1]
    ]
    arrays = found.gathered, found.weights, found.gathered @ found.weights
    assert rows(name, "shapes") == [list(array.shape) for array in arrays]


def test_three_knobs():
    name = "three_knobs.svg"
    found = variables_beside(name)
    image, kernel = found.image.shape, found.kernel.shape
    padded = image[0] + 2, image[1] + 2
    ways = {
        "padded": (padded, {}),
        "strided": (image, {"stride": 2}),
        "dilated": (image, {"dilation": 2}),
    }
    tree = ElementTree.parse(FOLDER / name)
    for (group, (shape, knob)), written in zip(
        ways.items(), rows(name, "placements"), strict=True
    ):
        assert written == list(found.output_shape(shape, kernel, **knob))
        (dots,) = [e for e in tree.iter() if e.get("class") == group]
        places = np.array([[float(e.get(c)) for c in ("cy", "cx")] for e in dots])
        down, across = np.rint((places - places[0]) / CELL).astype(int).T
        offsets = found.window_offsets(shape, kernel, **knob)
        assert (down * shape[1] + across).tolist() == offsets.tolist()


def test_layers_of_a_cnn():
    name = "layers_of_a_cnn.svg"
    ledger = built_book.markdown("book/08_train_a_tiny_cnn")
    shape = {
        row[0]: numbers_in(row[1])
        for row in re.findall(r"^\| `(\w+)` \| \((.*?)\) \|", ledger, re.M)
    }
    shapes = [shape["images"][1:3], shape["maps"][1:], shape["pooled"][1:]]
    shapes += [shape["features"][1:], shape["scores"][1:]]
    assert rows(name, "shapes") == shapes
    assert rows(name, "kernels") == [shape["kernels"][:1], shape["kernels"][1:3]]


def test_same_numbers_other_times():
    name = "same_numbers_other_times.svg"
    case = running("book/09_measure_it").near(5)["digits"]["AVX-512"]
    tree = ElementTree.parse(FOLDER / name)
    (methods,) = [e for e in tree.iter() if e.get("class") == "methods"]
    times = [1000 * case["times"][line.text]["median"] for line in methods]
    (written,) = [e for e in tree.iter() if e.get("class") == "times"]
    assert [line.text for line in written] == [f"{time:,.0f} ms" for time in times]
    widths = [float(w) for e in tree.iter() for w in BAR.findall(e.get("d", ""))]
    np.testing.assert_allclose(widths, DECADE * np.log10(times), atol=0.1)


def test_image_and_band():
    name = "image_and_band.svg"
    found = running("book/10_make_it_fast").near(1)
    (((*image,),), ((*band,),)) = rows(name, "positions"), rows(name, "band")
    first = found["in_image"][0].reshape(2, -1)
    assert image == first[:, [0, -1]].ravel().tolist()
    assert band == found["in_band"][0, [0, -1]].tolist()


def test_blocks_of_kernels():
    name = "blocks_of_kernels.svg"
    found = variables_beside(name)
    depth, (n_kernels, *size, _) = found.channels, found.kernels.shape
    layers = {1: n_kernels, found.groups: n_kernels, depth: depth}
    assert rows(name, "groups") == [[groups] for groups in layers]
    assert rows(name, "channels") == [[number] for number in range(depth)]
    written = [k for line in rows(name, "columns") for k in line]
    assert written == [k for kernels in layers.values() for k in range(kernels)]
    cells = [kernels * depth // groups for groups, kernels in layers.items()]
    assert rows(name, "values") == [[count * np.prod(size)] for count in cells]
    assert rows(name, "cell") == [[*size, 2]]
    tree = ElementTree.parse(FOLDER / name)
    (filled,) = [e for e in tree.iter() if e.get("class") == "filled"]
    for path, (groups, kernels) in zip(filled, layers.items(), strict=True):
        found_at = re.findall(r"M(\d+) (\d+)h18", path.get("d"))
        places = np.array(found_at, dtype=int)
        across, down = ((places - places.min(axis=0)) // 18).T
        wanted = across // (kernels // groups) == down // (depth // groups)
        assert wanted.all() and len(places) == kernels * depth // groups


def test_tile_of_windows():
    name = "tile_of_windows.svg"
    found = running("book/13_read_a_real_one").near(14)
    assert rows(name, "windows") == [list(found["whole"].shape)]
    weights = found["kernel_matrix"](found["kernels"])
    assert rows(name, "weights") == [list(weights.shape)]
    assert rows(name, "output") == [[found["whole"].shape[0], weights.shape[1]]]
    (((row, column),), ((position,),)) = rows(name, "entry"), rows(name, "position")
    assert position == found["whole"][row, column] == found["position"]


def test_three_scores():
    name = "three_scores.svg"
    found = variables_beside(name)
    assert rows(name, "template") == rows(name, "piece") == found.template.tolist()
    assert rows(name, "bright") == found.image[:2, 5:8].tolist()
    shown = [found.raw, found.zero_mean, found.scores]
    places = (0, 5), found.cut
    for line, table in zip(rows(name, "scores"), shown, strict=True):
        np.testing.assert_allclose(line, [table[place] for place in places], atol=1e-9)


def test_every_drawing_is_used_and_every_one_used_is_there():
    assert len(DRAWINGS) >= 5
    assert sorted(name for _, name, _ in STORED) == DRAWINGS
