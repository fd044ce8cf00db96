"""A question as an item of QTI 2.1: key, patterns of wrong answers, and replies."""

import xml.etree.ElementTree as ET

from .question import pattern, spellings

SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
RIGHT = "Right."


def document(tag, space, schema, **attributes):
    """Begin an XML document that says by which schema it is made."""
    by = {"xmlns:xsi": INSTANCE, "xsi:schemaLocation": f"{space} {schema}"}
    return ET.Element(tag, {"xmlns": space, **by, **attributes})


def item(question, identifier):
    """Write a question as bytes: an `assessmentItem` with one field for a text."""
    told = {"title": question.name, "adaptive": "false", "timeDependent": "false"}
    root = document("assessmentItem", SPACE, SCHEMA, identifier=identifier, **told)
    _declare(root, question)
    body = ET.SubElement(root, "itemBody")
    body.extend(_parsed(question.text))
    field = ET.SubElement(body, "p")
    field.text = "Answer: "
    ET.SubElement(
        field,
        "textEntryInteraction",
        responseIdentifier="RESPONSE",
        expectedLength="30",
    )
    replies = [("RIGHT", question.right, 1, RIGHT)]
    replies += [
        (f"WRONG_{n}", value, 0, said)
        for n, (value, said) in enumerate(question.wrong, start=1)
    ]
    _process(root, question, replies)
    for name, _, _, said in replies:
        _show(root, name, said)
    _show(root, "OTHER", question.other)
    return written(root)


def written(root):
    """Write a document the same way each time."""
    return ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _parsed(xhtml):
    """Read XHTML of ours: the elements of a text."""
    return ET.fromstring(f"<div>{xhtml}</div>")


def _show(root, name, said):
    shown = ET.SubElement(
        root,
        "modalFeedback",
        outcomeIdentifier="FEEDBACK",
        identifier=name,
        showHide="show",
    )
    shown.extend(_parsed(f"<p>{said}</p>"))


def _declare(root, question):
    response = ET.SubElement(
        root,
        "responseDeclaration",
        identifier="RESPONSE",
        cardinality="single",
        baseType="string",
    )
    correct = ET.SubElement(response, "correctResponse")
    ET.SubElement(correct, "value").text = spellings(question, question.right)[0]
    for name, kind in (("SCORE", "float"), ("FEEDBACK", "identifier")):
        outcome = ET.SubElement(
            root,
            "outcomeDeclaration",
            identifier=name,
            cardinality="single",
            baseType=kind,
        )
        if kind == "float":
            default = ET.SubElement(outcome, "defaultValue")
            ET.SubElement(default, "value").text = "0"


def _process(root, question, replies):
    """Score, and choose the reply: the first pattern that fits the text as a whole."""
    processing = ET.SubElement(root, "responseProcessing")
    condition = ET.SubElement(processing, "responseCondition")
    for name, value, score, _ in replies:
        kind = "responseIf" if name == "RIGHT" else "responseElseIf"
        branch = ET.SubElement(condition, kind)
        fits = ET.SubElement(branch, "patternMatch", pattern=pattern(question, value))
        ET.SubElement(fits, "variable", identifier="RESPONSE")
        _set(branch, "SCORE", "float", str(score))
        _set(branch, "FEEDBACK", "identifier", name)
    branch = ET.SubElement(condition, "responseElse")
    _set(branch, "SCORE", "float", "0")
    _set(branch, "FEEDBACK", "identifier", "OTHER")


def _set(branch, outcome, kind, value):
    to = ET.SubElement(branch, "setOutcomeValue", identifier=outcome)
    ET.SubElement(to, "baseValue", baseType=kind).text = value
