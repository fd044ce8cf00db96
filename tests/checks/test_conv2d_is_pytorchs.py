"""What the judge of `conv2d` takes for right is what PyTorch computes."""

import importlib.util
from pathlib import Path

import numpy as np

from xcorr_helpers import sample_path
from xcorr_helpers.checks.records.chapter_6_conv2d import CONV2D

ROOT = Path(__file__).resolve().parents[2]
PLAIN = (1, 1), (0, 0), (1, 1)


def script():
    path = ROOT / "data" / "make_pytorch_reference.py"
    spec = importlib.util.spec_from_file_location("make_pytorch_reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_without_knobs():
    made = script()
    images, kernels = map(made.channels_first, made.toy())
    with np.load(sample_path("pytorch_conv2d.npz")) as stored:
        for program in (CONV2D.reference, *CONV2D.ways):
            out = program(images, kernels, *PLAIN)
            np.testing.assert_array_equal(out, stored["output"])


def test_with_all_knobs():
    """Each of PyTorch's groups is a layer of its own: one channel, two kernels."""
    made = script()
    images = made.channels_first(made.toy()[0])[:2]
    kernels = made.channels_first(made.grouped_toy()[0])
    knobs = [made.OPTIONS[name] for name in ("stride", "padding", "dilation")]
    groups = made.OPTIONS["groups"]
    assert groups == images.shape[1] and len(kernels) == 2 * groups
    with np.load(sample_path("pytorch_conv2d.npz")) as stored:
        for program in (CONV2D.reference, *CONV2D.ways):
            outs = [
                program(images[:, [g]], kernels[2 * g : 2 * g + 2], *knobs)
                for g in range(groups)
            ]
            np.testing.assert_array_equal(np.hstack(outs), stored["grouped_output"])
