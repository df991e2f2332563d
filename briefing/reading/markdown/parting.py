"""Part a text where what stands before cannot change what comes after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.reading.markdown.fences import Fences

__all__ = ["parts_of"]

_HEADING = re.compile(r"#{1,6}[ \t]")
_CODE = ("```", "~~~")


def parts_of(lines: Sequence[str], fences: Fences) -> Iterator[tuple[int, str]]:
    """Yield the parts of a text, each with the index of its first line; ``fences`` are those of the whole.

    A part begins with a heading at the margin, below an empty line, where no fenced block and no comment is open: such
    a heading ends every list, quotation, table and note. A text with blocks of code, in which a heading may be no
    heading, stays whole.
    """
    whole = any(marks in line for line in lines for marks in _CODE)
    starts = () if whole else _starts(lines, fences)
    for start, end in pairwise((0, *starts, len(lines))):
        yield start, "\n".join(lines[start:end])


def _starts(lines: Sequence[str], fences: Fences) -> Iterator[int]:
    reach = 0
    for index, line in enumerate(lines):
        if fence := fences.opens.get(index):
            reach = max(reach, fence.after)
        reach = max(reach, fences.comments.get(index, 0))
        if index >= max(reach, 1) and _HEADING.match(line) and not lines[index - 1].strip():
            yield index
