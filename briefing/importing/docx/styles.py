"""Styles and lists of a document → what a paragraph or run in them is. See: ECMA-376, part 1, 17.7 and 17.9."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from briefing.importing.docx.names import child, integer, is_on, value

__all__ = ["Level", "Lists", "Style", "Styles"]

_MOST_STEPS = 20
"""From a style to those that it is based on."""
_LEVELS = 9
"""Of a list in Word."""
_FIRST_ROW = 0x20
"""Bit of the look of a table whose first row is set apart."""
_ROLES: Mapping[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "quote": "quote",
    "intense quote": "quote",
    "quotations": "quote",
    "block text": "quote",
    "block quotation": "quote",
    "caption": "caption",
    "illustration": "caption",
    "html preformatted": "code",
    "preformatted text": "code",
    "source code": "code",
    "code": "code",
    "toc heading": "contents",
    "contents heading": "contents",
    "table of figures": "contents",
    "list continue": "continued",
    "author": "author",
    "authors": "author",
    "date": "date",
}
"""Roles of paragraphs by the names of their styles, which are English in every language of Word."""
_CODE = frozenset(
    {"verbatim char", "html code", "html typewriter", "source text", "code", "code letters", "inline code"}
)
"""Names of styles of words that are code."""
_HEADING = re.compile(r"heading ([1-9])")
_DEEPER = re.compile(r"list (?:bullet|number) ([2-5])")
_CONTENTS = re.compile(r"(?:toc|contents|index) [1-9]")


class Style(NamedTuple):
    """What a style says itself."""

    name: str
    """In small letters."""
    base: str
    paragraph: Element | None
    run: Element | None
    sets_first_row: bool
    """Whether tables of this style set their first row apart."""


class Level(NamedTuple):
    """The list that a paragraph is an item of."""

    number: str
    """Id of the list."""
    kind: str
    """Id of the numbering that lists share: what is not begun anew goes on counting."""
    depth: int
    """From 0."""
    ordered: bool
    start: int
    """Of the first item."""
    restarts: bool
    """Whether the list begins to count anew, whatever shares its numbering."""
    form: str = ""
    """Form of its numbers, such as ``lowerLetter``."""
    text: str = ""
    """What stands before an item, ``%1`` for the number of the first level: ``Article %1.``."""
    forms: tuple[str, ...] = ()
    """Those of each level."""
    starts: tuple[int, ...] = ()
    """Of the first item of each level."""


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        found = [each for each in root or () if each.tag == "w:style"]
        self._styles = {each.get("w:styleId", ""): _style(each) for each in found}
        defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
        self._normal = next(
            (
                each.get("w:styleId", "")
                for each in found
                if each.get("w:default") in ("1", "true") and each.get("w:type") == "paragraph"
            ),
            "",
        )
        normal = child(next((each.run for each in self.chain(self._normal)), None), "w:lang")
        self.language = _said(normal, "w:val") or _said(defaults, "w:val")
        """Of words written from the left; empty where it is not said."""
        self.language_from_right = _said(normal, "w:bidi") or _said(defaults, "w:bidi")

    def chain(self, style: str) -> Iterator[Style]:
        """Yield a style and those that it is based on."""
        for _ in range(_MOST_STEPS):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = found.base

    def name(self, style: str) -> str:
        """Name a style, in small letters; empty where there is none of that id."""
        return self._styles[style].name if style in self._styles else ""

    def role(self, style: str) -> str:
        """Tell what a paragraph of a style is: ``heading 1``, ``quote``; empty for plain text."""
        for each in self.chain(style):
            if each.name in _ROLES:
                return _ROLES[each.name]
            if _HEADING.fullmatch(each.name):
                return each.name
            if _CONTENTS.fullmatch(each.name):
                return "contents"
            if (level := integer(value(each.paragraph, "w:outlineLvl"))) is not None and 0 <= level < 9:
                return f"heading {level + 1}"
        return ""

    def paragraph_property(self, style: str, *path: str) -> Element | None:
        """Find what a style says of paragraphs, or one that it is based on."""
        return next((found for each in self.chain(style) if (found := child(each.paragraph, *path)) is not None), None)

    def run_property(self, style: str, name: str) -> Element | None:
        """Find what a style says of words, or one that it is based on."""
        return next((found for each in self.chain(style) if (found := child(each.run, name)) is not None), None)

    def has_names(self, table: Element | None) -> bool:
        """Tell whether a table, by its properties, sets its first row apart. See: ECMA-376, part 1, 17.4.55."""
        look = child(table, "w:tblLook")
        if look is None or not any(each.sets_first_row for each in self.chain(value(table, "w:tblStyle"))):
            return False
        bits = look.get("w:val", "")
        is_set = re.fullmatch(r"[0-9A-Fa-f]{4}", bits) is not None and bool(int(bits, 16) & _FIRST_ROW)
        return look.get("w:firstRow", "1" if is_set else "0") in ("1", "true", "on")

    def is_code(self, style: str) -> bool:
        """Tell whether words of a style are code."""
        return any(each.name in _CODE for each in self.chain(style))

    def is_on(self, style: str, name: str) -> bool:
        """Tell whether words of a style are bold, hidden and so on."""
        return next((found for each in self.chain(style) if (found := is_on(each.run, name)) is not None), False)


def _style(found: Element) -> Style:
    base = value(found, "w:basedOn")
    first_row = any(each.tag == "w:tblStylePr" and each.get("w:type") == "firstRow" for each in found)
    return Style(value(found, "w:name").lower(), base, child(found, "w:pPr"), child(found, "w:rPr"), first_row)


def _said(found: Element | None, name: str) -> str:
    return found.get(name, "") if found is not None else ""


class _Shape(NamedTuple):
    """How the items of one level are numbered."""

    depth: str = ""
    form: str = ""
    text: str = ""
    start: int = 1
    style: str = ""


class _Kind(NamedTuple):
    """A numbering that lists share."""

    levels: tuple[_Shape, ...] = ()
    link: str = ""
    """Style that names another one."""


class _List(NamedTuple):
    """A list by its id."""

    kind: str
    starts: Mapping[str, int]
    """Where it begins to count at a level, other than its kind."""


class Lists:
    """The lists of one document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        kinds = (each for each in root or () if each.tag == "w:abstractNum")
        self._kinds = {each.get("w:abstractNumId", ""): _kind(each) for each in kinds}
        self._lists = {each.get("w:numId", ""): _list(each) for each in root or () if each.tag == "w:num"}

    def level(self, properties: Element | None, style: str) -> Level | None:
        """Tell which list a paragraph is an item of, by its own properties or those of its style."""
        own = child(properties, "w:numPr")
        ours = own if own is not None else self._styles.paragraph_property(style, "w:numPr")
        number = value(ours, "w:numId")
        if not number and (of_style := self._styles.paragraph_property(style, "w:numPr")) is not None:
            number = value(of_style, "w:numId")
        if number not in self._lists:
            return None
        depth = integer(value(ours, "w:ilvl"))
        if own is None and depth is None:
            depth = self._styled_depth(style)
        return self._level(number, style, min(max(depth, 0), 8) if depth is not None else None)

    def _styled_depth(self, style: str) -> int | None:
        """Read how deep the items of Word's own styles are, each of which has a list for itself."""
        names = (_DEEPER.fullmatch(each.name) for each in self._styles.chain(style))
        return next((int(found[1]) - 1 for found in names if found), None)

    def _level(self, number: str, style: str, depth: int | None) -> Level:
        levels = self._kind(number).levels
        if depth is None:
            of_style = next((each.depth for each in levels if each.style == style), "")
            depth = min(max(integer(of_style) or 0, 0), 8)
        by_depth = {each.depth: each for each in reversed(levels)}
        found = by_depth.get(str(depth)) or next(iter(levels), _Shape())
        kind, starts = self._lists[number]
        override = starts.get(str(depth))
        return Level(
            number,
            kind,
            depth,
            ordered=found.form not in ("bullet", "none", ""),
            start=found.start if override is None else override,
            restarts=override is not None,
            form=found.form,
            text=found.text,
            forms=tuple(by_depth.get(str(each), _Shape()).form for each in range(_LEVELS)),
            starts=tuple(by_depth.get(str(each), _Shape()).start for each in range(_LEVELS)),
        )

    def _kind(self, number: str) -> _Kind:
        """Find the kind of a list; it may name a style that names another list."""
        for _ in range(_MOST_STEPS):
            kind = self._kinds.get(self._lists[number].kind if number in self._lists else "", _Kind())
            if not kind.link:
                return kind
            number = value(self._styles.paragraph_property(kind.link, "w:numPr"), "w:numId")
        return _Kind()


def _kind(found: Element) -> _Kind:
    levels = [_shape(each) for each in found if each.tag == "w:lvl"]
    return _Kind(tuple(levels[:_LEVELS]), value(found, "w:numStyleLink"))


def _shape(level: Element) -> _Shape:
    start = integer(value(level, "w:start"))
    form, text = value(level, "w:numFmt"), value(level, "w:lvlText")
    return _Shape(level.get("w:ilvl", ""), form, text, 1 if start is None else start, value(level, "w:pStyle"))


def _list(found: Element) -> _List:
    overrides = [each for each in found if each.tag == "w:lvlOverride"]
    starts = {each.get("w:ilvl", ""): integer(value(each, "w:startOverride")) for each in reversed(overrides)}
    said = {depth: start for depth, start in starts.items() if start is not None}
    return _List(value(found, "w:abstractNumId"), said)
