"""Changes to one stored output of a notebook, each as small as its kind allows.

A change takes the outputs of a cell and a random number generator, changes the outputs
in place and says what it did; or says nothing, where there is nothing of its kind.
`TEXT` and `FIGURES` name the kinds, and how many of each a sample of 100 holds.
A cell is taken to have one output at most, which a test demands of the notebooks.
"""

import base64
import re
from math import inf, nextafter

import numpy as np
from nbformat.v4 import new_output

MIME_TYPE = "application/vnd.plotly.v1+json"
TUPLE = re.compile(r"\((\d+), (\d+)(?:, \d+)*\)")


def text_of(outputs):
    """Return the one printed text of a cell, or nothing."""
    return outputs[0].text if outputs and "text" in outputs[0] else ""


def replace(outputs, start, end, new):
    """Put `new` in the place of a part of the printed text."""
    text = outputs[0].text
    outputs[0].text = text[:start] + new + text[end:]
    line = text[:start].count("\n") + 1
    return f"line {line}: {text[start:end]!r} -> {new!r}"


def other_digit(digit, rng):
    return str((int(digit) + rng.randint(1, 9)) % 10)


def number(outputs, rng):
    """Any digit of the text."""
    found = list(re.finditer(r"\d", text_of(outputs)))
    if found:
        match = rng.choice(found)
        return replace(outputs, *match.span(), other_digit(match[0], rng))
    return None


def last_digit(outputs, rng):
    """The last digit of a number, by one."""
    found = list(re.finditer(r"\d(?![\d.]*\d)", text_of(outputs)))
    if found:
        match = rng.choice(found)
        new = str((int(match[0]) + rng.choice([1, 9])) % 10)
        return replace(outputs, *match.span(), new)
    return None


def printed_shape(outputs, rng):
    """Two axes of a tuple swapped, or one longer."""
    found = list(TUPLE.finditer(text_of(outputs)))
    if found:
        match = rng.choice(found)
        if match[1] != match[2] and rng.random() < 0.5:
            swapped = f"{match[2]}, {match[1]}"
            return replace(outputs, match.start(1), match.end(2), swapped)
        return replace(outputs, *match.span(1), str(int(match[1]) + 1))
    return None


def letter(outputs, rng):
    found = list(re.finditer(r"[a-z]", text_of(outputs)))
    if found:
        match = rng.choice(found)
        return replace(outputs, *match.span(), "q" if match[0] != "q" else "p")
    return None


def white_space(outputs, rng):
    """One more blank, or one more line end."""
    text = text_of(outputs)
    if text:
        place = rng.choice([m.end() for m in re.finditer(r"[ \n]|$", text)])
        return replace(outputs, place, place, rng.choice(" \n"))
    return None


def dropped_text(outputs, rng):
    if text_of(outputs):
        outputs.clear()
        return "the whole text is dropped"
    return None


def added_text(outputs, rng):
    """A text where the cell prints none."""
    if not outputs:
        outputs.append(new_output("stream", text=f"{rng.randrange(10)}\n"))
        return f"{outputs[0].text!r} is added to no output"
    return None


def figure_of(outputs):
    """Return the one figure of a cell, or nothing."""
    return outputs[0].data.get(MIME_TYPE) if outputs and "data" in outputs[0] else None


def leaves(value, path=()):
    """Yield (container, key, path) of each value in a figure, an array being one."""
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(child, (dict, list)) and not is_array(child):
            yield from leaves(child, (*path, key))
        else:
            yield value, key, (*path, key)


def is_array(value):
    return isinstance(value, dict) and "bdata" in value


def step_in_array(array, rng):
    """Change one element of an encoded array by its least step."""
    values = np.frombuffer(base64.b64decode(array["bdata"]), array["dtype"]).copy()
    place = rng.choice(np.flatnonzero(np.isfinite(values)).tolist())
    old = values[place]
    if values.dtype.kind == "f":
        values[place] = np.nextafter(old, values.dtype.type(-inf if old > 0 else inf))
    else:
        step = 1 if old < np.iinfo(values.dtype).max else -1
        values[place] = int(old) + step
    array["bdata"] = base64.b64encode(values.tobytes()).decode()
    return f"element {place}: {old} -> {values[place]}"


def pixel(outputs, rng):
    """One pixel of a picture, by the least step of its type."""
    found = [
        (number, trace["z"])
        for number, trace in enumerate((figure_of(outputs) or {}).get("data", ()))
        if trace["type"] in ("heatmap", "image") and is_array(trace["z"])
    ]
    if found:
        number, array = rng.choice(found)
        return f"data.{number}.z, {step_in_array(array, rng)}"
    return None


def value(outputs, rng):
    """Any number of the figure: of a trace, of the layout or of a frame."""
    figure = figure_of(outputs) or {}
    parts = [
        found
        for part in ("data", "layout", "frames")
        if (found := list(filter(is_number, leaves({part: figure.get(part, [])}))))
    ]
    if parts:
        container, key, path = rng.choice(rng.choice(parts))
        where, old = ".".join(map(str, path)), container[key]
        if is_array(old):
            return f"{where}, {step_in_array(old, rng)}"
        container[key] = old + 1 if isinstance(old, int) else nextafter(old, inf)
        return f"{where}: {old} -> {container[key]}"
    return None


def is_number(leaf):
    container, key, _ = leaf
    found = container[key]
    is_bool = isinstance(found, bool)
    return is_array(found) or (isinstance(found, (int, float)) and not is_bool)


def stored_shape(outputs, rng):
    """The axes of an array swapped, or run together; or its last element dropped."""
    traces = (figure_of(outputs) or {}).get("data", ())
    found = [
        (f"data.{number}.{key}", trace[key])
        for number, trace in enumerate(traces)
        for key in ("x", "y", "z")
        if trace.get(key)
    ]
    if not found:
        return None
    where, array = rng.choice(found)
    if not is_array(array):
        return f"{where}: {array.pop()!r} is dropped"
    if "shape" not in array:
        content = base64.b64decode(array["bdata"])
        size = np.dtype(array["dtype"]).itemsize
        array["bdata"] = base64.b64encode(content[:-size]).decode()
        return f"{where}: the last element is dropped"
    old = array["shape"]
    axes = [int(axis) for axis in old.split(",")]
    swapped = [axes[1], axes[0], *axes[2:]]
    new = swapped if swapped != axes else [axes[0] * axes[1], *axes[2:]]
    array["shape"] = ", ".join(map(str, new))
    return f"{where}: shape {old!r} -> {array['shape']!r}"


def figure_text(outputs, rng):
    """One character of a title, of an alternative text, of a colour, of a name."""
    found = [
        leaf
        for leaf in leaves(figure_of(outputs) or {})
        if isinstance(leaf[0][leaf[1]], str) and leaf[0][leaf[1]]
    ]
    if found:
        container, key, path = rng.choice(found)
        old = container[key]
        place = rng.randrange(len(old))
        new = "q" if old[place] != "q" else "p"
        container[key] = old[:place] + new + old[place + 1 :]
        return f"{'.'.join(map(str, path))}, character {place}: {old[place]!r} -> {new}"
    return None


def dropped_figure(outputs, rng):
    if figure_of(outputs):
        outputs.clear()
        return "the figure is dropped"
    return None


TEXT = {
    number: 14,
    last_digit: 13,
    printed_shape: 13,
    letter: 4,
    white_space: 4,
    dropped_text: 4,
    added_text: 3,
}
FIGURES = {
    pixel: 12,
    value: 17,
    stored_shape: 7,
    figure_text: 5,
    dropped_figure: 4,
}
