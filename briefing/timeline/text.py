"""What happened, as a chart and a voice say it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from briefing.model import Element, Event, Node, plain_text
from briefing.model.wording import date_words

__all__ = [
    "Caption",
    "KeyWords",
    "NO_KEY",
    "caption_of",
    "event_mark",
    "event_text",
    "marked",
    "said",
    "with_mark_in_brackets",
]

_SPACES = re.compile(r"[ \t\r\n]+")
"""A no-break space stays what it is."""
_MARK = "source-mark"
_SILENT_CLASSES = {"citation", "waiver", "noteref", _MARK}
"""What stands in an event's text for the table and is not said in the chart."""


class KeyWords(NamedTuple):
    """What a chart says of its signs, in the language of the document; empty where that has no words."""

    approximate: str = ""
    uncertain: str = ""
    decade: str = ""
    """Of what happened at some time in these years."""
    goes_on: str = ""
    """Of what is over only later than its axis."""


NO_KEY = KeyWords()


class Caption(NamedTuple):
    """What a label says."""

    date: str
    text: str
    """What happened; may be empty."""
    mark: str
    """The numbers of its sources; may be empty."""


def caption_of(event: Event, language: str) -> Caption:
    """Word an event for its label."""
    return Caption(date_words(event.date, language), event_text(event), event_mark(event))


def event_text(event: Event) -> str:
    """Tell what happened, without citations, in one line."""
    return said(event.text)


def marked(event: Event, mark: str) -> Event:
    """Hang the numbers of its sources on an event, as they are shown: the picture cites as the text does."""
    return replace(event, text=(*event.text, Element("span", (mark,), {"class": _MARK}))) if mark else event


def with_mark_in_brackets(event: Event) -> Event:
    """Put the numbers that hang on an event in brackets, behind a space."""
    mark = event_mark(event)
    return marked(replace(event, text=event.text[:-1]), f"\N{NO-BREAK SPACE}({mark})") if mark else event


def event_mark(event: Event) -> str:
    """Find the numbers that hang on an event."""
    last = event.text[-1] if event.text else ""
    return plain_text((last,)) if isinstance(last, Element) and _MARK in last.classes else ""


def said(nodes: Iterable[Node]) -> str:
    """Say a sentence without citations and notes, in one line."""
    words = _SPACES.sub(" ", "".join(_spoken(node) for node in nodes)).strip(" ")
    for sign in ",.;:!?":
        words = words.replace(f" {sign}", sign)
    return words


def _spoken(node: Node) -> str:
    if isinstance(node, str):
        return node
    if _SILENT_CLASSES.intersection(node.classes):
        return ""
    return " " if node.tag == "br" else "".join(_spoken(child) for child in node.children)
