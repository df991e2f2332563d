"""Quotations with their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from briefing.importing.trees.surroundings import words_of
from briefing.model import Element, Node, plain_text

__all__ = ["is_attribution", "quotation_of", "with_speakers"]

_DASH = re.compile(r"^\s*(?:[—–―]|--?)\s*(?!\d)")
_LONGEST_SPEAKER = 160
_SPEAKER_CLASS = re.compile(r"attribution|\bcite|source|author|speaker|quote-?by", re.IGNORECASE)


def is_attribution(element: HtmlElement) -> bool:
    """Tell whether an element of a quotation names who speaks."""
    if element.tag == "footer" or (element.tag == "figcaption" and element.getparent().tag != "figure"):
        return True
    if element.tag == "cite":
        parent = element.getparent()
        return parent.tag != "p" or words_of(parent) == words_of(element)
    named = f"{element.get('class', '')} {element.get('itemprop', '')}"
    return bool(_SPEAKER_CLASS.search(named)) and len(words_of(element)) <= _LONGEST_SPEAKER


def quotation_of(blocks: Sequence[Element], speaker: tuple[Node, ...]) -> tuple[Element, ...]:
    """Make a quotation of the blocks in it, its speaker named by a block of its own or by a last line with a dash."""
    said, spoken_by = list(blocks), speaker
    if said and not spoken_by:
        said[-1:] = _parted_at_speaker(said[-1])
    if not spoken_by and len(said) > 1 and _is_dashed(said[-1]):
        spoken_by = said.pop().children
    if not said:
        return ()
    if spoken_by := _without_dash(spoken_by):
        said.append(Element("p", spoken_by, {"class": "attribution"}, said[-1].position))
    return (Element("blockquote", tuple(said), {}, said[0].position),)


def _parted_at_speaker(block: Element) -> Iterator[Element]:
    """Part a paragraph before its last line where that begins with a dash."""
    breaks = [index for index, node in enumerate(block.children) if isinstance(node, Element) and node.tag == "br"]
    last = replace(block, children=block.children[breaks[-1] + 1 :]) if breaks else block
    if breaks and _is_dashed(last):
        yield replace(block, children=block.children[: breaks[-1]])
        yield last
    else:
        yield block


def _is_dashed(block: Element) -> bool:
    text = plain_text(block)
    return block.tag == "p" and bool(_DASH.match(text)) and len(text) <= _LONGEST_SPEAKER


def _without_dash(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Take the dash off that is set anew when it is printed, and a mark around the whole."""
    if len(nodes) == 1 and isinstance(only := nodes[0], Element) and only.tag in {"em", "strong"}:
        return _without_dash(only.children)
    if nodes and isinstance(first := nodes[0], str):
        rest = _DASH.sub("", first).lstrip()
        return (rest, *nodes[1:]) if rest else nodes[1:]
    if nodes and isinstance(first := nodes[0], Element) and first.children and _DASH.match(plain_text(first)):
        return (replace(first, children=_without_dash(first.children)), *nodes[1:])
    return nodes


def with_speakers(blocks: Iterable[Element]) -> Iterator[Element]:
    """Put a line that begins with a dash into the quotation before it, as its speaker."""
    waiting: Element | None = None
    for block in blocks:
        if waiting and _is_dashed(block) and not _has_speaker(waiting):
            block = replace(waiting, children=(*waiting.children, _attribution(block)))
            waiting = None
        if waiting:
            yield waiting
        waiting = block if block.tag == "blockquote" else None
        if not waiting:
            yield block
    if waiting:
        yield waiting


def _has_speaker(quotation: Element) -> bool:
    last = quotation.children[-1]
    return isinstance(last, Element) and last.classes == ("attribution",)


def _attribution(block: Element) -> Element:
    return Element("p", _without_dash(block.children), {"class": "attribution"}, block.position)
