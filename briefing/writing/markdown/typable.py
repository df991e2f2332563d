"""Sentences as Markdown can hold them: what has no place in it leaves its words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from unicodedata import category

from briefing.errors import Position
from briefing.model import Element, Node, is_blank, plain_text
from briefing.model.briefing import Inline
from briefing.reading.body import is_printable, read_inline
from briefing.reading.fields import PATTERNS, Kind
from briefing.writing.markdown.marks import target

__all__ = ["EMPHASIS", "joined_emphasis", "typable", "without_edges"]

EMPHASIS = ("em", "strong")
_NAMED = ("abbr", "q", "sub", "sup")
_SPACES = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
_NAME = re.compile(r"[^\s{}#=\"]+")
_MOST_DEEP = 50
"""Elements in each other; the words of what stands deeper are kept."""


def typable(nodes: Iterable[Node], notes: Collection[str], inside: tuple[str, ...] = ()) -> Inline:
    """Leave what can be typed in a sentence; ``notes`` are the ids of those that markers may name."""
    found: list[Node] = []
    for node in nodes:
        for each in [_printable(node)] if isinstance(node, str) else _typable(node, notes, inside):
            _add(found, each)
    return tuple(_with_outer_spaces(found))


def _add(found: list[Node], node: Node) -> None:
    last = found[-1] if found else None
    if isinstance(node, str) and isinstance(last, str):
        found[-1] = last + node
    elif isinstance(node, Element) and isinstance(last, Element) and node.tag == last.tag == "code":
        found[-1] = replace(last, children=(plain_text(last) + plain_text(node),))
    elif node != "":
        found.append(node)


def _printable(text: str) -> str:
    text = _SPACES.sub(" ", text)
    return text if is_printable(text) else "".join(filter(is_printable, text))


def _typable(element: Element, notes: Collection[str], inside: tuple[str, ...]) -> Inline:
    """Make of an element what it is in Markdown: itself, or the nodes that are left of it."""
    if len(inside) > _MOST_DEEP:
        return (_printable(plain_text(element)),)
    if "data-key" in element.attributes:
        return () if "a" in inside else (replace(element, children=()),)
    if "data-waived" in element.attributes or "data-field" in element.attributes:
        return (replace(element, children=()),)
    match element.tag:
        case "br":
            return (Element("br"),)
        case "code":
            text = _printable(plain_text(element))
            return (Element("code", (text,)),) if text else ()
        case "img":
            return (_printable(element.get("alt")),)
        case "a" if "noteref" in element.classes:
            known = element.get("href").removeprefix("#") in notes and "a" not in inside
            return (replace(element, children=()),) if known else ()
        case "span" if "data-signs" in element.attributes:
            return (element,)
    children = typable(element.children, notes, (*inside, element.tag))
    if element.tag in inside and element.tag in (*EMPHASIS, "a"):
        return children
    return _with_children(element, children)


def _with_children(element: Element, children: Inline) -> Inline:
    if element.tag in EMPHASIS:
        return (Element(element.tag, children),) if children else ()
    if element.tag == "a":
        address = _address(element.get("href")) if _has_words(children) else ""
        return (Element("a", children, {"href": address}),) if address else children
    kept = dict(_attributes(element))
    if element.tag in _NAMED or (kept and element.tag == "span"):
        return (Element(element.tag, children, kept),)
    return children


def _has_words(children: Inline) -> bool:
    fields = any(isinstance(each, Element) and "data-field" in each.attributes for each in children)
    return fields or not is_blank(plain_text(children))


def _address(typed: str) -> str:
    """Find what reading makes of an address; empty where it refuses it."""
    read = read_inline(f"[x]({target(typed)})", position=Position(""), language="en").nodes
    return read[0].get("href") if read and isinstance(read[0], Element) else ""


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    name, language, direction = element.get("id"), element.get("lang"), element.get("dir")
    if language and re.fullmatch(PATTERNS[Kind.LANGUAGE], language):
        yield "lang", language
    if direction in ("ltr", "rtl"):
        yield "dir", direction
    if element.tag == "abbr" and "title" in element.attributes:
        yield "title", _printable(element.get("title"))
    if _NAME.fullmatch(name):
        yield "id", name


def _with_outer_spaces(nodes: list[Node]) -> list[Node]:
    """Move spaces out of the edges of emphasis, and signs that would keep it from beginning or ending in a word."""
    found: list[Node] = []
    for index, node in enumerate(nodes):
        if isinstance(node, str) or node.tag not in EMPHASIS:
            _add(found, node)
            continue
        before = found[-1][-1:] if found and isinstance(found[-1], str) else ""
        following = nodes[index + 1] if index + 1 < len(nodes) else ""
        after = following[:1] if isinstance(following, str) else ""
        for each in _with_bare_edges(node, before, after):
            _add(found, each)
    return found


def _with_bare_edges(element: Element, before: str, after: str) -> Inline:
    children = list(element.children)
    left = right = ""
    if isinstance(first := children[0], str):
        kept = first.lstrip(None if not _in_word(before) else _edge_of(first))
        left, children[0] = first[: len(first) - len(kept)], kept
    elif _in_word(before) and first.tag not in EMPHASIS:
        return tuple(children)
    if isinstance(last := children[-1], str):
        kept = last.rstrip(None if not _in_word(after) else _edge_of(last))
        right, children[-1] = last[len(kept) :], kept
    elif _in_word(after) and last.tag not in EMPHASIS:
        return (left, *children)
    inner = tuple(each for each in children if each != "")
    return (left, replace(element, children=inner), right) if inner else (left, right)


def _in_word(sign: str) -> bool:
    return bool(sign) and not sign.isspace() and not _is_sign(sign)


def _is_sign(sign: str) -> bool:
    return category(sign)[0] in "PS"


def _edge_of(text: str) -> str:
    """List the characters of a text that are no letters."""
    return "".join({each for each in text if each.isspace() or _is_sign(each)})


def joined_emphasis(nodes: Inline) -> Inline:
    """Make one of emphasis that directly follows emphasis of its kind."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            node = replace(node, children=joined_emphasis(node.children))
        last = found[-1] if found else ""
        if isinstance(node, Element) and isinstance(last, Element) and node.tag == last.tag and node.tag in EMPHASIS:
            together: list[Node] = []
            for child in (*last.children, *node.children):
                _add(together, child)
            found[-1] = replace(last, children=tuple(together))
        else:
            found.append(node)
    return tuple(found)


def without_edges(nodes: Inline, *, breaks: bool) -> Inline:
    """Drop spaces and line breaks at both ends, and spaces after a break; ``breaks`` says whether any may stand."""
    found: list[Node] = []
    begins = True
    for node in nodes:
        if _is_break(node):
            begins = True
            if found:
                _add(found, node if breaks else " ")
            continue
        _add(found, node.lstrip() if isinstance(node, str) and begins else node)
        begins = False
    while found and (_is_break(found[-1]) or isinstance(found[-1], str)):
        last = found.pop()
        if isinstance(last, str) and (kept := last.rstrip()):
            return (*found, kept)
    return tuple(found)


def _is_break(node: Node) -> bool:
    return isinstance(node, Element) and node.tag == "br"
