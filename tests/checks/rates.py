"""Print how many slips of the table the judges name, by exercise: `make judges`."""

from tests.checks.table import CODE, PAPER, answers
from xcorr_helpers import checks

KINDS = ("wrong", "named", "either ... or", "unnamed", "misled", "accepted")


def counts(name):
    """Count an exercise's wrong answers by what becomes of them."""
    found = dict.fromkeys(KINDS, 0)
    for answer, _, said in answers(name):
        result = checks.result(name, answer)
        found["wrong"] += 1
        if result.passed:
            found["accepted"] += 1
        elif said and said in result.report:
            found["named"] += 1
            found["either ... or"] += result.mistake.startswith("either ")
        else:
            found["misled" if result.mistake else "unnamed"] += 1
    return found


def main():
    """Print a line for each exercise, and one for all."""
    print(f"{'':28}", *(f"{kind:>13}" for kind in KINDS))
    for title, names in (("in code", CODE), ("on paper", PAPER)):
        all_counts = {name: counts(name) for name in names}
        total = {k: sum(found[k] for found in all_counts.values()) for k in KINDS}
        for name, found in {**all_counts, title: total}.items():
            print(f"{name:28}", *(f"{found[kind]:13}" for kind in KINDS))
        print(f"{title}: {total['named'] / total['wrong']:.1%} named\n")


if __name__ == "__main__":
    main()
