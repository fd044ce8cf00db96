"""What learning platforms say to a typed answer, read from the files that they import.

Moodle's rules are written down here as its question types have them; QTI's are those of
`responseCondition` and `patternMatch`. Nothing is shared with the writers.
"""

import html
import io
import re
import unicodedata
import zipfile
from xml.dom import minidom


def moodle_questions(content):
    """Read Moodle XML: each question as a dictionary."""
    document = minidom.parseString(content)
    category = None
    for node in document.getElementsByTagName("question"):
        if node.getAttribute("type") == "category":
            category = _text(_child(node, "category"))
            continue
        answers = [
            {
                "typed": _text(answer),
                "fraction": int(answer.getAttribute("fraction")),
                "said": _text(_child(answer, "feedback")),
            }
            for answer in _children(node, "answer")
        ]
        yield {
            "category": category,
            "type": node.getAttribute("type"),
            "name": _text(_child(node, "name")),
            "text": _text(_child(node, "questiontext")),
            "answers": answers,
        }


def moodle_says(question, typed):
    """Return the fraction and the feedback of the first answer that fits."""
    fits = {"numerical": _is_number, "shortanswer": _is_text}[question["type"]]
    for answer in question["answers"]:
        if answer["typed"] == "*" or fits(typed, answer["typed"]):
            return answer["fraction"], answer["said"]
    return 0, ""


def _is_number(typed, due):
    try:
        return float(typed) == float(due)
    except ValueError:
        return False


def _is_text(typed, due):
    """Compare without case, * standing for anything, at the ends no spaces."""
    typed, due = (unicodedata.normalize("NFC", t) for t in (typed, due))
    fits = ".*".join(map(re.escape, re.split(r"(?<!\\)\*+", due)))
    return re.fullmatch(fits, typed.strip(), re.I) is not None


def packed_items(content):
    """Read a content package: identifier and document of each item, as listed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = minidom.parseString(archive.read("imsmanifest.xml"))
        resources = manifest.getElementsByTagName("resource")
        files = [resource.getAttribute("href") for resource in resources]
        assert ["imsmanifest.xml", *files] == archive.namelist()
        for resource, file in zip(resources, files):
            assert resource.getAttribute("type") == "imsqti_item_xmlv2p1"
            [listed] = resource.getElementsByTagName("file")
            assert listed.getAttribute("href") == file
            yield file, minidom.parseString(archive.read(file))


def qti_says(document, typed):
    """Run the response processing of an item: the score, and what is shown."""
    [condition] = document.getElementsByTagName("responseCondition")
    for branch in (n for n in condition.childNodes if n.nodeType == n.ELEMENT_NODE):
        tests = branch.getElementsByTagName("patternMatch")
        assert (branch.tagName == "responseElse") == (not tests)
        if all(re.fullmatch(t.getAttribute("pattern"), typed) for t in tests):
            outcomes = {
                outcome.getAttribute("identifier"): _inner(outcome)
                for outcome in branch.getElementsByTagName("setOutcomeValue")
            }
            [shown] = [
                feedback
                for feedback in document.getElementsByTagName("modalFeedback")
                if feedback.getAttribute("identifier") == outcomes["FEEDBACK"]
            ]
            return float(outcomes["SCORE"]), _inner(shown)
    raise AssertionError("no branch")


def qti_text(document):
    """Return what an item asks, and the key that it shows."""
    [body] = document.getElementsByTagName("itemBody")
    [key] = document.getElementsByTagName("correctResponse")
    return _inner(body).removesuffix("Answer: "), _inner(key)


def plain(xhtml):
    """Take the tags away."""
    return html.unescape(re.sub("<[^>]*>", "", xhtml))


def _inner(node):
    if node.nodeType == node.TEXT_NODE:
        return node.data
    return "".join(map(_inner, node.childNodes))


def _children(node, name):
    return [n for n in node.childNodes if n.nodeName == name]


def _child(node, name):
    [child] = _children(node, name)
    return child


def _text(node):
    return _inner(_child(node, "text"))
