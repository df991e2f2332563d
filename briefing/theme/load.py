"""``theme.toml`` → ``Theme``, with all mistakes at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from briefing.editions import EDITIONS, SCREEN
from briefing.errors import TemplateError
from briefing.model import Organisation
from briefing.theme.colour import is_colour
from briefing.theme.grey import without_colour
from briefing.theme.layers import layered, with_base
from briefing.theme.panels import read_panels
from briefing.theme.paper import read_page
from briefing.theme.reader import Reader, parse
from briefing.theme.suitable import read_audience, refuse_unsuitable
from briefing.theme.theme import Face, Theme
from briefing.theme.tokens import NAMES, TokenError, style_token

__all__ = ["load_theme"]

_PARTS = ("page", "panels", "colours", "fonts", "styles", "sizes", "editions")
_ROLES = ("reading", "informing")
_COLOURS = ("structure", "accent", "ground", "ink", "muted")
"""What charts are drawn in; a theme may name more."""
_SLOPES = ("regular", "italic")
_CLASS = r"\.[a-z][a-z0-9-]*"
_SELECTOR = re.compile(rf"(?:{_CLASS} )?(?:[a-z][a-z0-9]*(?:{_CLASS})?|{_CLASS})\Z")


def _read_colours(reader: Reader, table: Mapping[str, Any], organisation: Organisation | None) -> dict[str, str]:
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
        colours.update({name: value.lower() for name, value in pairs if value and name not in reader.own_colours})
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
    reader: Reader, table: Mapping[str, Any], organisation: Organisation | None, read_font: Callable[[str], bytes]
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


def _shipped_face(reader: Reader, role: str, slope: str, name: str, read_font: Callable[[str], bytes]) -> Face:
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
    reader: Reader,
    selector: str,
    table: Any,
    *,
    colours: Mapping[str, str],
    fonts: tuple[str, ...],
    panels: tuple[str, ...],
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
            field, read = style_token(name, value, colours=colours, fonts=fonts, panels=panels)
        except KeyError:
            reader.report(name, f'There is no token "{name}" in a style.', near=NAMES, section=selector)
        except TokenError as error:
            reader.report(name, f"{name} of {selector} must be {error}.", section=selector)
        else:
            style[field] = read
    return style


def load_theme(
    text: str,
    *,
    file: str,
    read_font: Callable[[str], bytes],
    read_theme: Callable[[str], str] | None = None,
    organisation: Organisation | None = None,
    size: str | None = None,
    edition: str = SCREEN.name,
) -> Theme:
    """Read the text of a theme.

    ``read_font`` opens a font by the path that the theme gives, or raises ``OSError``; ``read_theme`` gives the theme
    of the template that this one is ``based_on``: its tokens hold where this theme has none of its own; what stands
    under ``sizes`` holds on pages of that size alone, and under ``editions`` in that edition. The
    organisation's colours and fonts take the place of the theme's, but for the colours of an edition; ``size`` that of
    its page size.

    Raises:
        TemplateError: with every mistake of the file.
    """
    reader = Reader(text, file)
    document = parse(text, file)
    for key in document.keys() - {*_PARTS, "audience", "based_on"}:
        reader.report(key, f'There is no part "{key}" in a theme.', near=_PARTS)
    document = with_base(reader, document, read_theme)
    document = layered(reader, document, edition, size)
    refuse_unsuitable(reader, reader.table(document, "page"), size=size, edition=edition)
    page = read_page(reader, reader.table(document, "page"), size)
    colours = _read_colours(reader, reader.table(document, "colours"), organisation)
    fonts = _read_fonts(reader, reader.table(document, "fonts"), organisation, read_font)
    panels = read_panels(reader, reader.table(document, "panels"), page, colours)
    styles = {
        selector: _read_style(reader, selector, table, colours=colours, fonts=_ROLES, panels=tuple(panels))
        for selector, table in reader.table(document, "styles").items()
    }
    audience = read_audience(reader, document.get("audience", "public"))
    if reader.diagnostics:
        raise TemplateError(*reader.diagnostics)
    theme = Theme(page, colours, fonts, styles, panels, audience)
    return without_colour(theme) if EDITIONS[edition].grey else theme
