"""A report ends in the explorer's settings for the case that failed, if it has any."""

import re

import numpy as np

import xcorr_helpers as xh
from xcorr_helpers import checks

LINE = re.compile(r"^  explorer: #(\S+)$", re.MULTILINE)


def line(judge, function):
    report = checks.result(judge, function).report
    found = LINE.findall(report)
    assert len(found) <= 1 and (not found or report.endswith(found[0]))
    return dict(part.split("=") for part in found[0].split("&")) if found else {}


def test_it_names_the_case_the_place_and_the_positions_that_came():
    def shifted(image_shape, kernel_shape):
        index = xh.correlation_indices(image_shape, kernel_shape)
        index[3, 2] += 1
        return index

    toy = {"h": "5", "w": "9", "kh": "2", "kw": "3"}
    assert line("correlation_indices", shifted) == toy | {
        "panel": "index",
        "cell": "20",
        "read": "3,4,6,12,13,14",
    }
    ones = line("correlate_image", lambda image, kernel: np.ones((4, 7)))
    assert ones == toy | {"kernel": "1,0,-1,2,1,0", "cell": "0"}


def test_a_right_answer_and_other_judges_have_no_such_line():
    assert line("window_index", xh.window_index) == {}
    assert line("softmax", lambda scores: scores) == {}
