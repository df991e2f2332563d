"""A briefing with merge fields → the same with what one recipient reads in their place.

``{{ recipient.constituency }}`` is a field; ``{{ recipient.salutation | otherwise "Dear reader" }}`` is one with words
for a copy in which nothing is known. Within sentences reading has made elements of them, ``span`` with ``data-field``;
in short fields, such as the title, they stand as they were typed. Addresses and ids hold none: a code or a link that is
another one in each copy would follow its reader.

Of a block ``local`` one of its two paragraphs is read: the first where the copy has a value for each of its fields,
else the one behind it. A count in it that is so small that it may tell of single people is printed as "fewer than 10".

What holds no field comes back itself, by which later stages know that they have seen it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Briefing, Element, Node, walk
from briefing.model.small_counts import covered_count

__all__ = [
    "FIELD",
    "NOBODY",
    "Addressed",
    "UsedField",
    "addressed",
    "as_typed",
    "fields_of",
    "otherwise_of",
    "text_with_fields",
]

FIELD = re.compile(
    r"""\{\{\s*(?P<name>recipient\.[^\W\d]\w*)\s*
        (?:\|\s*otherwise\s+(?:"(?P<straight>[^"{}]*)"|“(?P<curly>[^”{}]*)”)\s*)?\}\}""",
    re.VERBOSE,
)
NOBODY: Mapping[str, str] = MappingProxyType({})
"""The values of a copy that is for all."""
_PRINTED = (
    "masthead",
    "summary",
    "figures",
    "asks",
    "petition",
    "timelines",
    "charts",
    "handout",
    "postcard",
    "corrections",
    "sections",
    "notes",
)
"""Parts of a briefing in which fields may stand."""
_KEPT = frozenset({"id", "position", "positions", "link", "print_as", "sources", "files", "language"})
"""Attributes in which none are looked for, of whatever value."""
_SAID = "alt"
"""Attribute of an element that is read out."""
_BEGINS = "{{"
_FIELD, _OTHERWISE = "data-field", "data-otherwise"
_LOCAL = "local"
"""Class of a block with a paragraph for copies that have the values for it, and one for those that have not."""
_ENDS = (".", "!", "?", ":")

_Words: TypeAlias = Callable[["UsedField"], str]


class UsedField(NamedTuple):
    """A field where it stands in a briefing."""

    name: str
    """Without its ``recipient.``."""
    otherwise: str | None
    """What is printed where a copy has no value; ``None`` where the author has not said; empty where another paragraph
    is printed."""
    position: Position | None


class Addressed(NamedTuple):
    """A briefing without fields."""

    briefing: Briefing
    problems: tuple[Diagnostic, ...] = ()
    """An error for each field that had neither a value nor other words, and is empty."""


def otherwise_of(found: re.Match[str]) -> str | None:
    """Find in a match of ``FIELD`` what is printed without a value."""
    straight, curly = found["straight"], found["curly"]
    return curly if straight is None else straight


def text_with_fields(node: Node) -> str:
    """Join the texts inside a node, with its fields as they are typed: for a short text that is kept as a word."""
    if isinstance(node, str):
        return node
    if _FIELD in node.attributes:
        return as_typed(node.get(_FIELD), node.attributes.get(_OTHERWISE))
    return "".join(map(text_with_fields, node.children))


def as_typed(name: str, otherwise: str | None) -> str:
    """Write a field as an author does; ``name`` is with its ``recipient.``."""
    if otherwise is None:
        return f"{{{{ {name} }}}}"
    quoted = f"“{otherwise}”" if '"' in otherwise else f'"{otherwise}"'
    return f"{{{{ {name} | otherwise {quoted} }}}}"


def fields_of(briefing: Briefing, memory: Memory = FORGETFUL) -> tuple[UsedField, ...]:
    """List the fields of a briefing in the order of its parts, each as often as it stands there."""
    return memory.recall(_fields, Same(briefing))


def addressed(briefing: Briefing, values: Mapping[str, str] = NOBODY, memory: Memory = FORGETFUL) -> Addressed:
    """Fill the fields of a briefing with a recipient's values, by their names without ``recipient.``.

    Its trees are no deeper than a function that calls itself can go.
    """
    if not fields_of(briefing, memory):
        return Addressed(briefing)
    return memory.recall(_addressed, Same(briefing), tuple(sorted(values.items())))


def _addressed(briefing: Same[Briefing], given: tuple[tuple[str, str], ...]) -> Addressed:
    values = dict(given)
    missing: dict[UsedField, None] = {}

    def words(field: UsedField) -> str:
        value = values.get(field.name, "") or field.otherwise
        if value is None:
            missing[field] = None
        return value or ""

    language = briefing.value.masthead.language
    filled = _Filling(words, _Local(values, language)).briefing(briefing.value)
    return Addressed(filled, tuple(map(_without_value, missing)))


def _without_value(field: UsedField) -> Diagnostic:
    message = f"There is no value for {{{{ recipient.{field.name} }}}} in this copy."
    meant = field.name.replace("_", " ")
    hint = f'Say what to print without one: {{{{ recipient.{field.name} | otherwise "your {meant}" }}}}.'
    return Diagnostic("error", "no-value", message, field.position, hint)


def _fields(briefing: Same[Briefing]) -> tuple[UsedField, ...]:
    found: list[UsedField] = []

    def words(field: UsedField) -> str:
        found.append(field)
        return ""

    _Filling(words).briefing(briefing.value)
    return tuple(found)


class _Local:
    """Chooses the paragraph of a block ``local`` for one copy, and fills it."""

    def __init__(self, values: Mapping[str, str], language: str) -> None:
        self._values, self._language = values, language

    def chosen(self, said: Element, otherwise: Element, *, published: bool) -> tuple[Element, bool]:
        """Choose; tell whether it is the first, which comes back filled."""
        if any(self._value(each) == "" for each in walk(said) if _FIELD in each.attributes):
            return replace(otherwise, attributes={}), False
        return self._filled(said, published, []), True

    def _filled(self, element: Element, published: bool, before: list[str]) -> Element:
        """``before`` holds what is read before the element, and gets what is read in it."""
        children: list[Node] = []
        for child in element.children:
            if isinstance(child, str):
                children.append(child)
                before.append(child)
            elif _FIELD in child.attributes:
                children.append(self._counted(self._value(child), published, "".join(before)))
                before.append("0")
            else:
                children.append(self._filled(child, published, before))
        return replace(element, children=tuple(children))

    def _value(self, field: Element) -> str:
        return self._values.get(_name_of(field), "") or field.get(_OTHERWISE)

    def _counted(self, value: str, published: bool, before: str) -> str:
        if published:
            return value
        is_first = not before.strip() or before.rstrip().endswith(_ENDS)
        return covered_count(value, self._language, begins=is_first)


class _Filling:
    """Goes through values, and makes those anew that hold a field; without ``local`` through both of its paragraphs."""

    def __init__(self, words: _Words, local: _Local | None = None) -> None:
        self._words, self._local = words, local

    def briefing(self, briefing: Briefing) -> Briefing:
        changed = dict(self._changed({name: getattr(briefing, name) for name in _PRINTED}, briefing.position))
        return replace(briefing, **changed) if changed else briefing

    def _changed(self, named: Mapping[str, Any], position: Position | None) -> Iterator[tuple[str, Any]]:
        """Yield the attributes that become others, with what they become."""
        places = named.get("positions", NOBODY)
        for name, value in named.items():
            if name not in _KEPT and (filled := self._value(value, places.get(name, position))) is not value:
                yield name, filled

    def _value(self, value: Any, position: Position | None) -> Any:
        if isinstance(value, str):
            return self._text(value, position) if _BEGINS in value else value
        if isinstance(value, tuple):
            parts = [each if isinstance(each, str) else self._value(each, position) for each in value]
            return value if _are_same(parts, value) else tuple(parts)
        if isinstance(value, Element):
            return self._node(value)
        if isinstance(value, Mapping):
            entries = {key: self._value(each, position) for key, each in value.items()}
            return value if _are_same(entries.values(), value.values()) else MappingProxyType(entries)
        return self._record(value) if is_dataclass(value) and not isinstance(value, type) else value

    def _record(self, value: Any) -> Any:
        named = {each.name: getattr(value, each.name) for each in fields(value)}
        changed = dict(self._changed(named, named.get("position")))
        return replace(value, **changed) if changed else value

    def _text(self, text: str, position: Position | None) -> str:
        def filled(found: re.Match[str]) -> str:
            name = found["name"].removeprefix("recipient.")
            return self._words(UsedField(name, otherwise_of(found), position))

        return FIELD.sub(filled, text)

    def _node(self, node: Node) -> Node:
        if isinstance(node, str):
            return node  # braces that are no field were typed to be read
        if _FIELD in node.attributes:
            return self._words(UsedField(_name_of(node), node.attributes.get(_OTHERWISE), node.position))
        if node.tag == "div" and _LOCAL in node.classes:
            return self._one_of(node)
        children = tuple(self._node(child) for child in node.children)
        filled = node if _are_same(children, node.children) else replace(node, children=children)
        said = node.get(_SAID)
        return filled.with_attributes(alt=self._text(said, node.position)) if FIELD.search(said) else filled

    def _one_of(self, block: Element) -> Node:
        said, otherwise = (each for each in block.children if isinstance(each, Element))
        if self._local is None:
            for each in walk(said):
                if _FIELD in each.attributes:
                    self._words(UsedField(_name_of(each), each.get(_OTHERWISE), each.position))
            self._node(otherwise)
            return block
        chosen, is_filled = self._local.chosen(said, otherwise, published="data-published" in block.attributes)
        return chosen if is_filled else self._node(chosen)


def _name_of(element: Element) -> str:
    return element.get(_FIELD).removeprefix("recipient.")


def _are_same(first: Any, second: Any) -> bool:
    return all(one is other for one, other in zip(first, second, strict=True))
