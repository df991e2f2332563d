"""What happened, as a chart and a voice say it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model import Event, Node

__all__ = ["event_text", "said"]

_SPACES = re.compile(r"[ \t\r\n]+")
"""A no-break space stays what it is."""
_SILENT_CLASSES = {"citation", "waiver", "noteref"}
"""What stands in an event's text for the table and is not said in the chart."""


def event_text(event: Event) -> str:
    """Tell what happened, without citations, in one line."""
    return said(event.text)


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
