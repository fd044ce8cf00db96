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
        rule = {"numerical": _number, "shortanswer": _short_answer}
        answers = [
            {
                "fits": rule[node.getAttribute("type")](_text(answer)),
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
    for answer in question["answers"]:
        if answer["fits"](typed):
            return answer["fraction"], answer["said"]
    return 0, ""


def _number(due):
    def fits(typed):
        try:
            return due == "*" or float(typed) == float(due)
        except ValueError:
            return False

    return fits


def _short_answer(due):
    """Compare without case, * standing for anything, at the ends no spaces."""
    parts = re.split(r"(?<!\\)\*+", unicodedata.normalize("NFC", due))
    wanted = re.compile(".*".join(map(re.escape, parts)), re.I)
    return lambda typed: wanted.fullmatch(unicodedata.normalize("NFC", typed.strip()))


def packed_items(content):
    """Read a content package: each item with the name of its file, as listed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        manifest = minidom.parseString(archive.read("imsmanifest.xml"))
        resources = manifest.getElementsByTagName("resource")
        files = [resource.getAttribute("href") for resource in resources]
        assert ["imsmanifest.xml", *files] == archive.namelist()
        for resource, file in zip(resources, files):
            assert resource.getAttribute("type") == "imsqti_item_xmlv2p1"
            [listed] = resource.getElementsByTagName("file")
            assert listed.getAttribute("href") == file
            yield file, qti_item(minidom.parseString(archive.read(file)))


def qti_item(document):
    """Read an item: what it asks, the key that it shows, and its branches in order."""
    [body] = document.getElementsByTagName("itemBody")
    [key] = document.getElementsByTagName("correctResponse")
    [condition] = document.getElementsByTagName("responseCondition")
    shown = {
        feedback.getAttribute("identifier"): _inner(feedback)
        for feedback in document.getElementsByTagName("modalFeedback")
    }
    branches = []
    for branch in (n for n in condition.childNodes if n.nodeType == n.ELEMENT_NODE):
        tests = branch.getElementsByTagName("patternMatch")
        assert (branch.tagName == "responseElse") == (not tests)
        outcomes = {
            outcome.getAttribute("identifier"): _inner(outcome)
            for outcome in branch.getElementsByTagName("setOutcomeValue")
        }
        patterns = [re.compile(test.getAttribute("pattern")) for test in tests]
        said = shown[outcomes["FEEDBACK"]]
        branches.append((patterns, float(outcomes["SCORE"]), said))
    text = _inner(body).removesuffix("Answer: ").strip()
    title = document.documentElement.getAttribute("title")
    return {"title": title, "text": text, "key": _inner(key), "branches": branches}


def qti_says(item, typed):
    """Run the response processing of an item: the score, and what is shown."""
    for patterns, score, said in item["branches"]:
        if all(pattern.fullmatch(typed) for pattern in patterns):
            return score, said
    raise AssertionError("no branch")


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
