"""All exercises that have a judge: their records, and a right answer to each."""

from tests.checks.table import RIGHT as ALL_RIGHT
from xcorr_helpers import checks
from xcorr_helpers.checks import CodeExercise, _record

NAMES = [*checks._WHERE]
RECORDS = {name: _record(name) for name in NAMES}
CODE = {n: record for n, record in RECORDS.items() if isinstance(record, CodeExercise)}
ON_PAPER = {name: record for name, record in RECORDS.items() if name not in CODE}
RIGHT = {name: programs[0] for name, programs in ALL_RIGHT.items()}


def copied(case):
    return [a.copy() if hasattr(a, "copy") else a for a in case]
