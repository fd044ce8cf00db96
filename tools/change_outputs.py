"""Change 100 stored outputs and see that `pytest --nbval` notices every change.

    python -m tools.change_outputs [SEED]

The sample is another one each time; its seed is printed, to repeat it. nbval judges
each cell by itself, so one copy of each notebook holds many changes, one a cell: every
changed cell must fail, and every other cell must pass.
"""

import base64
import json
import random
import re
import string
import subprocess
import sys
import tempfile
from collections import Counter
from math import inf, nextafter
from pathlib import Path

from .built_book import MIME_TYPE, NOT_COMPARED, ROOT


def another(text, rng):
    """Change the last character: a digit to a digit, else to a letter."""
    kind = string.digits if text[-1].isdigit() else string.ascii_lowercase
    return text[:-1] + rng.choice(kind.replace(text[-1], ""))


def other_axes(shape, rng):
    """Swap two axes, or make one longer."""
    first, second = re.findall(r"\d+", shape)
    new = f"{second}, {first}" if first != second else f"{int(first) + 1}, {second}"
    return shape.replace(f"{first}, {second}", new)


def other_number(number, rng):
    """Change a number by the least step of its type."""
    return str(int(number) + 1 if number.isdigit() else nextafter(float(number), inf))


def other_element(array, rng):
    """Change one number of a stored array by its last bit."""
    content, size = re.search(r'"([^"]*)", "dtype": "\w(\d)', array).groups()
    values = bytearray(base64.b64decode(content))
    values[rng.randrange(0, len(values), int(size))] ^= 1
    return array.replace(content, base64.b64encode(values).decode())


# Each kind is a place in a text, or in a figure as JSON, and what comes there.
ARRAY = r'\{"bdata": "[^"]+", "dtype": "\w\d'
KINDS = {
    "number": ("text", r"\d", another),
    "last digit": ("text", r"\d(?![\d.]*\d)", another),
    "sign": ("text", r"(?<![\w.])-?(?=\d)", lambda old, rng: "" if old else "-"),
    "printed shape": ("text", r"\(\d+, \d+", other_axes),
    "letter": ("text", r"[a-z]", another),
    "white space": ("text", r"[ \n]|$", lambda old, rng: old + rng.choice(" \n")),
    "lost line": ("text", r"^.*\n", lambda old, rng: ""),
    "dropped text": ("text", r"(?s)\A.+", lambda old, rng: ""),
    "added text": ("nothing", "", lambda old, rng: "0\n"),
    "pixel": ("figure", f'"z": {ARRAY}', other_element),
    "array": ("figure", f'"[^z"]+": {ARRAY}', other_element),
    "value": ("figure", r"(?<=[ \[])-?\d[\d.e+-]*(?=[,\]}])", other_number),
    "stored shape": ("figure", r'"shape": "\d+, \d+', other_axes),
    "figure text": ("figure", r'"(?:alt|color|name|text)": "[^"]+(?=")', another),
    "dropped figure": ("figure", r"\A.+", lambda old, rng: ""),
}


def change(outputs, kind, rng):
    """Change outputs in place and say how; or neither, where there is no such place."""
    shown, text = "nothing", ""
    for output in outputs:  # one at most, which a test demands of the notebooks
        shown, text = "text", "".join(output.get("text", ""))
        if "data" in output:
            shown, text = "figure", json.dumps(output["data"][MIME_TYPE])
    part, pattern, new = KINDS[kind]
    found = list(re.finditer(pattern, text, re.MULTILINE)) if shown == part else []
    if not found:
        return ""
    match = rng.choice(found)
    other = new(match[0], rng)
    text = text[: match.start()] + other + text[match.end() :]
    if not text:
        outputs.clear()
    elif shown == "figure":
        outputs[0]["data"][MIME_TYPE] = json.loads(text)
    else:
        outputs[:] = [{"output_type": "stream", "name": "stdout", "text": text}]
    return f"{kind}, character {match.start()}: {match[0][:60]!r} -> {other[:60]!r}"


def read_notebooks():
    paths = sorted((ROOT / "book").glob("*.ipynb"))
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def code_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def compared_outputs(notebooks):
    """Return the outputs that nbval compares, by notebook and number of the cell."""
    return {
        (name, number): cell["outputs"]
        for name, notebook in notebooks.items()
        for number, cell in enumerate(code_cells(notebook))
        if NOT_COMPARED not in cell["metadata"].get("tags", ())
    }


def change_some(notebooks, rng, number=100):
    """Change outputs in place, each kind in turn; return what was done, by cell."""
    places = list(compared_outputs(notebooks).items())
    rng.shuffle(places)
    changes, kinds = {}, [*KINDS]
    while kinds and len(changes) < number:
        kind = kinds.pop(0)
        for place, outputs in places:
            if place not in changes and (said := change(outputs, kind, rng)):
                changes[place] = said
                kinds.append(kind)
                break
    return changes


def failures(notebooks):
    """Run copies of these notebooks, strictly; return the cells that failed."""
    (ROOT / "_build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT / "_build") as folder:
        for name, notebook in notebooks.items():
            (Path(folder) / name).write_text(json.dumps(notebook), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "--nbval", "--tb=no", "--color=no"]
        options = ["-q", "-n", "2", "--dist", "loadfile", folder]
        run = subprocess.run([*command, *options], cwd=ROOT, stdout=subprocess.PIPE)
    printed = run.stdout.decode()
    counts = re.findall(r"(\d+) (?:passed|failed)", printed.splitlines()[-1])
    if sum(map(int, counts)) != sum(len(code_cells(n)) for n in notebooks.values()):
        sys.exit(f"not every cell was run\n{printed}")
    found = re.findall(r"^FAILED .*?([^/]+)::Cell (\d+)", printed, re.MULTILINE)
    return {(name, int(number)) for name, number in found}


def judge(changes, failed):
    """Print what nbval missed, and what else failed; return how many that are."""
    wrong = {place: f"not noticed: {changes[place]}" for place in set(changes) - failed}
    wrong |= dict.fromkeys(failed - set(changes), "not changed, and failed")
    for (name, number), what in sorted(wrong.items()):
        print(f"{name}, code cell {number}: {what}")
    counts = Counter(said.split(",")[0] for said in changes.values())
    print(", ".join(f"{count} {kind}" for kind, count in counts.items()))
    print(f"{len(changes)} changed, {len(failed & set(changes))} noticed")
    return len(wrong)


def main():
    seed = int(sys.argv[1]) if sys.argv[1:] else random.randrange(10**6)
    print(f"seed {seed}", flush=True)
    notebooks = read_notebooks()
    changes = change_some(notebooks, random.Random(seed))
    sys.exit(bool(judge(changes, failures(notebooks))))


if __name__ == "__main__":
    main()
