"""``theme.toml`` → ``Theme``, with all mistakes at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from briefing.errors import Diagnostic, Position, TemplateError
from briefing.model import Organisation
from briefing.theme.colour import is_colour
from briefing.theme.theme import CitedAs, Face, NotePlace, Page, Theme
from briefing.theme.tokens import NAMES, POINTS_PER_MM, TokenError, style_token

__all__ = ["load_theme"]

_SIZES_MM = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "letter": (215.9, 279.4)}
_NARROWEST = 85 * POINTS_PER_MM
"""Least width of a main column beside another one: some fifty letters a line."""
_NARROWEST_OF_TWO = 55 * POINTS_PER_MM
"""Least width of each of two columns of text: some thirty-five letters a line."""
_FINEST, _COARSEST = 6, 72
"""Points between two baselines of a grid."""
_LEAST_TEXT = 40 * POINTS_PER_MM
"""Least width and height of the text on a page."""
_PAGE_TOKENS = (
    "top_mm",
    "first_top_mm",
    "bottom_mm",
    "left_mm",
    "right_mm",
    "side_mm",
    "gutter_mm",
    "header_mm",
    "footer_mm",
)
_OTHER_PAGE_TOKENS = ("size", "at_most", "columns", "baseline_pt", "notes", "sources")
_NOTE_PLACES: tuple[NotePlace, ...] = ("foot", "end")
_WAYS_TO_CITE: tuple[CitedAs, ...] = ("list", "notes")
_PARTS = ("page", "colours", "fonts", "styles")
_OF_SIZE = ("page", "styles")
"""What may be told anew for a size of page."""
_ROLES = ("reading", "informing")
_COLOURS = ("structure", "accent", "ground", "ink", "muted")
"""What charts are drawn in; a theme may name more."""
_SLOPES = ("regular", "italic")
_CLASS = r"\.[a-z][a-z0-9-]*"
_SELECTOR = re.compile(rf"(?:{_CLASS} )?(?:[a-z][a-z0-9]*(?:{_CLASS})?|{_CLASS})\Z")

_Choice = TypeVar("_Choice", bound=str)


class _Reader:
    """Collects the mistakes of one theme file while its parts are read."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.size = ""
        """The size of page whose tokens hold."""
        self.diagnostics: list[Diagnostic] = []

    def report(self, key: str, message: str, *, near: tuple[str, ...] = (), section: str = "") -> None:
        nearest = get_close_matches(key, near, 1)
        hint = f"Did you mean {nearest[0]}?" if nearest else ""
        self.diagnostics.append(Diagnostic("error", "theme", message, self._find(key, section), hint))

    def _find(self, key: str, section: str) -> Position:
        # TOML's reader gives no places. What is told anew for the size of page is found there first.
        for prefix in (f"sizes.{self.size}.", "") if self.size else ("",):
            for head in (section, f'styles."{section}"', f"styles.{section}") if section else ("",):
                line = self._line(key, f"[{prefix}{head}]" if head else "")
                if line:
                    return Position(self.file, line)
        return Position(self.file)

    def _line(self, key: str, head: str) -> int:
        """Find the first line that begins with a key after a head, or anywhere; 0 where there is none."""
        inside = not head
        for number, line in enumerate(self.text.splitlines(), 1):
            if head and line.startswith("["):
                inside = line.strip() == head
            if inside and re.match(rf'"?{re.escape(key)}"?\s*=', line.strip()):
                return number
        return 0

    def table(self, document: Mapping[str, Any], key: str) -> dict[str, Any]:
        value = document.get(key, {})
        if not isinstance(value, dict):
            self.report(key, f"{key} must be a table.")
            return {}
        return value


def _parse(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        raise TemplateError(
            Diagnostic("error", "theme", f"This is not TOML: {error}.", Position(file, line, column))
        ) from error


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _read_page(reader: _Reader, table: Mapping[str, Any], size: str | None) -> Page:
    name = size or table.get("size", "A4")
    if not isinstance(name, str) or name not in _SIZES_MM:
        reader.report("size", f'There is no page size "{name}". Sizes are {", ".join(_SIZES_MM)}.', section="page")
        name = "A4"
    lengths = {key.removesuffix("_mm"): 0.0 for key in _PAGE_TOKENS}
    at_most, columns = 8, _read_columns(reader, table)
    for key, value in table.items():
        if key in _PAGE_TOKENS and _is_number(value) and 0 <= value <= 500:
            lengths[key.removesuffix("_mm")] = value * POINTS_PER_MM
        elif key == "at_most" and isinstance(value, int) and _is_number(value) and 1 <= value <= 9999:
            at_most = value
        elif key in ("at_most", *_PAGE_TOKENS):
            wanted = "a number of pages" if key == "at_most" else "a length in mm, from 0 to 500"
            reader.report(key, f"{key} must be {wanted}.", section="page")
        elif key not in _OTHER_PAGE_TOKENS:
            message, near = f'There is no token "{key}" of a page.', (*_OTHER_PAGE_TOKENS, *_PAGE_TOKENS)
            reader.report(key, message, near=near, section="page")
    width, height = (length * POINTS_PER_MM for length in _SIZES_MM[name])
    across = width - lengths["left"] - lengths["right"]
    if columns == 2 and across - lengths["gutter"] < 2 * _NARROWEST_OF_TWO:
        columns = 1
    if columns == 1 and across - lengths["side"] - lengths["gutter"] < _NARROWEST:
        lengths["side"] = lengths["gutter"] = 0.0
    down = height - max(lengths["top"], lengths["first_top"]) - lengths["bottom"]
    if min(across, down) < _LEAST_TEXT:
        reader.report("size", f"The margins leave no room for text on a page of size {name}.", section="page")
    return Page(
        name=name,
        width=width,
        height=height,
        at_most=at_most,
        columns=columns,
        baseline=_read_grid(reader, table),
        notes=_read_choice(reader, table, "notes", _NOTE_PLACES),
        sources=_read_choice(reader, table, "sources", _WAYS_TO_CITE),
        **lengths,
    )


def _read_columns(reader: _Reader, table: Mapping[str, Any]) -> int:
    value = table.get("columns", 1)
    if not _is_number(value) or value not in (1, 2):
        reader.report("columns", "columns must be 1 or 2.", section="page")
    elif value == 2 and table.get("side_mm"):
        reader.report(
            "columns", "Beside two columns of text there is no side column: write side_mm = 0.", section="page"
        )
    return 2 if value == 2 else 1


def _read_choice(reader: _Reader, table: Mapping[str, Any], key: str, choices: tuple[_Choice, ...]) -> _Choice:
    """Read which of some words a token is; without it, the first."""
    value = table.get(key, choices[0])
    for choice in choices:
        if value == choice:
            return choice
    names = " or ".join(f'"{choice}"' for choice in choices)
    reader.report(key, f"{key} must be {names}.", section="page")
    return choices[0]


def _read_grid(reader: _Reader, table: Mapping[str, Any]) -> float:
    value = table.get("baseline_pt", 0)
    if _is_number(value) and (value == 0 or _FINEST <= value <= _COARSEST):
        return float(value)
    message = f"baseline_pt must be points, from {_FINEST} to {_COARSEST}, or 0 for no grid."
    reader.report("baseline_pt", message, section="page")
    return 0.0


def _read_colours(reader: _Reader, table: Mapping[str, Any], organisation: Organisation | None) -> dict[str, str]:
    colours = {}
    for name, value in table.items():
        if isinstance(value, str) and is_colour(value):
            colours[name] = value.lower()
        else:
            reader.report(name, f"The colour {name} must be #rrggbb.", section="colours")
    for name in (name for name in _COLOURS if name not in table):
        reader.report("colours", f"The colour {name} is missing: charts are drawn in it.")
    if organisation:
        own = organisation.colours
        pairs = (("structure", own.structure), ("accent", own.accent), ("ground", own.ground))
        colours.update({name: value.lower() for name, value in pairs if value})
    return colours


def _own_faces(organisation: Organisation | None, role: str) -> tuple[Face, ...]:
    if organisation is None:
        return ()
    files = organisation.reading_font if role == "reading" else organisation.informing_font
    found = (
        Face(files.regular, f"{role}-regular"),
        Face(files.italic, f"{role}-italic", italic=True),
        Face(files.bold, f"{role}-bold", bold=True),
        Face(files.bold_italic, f"{role}-bold-italic", italic=True, bold=True),
    )
    return tuple(face for face in found if face.data)


def _read_fonts(
    reader: _Reader, table: Mapping[str, Any], organisation: Organisation | None, read_font: Callable[[str], bytes]
) -> dict[str, tuple[Face, ...]]:
    fonts = {}
    for role in _ROLES:
        entry = table.get(role)
        if not isinstance(entry, dict) or not all(isinstance(entry.get(slope), str) for slope in _SLOPES):
            reader.report(role, f"fonts.{role} needs the files regular and italic.", section="fonts")
            continue
        shipped = tuple(_shipped_face(reader, role, slope, entry[slope], read_font) for slope in _SLOPES)
        fonts[role] = _own_faces(organisation, role) or shipped
    return fonts


def _shipped_face(reader: _Reader, role: str, slope: str, name: str, read_font: Callable[[str], bytes]) -> Face:
    data = b""
    try:
        data = read_font(name)
    except FileNotFoundError:
        message = f'There is no font file "{name}" beside the theme or among the fonts that come with the program.'
        reader.report(slope, message, section=f"fonts.{role}")
    except (OSError, ValueError) as error:  # ValueError: a name with a null character
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is no name of a file"
        reader.report(slope, f"The font file {name!a} cannot be read: {reason}.", section=f"fonts.{role}")
    return Face(data, name.rpartition("/")[2], italic=slope == "italic")


def _read_style(
    reader: _Reader, selector: str, table: Any, *, colours: Mapping[str, str], fonts: tuple[str, ...]
) -> dict[str, Any]:
    if not isinstance(table, dict) or not _SELECTOR.match(selector):
        reader.report(
            selector,
            f'"{selector}" is no element, .class, element.class, or one of them inside a .class, with its tokens.',
        )
        return {}
    style = {}
    for name, value in table.items():
        try:
            field, read = style_token(name, value, colours=colours, fonts=fonts)
        except KeyError:
            reader.report(name, f'There is no token "{name}" in a style.', near=NAMES, section=selector)
        except TokenError as error:
            reader.report(name, f"{name} of {selector} must be {error}.", section=selector)
        else:
            style[field] = read
    return style


def _laid_over(base: Mapping[str, Any], theme: Mapping[str, Any]) -> dict[str, Any]:
    """Take the tokens of a theme and, where it has none, those of its base, level by level."""
    merged = dict(base)
    for key, value in theme.items():
        below = base.get(key)
        both = isinstance(value, dict) and isinstance(below, dict) and not _is_rule(value)
        merged[key] = _laid_over(below, value) if both and below else value
    return merged


def _with_base(
    reader: _Reader,
    document: dict[str, Any],
    read_theme: Callable[[str], str] | None,
    above: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Lay a theme over the one that it is based on, which may be based on another in turn."""
    base = document.get("based_on", "")
    if not isinstance(base, str):
        reader.report("based_on", "based_on must be the name of a template.")
    elif base in above:
        circle = ", ".join(above)
        reader.report("based_on", f"Themes are based on each other in a circle: {circle}. Take based_on out of one.")
    elif base and read_theme:
        below = _parse(read_theme(base), f"{base}/theme.toml")
        return _laid_over(_with_base(reader, below, read_theme, (*above, base)), document)
    return document


def _for_size(reader: _Reader, document: Mapping[str, Any], size: str | None) -> dict[str, Any]:
    """Lay the tokens for the size of page over those for all sizes."""
    sizes = reader.table(document, "sizes")
    rest = {key: value for key, value in document.items() if key != "sizes"}
    for name, parts in sizes.items():
        if name not in _SIZES_MM:
            reader.report(name, f'There is no page size "{name}". Sizes are {", ".join(_SIZES_MM)}.')
        elif not isinstance(parts, dict) or parts.keys() - set(_OF_SIZE):
            reader.report(name, f"sizes.{name} takes the parts {' and '.join(_OF_SIZE)}.")
    if reader.diagnostics:
        return rest
    reader.size = str(size or reader.table(rest, "page").get("size", "A4"))
    return _laid_over(rest, sizes.get(reader.size, {}))


def _is_rule(value: Mapping[str, Any]) -> bool:
    return "width_pt" in value


def load_theme(
    text: str,
    *,
    file: str,
    read_font: Callable[[str], bytes],
    read_theme: Callable[[str], str] | None = None,
    organisation: Organisation | None = None,
    size: str | None = None,
) -> Theme:
    """Read the text of a theme.

    ``read_font`` opens a font by the path that the theme gives, or raises ``OSError``; ``read_theme`` gives the theme
    of the template that this one is ``based_on``: its tokens hold where this theme has none of its own; what stands
    under ``sizes`` holds on pages of that size alone. The
    organisation's colours and fonts take the place of the theme's; ``size`` that of its page size.

    Raises:
        TemplateError: with every mistake of the file.
    """
    reader = _Reader(text, file)
    document = _parse(text, file)
    for key in document.keys() - {*_PARTS, "based_on", "sizes"}:
        reader.report(key, f'There is no part "{key}" in a theme.', near=(*_PARTS, "sizes"))
    document = _with_base(reader, document, read_theme)
    document = _for_size(reader, document, size)
    page = _read_page(reader, reader.table(document, "page"), size)
    colours = _read_colours(reader, reader.table(document, "colours"), organisation)
    fonts = _read_fonts(reader, reader.table(document, "fonts"), organisation, read_font)
    styles = {
        selector: _read_style(reader, selector, table, colours=colours, fonts=_ROLES)
        for selector, table in reader.table(document, "styles").items()
    }
    if reader.diagnostics:
        raise TemplateError(*reader.diagnostics)
    return Theme(page, colours, fonts, styles)
