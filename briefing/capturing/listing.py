"""The text of ``captures.toml`` → the same with another capture in it; what people wrote there stays."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from briefing.errors import ContentError, Diagnostic, Position
from briefing.reading.sources import CAPTURES, HEAD, Capture, captures_in

__all__ = ["added", "listed", "renamed", "without"]

_BEGINNING = """\
# What briefing capture wrote of the texts beside this file: where each comes from, when it was taken, and its SHA-256.
# briefing check tells when a text is no longer what was captured.
"""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile("[\0-\x1f\x7f]")


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
    fields = {
        "url": _quoted(capture.url),
        "captured": capture.captured,
        "sha256": _quoted(capture.sha256),
        "original": _quoted(capture.original),
        "original_sha256": _quoted(capture.original_sha256),
    }
    lines = (f"{name} = {value}" for name, value in fields.items() if value not in ("", '""'))
    before = f"{text.rstrip()}\n" if text.strip() else _BEGINNING
    return _checked("\n".join((f"{before}\n[{_name(key)}]", *lines, "")), {*listed(text), key}, key)


def renamed(text: str, key: str, other: str) -> str:
    """Give what is said of one text another name."""
    lines = text.split("\n")
    start = _head(lines, key)
    comment = lines[start].partition("]")[2]
    changed = (*lines[:start], f"[{_name(other)}]{comment}", *lines[start + 1 :])
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


def _name(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(words: str) -> str:
    """Write a text as TOML has it; characters that control a terminal are left out."""
    return json.dumps(_CONTROL.sub("", words), ensure_ascii=False)


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
