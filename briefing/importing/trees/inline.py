"""Text and the marks in it → nodes of our vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from lxml.html import HtmlElement

from briefing.importing.trees.surroundings import BLOCKS, Surroundings, is_unseen
from briefing.model import Element, Node
from briefing.model.language_names import has_name
from briefing.reading.fields import language_tag

__all__ = ["Run", "foreign_language", "inline_nodes", "tidied"]

Run: TypeAlias = Sequence["HtmlElement | str"]
"""Texts and elements beside each other, tails taken off as texts."""
_MARKS = {
    "em": "em",
    "i": "em",
    "dfn": "em",
    "var": "em",
    "cite": "em",
    "strong": "strong",
    "b": "strong",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
"""What is marked in print; every other element is the text in it."""
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAKS = frozenset({"br", "wbr"})
_DELETED = frozenset({"del", "strike"})


def inline_nodes(run: Run, around: Surroundings) -> tuple[Node, ...]:
    """Turn texts and inline elements into nodes, with spaces as a reader sees them."""
    return tidied(_nodes(run, around))


def _nodes(run: Iterable[HtmlElement | str], around: Surroundings) -> Iterator[Node]:
    for each in run:
        if isinstance(each, str):
            yield each
        elif not is_unseen(each) and each.tag not in _DELETED:
            yield from _element(each, around)


def _element(element: HtmlElement, around: Surroundings) -> Iterator[Node]:
    if element.tag in _BREAKS:
        yield from (Element("br"),) if element.tag == "br" else ()
    elif element.tag == "img":
        yield element.get("alt", "") if "emoji" in element.get("class", "") else ""
    elif note := element.get("data-note"):
        yield Element("a", (), {"class": "noteref", "href": f"#{note}"})
    else:
        space = " " if element.tag in BLOCKS else ""
        yield space
        yield from _marked(element, tuple(_nodes(run_of(element), around)), around)
        yield space


def run_of(element: HtmlElement) -> Iterator[HtmlElement | str]:
    """Yield what stands in an element: texts and elements."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _marked(element: HtmlElement, inside: tuple[Node, ...], around: Surroundings) -> Iterator[Node]:
    """Yield what stands in an element, in the mark that the element stands for, if any."""
    tag, address = str(element.tag), around.link(element.get("href", "")) if element.tag == "a" else ""
    if not any(isinstance(each, Element) or each.strip() for each in inside):
        yield from inside
    elif tag in _MARKS:
        yield Element(_MARKS[tag], inside)
    elif tag == "q":
        yield from ('"', *inside, '"')
    elif address:
        yield Element("a", inside, {"href": address})
    elif tag in {"abbr", "acronym"} and element.get("title", "").strip():
        yield Element("abbr", inside, {"title": " ".join(element.get("title").split())})
    elif language := foreign_language(element, around):
        yield Element("span", inside, {"lang": language})
    else:
        yield from inside


def foreign_language(element: HtmlElement, around: Surroundings) -> str:
    """Give the language that an element is marked with, where it is another one than that of the page."""
    tag = language_tag(element.get("lang", ""))
    same = tag.partition("-")[0].casefold() == around.language.partition("-")[0].casefold()
    return tag if tag and around.language and not same and has_name(tag) else ""


def tidied(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Make one of several spaces, also across marks, none at either end, and no mark begin or end with one."""
    found, _ = _collapsed(nodes, after_space=True, marks=frozenset())
    return _without_end(found)


def _collapsed(nodes: Iterable[Node], *, after_space: bool, marks: frozenset[str]) -> tuple[list[Node], bool]:
    """Collapse spaces; also tell whether the last of what was found is one."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            text = _SPACES.sub(" ", node)
            text = text[1:] if after_space and text.startswith(" ") else text
            after_space = text.endswith(" ") if text else after_space
            _append(found, text)
        elif node.tag == "br":
            _strip_end(found)
            found += [node] if found else []
            after_space = True
        else:
            after_space = _add_mark(found, node, after_space, marks)
    return found, after_space


def _add_mark(found: list[Node], node: Element, after_space: bool, marks: frozenset[str]) -> bool:
    """Add a mark with the spaces at its ends outside of it; a mark in one of its kind says nothing new."""
    if node.tag == "a" and node.get("class") == "noteref":
        found.append(node)
        return False
    children, ends = _collapsed(node.children, after_space=after_space, marks=marks | {node.tag})
    if children and isinstance(first := children[0], str) and first.startswith(" "):
        _append(found, " ")
        children[0] = first[1:]
    inside = _without_end(children)
    _add_all(found, inside if node.tag in marks or not inside else (replace(node, children=inside),))
    if inside and ends:
        _append(found, " ")
    return ends


def _add_all(found: list[Node], nodes: Iterable[Node]) -> None:
    for node in nodes:
        if isinstance(node, str):
            _append(found, node)
        else:
            found.append(node)


def _append(found: list[Node], text: str) -> None:
    """Add a text, as part of the text before it if there is one."""
    if found and isinstance(last := found[-1], str):
        found[-1] = last + text
    elif text:
        found.append(text)


def _without_end(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Take spaces and ends of lines off the end."""
    kept = list(nodes)
    _strip_end(kept)
    while kept and isinstance(last := kept[-1], Element) and last.tag == "br":
        kept.pop()
        _strip_end(kept)
    return tuple(kept)


def _strip_end(nodes: list[Node]) -> None:
    """Take spaces off the end of a list."""
    while nodes and isinstance(last := nodes[-1], str):
        nodes.pop()
        if stripped := last.rstrip(" "):
            nodes.append(stripped)
            return
