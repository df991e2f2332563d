"""Find the fenced blocks (``:::``) and the comments of a body before it is parsed.

One pass over the lines pairs every opening fence with its closing one, so that a fence that is never closed is
reported at the line that opened it and swallows no more than it must.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.reading.markdown.attributes import Attributes, attributes_at, attributes_at_end, joined

__all__ = ["Fence", "Fences", "find_fences"]

_FENCE = re.compile(r"[ \t>]*:{3,}[ \t]*")
_CODE = re.compile(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_COMMENT = re.compile(r" {0,3}<!--")
_NAME = re.compile(r"[^\s{]+")


@dataclass(slots=True)
class Fence:
    """A fenced block by its opening line."""

    line: int
    """Index of the opening line, from 0."""
    column: int
    """Of its first colon, from 0."""
    name: str
    """First word or first class; empty where there is none."""
    title: str
    title_column: int
    """From 0."""
    attributes: Attributes
    end: int = 0
    """Index of the line after the last one inside."""
    after: int = 0
    """Index of the line after the closing fence."""
    closed: bool = True


@dataclass(slots=True)
class Fences:
    """Every fence and comment of a body, by line index."""

    opens: dict[int, Fence] = field(default_factory=dict)
    closes: set[int] = field(default_factory=set)
    stray: list[int] = field(default_factory=list)
    """Closing fences that close nothing."""
    comments: dict[int, int] = field(default_factory=dict)
    """First line of each comment, and the index of the line after it."""
    open_comments: list[int] = field(default_factory=list)
    """Comments that are never closed."""
    open_code: int | None = None
    """First line of a code block that is never closed."""


def find_fences(lines: Sequence[str]) -> Fences:
    """Pair fences, passing over code blocks and comments."""
    found, stack, ends = Fences(), list[Fence](), list[int]()
    comment_ends = [number for number, line in enumerate(lines) if "-->" in line]
    index = 0
    while index < len(lines):
        line = lines[index]
        if (code := _CODE.match(line)) and (after := _code_end(lines, index, code[1])):
            found.open_code = index if after > len(lines) else found.open_code
            index = after
            continue
        if _COMMENT.match(line) and (after := _comment_end(found, lines, index, comment_ends)):
            index = after
            continue
        if _HEADING.match(line):
            ends.append(index)
        elif fence := _FENCE.match(line):
            if not line[fence.end() :].strip():
                _close(found, stack, index)
            else:
                ends.append(index)
                stack.append(_opening(line, index, fence.end()))
                found.opens[index] = stack[-1]
        index += 1
    _end_unclosed(stack, ends, len(lines))
    return found


def _code_end(lines: Sequence[str], start: int, marks: str) -> int:
    """Find the line after a code block; past the last line where it is never closed."""
    closing = re.compile(rf"[ \t>]*{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    for index in range(start + 1, len(lines)):
        if closing.match(lines[index]):
            return index + 1
    return len(lines) + 1


def _comment_end(found: Fences, lines: Sequence[str], start: int, ends: Sequence[int]) -> int:
    """Find the line after a comment that stands alone; 0 where it does not end, or not at the end of a line."""
    same_line = "-->" in lines[start].partition("<!--")[2]
    following = bisect_right(ends, start)
    if not same_line and following == len(ends):
        found.open_comments.append(start)
        return 0
    index = start if same_line else ends[following]
    if lines[index].rpartition("-->")[2].strip():
        return 0
    found.comments[start] = index + 1
    return index + 1


def _opening(line: str, index: int, start: int) -> Fence:
    """Read an opening fence: ``name Title words {attributes}``, with braces before the title, or before the name."""
    text = line.rstrip()
    bare = text.rstrip(":")
    text = bare.rstrip() if len(text) - len(bare) >= 3 else text
    attributes = attributes_at(text, start)
    if attributes is None:
        word = _NAME.match(text, start)
        name, after = (word[0], word.end()) if word else ("", start)
        attributes = attributes_at(text, len(text) - len(text[after:].lstrip()))
        after = attributes.end if attributes else after
        head, behind = attributes_at_end(text)
        if behind and len(head) >= after:
            text, attributes = head, joined(attributes, behind) if attributes else behind
    else:
        name, after = next(iter(attributes.classes), ""), attributes.end
    title = text[after:].strip()
    column = text.find(title, after)
    if attributes and not title and "title" in attributes.values:
        title, column = attributes.values["title"], attributes.places["title"]
    return Fence(index, line.index(":"), name, title, column, attributes or Attributes(0))


def _close(found: Fences, stack: list[Fence], index: int) -> None:
    found.closes.add(index)
    if not stack:
        found.stray.append(index)
        return
    fence = stack.pop()
    fence.end, fence.after = index, index + 1


def _end_unclosed(stack: list[Fence], marks: list[int], last: int) -> None:
    """Let a fence that is never closed end before the next heading or fence, where its author most likely meant."""
    for fence in stack:
        index = bisect_right(marks, fence.line)
        end = marks[index] if index < len(marks) else last
        fence.end = fence.after = end
        fence.closed = False
