"""What readers may type in answer to a question, and what Python says to that."""

import ast
import random
import re
import warnings

from xcorr_helpers import checks
from xcorr_helpers.checks import PaperExercise, _record

NAMES = [*(checks._WHERE | checks._WHERE_ASKED)]
RECORDS = {
    name: record for name in NAMES if isinstance(record := _record(name), PaperExercise)
}
LONGEST = 300  # characters, as in read.js
# Of these Python makes nothing, and of most of them nor does the page.
NO_LITERALS = [
    *(
        "",
        "   ",
        "3 x 4",
        "a, b",
        "five",
        "5 8",
        *("3x4", "3×4", "(3 X 4)", "2 x 3 x 4", "3 x", "3 x 4)", "3x4 pixels"),
        *("03 x 4", "3 x -4", "3 x 4.0", "x 4", "[14 15 16]", "[ 0  1 15]", "[7]"),
        *("14 15 16", "[1 2, 3]", "[01 2]", "[1 -2]", "40,032", "1,020", " 1,002 "),
        *("1,02", "1,0200", "-1,020", "1,020.5", "(1,020)", "1 020"),
        "51 pixels",
        "３",
        "（5, 8）",
        "−4",
        "5，8",
    ),
    *(
        "4 * 11 + 7",
        "[1, 2",
        "1]",
        "(1, 2]",
        "1,,2",
        ",",
        ",5",
        "--5",
        "-True",
        "- (-5)",
    ),
    *("007", "1__0", "1_", "0x", "5.5.5", "1e", "{[1], 2}", "'5", "5'", "nan", "inf"),
    *("(5, 8) ;", "5\N{NO-BREAK SPACE}", "None5", "....", "[1 2]", "print(5)"),
    *("\N{FULLWIDTH DIGIT FIVE}1", "x" * 400, "5, " * 200, "1" * 301),
]
LITERALS = [
    *("None", "...", "True", "False", "0", "-0", "+7", "- 7", "00", "1_0", "(((7)))"),
    *(
        "-(5)",
        "+(2.5)",
        "5,",
        "(5)",
        "(5,)",
        "()",
        "[]",
        "{}",
        "{5}",
        "{1, 2}",
        "{(1, 2)}",
    ),
    *("'7'", '"5, 8"', "''", "('a', 1)", "[None]", "[True, 1]", "(True,)", "[...]"),
    *(
        "7.",
        ".5",
        "1e3",
        "1E-7",
        "1e16",
        "1e999",
        "-1e999",
        "0.0001",
        "0.00001",
        "-0.0",
    ),
    *(
        "[1, [2]]",
        "[[1], [2]]",
        "[[1, 2], [3]]",
        "[[], []]",
        "[[]]",
        "[[], [[]]]",
        "((1,),)",
    ),
    *(
        "[1.5, 2]",
        "[1e22, 1]",
        "1e22",
        "123456789012345678901234567890",
        "[1" + "0" * 30 + ", 1]",
    ),
    *(
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "[-1, 2**3]",
    ),
    *(
        "[9223372036854775808, -1]",
        "[18446744073709551615, 1.5]",
        "[18446744073709551616, -1]",
    ),
    *("[" * 6 + "1" + "]" * 6, "[" * 7 + "1" + "]" * 7, "(" * 60 + "1" + ")" * 60),
]


def read(text):
    """Return what Python reads; a name where it is no literal, or too long to type."""
    if len(text) > LONGEST:
        raise ValueError
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of brackets that would call a number
        return ast.literal_eval(text)


# A shape as the book writes it, positions as NumPy prints them, a number in groups.
SHAPE = re.compile(r"\s*\(?\s*\d+(?:\s*[xX\u00d7]\s*\d+)+\s*\)?\s*", re.ASCII)
PRINTED = re.compile(r"\s*\[\s*\d+(?:\s+\d+)*\s*\]\s*", re.ASCII)
GROUPED = re.compile(r"\s*[-+]?\d{1,3}(?:,\d{3})+\s*", re.ASCII)


def as_python(record, text):
    """Write as Python does what is typed as the book writes it, or NumPy prints it."""
    numbers = ", ".join(re.findall(r"\d+", text))
    if record.axes and SHAPE.fullmatch(text):
        return f"({numbers})"
    return f"[{numbers}]" if record.positions and PRINTED.fullmatch(text) else text


def reply(name, text):
    """Return what is said to an answer, and whether it is right."""
    record = RECORDS[name]
    several = isinstance(record.answer, tuple)
    try:
        value = read(as_python(record, text))
    except (SyntaxError, TypeError, ValueError):
        if not several and re.fullmatch(GROUPED, text):
            commas = "One number: no brackets, no commas."
            return [f"the answer is {record.asked}. {commas}", False]
        digits = "" if several else ", in digits"
        return [f"Type {record.asked}{digits}.", False]
    result = checks.result(name, value)
    return [result.report.removeprefix(f"{name}: "), result.passed]


def drawn(name, count):
    """Return answers to a question, made from right and wrong ones by chance."""
    chance = random.Random(name)
    record = RECORDS[name]
    known = [record.answer, *record.mistakes]
    return [_typed(chance, chance.choice(known)) for _ in range(count)]


def hinted(name):
    """Return the right answer and each known mistake, in a few ways to write them."""
    for value in (RECORDS[name].answer, *RECORDS[name].mistakes):
        yield str(value)
        if isinstance(value, tuple):
            yield str(list(value))
            yield str(value)[1:-1]


def _typed(chance, value):
    values = list(value) if isinstance(value, tuple) else [value]
    change = chance.choice([_other, _other, _shuffled, _longer, _shorter, _same])
    parts = [str(one) for one in change(chance, values)]
    if parts and not chance.randrange(3):
        place = chance.randrange(len(parts))
        parts[place] = _misspelt(chance, parts[place])
    if len(parts) > 2 and not chance.randrange(8):
        parts[:2] = [f"({parts[0]}, {parts[1]})"]
    inner = chance.choice([", ", ",", " , ", ", ", " "]).join(parts)
    if len(parts) == 1 and chance.randrange(3):
        return inner
    wholes = ["({})", "[{}]", "{}", "{{{}}}", "[{}", "({},)", "[[{}]]", "'{}'"]
    return chance.choice(wholes).format(inner) + chance.choice(["", "", " ", ","])


def _other(chance, values):
    place = chance.randrange(max(len(values), 1))
    by = chance.choice([-1, 1, -10, 10, 0.5, chance.randrange(-999, 999)])
    return [one + by if n == place else one for n, one in enumerate(values)]


def _shuffled(chance, values):
    return chance.sample(values, len(values))


def _longer(chance, values):
    return [*values, chance.randrange(-3, 100)]


def _shorter(chance, values):
    return values[: chance.randrange(len(values) + 1)]


def _same(chance, values):
    return values


def _misspelt(chance, text):
    wide = text.translate({48 + n: 0xFF10 + n for n in range(10)})
    others = [
        f"{text}.0",
        f"-{text}",
        f"+{text}",
        f"'{text}'",
        f"0{text}",
        wide,
        "True",
    ]
    return chance.choice([*others, f"{text}e2", f"1_{text}", "", f"{text}."])
