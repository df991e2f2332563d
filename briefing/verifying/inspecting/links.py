"""Links: where they lead, what words they have, and whether paper shows the address.

See: ISO 32000-1, 12.5.6.5 (link annotations); ISO 14289-1, 7.18.5.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from urllib.parse import unquote

from briefing.verifying.addresses import bare_address, is_address
from briefing.verifying.findings import Box, LinkFound
from briefing.verifying.inspecting.destinations import Destinations
from briefing.verifying.inspecting.objects import Identity, as_array, as_name, as_number, as_text, entry, identity
from briefing.verifying.inspecting.tags import TaggedLink
from briefing.verifying.inspecting.text import PageText

__all__ = ["LinkArea", "PrintedText", "areas_of", "read_links"]

MOST_LINKS = 10_000
"""Of one page."""
_MOST_LINES = 100
"""Of one link."""

_PLACE = re.compile(r"page \d+|the (last|next) page|the page before")
_CONTINUES = re.compile(r"[\w/?#&=%@~+*$-]")
"""What goes on with an address that it follows without a space."""
_JOINS = re.compile(r"[\w.@/-]")
"""What makes another address of one that it stands before without a space, but for ``www.`` and a scheme."""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link annotation."""

    page: int
    own: Identity | None
    target: str
    boxes: tuple[Box, ...]
    contents: str


def areas_of(page: object, number: int, destinations: Destinations) -> tuple[LinkArea, ...]:
    """Read the link annotations of a page, in its order."""
    links = (each for each in as_array(entry(page, "Annots")) if as_name(entry(each, "Subtype")) == "Link")
    return tuple(
        LinkArea(
            number,
            identity(each),
            destinations.target_of(each),
            _boxes(each),
            as_text(entry(each, "Contents")),
        )
        for each in islice(links, MOST_LINKS)
    )


def _boxes(link: object) -> tuple[Box, ...]:
    """Read the lines that a link covers, or its rectangle."""
    numbers = [as_number(each) for each in as_array(entry(link, "QuadPoints"))]
    points = [number for number in numbers if number is not None]
    if not points or len(points) != len(numbers) or len(points) % 8:
        corners = [as_number(each) for each in as_array(entry(link, "Rect"))]
        points = [number for number in corners if number is not None]
        return (_around(points),) if len(points) == 4 else ()
    return tuple(_around(points[at : at + 8]) for at in range(0, min(len(points), 8 * _MOST_LINES), 8))


def _around(points: list[float]) -> Box:
    return (min(points[::2]), min(points[1::2]), max(points[::2]), max(points[1::2]))


class PrintedText:
    """All that a file prints, to be searched for addresses, which may be broken over lines."""

    def __init__(self, texts: Sequence[str]) -> None:
        words = [word for text in texts for word in text.casefold().split()]
        self._text = "".join(words)
        self._starts = array("Q", accumulate(map(len, words), initial=0))

    def has(self, address: str) -> bool:
        """Tell whether an address stands there, without regard to scheme, capitals and a slash at the end."""
        bare = bare_address(address.partition("?subject=")[0]).casefold()
        return bool(bare) and any(self._stands(wanted) for wanted in {bare, unquote(bare)})

    def _stands(self, wanted: str) -> bool:
        at = self._text.find(wanted)
        while at >= 0:
            if self._begins(at) and self._ends(at + len(wanted)):
                return True
            at = self._text.find(wanted, at + 1)
        return False

    def _is_start(self, at: int) -> bool:
        found = bisect_left(self._starts, at)
        return found < len(self._starts) and self._starts[found] == at

    def _begins(self, at: int) -> bool:
        if self._text.endswith("www.", 0, at):
            at -= len("www.")
        return self._is_start(at) or self._text.endswith("://", 0, at) or not _JOINS.match(self._text[at - 1])

    def _ends(self, at: int) -> bool:
        """Tell whether an address ends here: before a space, or before signs that end a sentence."""
        if self._text[at : at + 1] == "/":
            at += 1
        while not self._is_start(at) and not _CONTINUES.match(self._text[at]):
            at += 1
        return self._is_start(at)


def read_links(
    areas: Sequence[LinkArea], texts: Sequence[PageText], tagged: Mapping[Identity, TaggedLink]
) -> tuple[LinkFound, ...]:
    """Join the lines of links and describe each; ``areas`` page by page, as their texts were asked for."""
    printed = PrintedText([text.whole for text in texts])
    words = _words(areas, texts)
    found: dict[object, LinkFound] = {}
    before: LinkArea | None = None
    key: object = None
    for index, area in enumerate(areas):
        element = tagged.get(area.own) if area.own else None
        if element:
            key = (element.number, area.target)
        elif not (before and _goes_on(before, area)):
            key = (None, index)
        before = None if element else area
        link = _described(area, element, words[index], printed)
        found[key] = _joined(found[key], link) if key in found else link
    return tuple(found.values())


def _words(areas: Sequence[LinkArea], texts: Sequence[PageText]) -> list[str]:
    """Join what the boxes of each link cover."""
    covered = {number: iter(text.covered) for number, text in enumerate(texts, start=1)}
    return [" ".join(filter(None, islice(covered[area.page], len(area.boxes)))) for area in areas]


def _described(area: LinkArea, element: TaggedLink | None, words: str, printed: PrintedText) -> LinkFound:
    said = (element.text if element else "") or words
    # Lines that run from right to left may come out of the page in another order than the link has them.
    shows_it = bare_address(said).casefold() == bare_address(area.target).casefold()
    on_paper = bool(_PLACE.fullmatch(area.target)) or (
        is_address(area.target) and (shows_it or printed.has(area.target))
    )
    return LinkFound(
        area.page,
        area.target,
        said,
        printed=on_paper,
        described=bool(area.contents) or bool(element and element.described),
        tagged=element is not None,
    )


def _joined(first: LinkFound, more: LinkFound) -> LinkFound:
    """Add another line; the words of an element are whole already."""
    text = first.text if first.tagged else f"{first.text} {more.text}".strip()
    return replace(first, text=text, described=first.described or more.described)


def _goes_on(before: LinkArea, area: LinkArea) -> bool:
    """Tell whether an untagged link is the next line of the one before it."""
    if before.target != area.target or before.page != area.page or not (before.boxes and area.boxes):
        return False
    _, bottom, right, top = before.boxes[-1]
    height = top - bottom
    return bottom - 2 * height < area.boxes[0][3] <= bottom + height / 2 and area.boxes[0][0] < right
