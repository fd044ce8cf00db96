"""Wrong values by argument, the error and the form of its message, and some in full.

A new argument needs a right value, if it has no default, and a line of wrong ones for
each error: they are for every function that has it. A function that needs another right
value has it in OTHERS. A module with public functions of
its own comes in by `MODULES`.
"""

import numpy as np

import xcorr_helpers

MODULES = [xcorr_helpers]

LARGEST = int(np.iinfo(np.intp).max)
HALF = (LARGEST + 1) // 2
NAN, INFINITY = float("nan"), float("inf")
IMAGES, KERNELS, OUTPUTS = (
    np.arange(np.prod(shape), dtype=float).reshape(shape)
    for shape in ((3, 6, 8, 2), (4, 2, 3, 2), (3, 5, 6, 4))
)
WIDE = np.broadcast_to(np.int8(0), (LARGEST // 16, 2, 3, 2))  # one value, shown often

RIGHT = {
    "images": IMAGES,
    "kernels": KERNELS,
    "output_gradient": OUTPUTS,
    "image_shape": (6, 8, 2),
    "kernel_shape": (2, 3, 2),
    "name": "pytorch_conv2d.npz",
    "template": KERNELS[0],
}
OTHERS = {"correlate_transposed": {"kernels": KERNELS[:2]}}  # one for each channel


class NoArray:
    """Refuses to be read, like a PyTorch tensor that records its gradient."""

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("use tensor.detach().numpy() instead")


NO_NUMBER = [
    *(None, True, np.True_, 2.0, 1.5, NAN, INFINITY, np.float64(2), 2j),
    *({2: 3}, {2, 3}, b"23", bytearray(b"23"), memoryview(b"23"), object()),
    *((size for size in (2, 3)), np.ma.array([2, 3])),
]
NO_ITEM = [True, 3.0, None, "3", 3j, NAN, [3], np.array([3])]
NO_LENGTH = [(), (2,), np.array([2]), (1, 2, 3, 4), np.array([[2, 3]])]
NEGATIVE = [(-2, 3), (2, -3), [2, np.int8(-3)]]


def no_items(length):
    """List what has as many items as there should be, one no whole number, or all."""
    right = (2, 3, 1)[:length]
    places = [(place, item) for place in range(length) for item in NO_ITEM]
    mixed = [(*right[:place], item, *right[place + 1 :]) for place, item in places]
    return mixed + [np.array(right, kind) for kind in ("U1", float, "m8[s]")]


def no_word(word):
    """List what is not one of some words, however near it comes to one."""
    texts = ["", word.title(), f"{word} ", word.encode(), "reflect"]
    return [True, 1.0, NAN, *texts, [word], {word}, np.array([word])]


NO_ARRAY = [
    *(None, True, 5, NAN, np.float32(5), np.array(5), "images.npy", b"12"),
    *({1, 2}, {"a": 1}, (row for row in IMAGES), object(), NoArray()),
]
RECORD = [("red", "u1"), ("blue", "u1")]
NO_REAL = [
    *(
        np.zeros((3, 2, 3, 2), kind)
        for kind in (complex, object, "f2", "M8[s]", RECORD)
    ),
    *([[[[1j]]]], [[[[None]]]], [[[[2**70]]]], [[[["12"]]]], np.zeros((1, 1), "m8[s]")),
]
RAGGED = [[[1, 2], [3]], [[[[1], [3]], [[5]]]], [np.zeros((2, 3)), np.zeros((2, 4))]]
MASKED = [np.ma.masked_less(IMAGES, 9), [np.ma.zeros((2, 3, 2))], np.ma.array(5)]
NO_SHAPE = [
    *([], IMAGES[0, 0], IMAGES[None], IMAGES[0, 0].view(np.matrix)),
    *(IMAGES[:, :0], IMAGES[:, :, :0], IMAGES[:, :, :0, 0], IMAGES[..., :0]),
]
NO_FLOATS = [
    *("uint8", np.uint8, bool, int, np.float16, complex, object, str, "f4,f4"),
    np.dtype(float).newbyteorder(),
]
if np.dtype(np.longdouble) != np.float64:  # which it is on Windows
    NO_REAL.append(np.zeros((3, 2, 3, 2), np.longdouble))
    NO_FLOATS.append(np.longdouble)

SHAPES, STEPS = "image_shape kernel_shape", "stride dilation"
ARRAYS, MORE = "images kernels output_gradient template", "output_padding"
WRONG = [
    (SHAPES, TypeError, "value", [*NO_NUMBER, *no_items(3), 2, np.array(2), "23"]),
    (SHAPES, ValueError, "value", [*NO_LENGTH, *NEGATIVE, (0, 9), (5, 9, 0)]),
    (STEPS, TypeError, "value", [*NO_NUMBER, *no_items(2), "2", "same"]),
    (STEPS, ValueError, "value", [*NO_LENGTH, *NEGATIVE, -1, np.int64(0), 0, (0, 1)]),
    (STEPS, ValueError, "value", [(1, 0), (1, 2, 3), LARGEST + 1, 2**70, (1, 2**70)]),
    ("groups", TypeError, "value", [*NO_NUMBER, *no_items(2), "2", (1, 2), [2]]),
    ("groups", ValueError, "value", [0, -1, np.int64(0)]),
    ("padding", TypeError, "value", [*NO_NUMBER, *no_items(2), ((1, 2), 3)]),
    ("padding", TypeError, "value", [((1, 2), (3, 4.0)), ((1, True), (3, 4))]),
    ("padding", ValueError, "value", [*NO_LENGTH, *NEGATIVE, -1, (1, 2, 3), ((1, 2),)]),
    (
        "padding",
        ValueError,
        "value",
        [((1,), (2,)), ((1, 2), (3, 4, 5)), ("same",) * 3],
    ),
    ("padding", ValueError, "value", [((1, 2), (3, -4)), np.array([[1, -2], [3, 4]])]),
    ("padding", ValueError, "value", ["", "Same", "1", "reflect"]),
    (ARRAYS, TypeError, "value", NO_ARRAY),
    (ARRAYS, TypeError, "dtype of it", NO_REAL),
    (ARRAYS, ValueError, "a ragged list", RAGGED),
    (ARRAYS, TypeError, "a masked one", MASKED),
    (ARRAYS, ValueError, "shape", NO_SHAPE),
    ("kernels template", ValueError, "shape", [KERNELS[:0]]),
    (MORE, TypeError, "value", [*NO_NUMBER, *no_items(2), "2", "same"]),
    (MORE, ValueError, "value", [*NO_LENGTH, *NEGATIVE, -1, 1, (0, 1), 2**70]),
    ("method", ValueError, "value", [None, *no_word("auto"), np.array("auto")]),
    ("measure", ValueError, "value", [None, *no_word("ncc"), np.array("ncc")]),
    ("split", ValueError, "value", [None, *no_word("train"), {"train": 1}]),
    ("run", ValueError, "value", [None, *no_word("avx2"), 2]),
    ("source", ValueError, "value", no_word("sample")),  # None asks the environment
    ("name", ValueError, "value", [None, *no_word("pytorch_conv2d.npz"), "../LICENSE"]),
    ("dtype", TypeError, "value", [None, True, 64, 1.0, NAN, "decimal", ["f8"]]),
    ("dtype", TypeError, "value", ["f4,,", ("f4", -1), np.zeros(2)]),
    ("dtype", TypeError, "dtype", NO_FLOATS),
    ("timeout", TypeError, "value", [None, True, "30", [30], np.array([30.0]), 3j]),
    ("timeout", ValueError, "value", [0, -0.5, NAN, INFINITY, 86_401]),
]

# What is changed in the right call, and all that is said: by a ValueError, or by that of
# the type. The first argument is the one that the row is for.
VALUES = f"at most {LARGEST} values, as many as an index can count"
BYTES = f"of at most {LARGEST} bytes, as many as an index can count"
IN_FULL = f"""
output_shape correlation_indices: image_shape="2" * 999
  TypeError: image_shape must be (height, width) or (height, width, channels), in whole numbers of at least 1, got '{"2" * 37}...{"2" * 38}'
correlate_input_gradient: image_shape=(6, 8)
  image_shape must be (H, W, C), in whole numbers of at least 1, got (6, 8)
correlate_kernel_gradient: kernel_shape=[2] * 9
  kernel_shape must be (kh, kw, C), in whole numbers of at least 1, got [2, 2, 2, 2, 2, 2, ...]
correlate: stride=(2, np.ma.array(3))
  TypeError: stride must be a whole number of at least 1, or (rows, columns), got (2, a masked array)
correlate: dilation=LARGEST + 1
  dilation must be at most {LARGEST}, the largest index here, got {LARGEST + 1}
output_shape correlate: padding="Same"
  padding must be a whole number of at least 0, (rows, columns), ((top, bottom), (left, right)), "valid", "same" or "full", got 'Same'
kernel_matrix: kernels=KERNELS[:, :, :0, 0]
  kernels must be (K, kh, kw) or (K, kh, kw, C) with every size at least 1, got shape (4, 2, 0)
correlate correlate_kernel_gradient: images=IMAGES[..., :0]
  images must be (N, H, W, C) with every size but N at least 1, got shape (3, 6, 8, 0)
correlate correlate_input_gradient: kernels=KERNELS[None]
  kernels must be (K, kh, kw, C), got shape (1, 4, 2, 3, 2)
correlate_input_gradient correlate_kernel_gradient: output_gradient=OUTPUTS[None]
  output_gradient must be (N, out_h, out_w, K), got shape (1, 3, 5, 6, 4)
correlate: images=NoArray()
  TypeError: images must be an array of numbers, got an object of type NoArray, which NumPy cannot read: use tensor.detach().numpy() instead
correlate: images=[[1, 2], [3]]
  images must be an array of numbers, got a ragged list: all its rows must have the same length
correlate: images=np.ma.zeros((3, 2, 3, 2))
  TypeError: images must be a plain array, got a masked one: fill it first, as in images.filled(0)
correlate: images=IMAGES.astype(complex)
  TypeError: images must hold float64, float32, integers or booleans, got complex128: give its .real and its .imag, one after the other
kernel_matrix: kernels=KERNELS.astype("f2")
  TypeError: kernels must hold float64, float32, integers or booleans, got float16: convert it first, as in np.asarray(kernels, np.float64)
correlate: groups=3
  groups must divide the channels, got 3 for 2 of images (3, 6, 8, 2)
correlate_input_gradient: groups=2**70
  groups must divide the channels, got 1180591620717411303424 for 2 of image_shape (6, 8, 2)
correlate: groups=2
  each kernel of kernels (4, 2, 3, 2) must have as many channels as images (3, 6, 8, 2) in each of 2 groups: 1, not 2
correlate_kernel_gradient: groups=2
  kernel_shape (2, 3, 2) must have as many channels as images (3, 6, 8, 2) in each of 2 groups: 1, not 2
correlate: groups=2, kernels=KERNELS[:3, :, :, :1]
  groups must divide the number of kernels, got 2 for 3 of kernels
correlate_input_gradient: groups=2, kernels=KERNELS[:3, :, :, :1], output_gradient=OUTPUTS[..., :3]
  groups must divide the number of kernels, got 2 for 3 of kernels
correlate_kernel_gradient: groups=2, kernel_shape=(2, 3, 1), output_gradient=OUTPUTS[..., :3]
  groups must divide the number of kernels, got 2 for 3 of output_gradient
correlate: method="fft"
  method must be "auto", "index" or "bands", got 'fft'
match_template: measure="TM_CCOEFF_NORMED"
  measure must be "zncc", "zcc", "ncc", "cc", "ssd" or "nssd", got 'TM_CCOEFF_NORMED'
match_template: template=KERNELS
  template must be (h, w, C), got shape (4, 2, 3, 2)
match_template: template=KERNELS[0, ..., 0]
  template must be (h, w, C), got shape (2, 3): template[..., None] may be what you mean
match_template: images=IMAGES[0]
  images must be (N, H, W, C), got shape (6, 8, 2): images[None] or images[..., None] may be what you mean
match_template: template=KERNELS[0, ..., :1]
  template (2, 3, 1) must have as many channels as images (3, 6, 8, 2): 2, not 1
match_template: template=np.zeros((9, 3, 2))
  template (9, 3, 2) must fit into images (3, 6, 8, 2): it has 9 x 3 pixels, each image 6 x 8
match_template: template=[[1, 2], [3]]
  template must be an array of numbers, got a ragged list: all its rows must have the same length
load_mnist load_cifar10: split="Train"
  split must be "train" or "test", not 'Train'
benchmark_results: run="AVX2"
  run must be "stored" or "avx2", not 'AVX2'
load_mnist load_cifar10: source="web"
  source must be "sample", "kaggle" or the path of a folder that there is, not 'web'
load_mnist load_cifar10: source="no/such/folder"
  source must be "sample", "kaggle" or the path of a folder that there is, not 'no/such/folder'
load_mnist load_cifar10: dtype=None
  TypeError: dtype must be float32 or float64, not None
output_shape window_index window_offsets correlation_indices: image_shape=[5, 9]
  image_shape (5, 9) and kernel_shape (2, 3, 2) must have the same number of axes: give both their channels, or neither
correlate: kernels=np.zeros((4, 3, 3, 5))
  each kernel of kernels (4, 3, 3, 5) must have as many channels as images (3, 6, 8, 2): 2, not 5
correlate_input_gradient: kernels=KERNELS[..., :1]
  each kernel of kernels (4, 2, 3, 1) must have as many channels as image_shape (6, 8, 2): 2, not 1
correlate_kernel_gradient: kernel_shape=(2, 3, 1)
  kernel_shape (2, 3, 1) must have as many channels as images (3, 6, 8, 2): 2, not 1
output_shape window_index window_offsets correlation_indices: dilation=(1, 5)
  kernel_shape (2, 3, 2) must fit into the padded image: it spans 2 x 11 pixels with dilation (1, 5), the padded image has 6 x 8
correlate: kernels=np.zeros((4, 9, 3, 2)), padding=((1, 0), (2, 3))
  each kernel of kernels (4, 9, 3, 2) must fit into the padded image: it spans 9 x 3 pixels with dilation (1, 1), the padded image has 7 x 13
correlate_input_gradient: output_gradient=OUTPUTS[:, 1:]
  output_gradient must have 5 x 6 placements, as `correlate` makes of these shapes, got shape (3, 4, 6, 4)
correlate_kernel_gradient: output_gradient=OUTPUTS[:, :, 1:]
  output_gradient must have 5 x 6 placements, as `correlate` makes of these shapes, got shape (3, 5, 5, 4)
correlate_input_gradient: output_gradient=OUTPUTS[..., 1:]
  output_gradient must have a last axis as long as kernels, 4, got shape (3, 5, 6, 3)
correlate_kernel_gradient: output_gradient=OUTPUTS[:2]
  output_gradient must have a first axis as long as images, 3, got shape (2, 5, 6, 4)
output_shape window_index window_offsets correlation_indices: image_shape=(HALF, 1, 2)
  image_shape ({HALF}, 1, 2) must have {VALUES}
output_shape correlate correlate_input_gradient correlate_kernel_gradient: padding=(HALF // 16, 0)
  padding must give a padded image of {VALUES}, got ({HALF // 16}, 0), which gives {HALF // 8 + 6} x 8 x 2
window_index: kernel_shape=(HALF, 1), image_shape=(HALF, 1)
  kernel_shape must give an index {BYTES}, got ({HALF}, 1), which gives shape ({HALF}, 1, 1)
window_offsets: image_shape=(1, HALF), kernel_shape=(1, 1)
  image_shape must give an index {BYTES}, got (1, {HALF}), which gives shape (1, {HALF})
correlation_indices: image_shape=(LARGEST // 48, 5), kernel_shape=(3, 4)
  image_shape must give an index {BYTES}, got ({LARGEST // 48}, 5), which gives shape ({2 * (LARGEST // 48 - 2)}, 12)
correlate: images=WIDE
  images must give an output {BYTES}, got shape {WIDE.shape} with padding 0, which gives shape ({len(WIDE)}, 1, 1, 4)
correlate_input_gradient: image_shape=(HALF // 2, 1, 2), kernels=KERNELS[:, :, :1], stride=HALF // 2 - 2, output_gradient=OUTPUTS[:, :2, :1]
  image_shape must give a gradient {BYTES}, got ({HALF // 2}, 1, 2), which gives shape (3, {HALF // 2}, 1, 2)
correlate_kernel_gradient: kernel_shape=(LARGEST // 48, 1, 2), padding=((LARGEST // 48, 0), (0, 0)), output_gradient=np.zeros((3, 7, 8, 4))
  kernel_shape must give a gradient {BYTES}, got ({LARGEST // 48}, 1, 2), which gives shape (4, {LARGEST // 48}, 1, 2)
correlate: kernels=KERNELS[0]
  kernels must be (K, kh, kw, C), got shape (2, 3, 2): kernels[None] may be what you mean
correlate: images=IMAGES[0], kernels=KERNELS[0]
  images must be (N, H, W, C) and kernels (K, kh, kw, C), got shapes (6, 8, 2) and (2, 3, 2): images[None] and kernels[None] may be what you mean
correlate: kernels=KERNELS.transpose(0, 3, 1, 2)
  each kernel of kernels (4, 2, 2, 3) must have as many channels as images (3, 6, 8, 2): 2, not 3; channels go last: kernels.transpose(0, 2, 3, 1) or kernels.transpose(3, 0, 1, 2) would fit
output_shape correlate: padding="reflect"
  padding must be a whole number of at least 0, (rows, columns), ((top, bottom), (left, right)), "valid", "same" or "full", got 'reflect': it adds zeros; for others, pad first: np.pad(..., mode="reflect")
correlate_input_gradient: image_shape=(3, 6, 8, 2)
  image_shape must be (H, W, C), in whole numbers of at least 1, got (3, 6, 8, 2): without the first axis, that of the batch, it is (6, 8, 2)
correlate_input_gradient: kernels=OUTPUTS, output_gradient=KERNELS
  each kernel of kernels (3, 5, 6, 4) must have as many channels as image_shape (6, 8, 2): 2, not 4: output_gradient and kernels seem to be exchanged
correlate_kernel_gradient: images=OUTPUTS, output_gradient=IMAGES
  kernel_shape (2, 3, 2) must have as many channels as images (3, 5, 6, 4): 4, not 2: output_gradient and images seem to be exchanged
correlate_nd: images=IMAGES[0, 0]
  images must be (N, W, C) or (N, H, W, C) or (N, D, H, W, C), got shape (8, 2)
correlate_nd: kernels=KERNELS[:, :0]
  kernels must be (K, kw, C) or (K, kh, kw, C) or (K, kd, kh, kw, C) with every size at least 1, got shape (4, 0, 3, 2)
correlate_nd: images=IMAGES[None]
  images must be (N, H, W, C) for kernels of shape (4, 2, 3, 2), got shape (1, 3, 6, 8, 2): kernels[None] may be what you mean
correlate_nd: images=IMAGES[:, :, :, 0]
  kernels must be (K, kw, C) for images of shape (3, 6, 8), got shape (4, 2, 3, 2): images[..., None] may be what you mean
correlate_nd: kernels=KERNELS[0]
  images must be (N, W, C) for kernels of shape (2, 3, 2), got shape (3, 6, 8, 2): kernels[None] may be what you mean
correlate_nd: kernels=KERNELS[..., None]
  kernels must be (K, kh, kw, C) for images of shape (3, 6, 8, 2), got shape (4, 2, 3, 2, 1): images[..., None] may be what you mean
correlate_nd: stride=(1, 2, 3)
  stride must be a whole number of at least 1, or a tuple of one for each axis (here 2), got (1, 2, 3)
correlate_nd: dilation=(1, 2), images=IMAGES[0], kernels=KERNELS[0]
  dilation must be a whole number of at least 1, or a tuple of one for each axis (here 1), got (1, 2)
correlate_nd: dilation=(LARGEST + 1, 1)
  dilation must be at most {LARGEST}, the largest index here, got ({LARGEST + 1}, 1)
correlate_nd: padding=(1, 2, 3)
  padding must be a whole number of at least 0, a tuple of one or of (before, after) for each axis (here 2), "valid", "same" or "full", got (1, 2, 3)
correlate_nd: padding=(3, 0), images=IMAGES[0], kernels=KERNELS[0]
  padding must be a whole number of at least 0, a tuple of one or of (before, after) for each axis (here 1), "valid", "same" or "full", got (3, 0)
correlate_nd: padding="wrap"
  padding must be a whole number of at least 0, a tuple of one or of (before, after) for each axis (here 2), "valid", "same" or "full", got 'wrap': it adds zeros; for others, pad first: np.pad(..., mode="wrap")
correlate_nd: padding=(HALF // 16, 0)
  padding must give a padded image of {VALUES}, got ({HALF // 16}, 0), which gives {HALF // 8 + 6} x 8 x 2
correlate_nd: groups=3
  groups must divide the channels, got 3 for 2 of images (3, 6, 8, 2)
correlate_nd: groups=2
  each kernel of kernels (4, 2, 3, 2) must have as many channels as images (3, 6, 8, 2) in each of 2 groups: 1, not 2
correlate_nd: groups=2, kernels=KERNELS[:3, :, :, :1]
  groups must divide the number of kernels, got 2 for 3 of kernels
correlate_nd: kernels=np.zeros((4, 7, 3, 2))
  each kernel of kernels (4, 7, 3, 2) must fit into the padded image: it spans 7 x 3 pixels with dilation (1, 1), the padded image has 6 x 8
correlate_nd: kernels=np.zeros((4, 2, 3, 3, 2)), images=np.zeros((2, 4, 5, 7, 2)), dilation=(1, 1, 4)
  each kernel of kernels (4, 2, 3, 3, 2) must fit into the padded image: it spans 2 x 3 x 9 pixels with dilation (1, 1, 4), the padded image has 4 x 5 x 7
correlate_nd: images=WIDE
  images must give an output {BYTES}, got shape {WIDE.shape} with padding 0, which gives shape ({len(WIDE)}, 1, 1, 4)
correlate_transposed: images=IMAGES[0]
  images must be (N, H, W, C_in), got shape (6, 8, 2)
correlate_transposed: kernels=KERNELS[0]
  kernels must be (C_in, kh, kw, C_out // groups), got shape (2, 3, 2)
correlate_transposed: kernels=KERNELS
  kernels must be (C_in, kh, kw, C_out // groups) with a first axis as long as the last of images, 2, got shape (4, 2, 3, 2): kernels.transpose(3, 1, 2, 0) would fit
correlate_transposed: kernels=KERNELS[:3]
  kernels must be (C_in, kh, kw, C_out // groups) with a first axis as long as the last of images, 2, got shape (3, 2, 3, 2): kernels.transpose(3, 1, 2, 0) would fit
correlate_transposed: kernels=KERNELS, groups=2
  kernels must be (C_in, kh, kw, C_out // groups) with a first axis as long as the last of images, 2, got shape (4, 2, 3, 2)
correlate_transposed: groups=3
  groups must divide the channels, got 3 for 2 of images (3, 6, 8, 2)
correlate_transposed: stride=(1, 2, 3)
  stride must be a whole number of at least 1, or (rows, columns), got (1, 2, 3)
correlate_transposed: padding="same"
  padding must be a whole number of at least 0, (rows, columns) or ((top, bottom), (left, right)), got 'same'
correlate_transposed: padding=((3, 4), (0, 0))
  padding must leave at least one row and one column of the output, got ((3, 4), (0, 0)), which leaves 0 x 10
correlate_transposed: padding=(0, 5)
  padding must leave at least one row and one column of the output, got (0, 5), which leaves 7 x 0
correlate_transposed: output_padding=(0, -1)
  output_padding must be a whole number of at least 0, or (rows, columns), got (0, -1)
correlate_transposed: output_padding=(1, 2), stride=2
  output_padding must be smaller than stride or dilation, here (2, 2) and (1, 1), got (1, 2)
correlate_transposed: output_padding=3, dilation=(3, 4)
  output_padding must be smaller than stride or dilation, here (1, 1) and (3, 4), got 3
correlate_transposed: images=np.zeros((0, 6, 8, 2)), stride=LARGEST // 40
  images must give an output {BYTES}, got shape (0, 6, 8, 2) with stride ({LARGEST // 40}, {LARGEST // 40}), which gives shape (1, {LARGEST // 40 * 5 + 2}, {LARGEST // 40 * 7 + 3}, 2)
"""
