"""Where Python itself runs in a browser."""

import sys

import pytest

import xcorr_helpers


def test_in_a_browser_kaggle_is_refused_in_words(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    for load in (xcorr_helpers.load_mnist, xcorr_helpers.load_cifar10):
        with pytest.raises(
            xcorr_helpers.DatasetError, match="a page in a browser may not"
        ):
            load(source="kaggle")
