"""Pictures with their captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from lxml.html import HtmlElement

from briefing.importing.trees.inline import inline_nodes, run_of, tidied
from briefing.importing.trees.surroundings import Surroundings, outermost, words_of
from briefing.model import Element, Node, plain_text

__all__ = ["caption_of", "figure_of", "is_credit"]

_CREDIT_CLASS = re.compile(r"credit|copyright|photographer|attribution|rights|agency|author", re.IGNORECASE)
_CREDIT_WORDS = re.compile(
    r"\s*((?:Credit|Photo(?:graph)?|Picture|Image|Illustration|Foto|Bild|Grafik|Crédit|Photographie|Crédito|Fotografía|"
    r"Фото|عکس|تصویر|الصورة|صورة|©|\(c\))(?:\s+credit|\s+by|\s+von)?\s*[:/©]?\s*\S[^.]{1,80}\.?)$",
    re.IGNORECASE,
)
_BEFORE_CREDIT = re.compile(r"[.!?…。۔)(|·–—/]\s*$")


def figure_of(image: HtmlElement, caption: tuple[Node, ...], around: Surroundings) -> Element | None:
    """Make a figure of an ``img``; ``None`` where its file is not at hand."""
    name = around.picture(image)
    if not name:
        return None
    said = " ".join((image.get("alt") or "").split()) or " ".join(plain_text(caption).split())
    position = around.position(image)
    picture = Element("img", (), {"src": name, "alt": said or image.get("title", "").strip() or name}, position)
    below = (Element("figcaption", caption, {}, position),) if caption else ()
    return Element("figure", (picture, *below), {}, position)


def caption_of(element: HtmlElement, around: Surroundings) -> tuple[Node, ...]:
    """Read a caption, with who made the picture last, set apart."""
    named = outermost(child for child in element.iterdescendants() if is_credit(child))
    if not named:
        return _by_words(inline_nodes(tuple(run_of(element)), around))
    credit = tidied(node for child in named for node in (*inline_nodes((child,), around), " "))
    rest = inline_nodes(tuple(_without(element, set(named))), around)
    return _joined(rest, credit)


def is_credit(element: HtmlElement) -> bool:
    """Tell whether an element of a caption names who made the picture."""
    if not isinstance(element.tag, str):
        return False
    marked = _CREDIT_CLASS.search(f"{element.get('class', '')} {element.get('itemprop', '')}")
    return bool(words_of(element) and (marked or element.tag == "small"))


def _without(element: HtmlElement, left_out: Set[HtmlElement]) -> Iterator[HtmlElement | str]:
    """Yield what stands in an element, with those that hold what is left out opened."""
    for each in run_of(element):
        if isinstance(each, str):
            yield each
        elif each not in left_out:
            if any(inner in left_out for inner in each.iter()):
                yield from (" ", *_without(each, left_out), " ")
            else:
                yield each


def _by_words(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Set apart who made the picture where only the words say it: "The street in May. Photo: Jane Doe"."""
    if not nodes or not isinstance(last := nodes[-1], str):
        return nodes
    found = next((match for match in _CREDIT_WORDS.finditer(last)), None)
    if not found or (found.start() > 0 and not _BEFORE_CREDIT.search(last[: found.start(1)])):
        return nodes
    return _joined(tidied((*nodes[:-1], last[: found.start(1)])), (found[1],))


def _joined(rest: tuple[Node, ...], credit: tuple[Node, ...]) -> tuple[Node, ...]:
    span = Element("span", credit, {"class": "credit"})
    return (*rest, " ", span) if rest else (span,)
