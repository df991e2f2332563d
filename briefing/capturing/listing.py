"""The text of ``captures.toml`` → the same with another capture in it; what people wrote there stays."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import ContentError, Diagnostic, Position
from briefing.reading.sources import CAPTURES, HEAD, Capture, captures_in, heading, written

__all__ = ["added", "listed", "renamed", "without"]

_BEGINNING = """\
# What briefing capture wrote of the texts beside this file: where each comes from, when it was taken, and its SHA-256.
# briefing check tells when a text is no longer what was captured.
"""


def listed(text: str) -> Mapping[str, Capture]:
    """Read the list.

    Raises: ContentError where it is none.
    """
    found = captures_in(text)
    if isinstance(found, Diagnostic):
        raise ContentError(Diagnostic("error", found.id, found.message, found.position, found.hint))
    return found


def added(text: str, key: str, capture: Capture) -> str:
    """Write a capture at the end."""
    before = f"{text.rstrip()}\n" if text.strip() else _BEGINNING
    return _checked(f"{before}\n{written(key, capture)}", {*listed(text), key}, key)


def renamed(text: str, key: str, other: str) -> str:
    """Give what is said of one text another name."""
    lines = text.split("\n")
    start = _head(lines, key)
    comment = lines[start].partition("]")[2]
    changed = (*lines[:start], f"[{heading(other)}]{comment}", *lines[start + 1 :])
    return _checked("\n".join(changed), {*(listed(text).keys() - {key}), other}, key)


def without(text: str, key: str) -> str:
    """Take out what is said of one text."""
    lines = text.split("\n")
    start = _head(lines, key)
    end = next((number for number in range(start + 1, len(lines)) if HEAD.match(lines[number])), len(lines))
    while end > start + 1 and not lines[end - 1].split("#")[0].strip():
        end -= 1  # a comment above the next name is about that
    return _checked("\n".join((*lines[:start], *lines[end:])), listed(text).keys() - {key}, key)


def _head(lines: list[str], key: str) -> int:
    for number, line in enumerate(lines):
        head = HEAD.match(line)
        if head and head[1].strip("\"'") == key:
            return number
    raise _refused(key)


def _checked(text: str, keys: set[str], key: str) -> str:
    """See that it is the list that was meant: a name may stand in a text of several lines, too."""
    found = captures_in(text)
    if isinstance(found, Diagnostic) or found.keys() != keys:
        raise _refused(key)
    return text


def _refused(key: str) -> ContentError:
    message = "This list is written in a way that this program does not change."
    hint = f"Take the lines about {key} out, and capture the source again."
    return ContentError(Diagnostic("error", "captures-unreadable", message, Position(CAPTURES), hint))
