"""Parts of sentences that are named like furniture: a link that looks like a button, a word that names a class."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.importing.html.units import Unit, words_in
from briefing.importing.sidelines import is_sideline
from briefing.importing.trees import words_of

__all__ = ["asks_to_sign", "asking_links", "parts_of_sentences"]

_LONGEST_ASK = 200
"""Characters of a link that asks to sign."""
_MOST_LINKS = 50
"""In a box."""
_MOST_IN_A_SIDELINE = 50
"""Elements."""
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
    for link in islice(element.iter("a"), _MOST_LINKS):
        address = link.get("href", "").strip()
        if address and not address.startswith("#") and asks_to_sign(words_of(link)):
            yield link


def parts_of_sentences(units: Iterable[Unit], is_named: Callable[[HtmlElement], bool]) -> frozenset[HtmlElement]:
    """Find the elements that running text stands beside in the same line, of those that ``is_named`` tells of."""
    above = _Above(is_named)
    return frozenset(element for unit in units for line in _lines(unit) for element in _held(line, unit, above))


class _Stand(NamedTuple):
    """What words stand in, within their block."""

    named: tuple[HtmlElement, ...] = ()
    by_itself: bool = False
    """Whether they are no running text: a link, or one of the spans that make a line of facts."""


class _Above:
    """Tells what words stand in; each element of the page is looked at once."""

    def __init__(self, is_named: Callable[[HtmlElement], bool]) -> None:
        self._is_named = is_named
        self._known: dict[HtmlElement, _Stand] = {}

    def of(self, element: HtmlElement | None, block: HtmlElement) -> _Stand:
        """Look at an element and what it stands in, below a block."""
        passed: list[HtmlElement] = []
        while element is not None and element is not block and element not in self._known:
            passed.append(element)
            element = element.getparent()
        stand = _Stand() if element is None or element is block else self._known[element]
        for each in reversed(passed):
            named = (*stand.named, each) if self._is_named(each) else stand.named
            alone = each.tag == "a" or (each.tag == "span" and len(each) == 0)
            stand = self._known[each] = _Stand(named, stand.by_itself or alone)
        return stand


def _lines(unit: Unit) -> Iterator[list[tuple[HtmlElement, bool]]]:
    line: list[tuple[HtmlElement, bool]] = []
    for element, inside in unit.texts:
        if element.tag == "br":
            yield line
            line = []
        line.append((element, inside))
    yield line


def _held(line: Iterable[tuple[HtmlElement, bool]], unit: Unit, above: _Above) -> Iterator[HtmlElement]:
    """Yield what words of a line hold that is named, where there are such words."""
    beside: list[str] = []
    named: dict[HtmlElement, None] = {}
    last: tuple[HtmlElement, ...] = ()
    for element, inside in line:
        text = (element.text if inside else element.tail) or ""
        stand = above.of(element if inside else element.getparent(), unit.block)
        if stand.named is not last:
            named.update(dict.fromkeys(stand.named))
            last = stand.named
        if not stand.named and not stand.by_itself:
            beside.append(text)
        if element.tag == "button" and beside and words_in(text):
            named[element] = None
    words = " ".join(beside)
    if words_in(words) and not _LABEL.fullmatch(words):
        yield from (each for each in named if not _is_sideline(each))


def _is_sideline(element: HtmlElement) -> bool:
    few = sum(1 for _ in islice(element.iter(), _MOST_IN_A_SIDELINE + 1)) <= _MOST_IN_A_SIDELINE
    return few and is_sideline(words_of(element))
