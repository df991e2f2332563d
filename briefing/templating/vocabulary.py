"""The closed vocabulary of the document as data: which elements there are, what they may hold and carry.

``docs/vocabulary.md`` explains it to authors of templates; a test keeps the two alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = [
    "BLOCKS",
    "COMMON_ATTRIBUTES",
    "DEPTH_LIMIT",
    "ELEMENTS",
    "INLINES",
    "SIZE_LIMIT",
    "ElementRule",
    "Values",
]

DEPTH_LIMIT = 60
"""Elements inside one another."""
SIZE_LIMIT = 20_000_000
"""Characters of a document's HTML."""


@dataclass(frozen=True, slots=True)
class Values:
    """What may stand in an attribute."""

    pattern: re.Pattern[str]
    """Matches the whole value."""
    words: str
    """The same for people, completing "it takes …"."""


def _values(pattern: str, words: str) -> Values:
    return Values(re.compile(pattern, re.DOTALL), words)


def _one_of(*names: str) -> Values:
    return _values("|".join(names), "one of " + ", ".join(names))


_ANY = _values(r".*", "any text")
_NAME = _values(r"[^\s]+", "a name without spaces")
_WORDS = _values(r"\s*[^\s]+(?:\s+[^\s]+)*\s*", "names with spaces between them")
_COUNT = _values(r"[1-9][0-9]{0,3}", "a number from 1 to 9999")
_ALIGN = _one_of("left", "right", "centre")
_FILLED = _values(r".*\S.*", "a text that is not empty")

COMMON_ATTRIBUTES: Mapping[str, Values] = {
    "id": _NAME,
    "class": _WORDS,
    "lang": _values(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", "a language tag such as en-GB"),
    "dir": _one_of("ltr", "rtl"),
    "data-at": _values(r".+:[0-9]{1,9}:[0-9]{1,9}", "file:line:column"),
    "data-break": _one_of("before", "avoid", "together"),
}
"""Attributes that every element takes."""


@dataclass(frozen=True, slots=True)
class ElementRule:
    """What one element may hold and carry."""

    children: frozenset[str] = frozenset()
    """Elements that may stand directly in it."""
    text: bool = False
    """Whether text may stand directly in it."""
    attributes: Mapping[str, Values] = field(default_factory=dict)
    """Attributes besides the common ones."""
    required: tuple[str, ...] = ()
    """Attributes that may not be missing."""
    one_of: tuple[str, ...] = ()
    """Attributes of which exactly one has to be there."""
    void: bool = False
    """Whether it is written without an end tag."""


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INLINES = frozenset({"a", "strong", "em", "sup", "sub", "code", "abbr", "q", "cite", "span", "time", "br"})
"""Elements that stand in a line of text."""
BLOCKS = frozenset(
    {"section", "nav", "div", "aside", "p", "ul", "ol", "dl", "blockquote", "figure", "img", "table", "hr", *_HEADINGS}
)
"""Elements that stand for themselves."""
_FLOW = BLOCKS | INLINES

_IN_LINE = ElementRule(children=INLINES, text=True)
_OF_BLOCKS = ElementRule(children=BLOCKS)
_OF_ANYTHING = ElementRule(children=_FLOW, text=True)
_RUNNING = ElementRule(
    children=_FLOW,
    text=True,
    attributes={"data-on": _one_of("first", "rest", "all")},
    required=("data-on",),
)


def _only(*children: str) -> ElementRule:
    return ElementRule(children=frozenset(children))


_DOCUMENT: Mapping[str, ElementRule] = {
    "html": ElementRule(children=frozenset({"head", "body"}), required=("lang",)),
    "head": _only("title", "meta"),
    "title": ElementRule(text=True),
    "meta": ElementRule(
        attributes={
            "name": _one_of("author", "keywords", "description", "date", "publisher", "rights", "status"),
            "content": _ANY,
        },
        required=("name", "content"),
        void=True,
    ),
    "body": _only("header", "footer", "main"),
    "header": _RUNNING,
    "footer": _RUNNING,
    "main": _OF_BLOCKS,
}

_BLOCK_RULES: Mapping[str, ElementRule] = {
    "section": _OF_BLOCKS,
    "nav": _OF_BLOCKS,
    "div": _OF_ANYTHING,
    "aside": _OF_ANYTHING,
    **dict.fromkeys(_HEADINGS, _IN_LINE),
    "p": _IN_LINE,
    "ul": _only("li"),
    "ol": ElementRule(children=frozenset({"li"}), attributes={"start": _values(r"[0-9]{1,9}", "a number")}),
    "li": _OF_ANYTHING,
    "dl": _only("dt", "dd"),
    "dt": _IN_LINE,
    "dd": _OF_ANYTHING,
    "blockquote": _OF_BLOCKS,
    "figure": ElementRule(children=BLOCKS | {"figcaption"}),
    "figcaption": ElementRule(children=_FLOW, text=True, attributes={"data-continued": _FILLED}),
    "img": ElementRule(
        attributes={
            "alt": _ANY,
            "src": _FILLED,
            "data-drawing": _FILLED,
            "data-cited": _FILLED,
            "data-qr": _FILLED,
            "data-crop": _values(r"[1-9][0-9]{0,3}:[1-9][0-9]{0,3}", "a shape such as 3:2"),
            "data-focus": _values(r"(?:[0-9]{1,2}|100)% (?:[0-9]{1,2}|100)%", "a point such as 40% 30%"),
            "data-width": _values(r"[0-9]{1,4}(?:\.[0-9]{1,3})?(?:%|mm)", "a width such as 60% or 45mm"),
        },
        required=("alt",),
        one_of=("src", "data-drawing", "data-qr"),
        void=True,
    ),
    "table": _only("caption", "thead", "tbody"),
    "caption": _IN_LINE,
    "thead": _only("tr"),
    "tbody": _only("tr"),
    "tr": _only("th", "td"),
    "th": ElementRule(
        children=_FLOW,
        text=True,
        attributes={
            "scope": _one_of("row", "col"),
            "colspan": _COUNT,
            "data-align": _one_of("left", "right", "centre"),
        },
    ),
    "td": ElementRule(
        children=_FLOW,
        text=True,
        attributes={"colspan": _COUNT, "data-align": _ALIGN},
    ),
    "hr": ElementRule(void=True),
}

_INLINE_RULES: Mapping[str, ElementRule] = {
    **dict.fromkeys(("strong", "em", "sup", "sub", "code", "q", "cite", "time"), _IN_LINE),
    "a": ElementRule(
        children=INLINES - {"a"},
        text=True,
        attributes={
            "href": _values(
                r"(?i:https?://|mailto:)[^\s\x00-\x1f]+|#[^\s]+",
                "an address that begins with https:, http:, mailto: or #",
            )
        },
        required=("href",),
    ),
    "abbr": ElementRule(children=INLINES, text=True, attributes={"title": _ANY}),
    "span": ElementRule(
        children=INLINES,
        text=True,
        attributes={
            "data-fill": _values(r"page|pages|page-of:[^\s]+", "page, pages or page-of:ID"),
            "data-signs": _values("as-typed", "as-typed"),
        },
    ),
    "br": ElementRule(void=True),
}

ELEMENTS: Mapping[str, ElementRule] = {**_DOCUMENT, **_BLOCK_RULES, **_INLINE_RULES}
"""Every element by its name."""
