"""The texts of the pages of a PDF → one text, in which a sentence runs on over the end of a page.

What stands at the head or foot of most pages is no part of it: it is kept at the end, once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

__all__ = ["PARTED", "joined"]

PARTED = "\x02"
"""How PDFium tells a hyphen that only stands there because a line ends."""
_PARTED = re.compile(f"{PARTED}\n?")
_EDGE = 3
"""Lines at the head and at the foot of a page that may be said on others."""
_LEAST_PAGES, _SHARE = 3, 0.3
_FIGURES = re.compile(r"(\d{1,6})")
_MOST_NUMBERS = 4
_NUMBER = re.compile(
    r"(?:page |seite |p\. ?)?(?:[–—-] ?)?#-?\d+(?: ?[–—-])?(?: ?(?:/|of|von|de|sur|di|van) ?\d+)?", re.IGNORECASE
)
"""The number of a page and nothing else: two pages are enough."""
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*\Z")


class _Line(NamedTuple):
    """A line at the head or foot of a page."""

    number: int
    """Of the page."""
    row: int
    """Which line of the page it is."""
    place: int
    """Which of the lines with words it is: 0 is the first, -1 the last."""
    text: str

    @property
    def shapes(self) -> frozenset[tuple[int, str]]:
        """What it may have in common with a line in the same place of another page."""
        return frozenset((self.place, shape) for shape in _shapes(self.text, self.number))


def joined(pages: Sequence[str]) -> str:
    """Put pages together: without a space where a word is parted, as one paragraph where a sentence runs on."""
    lines = [page.strip("\n").split("\n") for page in pages]
    counted = Counter(
        shape for number, page in enumerate(lines) for each in _edges(page, number) for shape in each.shapes
    )
    least = max(_LEAST_PAGES, _SHARE * len(pages))
    repeated = frozenset(
        shape for shape, count in counted.items() if count >= least or (count > 1 and _NUMBER.fullmatch(shape[1]))
    )
    text, furniture = "", dict[frozenset[tuple[int, str]], str]()
    for number, page in enumerate(lines):
        taken = _furniture(page, number, repeated)
        for line in taken:
            furniture.setdefault(line.shapes & repeated, line.text)
        rows = {line.row for line in taken}
        body = "\n".join(line for row, line in enumerate(page) if row not in rows).strip("\n")
        text = f"{text}{_between(text, body)}{body}"
    return "\n\n".join((_PARTED.sub("", text), *furniture.values()))


def _edges(page: Sequence[str], number: int) -> tuple[_Line, ...]:
    """List the lines at the head and at the foot of a page, from without to within; one of a short page may be both."""
    rows = [row for row, line in enumerate(page) if line.strip()]
    head = [_Line(number, row, place, page[row]) for place, row in enumerate(rows[:_EDGE])]
    foot = [_Line(number, row, -place - 1, page[row]) for place, row in enumerate(rows[: -_EDGE - 1 : -1])]
    return (*head, *foot)


def _furniture(page: Sequence[str], number: int, repeated: frozenset[tuple[int, str]]) -> tuple[_Line, ...]:
    """Take the lines off a page that stand on others, too, up to the first of each end that does not."""

    def is_furniture(line: _Line) -> bool:
        return not repeated.isdisjoint(line.shapes)

    edges = _edges(page, number)
    head = takewhile(is_furniture, (line for line in edges if line.place >= 0))
    foot = takewhile(is_furniture, (line for line in edges if line.place < 0))
    return (*head, *foot)


def _shapes(line: str, number: int) -> frozenset[str]:
    """Write a line as it is on other pages: with each number as it is, or as so many more than that of the page."""
    words = " ".join(line.split())
    if not words or len(_FIGURES.findall(words)) > _MOST_NUMBERS:
        return frozenset({words} - {""})
    shapes = [""]
    for part in _FIGURES.split(words):
        ways = (part, f"#{int(part) - number}") if part.isdecimal() else (part,)
        shapes = [before + way for before in shapes for way in ways]
    return frozenset(shapes)


def _between(before: str, behind: str) -> str:
    if not before or before.endswith(PARTED):
        return ""
    runs_on = not _ENDS.search(before.rstrip()) and behind.lstrip()[:1].islower()
    return "\n" if runs_on else "\n\n"
