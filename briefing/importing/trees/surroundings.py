"""What a page knows and its elements do not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position

__all__ = ["BLOCKS", "UNSEEN", "Surroundings", "is_unseen", "outermost", "words_of"]

_UNSEEN = """
    script style template noscript head title meta link base svg math canvas audio video source track object embed
    iframe frame frameset input button select option datalist optgroup textarea progress meter dialog map area rp
    noembed noframes param
"""
_BLOCKS = """
    p h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd blockquote pre table figure hr div section article main header
    footer aside nav address center details summary fieldset form legend body html caption figcaption thead tbody tfoot
    tr td th hgroup img xmp listing
"""
UNSEEN = frozenset(_UNSEEN.split())
"""Elements that say nothing on paper."""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that stand apart from the text around them."""
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


class Surroundings(NamedTuple):
    """What a page knows and its elements do not say."""

    file: str
    """For positions."""
    language: str = ""
    """BCP 47 tag of the page: what is in the same language needs no mark."""
    link: Callable[[str], str] = str.strip
    """Makes the address that a link leads to of its ``href``; empty where it leads nowhere outside of the page."""
    picture: Callable[[HtmlElement], str] = lambda image: ""
    """Names the file of a picture, given its ``img``; empty where there is none, and then it is left out."""
    report: Callable[[Diagnostic], None] = lambda problem: None
    """Takes what has to be said about elements that could not be kept whole."""

    def position(self, element: HtmlElement) -> Position:
        """Say where an element begins; one that was made on the way stands where its parent does."""
        while element.sourceline is None and element.getparent() is not None:
            element = element.getparent()
        return Position(self.file, element.sourceline or 1)


def is_unseen(element: HtmlElement) -> bool:
    """Tell whether a reader never sees an element: scripts, forms, comments, what is hidden."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    return bool(element.get("hidden") is not None or _HIDING_STYLE.search(element.get("style", "")))


def outermost(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Leave out elements that stand in another of them."""
    found = list(elements)
    among = set(found)
    return [each for each in found if not any(above in among for above in each.iterancestors())]


def words_of(element: HtmlElement) -> str:
    """Join what a reader sees in an element, spaces as one."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: HtmlElement) -> Iterator[str]:
    """Yield the texts in an element; the parser allows no depth that could hurt here."""
    yield element.text or ""
    for child in element:
        if not is_unseen(child):
            yield " " if child.tag in BLOCKS or child.tag == "br" else ""
            yield from _texts(child)
            yield " " if child.tag in BLOCKS else ""
        yield child.tail or ""
