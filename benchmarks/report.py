"""Results as text: the JSON file, and the tables that a run prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from .choice import loss, strip_medians
from .contenders import PYTORCH
from .targets import (
    CORRELATE2D_TIMES,
    GEOMETRIC_MEAN,
    Row,
    geometric_mean,
    median_of,
    pytorch_median,
    rounded,
)


def json_text(results: dict[str, Any]) -> str:
    """Write JSON with numbers of four digits, and each innermost object on a line."""
    text = json.dumps(_short(results), indent=1)
    for innermost in (r"\{[^{}\[\]]*\}", r"\[[^{}\[\]]*\]"):
        text = re.sub(innermost, lambda found: " ".join(found[0].split()), text)
    return text + "\n"


def _short(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _short(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_short(item) for item in value]
    return rounded(value) if isinstance(value, float) else value


def table(title: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Set columns below each other: the first two to the left, numbers to the right."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines)]
    text = [
        "  ".join(
            cell.ljust(width) if i < 2 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(line, widths))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([f"\n{title}", *text])


def times_table(name: str, times: dict[str, dict[str, Any]]) -> str:
    head = "contender", "", "median ms", "lowest", "highest", "rounds", "peak MB"
    rows = []
    for contender, found in times.items():
        if "skipped" in found:
            rows.append([contender, "left out: " + found["skipped"], *[""] * 5])
            continue
        peak = found["peak_bytes"]
        seconds = (f"{1e3 * found[key]:.2f}" for key in ("median", "low", "high"))
        memory = "?" if peak is None else f"{peak / 1e6:.1f}"
        rows.append([contender, "", *seconds, str(found["rounds"]), memory])
    return table(name, head, rows)


def pytorch_table(cases: list[Row], targets: list[Row], mean: float) -> str:
    """Compare `correlate`, and the parts of it that bound its time, with PyTorch."""
    head = (
        "case",
        "dtype",
        "PyTorch ms",
        "correlate ms",
        "ratio",
        "target",
        "",
        "products alone",
        "copies alone",
        "output alone",
    )
    against = [row for row in targets if row["against"] == "PyTorch"]
    rows = []
    for case, target in zip(cases, against):
        theirs = pytorch_median(case)
        parts = ("products_alone", "copies_alone", "output_alone")
        rows.append(
            [
                case["name"],
                case["dtype"],
                f"{1e3 * theirs:.2f}",
                f"{1e3 * median_of(case, 'correlate'):.2f}",
                f"{target['ratio']:.2f}",
                f"{target['target']:.2f}",
                verdict(target["met"]),
                *(f"{case[part] / theirs:.2f}" for part in parts),
            ]
        )
    title = (
        "`correlate` against the better of PyTorch's two memory formats (times in its)"
    )
    return (
        table(title, head, rows)
        + f"\ngeometric mean {mean:.2f}, target {GEOMETRIC_MEAN}: "
        + verdict(mean <= GEOMETRIC_MEAN)
    )


def kept_memory_table(cases: list[Row]) -> str:
    """Compare again where freed memory is kept, and with PyTorch's own format."""
    rows, kept, planar = [], [], []
    for case in cases:
        found = {name: time["median"] for name, time in case["kept_memory"].items()}
        kept.append(found["correlate"] / min(found[c.name] for c in PYTORCH))
        one_channel = case["images"][3] == 1
        theirs = median_of(case, "PyTorch") if one_channel else pytorch_median(case)
        planar.append(median_of(case, "correlate") / theirs)
        rows.append(
            [case["name"], case["dtype"], f"{kept[-1]:.2f}", f"{planar[-1]:.2f}"]
        )
    rows.append(
        [
            "geometric mean",
            "",
            f"{geometric_mean(kept):.2f}",
            f"{geometric_mean(planar):.2f}",
        ]
    )
    return table(
        "`correlate` in PyTorch's time: with freed memory kept; and as it comes, but "
        "with\n`contiguous(memory_format=...)`, which leaves one channel in the planar "
        "format",
        ("case", "dtype", "memory kept", "planar"),
        rows,
    )


def scipy_table(targets: list[Row]) -> str:
    head = "case", "dtype", "correlate2d / correlate", "", "tensordot / correlate", ""
    rows: dict[tuple[str, str], list[str]] = {}
    for row in targets:
        if row["against"] != "PyTorch":
            cells = rows.setdefault((row["case"], row["dtype"]), [])
            cells += [f"{1 / row['ratio']:.1f}", verdict(row["met"])]
    title = (
        f"Times as fast as a loop of `correlate2d` (target {CORRELATE2D_TIMES}) and as "
        "`sliding_window_view` with `tensordot` (target 1)"
    )
    return table(title, head, ([*names, *cells] for names, cells in rows.items()))


def choice_table(cases: list[Row]) -> str:
    head = "case", "dtype", "t chosen", "best t measured", "loss in percent"
    rows = []
    for case in cases:
        medians, chosen = strip_medians(case), case["chosen_t"]
        best = min(medians, key=medians.__getitem__)
        lost = f"{100 * (loss(case, chosen) - 1):.0f}"
        rows.append([case["name"], case["dtype"], str(chosen), str(best), lost])
    return table("The t that the strips choose, and the best", head, rows)


def fit_lines(fits: dict[str, dict[str, float]]) -> str:
    lines = ["\nConstants (copy, start) that would lose least on these cases"]
    for dtype, fit in fits.items():
        lines.append(
            f"{dtype}: ({fit['copy']:g}, {fit['start']:g}) lose "
            f"{100 * (fit['loss'] - 1):.1f} percent; in use: ({fit['copy_in_use']:g}, "
            f"{fit['start_in_use']:g}), which lose {100 * (fit['loss_in_use'] - 1):.1f}"
        )
    return "\n".join(lines)


def verdict(met: bool) -> str:
    return "met" if met else "falls short"
