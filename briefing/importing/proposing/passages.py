"""The passages of an article in which its author speaks; and what is put behind a sentence of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from briefing.claims import Sentence
from briefing.model import Element, Node

__all__ = ["cited_behind", "passages", "with_passages"]

_PASSAGES = ("p", "li")
_INSIDE = ("ul", "ol", "li", "div", "section")
"""Blocks in which an author speaks in sentences; not those that quote, or that show something."""
_OWN_BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "blockquote", "figure", "div", "aside"})


def cited_behind(sentence: Sentence, key: str) -> Sentence:
    """Cite a source at the end of a sentence, before the white space behind it."""
    *before, last = sentence.nodes
    cite = Element("cite", (), {"class": "citation", "data-key": key})
    if not isinstance(last, str):
        return Sentence((*before, last, cite))
    words = last.rstrip()
    return Sentence(tuple(filter(None, (*before, words, cite, last[len(words) :]))))


def passages(blocks: Iterable[Element]) -> Iterator[Element]:
    """Yield the paragraphs and items in which the author speaks, in reading order."""
    for block in blocks:
        if block.tag in _PASSAGES and not _holds_blocks(block):
            yield block
        elif block.tag in _INSIDE:
            if words := _words_before_blocks(block):
                yield replace(block, children=words)
            yield from passages(child for child in block.children[len(words) :] if isinstance(child, Element))


def with_passages(blocks: Iterable[Element], change: Callable[[Element], Element]) -> Iterator[Element]:
    """Change these passages, and leave everything else as it is."""
    for block in blocks:
        if block.tag in _PASSAGES and not _holds_blocks(block):
            yield change(block)
        elif block.tag in _INSIDE:
            words = _words_before_blocks(block)
            changed = change(replace(block, children=words)).children if words else ()
            inside = (
                next(with_passages((each,), change)) if isinstance(each, Element) else each
                for each in block.children[len(words) :]
            )
            yield replace(block, children=(*changed, *inside))
        else:
            yield block


def _words_before_blocks(block: Element) -> tuple[Node, ...]:
    """Give what an item says before a list inside it, where that is no paragraph."""
    if block.tag != "li":
        return ()
    return tuple(takewhile(lambda node: not isinstance(node, Element) or node.tag not in _OWN_BLOCKS, block.children))


def _holds_blocks(block: Element) -> bool:
    return any(isinstance(child, Element) and child.tag in _OWN_BLOCKS for child in block.children)
