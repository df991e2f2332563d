"""The structure tree of a file → elements with what is inside them, in reading order.

Roles follow the role map, attributes the class map, ActualText takes the place of what is shown. The tree is walked
without recursion; what leads back to something that was met already is left out.
See: ISO 32000-1, 14.7 (logical structure), 14.8.4 (standard types), 14.9 (language; alternative, replacement and
expansion text); ISO 32000-2, 14.7.4 (namespaces).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from briefing.verifying.findings import Tag
from briefing.verifying.inspecting.forms import kind_of
from briefing.verifying.inspecting.marks import Marks
from briefing.verifying.inspecting.objects import (
    Identity,
    as_array,
    as_name,
    as_spaced_text,
    as_text,
    as_whole,
    entries,
    entry,
    identity,
    is_dictionary,
)
from briefing.verifying.inspecting.pages import inherited
from briefing.verifying.inspecting.roles import Roles
from briefing.verifying.inspecting.text import Owner, Run

__all__ = ["DEEPEST", "MOST_NODES", "TagTree", "TaggedLink", "read_tags", "text_of"]

DEEPEST = 200
"""Levels."""
MOST_NODES = 1_000_000
"""Elements, marks and annotations."""

_GRAPHICS = ("Figure", "Formula")
MOST_SPANNED = 100
"""Columns or rows of one cell."""
_CELLS = ("TH", "TD")


@dataclass(frozen=True, slots=True)
class TaggedLink:
    """The Link element of an annotation."""

    number: int
    """The same for all annotations of one element."""
    text: str
    described: bool


@dataclass(frozen=True, slots=True)
class TagTree:
    """A structure tree, and what other parts of the file have to know of it."""

    roots: tuple[Tag, ...]
    graphics: Mapping[tuple[int, Owner], str | None]
    """Of the marks inside a figure, by page and mark: its alternative text."""
    links: Mapping[Identity, TaggedLink]
    """By the annotations."""
    cut: bool
    """It is larger or deeper than the limits."""
    circular: bool
    """It leads back to itself, or twice to the same element."""


@dataclass(slots=True, eq=False)
class _Element:
    """An element while the tree is walked."""

    source: object
    above: _Element | None
    number: int
    role: str
    name: str
    level: int
    language: str
    """Of what is inside."""
    page: int | None
    """Of its marks, where they do not say."""
    children: list[_Element | Tag | str] = field(default_factory=list)
    first_page: int | None = None
    annotation: str = ""
    """What an annotation inside says of itself."""
    control: str = ""
    """What a form field inside is."""
    graphic: _Element | None = None
    """The figure that it is, or is in."""
    link: _Element | None = None
    """The link that it is, or is in."""

    def text(self, key: str) -> str:
        """Read a text of the element itself."""
        return as_text(entry(self.source, key))

    def alternative(self) -> str:
        """Read what is to be said in its place."""
        return self.text("Alt") or self.text("ActualText")


_Waiting = tuple[object, _Element | None]


class _Walk:
    """Goes through a tree from the first element to the last."""

    def __init__(self, root: object, marks: Marks, numbers: Mapping[Identity, int], language: str) -> None:
        self._marks, self._numbers, self._language = marks, numbers, language
        self._roles = Roles(entry(root, "RoleMap"))
        self._seen: set[Identity] = set()
        self._last_page: int | None = None
        self.elements: list[_Element] = []
        self.graphics: dict[tuple[int, Owner], str | None] = {}
        self.links: dict[Identity, _Element] = {}
        self.cut = self.circular = False
        self._walk([(kid, None) for kid in reversed(_kids(root))])

    def _walk(self, waiting: list[_Waiting]) -> None:
        nodes = 0
        while waiting:
            nodes += 1
            if nodes > MOST_NODES:
                self.cut = True
                return
            kid, above = waiting.pop()
            mark = as_whole(kid) if not is_dictionary(kid) else as_whole(entry(kid, "MCID"))
            if mark is not None:
                self._mark(kid, mark, above)
            elif is_dictionary(entry(kid, "Obj")):
                self._annotation(entry(kid, "Obj"), above)
            elif as_name(entry(kid, "S")):
                waiting += self._element(kid, above)

    def _element(self, source: object, above: _Element | None) -> list[_Waiting]:
        """Take an element up; return what is inside it, the last first."""
        own = identity(source)
        if own in self._seen:
            self.circular = True
            return []
        if above and above.level >= DEEPEST:
            self.cut = True
            return []
        if own:
            self._seen.add(own)
        element = self._made(source, above)
        self.elements.append(element)
        if above:
            above.children.append(element)
        return [(kid, element) for kid in reversed(_kids(source))]

    def _made(self, source: object, above: _Element | None) -> _Element:
        name, role = self._roles.of(source)
        language = as_text(entry(source, "Lang")) or (above.language if above else self._language)
        page = self._page(entry(source, "Pg")) or (above.page if above else None)
        level = above.level + 1 if above else 1
        element = _Element(source, above, len(self.elements), role, name, level, language, page)
        graphic = role in _GRAPHICS or bool(element.alternative())
        element.graphic = element if graphic else above.graphic if above else None
        element.link = element if role == "Link" else above.link if above else None
        return element

    def _page(self, page: object) -> int | None:
        own = identity(page)
        return self._numbers.get(own) if own else None

    def _mark(self, kid: object, mark: int, above: _Element | None) -> None:
        page = self._page(entry(kid, "Pg")) or (above.page if above else None)
        owner = self._marks.find(page, entry(kid, "Stm"), mark) if page else None
        if above is None or page is None or owner is None:
            return
        if above.first_page is None:
            above.first_page = page
        if above.graphic:
            self.graphics[page, owner] = above.graphic.alternative() or None
        for run in self._marks.runs(page, owner):
            turned = self._last_page not in (None, page)  # the end of a page parts words
            text = f" {run.text.lstrip()}" if turned else run.text
            above.children.append(_span(text, run, page, above.language))
            self._last_page = page

    def _annotation(self, annotation: object, above: _Element | None) -> None:
        own = identity(annotation)
        if above is None:
            return
        if above.first_page is None:
            above.first_page = self._page(entry(annotation, "P"))
        words = as_text(inherited(annotation, "TU")) or as_text(entry(annotation, "Contents"))
        above.annotation = above.annotation or words
        above.control = above.control or kind_of(annotation)
        if own and above.link:
            self.links[own] = above.link


def read_tags(pdf: pikepdf.Pdf, marks: Marks, numbers: Mapping[Identity, int], language: str) -> TagTree | None:
    """Read the tree of a file; ``None`` where there is none. ``numbers`` are those of the pages."""
    root = entry(pdf.Root, "StructTreeRoot")
    walk = _Walk(root, marks, numbers, language)
    if not walk.elements:
        return None
    tags = _frozen(walk.elements, entry(root, "ClassMap"), language)
    found = {
        link.number: TaggedLink(link.number, text_of(tags[link.number]), bool(link.alternative()))
        for link in set(walk.links.values())
    }
    links = {annotation: found[link.number] for annotation, link in walk.links.items()}
    roots = tuple(tags[element.number] for element in walk.elements if element.above is None)
    return TagTree(roots, walk.graphics, links, walk.cut, walk.circular)


def text_of(tag: Tag) -> str:
    """Join the texts inside an element."""
    parts: list[str] = []
    waiting: list[Tag | str] = [tag]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            parts.append(each)
        else:
            waiting.extend(reversed(each.children))
    return " ".join("".join(parts).split())


def _frozen(elements: list[_Element], classes: object, language: str) -> dict[int, Tag]:
    """Make the values, those inside before what they are in."""
    tags: dict[int, Tag] = {}
    for element in reversed(elements):
        children = tuple(tags[each.number] if isinstance(each, _Element) else each for each in element.children)
        tags[element.number] = _tag(element, children, classes, language)
    return tags


def _span(text: str, run: Run, page: int, around: str) -> Tag | str:
    """Give the text of a mark, as a Span where its content stream says more of it than the tree."""
    changes = run.language and run.language.casefold() != around.casefold()
    if not changes and not run.expansion:
        return text
    return Tag(
        "Span", children=(text,), page=page, expansion=run.expansion or None, language=run.language if changes else ""
    )


def _tag(element: _Element, children: tuple[Tag | str, ...], classes: object, language: str) -> Tag:
    replacement = entry(element.source, "ActualText")
    actual = as_spaced_text(replacement)
    spoken = element.text("Alt") or (element.annotation if element.role in ("Form", "Annot") else "")
    pages = (child.page for child in children if isinstance(child, Tag) and child.page is not None)
    around = element.above.language if element.above else language
    tag = Tag(
        element.role,
        element.name if element.name != element.role else "",
        children if replacement is None else (actual,) if actual else (),
        page=element.first_page or next(pages, None),
        alternative=spoken or None,
        actual_text=None if replacement is None else actual.strip(),
        expansion=element.text("E") or None,
        language=element.language if element.language.casefold() != around.casefold() else "",
        title=element.text("T"),
        id=element.text("ID"),
        control=element.control if element.role == "Form" else "",
    )
    return replace(tag, **_cell(element.source, classes)) if element.role in _CELLS else tag


def _cell(element: object, classes: object) -> dict[str, Any]:
    """Read what a cell of a table says of its place. See: 14.8.5.7."""
    found: dict[str, object] = {}
    for attributes in _attributes(element, classes):
        found.update(entries(attributes))
    return {
        "scope": as_name(found.get("Scope")),
        "columns": min(max(as_whole(found.get("ColSpan")) or 1, 1), MOST_SPANNED),
        "rows": min(max(as_whole(found.get("RowSpan")) or 1, 1), MOST_SPANNED),
        "headers": tuple(as_text(each) for each in as_array(found.get("Headers"))),
    }


def _attributes(element: object, classes: object) -> Iterator[object]:
    """Find attribute objects: those of its classes, then its own, which go before them."""
    for name in _listed(entry(element, "C")):
        yield from _listed(entry(classes, as_name(name)))
    yield from _listed(entry(element, "A"))


def _listed(value: object) -> list[object]:
    return as_array(value) if isinstance(value, pikepdf.Array) else [value]


def _kids(element: object) -> list[object]:
    return _listed(entry(element, "K"))
