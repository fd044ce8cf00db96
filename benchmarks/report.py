"""Results as text: the JSON file, and the tables that a run prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from .contenders import PYTORCH, bands_name
from .targets import (
    GRADIENT_MEANS,
    MEANS,
    Row,
    geometric_mean,
    median_of,
    pytorch_means,
    pytorch_median,
    pytorch_ratio,
    rounded,
    small_targets,
    targets,
)

HEAD = "case", "dtype", "PyTorch ms", "correlate ms", "ratio"
BOUNDS = "products_alone", "copies_alone", "output_alone"


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


def tables(results: dict[str, Any]) -> str:
    """Set all tables of a run, with what it ran on."""
    cases, found = results["cases"], results["targets"]
    parts = [
        pytorch_table(cases, found, results["geometric_mean"]),
        others_table(found),
        *(gradient_table(results["gradients"], of) for of in GRADIENT_MEANS),
        target_table("Groups", targets(results["groups"]), results["groups"]),
        target_table("Small calls", small_targets(results["small"]), results["small"]),
        training_line(results["training"]),
    ]
    if "kept_memory" in cases[0]:
        parts += [kept_memory_table(cases), choice_table(cases)]
    facts = results["machine"]
    load = "unknown" if facts["load"] is None else f"{facts['load']:.1f}"
    parts.append(
        f"\n{facts['processor']}, {facts['threads']} threads, instructions: "
        f"{facts['instructions']}\nBLAS: {facts['blas']}, PyTorch {facts['torch']}, "
        f"load before: {load}"
    )
    return "\n".join(parts)


def pytorch_table(cases: list[Row], found: list[Row], means: dict[str, float]) -> str:
    """Compare `correlate`, and what bounds its time where known, with PyTorch."""
    bounds = [part for part in BOUNDS if part in cases[0]]
    names = [part.replace("_", " ") for part in bounds]
    head = (*HEAD, "target", "", *names)
    against = [row for row in found if row["against"] == "PyTorch"]
    rows = []
    for case, target in zip(cases, against):
        theirs = pytorch_median(case)
        aims = [f"{target['target']:.2f}", verdict(target["met"])]
        rows.append(
            [*_ratio_cells(case), *aims, *(f"{case[b] / theirs:.2f}" for b in bounds)]
        )
    title = "`correlate` and the better of PyTorch's two memory formats; times in its"
    return table(title, head, rows) + means_lines(means, MEANS)


def gradient_table(rows: list[Row], of: str) -> str:
    mine = [row for row in rows if row["of"] == of]
    text = table(f"Gradient of the {of}", HEAD, map(_ratio_cells, mine))
    return text + means_lines(pytorch_means(mine), {"all": GRADIENT_MEANS[of]})


def means_lines(means: dict[str, float], aims: dict[str, float | None]) -> str:
    lines = [""]
    for name, mean in means.items():
        aim = aims.get(name)
        said = "" if aim is None else f", target {aim:.2f}: {verdict(mean <= aim)}"
        lines.append(f"geometric mean, {name}: {mean:.2f}{said}")
    return "\n".join(lines)


def target_table(title: str, found: list[Row], rows: list[Row]) -> str:
    """Compare each row with the contender that it has a target against."""
    head = "case", "dtype", "against", "its ms", "correlate ms", "ratio", "target", ""
    cells = []
    for row, target in zip(rows, found):
        ours = median_of(row, "correlate")
        cells.append(
            [
                row["name"],
                row["dtype"],
                target["against"],
                f"{1e3 * ours / target['ratio']:.3f}",
                f"{1e3 * ours:.3f}",
                f"{target['ratio']:.2f}",
                f"{target['target']:.2f}",
                verdict(target["met"]),
            ]
        )
    return table(title, head, cells)


def training_line(training: dict[str, float]) -> str:
    ours, theirs = training["ours"], training["PyTorch"]
    return (
        f"\nOne epoch of chapter 8's training: {ours:.2f} s, by PyTorch {theirs:.2f} s,"
        f" ratio {ours / theirs:.2f}"
    )


def _ratio_cells(row: Row) -> list[str]:
    theirs, ours = pytorch_median(row), median_of(row, "correlate")
    times = [f"{1e3 * seconds:.2f}" for seconds in (theirs, ours)]
    return [row["name"], row["dtype"], *times, f"{pytorch_ratio(row):.2f}"]


def others_table(found: list[Row]) -> str:
    """Compare with NumPy and SciPy, as far as they were timed."""
    others = [row for row in found if row["against"] != "PyTorch"]
    names = {row["against"]: f"at least {1 / row['target']:g}" for row in others}
    rows: dict[tuple[str, str], list[str]] = {}
    for row in others:
        cells = rows.setdefault((row["case"], row["dtype"]), [])
        cells += [f"{1 / row['ratio']:.2f}", verdict(row["met"])]
    title = "How many times as fast as NumPy's way, and SciPy's where it was timed"
    head = ["case", "dtype", *(cell for pair in names.items() for cell in pair)]
    return table(title, head, ([*names, *cells] for names, cells in rows.items()))


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


def band_medians(row: Row) -> dict[int, float]:
    """Return the measured medians by t."""
    prefix = bands_name(0)[:-1]
    return {
        int(name.removeprefix(prefix)): found["median"]
        for name, found in row["kept_memory"].items()
        if name.startswith(prefix)
    }


def choice_table(cases: list[Row]) -> str:
    head = "case", "dtype", "t chosen", "best t measured", "loss in percent"
    rows = []
    for case in cases:
        medians, chosen = band_medians(case), case["chosen_t"]
        best = min(medians, key=medians.__getitem__)
        lost = f"{100 * (medians[chosen] / medians[best] - 1):.0f}"
        rows.append([case["name"], case["dtype"], str(chosen), str(best), lost])
    return table("The t that is chosen for bands, and the best", head, rows)


def verdict(met: bool) -> str:
    return "met" if met else "falls short"
