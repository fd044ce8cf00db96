"""Each student's own numbers: their exercises on paper, and the answers to them."""

from xcorr_helpers.grade.homework import HOMEWORK
from xcorr_helpers.grade.variants import VARIED, variant

from .exercises import by_name
from .homework import hints


def class_answers(students, seed):
    """Return of each student, by judge, what is right; refuse what cannot be drawn."""
    if students and not seed:
        raise SystemExit(
            'The names came without a seed: make class STUDENTS=names.txt SEED="..."'
        )
    try:
        return {
            name: {
                judge: variant(judge, name, seed).record.answer for judge in varied()
            }
            for name in students
        }
    except ValueError as error:
        raise SystemExit(f"Nothing was made: {error}") from None


def varied(session=None):
    """List the judges of one session's homework, or of all, that have own numbers."""
    sessions = HOMEWORK if session is None else (session,)
    return [judge for one in sessions for judge in HOMEWORK[one] if judge in VARIED]


def own_texts(session, student, seed):
    """Return a student's exercises of a session, by judge, with the chapter's hints."""
    return {
        judge: f"{variant(judge, student, seed).text}\n\n{hints(by_name()[judge])}"
        for judge in varied(session)
    }
