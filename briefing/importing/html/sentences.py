"""Parts of sentences that are named like furniture: a link that looks like a button, a word that names a class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lxml.html import HtmlElement

from briefing.importing.html.units import Unit, words_in
from briefing.importing.sidelines import is_sideline
from briefing.importing.trees import words_of

__all__ = ["asks_to_sign", "asking_links", "parts_of_sentences"]

_LONGEST_ASK = 200
"""Characters of a link that asks to sign."""
_LABEL = re.compile(r"\W*\w+(?:\s+\w+)?\s*[:：]\W*")
"""What stands before links and is no sentence, such as "Tags:"."""
_SIGN = re.compile(
    r"\bsign\b(?! (?:up|in|on|out|off|language)\b)|\badd your name\b|unterschreib|unterzeichn|\bzeichne"
    r"|\bsigne[rz]?\b|\bfirm[ae]\b|\bf[ií]rma(?:l[ao])?\b|\bfirma(?:te|re)\b|\bsúmate\b|\bonderteken|\bteken\b|podpisz|\bassin[ea]"
    r"|подпи(?:ши(?!(?:те)?сь)|сать(?!ся))|підпи(?:ши(?!(?:ть)?с[ья])|сати(?!ся))|\bimza|امضا|لاسلیک|وقّ?ع(?:وا)?\b|دستخط",
    re.IGNORECASE,
)
"""What asks to sign, and not to sign up or to subscribe."""


def asks_to_sign(words: str) -> bool:
    """Tell whether the words of a link ask to sign."""
    return len(words) <= _LONGEST_ASK and _SIGN.search(words) is not None and not is_sideline(words)


def asking_links(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the links to elsewhere in an element, itself among them, that ask to sign."""
    for link in element.iter("a"):
        address = link.get("href", "").strip()
        if address and not address.startswith("#") and asks_to_sign(words_of(link)):
            yield link


def parts_of_sentences(units: Iterable[Unit], is_named: Callable[[HtmlElement], bool]) -> frozenset[HtmlElement]:
    """Find the elements that running text stands beside in the same line, of those that ``is_named`` tells of."""
    return frozenset(element for unit in units for line in _lines(unit) for element in _held(line, unit, is_named))


def _lines(unit: Unit) -> Iterator[list[tuple[HtmlElement, bool]]]:
    line: list[tuple[HtmlElement, bool]] = []
    for element, inside in unit.texts:
        if element.tag == "br":
            yield line
            line = []
        line.append((element, inside))
    yield line


def _held(
    line: Iterable[tuple[HtmlElement, bool]], unit: Unit, is_named: Callable[[HtmlElement], bool]
) -> Iterator[HtmlElement]:
    """Yield what words of a line hold that is named, where there are such words."""
    beside: list[str] = []
    named: dict[HtmlElement, None] = {}
    for element, inside in line:
        text = (element.text if inside else element.tail) or ""
        above = list(_inline(element if inside else element.getparent(), unit))
        apart = [each for each in above if is_named(each)]
        named.update(dict.fromkeys(apart))
        if not apart and not any(map(_stands_by_itself, above)):
            beside.append(text)
        if element.tag == "button" and beside and words_in(text):
            named[element] = None
    words = " ".join(beside)
    if words_in(words) and not _LABEL.fullmatch(words):
        yield from (each for each in named if not is_sideline(words_of(each)))


def _stands_by_itself(element: HtmlElement) -> bool:
    """Tell whether words in an element are no running text: a link, or one of the spans that make a line of facts."""
    return element.tag == "a" or (element.tag == "span" and len(element) == 0)


def _inline(element: HtmlElement | None, unit: Unit) -> Iterator[HtmlElement]:
    """Yield an element and what it stands in, within its block."""
    while element is not None and element is not unit.block:
        yield element
        element = element.getparent()
