"""The part ``panels`` of a theme → areas of its pages, each checked; millimetres in, points out.

``[panels.NAME]`` is one area, ``[[panels.NAME]]`` one of several that the same text runs through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, Final, NamedTuple, cast

from briefing.theme.panel import Area, Panel, Standing
from briefing.theme.reader import Reader
from briefing.theme.style import Edges
from briefing.theme.theme import Page
from briefing.theme.tokens import PLACES, POINTS_PER_MM, TokenError, edges, flag, length, one_of, style_token

__all__ = ["read_panels"]

_MOST = 64
"""Areas of a panel."""
_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}\Z")
_COLUMN = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)\Z")
_LENGTHS = ("left_mm", "top_mm", "width_mm", "height_mm")
_TOKENS: Final = (
    *("page", "column", *_LENGTHS, "padding_mm", "background", "standing", "balanced", "mirrored", "holds", "smaller"),
)
_STANDINGS = ("top", "middle", "bottom")
_LEAST = 5 * POINTS_PER_MM
"""Least width and height of the text in an area."""
_LONGEST_HOLDS = 120
"""Letters of what a panel is said to hold."""
_SMALLEST, _MOST_SMALLER = 0.5, 6
"""The least share of its size that letters are set in, and how many are tried."""
_SLACK = 0.1
"""Points that rounding to tenths of a millimetre may cost."""


class _Read(NamedTuple):
    """What one table says."""

    area: Area
    background: str
    standing: Standing
    holds: str
    smaller: tuple[float, ...]
    balanced: bool


def read_panels(reader: Reader, table: Mapping[str, Any], page: Page, colours: Mapping[str, str]) -> dict[str, Panel]:
    """Read all panels of a theme, for its pages and in its colours."""
    panels = {}
    for name, value in table.items():
        tables = value if isinstance(value, list) else [value]
        if not _NAME.match(name) or name in PLACES:
            reader.report(name, f'"{name}" can be no panel: its name is small letters, and not {", ".join(PLACES)}.')
        elif not 1 <= len(tables) <= _MOST or not all(isinstance(each, dict) for each in tables):
            reader.report(name, f"The panel {name} must be a table, or from 1 to {_MOST} tables.")
        else:
            read = [_AreaReader(reader, name, page, colours).read(each) for each in tables]
            panels[name] = _panel(reader, name, read)
    if panels and page.notes != "end":
        message = 'A theme with panels has its notes at the end, for a panel has no foot: write notes = "end".'
        reader.report("notes", message, section="page")
    return panels


def _panel(reader: Reader, name: str, read: list[_Read]) -> Panel:
    first = read[0]
    for each in read[1:]:
        if abs(each.area.text_width - first.area.text_width) > _SLACK:
            widths = f"{_mm(first.area.text_width)} and {_mm(each.area.text_width)} mm"
            message = f"All areas of the panel {name} must have lines of the same length; these have {widths}."
            reader.report(name, message, section=f"panels.{name}")
        if each[1:] != first[1:]:
            message = (
                f"All areas of the panel {name} must have the same background, standing, holds and smaller, and be "
                "balanced or not."
            )
            reader.report("background", message, section=f"panels.{name}")
    return Panel(
        tuple(each.area for each in read),
        first.background,
        first.standing,
        first.holds,
        first.smaller,
        balanced=first.balanced,
    )


class _AreaReader:
    """Reads the tables of one panel."""

    def __init__(self, reader: Reader, name: str, page: Page, colours: Mapping[str, str]) -> None:
        self.reader, self.name, self.page, self.colours = reader, name, page, colours

    def _report(self, key: str, message: str, *, near: tuple[str, ...] = ()) -> None:
        self.reader.report(key, message, near=near, section=f"panels.{self.name}")

    def read(self, table: Mapping[str, Any]) -> _Read:
        """Read one table; what is wrong in it is reported, and is as if it were not there."""
        for key in table.keys() - set(_TOKENS):
            self._report(key, f'There is no token "{key}" of a panel.', near=_TOKENS)
        page = self._value(table, "page", self._page_number, 1)
        left, width = self._across(table)
        top = self._value(table, "top_mm", length, 0.0)
        height = self._value(table, "height_mm", length, self.page.height - top)
        padding = self._value(table, "padding_mm", edges, Edges())
        area = Area(page, left, top, width, height, padding, self._value(table, "mirrored", flag, without=True))
        self._check(area)
        background = self._value(table, "background", self._ground, "")
        standing = self._value(table, "standing", one_of(*_STANDINGS), "top")
        holds = self._value(table, "holds", _holds, "")
        smaller = self._value(table, "smaller", _smaller, ())
        balanced = self._value(table, "balanced", flag, without=False)
        return _Read(area, background, cast(Standing, standing), holds, smaller, balanced)

    def _value(self, table: Mapping[str, Any], key: str, read: Callable[[Any], Any], without: Any) -> Any:
        if key not in table:
            return without
        try:
            return read(table[key])
        except TokenError as error:
            self._report(key, f"{key} of the panel {self.name} must be {error}.")
            return without

    def _page_number(self, value: Any) -> int:
        most = self.page.at_most
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            raise TokenError(f"the number of a page, from 1 to {most}")
        return value

    def _ground(self, value: Any) -> str:
        return str(style_token("background", value, colours=self.colours, fonts=())[1])

    def _across(self, table: Mapping[str, Any]) -> tuple[float, float]:
        """Read where an area begins, and its width: told in millimetres, or as one of several equal columns."""
        whole = self.page.width
        if "column" not in table:
            left = self._value(table, "left_mm", length, 0.0)
            return left, self._value(table, "width_mm", length, whole - left)
        if table.keys() & {"left_mm", "width_mm"}:
            self._report("column", f"The panel {self.name} has a column: leave out left_mm and width_mm.")
        number, count = self._value(table, "column", _column, (1, 1))
        return (number - 1) * whole / count, whole / count

    def _check(self, area: Area) -> None:
        page = self.page
        if area.left + area.width > page.width + _SLACK or area.top + area.height > page.height + _SLACK:
            size = f"{_mm(page.width)} × {_mm(page.height)} mm"
            self._report(self.name, f"The panel {self.name} goes beyond the page, which has {size}.")
        elif min(area.text_width, area.text_height) < _LEAST:
            self._report(self.name, f"The panel {self.name} has no room for text.")


def _column(value: Any) -> tuple[int, int]:
    found = _COLUMN.match(value) if isinstance(value, str) else None
    if not found or int(found[1]) > int(found[2]):
        raise TokenError('one of several columns such as "2/3"')
    return int(found[1]), int(found[2])


def _holds(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_HOLDS or not value.isprintable():
        raise TokenError(f"a line of 1 to {_LONGEST_HOLDS} letters")
    return value


def _smaller(value: Any) -> tuple[float, ...]:
    shares = value if isinstance(value, list) else []
    numbers = [each for each in shares if isinstance(each, float) and _SMALLEST <= each < 1]
    falling = all(one > next_one for one, next_one in pairwise(numbers))
    if not 1 <= len(shares) <= _MOST_SMALLER or len(numbers) < len(shares) or not falling:
        raise TokenError(f"1 to {_MOST_SMALLER} shares from {_SMALLEST} to less than 1, the largest first")
    return tuple(numbers)


def _mm(points: float) -> str:
    return f"{points / POINTS_PER_MM:.1f}".removesuffix(".0")
