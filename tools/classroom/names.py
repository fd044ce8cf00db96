"""The names of a class: each is a student, and the folder of what is theirs."""

import re
import unicodedata

# What a folder's name cannot hold, on one system or another.
NEVER = re.compile(r'[/\\:*?"<>|]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
LONGEST = 80  # characters


def read(path):
    """Read a file of names, one on each line; refuse what cannot be kept apart."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SystemExit(f"{path} is not text in UTF-8: save it as such") from None
    except OSError as error:
        raise SystemExit(f"{path} cannot be read: {error.strerror}") from None
    names, seen = [], {}
    for line, written in enumerate(text.splitlines(), 1):
        name = unicodedata.normalize("NFC", " ".join(written.split()))
        if not name:
            continue
        if problem := wrong_with(name):
            raise SystemExit(f"{path}, line {line}: {name!r} {problem}")
        # Some systems take capitals and small letters for the same.
        same = unicodedata.normalize("NFKC", name).casefold()
        if same in seen:
            raise SystemExit(
                f"{path}, line {line}: {name!r} stands in line {seen[same]} already. "
                "Two students of one name need something that tells them apart, as in "
                f"'{name} 2'"
            )
        seen[same] = line
        names.append(name)
    if not names:
        raise SystemExit(f"{path} has no names: one is wanted on each line")
    return names


def wrong_with(name):
    """Say why a name cannot be a folder's, or nothing."""
    if found := NEVER.search(name):
        return f"has {found[0]} in it, which no folder's name may have: leave it out"
    if hidden := [
        c for c in name if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs")
    ]:
        return f"has an invisible character in it, U+{ord(hidden[0]):04X}: leave it out"
    if name[0] == "." or name[-1] == ".":
        return "begins or ends with a point, as no folder's name may: leave it out"
    if RESERVED.fullmatch(name):
        return "is the name of a device on Windows: write something behind it"
    if len(name) > LONGEST:
        return f"has {len(name)} characters, and {LONGEST} are the most: shorten it"
    if re.match(r"homework_\d", name):
        return "is the name of a notebook: it is taken for no student"
    return ""
