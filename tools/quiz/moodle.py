"""Questions as Moodle XML, which Moodle's question bank imports."""

import xml.etree.ElementTree as ET

from .question import spellings

RIGHT = "Right."


def moodle_xml(questions, category):
    """Write questions as bytes, each judge's in a category of its own.

    A number is asked as a numerical question, a shape or a list as a short answer. In a
    short answer Moodle compares texts, so each way to type the key is an answer of its
    own. Of wrong answers there are the two most usual ways: an editor opens for each.
    """
    quiz = ET.Element("quiz")
    before = None
    for question in questions:
        if question.judge != before:
            _category(quiz, f"$course$/top/{category}/{question.judge}")
            before = question.judge
        _question(quiz, question)
    ET.indent(quiz)
    return ET.tostring(quiz, encoding="utf-8", xml_declaration=True) + b"\n"


def _category(quiz, path):
    asked = ET.SubElement(quiz, "question", type="category")
    _text(ET.SubElement(asked, "category"), path)


def _question(quiz, question):
    is_number = question.kind == "number"
    kind = "numerical" if is_number else "shortanswer"
    asked = ET.SubElement(quiz, "question", type=kind)
    _text(ET.SubElement(asked, "name"), question.name)
    _text(ET.SubElement(asked, "questiontext", format="html"), question.text)
    ET.SubElement(asked, "defaultgrade").text = "1"
    ET.SubElement(asked, "penalty").text = "0"
    if not is_number:
        ET.SubElement(asked, "usecase").text = "0"
    for typed in spellings(question, question.right):
        _answer(asked, typed, "100", RIGHT)
    for value, said in question.wrong:
        # Moodle itself asks for a number where one types a pair.
        if is_number and isinstance(value, tuple):
            continue
        for typed in spellings(question, value)[:2]:
            _answer(asked, typed, "0", said)
    _answer(asked, "*", "0", question.other)
    if is_number:
        for answer in asked.iterfind("answer"):
            ET.SubElement(answer, "tolerance").text = "0"


def _answer(asked, typed, fraction, said):
    answer = ET.SubElement(asked, "answer", fraction=fraction, format="plain_text")
    ET.SubElement(answer, "text").text = typed
    _text(ET.SubElement(answer, "feedback", format="html"), said)


def _text(element, content):
    ET.SubElement(element, "text").text = content
