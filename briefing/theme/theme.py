"""The theme as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from briefing.theme.panel import Panel
from briefing.theme.style import HANDED_DOWN, Style

__all__ = ["CitedAs", "Face", "FoldMarks", "NotePlace", "Numbering", "Page", "Theme"]

NotePlace: TypeAlias = Literal["foot", "end"]
"""Where notes stand: at the foot of the page of their marker, or together at the end of the document."""
CitedAs: TypeAlias = Literal["list", "notes"]
"""How sources are cited: by their numbers in a list at the end, or each time in a note."""
Numbering: TypeAlias = Literal["raised", "brackets"]
"""How numbers of notes and sources hang on a word: as its styles have them, or in brackets with a space before them."""
FoldMarks: TypeAlias = Literal["inside", "outside"]
"""Where folds are marked: on the page, near its edges, or on the sheet of a press around it."""

_MOST_STYLES = 1000
"""Styles that a theme keeps ready."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file with the weights and slope that it serves."""

    data: bytes = field(repr=False)
    """An OpenType font with TrueType outlines."""
    name: str
    """File name, for messages and for the PDF."""
    italic: bool = False
    bold: bool = False
    """A static bold; variable fonts are not bold and pinned to each weight."""


@dataclass(frozen=True, slots=True)
class Page:
    """Geometry of a page, in points from its edges; ``header`` and ``footer`` are running lines."""

    name: str
    width: float
    height: float
    top: float
    """From the upper edge to the text of the pages after the first."""
    first_top: float
    bottom: float
    left: float
    right: float
    side: float
    """Width of the side column at the left; 0 where there is none."""
    gutter: float
    """Between side column and main column."""
    header: float
    """From the upper edge to the running header."""
    footer: float
    """From the lower edge to the top of the running footer."""
    at_most: int
    """Pages that the template is made for; more is a warning."""
    baseline: float = 0.0
    """Distance of the baselines that lines of main text stand on; 0 for none."""
    columns: int = 1
    """Columns of text, one or two, with the gutter between them; there is no side column where there are two."""
    notes: NotePlace = "foot"
    sources: CitedAs = "list"
    numbers: Numbering = "raised"
    least: float = 0.0
    """Points of the smallest text: what a style has smaller is set as large as that, with as much more leading."""
    folds: tuple[float, ...] = ()
    """Of its first page, from the side on which lines begin; on the back of a sheet the same from the other side."""
    fold_marks: FoldMarks = "inside"


def _in_points(values: dict[str, Any], size: float) -> dict[str, Any]:
    """Turn what is relative to the size of the text around into points."""
    for absolute, relative in (("size", "size_em"), ("rise", "rise_em")):
        if relative in values:
            values[absolute] = values.pop(relative) * size
    return values


_SCALED = ("size", "leading", "space_before", "space_after", "fit")
_LEAST_SCALED = 8.0
"""Points below which no letters are made smaller for want of room."""


def _scaled(values: dict[str, Any], names: Iterable[str], scale: float) -> dict[str, Any]:
    """Set those of some fields that are lengths of text smaller, but no letters below what can be read."""
    if "size" in names and values["size"] * scale < _LEAST_SCALED:
        scale = min(_LEAST_SCALED / values["size"], 1.0)
    found = {name: values[name] * scale for name in _SCALED if name in names}
    if "sizes" in names:
        found["sizes"] = tuple(max(size * scale, min(size, _LEAST_SCALED)) for size in values["sizes"])
    return {**values, **found}


def _no_smaller(values: dict[str, Any], least: float) -> dict[str, Any]:
    """Lift a size to the least that a page has, and the leading in proportion."""
    size = values.get("size", least)
    if size < least:
        values["leading"] = values.get("leading", size) * least / size
        values["size"] = least
    return values


@dataclass(frozen=True, slots=True)
class Theme:
    """How a template looks."""

    page: Page
    colours: Mapping[str, str]
    fonts: Mapping[str, tuple[Face, ...]]
    """Faces of each role: ``reading`` and ``informing``."""
    styles: Mapping[str, Mapping[str, Any]]
    """Fields of ``Style`` by selector: ``p``, ``.summary``, ``li.source``, or ``.petition a``: inside a class."""
    panels: Mapping[str, Panel]
    """Areas with a fixed place, by the name that a style says as its place."""
    audience: tuple[str, ...] = ("public",)
    """To whom what is made with it goes, of ``briefing.model.AUDIENCES``."""
    grey: bool = False
    """Nothing has a colour, and charts fill no areas but those that are stressed."""
    _resolved: dict[tuple[str, tuple[str, ...], Style | None], Style] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _classes: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    def style(self, tag: str, classes: tuple[str, ...], around: Style | None = None) -> Style:
        """Find the style of an element: what is handed down, its tag's, its classes', those inside a class.

        Remembered, for a document asks for a few styles very often.
        """
        key = (tag, classes, around)
        found = self._resolved.get(key)
        if found is None:
            if len(self._resolved) >= _MOST_STYLES:
                self._resolved.clear()
            found = self._resolved[key] = self._resolve(tag, classes, around)
        return found

    def _resolve(self, tag: str, classes: tuple[str, ...], around: Style | None) -> Style:
        values = {name: getattr(around, name) for name in HANDED_DOWN} if around else {}
        inside = around.inside if around else ()
        told: set[str] = set()
        own = (tag, *(f".{name}" for name in classes), *(f"{tag}.{name}" for name in classes))
        nested = (f".{outer} {selector}" for outer in inside for selector in own)
        for selector in (*own, *nested):
            tokens = self.styles.get(selector, {})
            for absolute, relative in (("size", "size_em"), ("rise", "rise_em")):
                if absolute in tokens:
                    values.pop(relative, None)
            values.update(tokens)
            told.update(tokens)
        ground = self._enter_panel(values)
        values = self._in_panel(_in_points(values, (around or Style()).size), told, around)
        style = Style(**_no_smaller(values, self.page.least))
        new = tuple(name for name in classes if name not in inside)
        return replace(style, on=style.background or ground or style.on, inside=(*inside, *new))

    def _enter_panel(self, values: dict[str, Any]) -> str:
        """Take the name of a panel from what says the place of a block; return the colour that it stands on there."""
        panel = self.panels.get(values.get("place", ""))
        if panel is None:
            return ""
        values["panel"] = values.pop("place")
        return panel.background or "#ffffff"

    def _in_panel(self, values: dict[str, Any], told: set[str], around: Style | None) -> dict[str, Any]:
        """Scale what is told anew of a text in a panel of smaller letters, and all that it brings into the panel."""
        panel = self.panels.get(values.get("panel", ""))
        if panel is None or panel.scale == 1:
            return values
        entering = around is None or around.panel != values["panel"]
        return _scaled(values, values.keys() if entering else told & values.keys(), panel.scale)

    def knows_class(self, name: str) -> bool:
        """Tell whether some selector styles a class."""
        if not self._classes:
            self._classes.update(selector.rpartition(".")[2] for selector in self.styles)
        return name in self._classes
