"""What stands above and below the text of an export → fields at the head of the article, and comments there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import Position
from briefing.importing.exports.typed import Typed, inner, last_day, without_edges
from briefing.model import Date, Element, plain_text, walk
from briefing.reading.dates import dates_in, read_date
from briefing.writing import as_inline

__all__ = ["Value", "comments_of", "fields_of"]

Value = str | tuple[str, ...]
_PARTED = re.compile(r"\s+·\s+")
_HERE = Position("")
_PLAIN = {"kicker": "series", "subtitle": "subtitle", "licence": "licence", "disclaimer": "disclaimer"}
"""Fields by the classes of the paragraphs that say them."""
_COMMENTED = {
    "publisher-name": "organisation",
    "embargo": "embargo",
    "about": "about",
    "image-credits": "image credits",
    "approved": "approved",
    "changed-names": "changed names",
    "translators": "translation",
    "printers": "imprint",
}
"""What is said in words of a template, or belongs to a profile: by classes, with the names in the comments."""


def fields_of(part: Element, typed: Typed, language: str) -> Iterator[tuple[str, Value]]:
    """Read a part of the page that is no text; what it does not say gives nothing."""
    for element in walk(part):
        classes, words = element.classes, _words(element)
        if name := next((_PLAIN[each] for each in classes if each in _PLAIN), ""):
            yield name, words
        elif "standfirst" in classes:
            yield "standfirst", as_inline(without_edges(typed.nodes(element.children)))
        elif "byline" in classes:
            yield from _byline(words, language)
        elif "masthead-details" in classes:
            yield from _details(words, language)
        elif "contact" in classes:
            yield "contact", tuple(line for each in inner(element) if each.tag == "p" for line in _lines(each))


def comments_of(part: Element) -> Iterator[str]:
    """Yield what has no field of its own: it belongs to the profile of an organisation, or must be typed anew."""
    for element in walk(part):
        name = next((_COMMENTED[each] for each in element.classes if each in _COMMENTED), "")
        words = " ".join(_words(each) for each in inner(element) if each.tag == "p") or _words(element)
        if name and words:
            yield f"{name}: {words}"


def _byline(words: str, language: str) -> Iterator[tuple[str, str]]:
    """Read the day of publication, which stands alone, and that of the information, which has words beside it."""
    for piece in _PARTED.split(words):
        date = read_date(piece, _HERE, language)
        if isinstance(date, Date):
            yield "date", date.edtf
        elif mentions := list(dates_in(piece, language)):
            yield "information_as_of", last_day(mentions[-1].date)


def _details(words: str, language: str) -> Iterator[tuple[str, str]]:
    """Read the number in a series, which stands before the day, and the version, which stands behind it."""
    pieces = _PARTED.split(words)
    days = [index for index, piece in enumerate(pieces) if isinstance(read_date(piece, _HERE, language), Date)]
    if not days:
        return
    if days[0]:
        yield "number", pieces[0].split()[-1]
    if pieces[days[0] + 1 :]:
        yield "version", " ".join(pieces[-1].split()[1:])


def _lines(paragraph: Element) -> Iterator[str]:
    line = ""
    for node in paragraph.children:
        if isinstance(node, Element) and node.tag == "br":
            yield line.strip()
            line = ""
        else:
            line += plain_text(node)
    if line.strip():
        yield line.strip()


def _words(element: Element) -> str:
    return " ".join(plain_text(element).split())
