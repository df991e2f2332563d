"""Letters of fonts of symbols, and fields of forms → what a reader of the document saw there."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.etree.ElementTree import Element

from mammoth.docx.dingbats import dingbats

from briefing.importing.docx.names import child, integer, is_on, value

__all__ = ["Shown", "as_shown", "field_of_form", "font_of_symbols", "sign"]

_FONTS = frozenset(font for font, _ in dingbats)
_OF_SYMBOLS = range(0xF000, 0xF100)
"""Where Word keeps the 256 letters of a font of symbols, in the area for private use."""
_PLAINER: Mapping[int, str] = MappingProxyType(
    {
        0x1F5F8: "✓",
        0x1F5F9: "☑",
        **dict.fromkeys((0x1F5F4, 0x1F5F6), "✗"),
        **dict.fromkeys((0x1F5F5, 0x1F5F7), "☒"),
        **dict.fromkeys((0x1F78D, 0x1F78E, 0x1F78F, 0x1F790), "☐"),
        **{code: arrow for block in (0x1F860, 0x1F868, 0x1F878) for code, arrow in enumerate("←↑→↓", block)},
    }
)
"""Signs that many fonts have, for those like them that few have."""


class Shown(NamedTuple):
    """What letters of a font show."""

    text: str
    unknown: tuple[str, ...] = ()
    """Letters of which nobody knows what they show, which are left out."""


def sign(font: str, code: int) -> str:
    """Look up what a letter of a font of symbols shows; empty where that is not known."""
    found = dingbats.get((font, code & 0xFF if code in _OF_SYMBOLS else code))
    return _PLAINER.get(found, chr(found)) if found else ""


def font_of_symbols(fonts: Element | None) -> str:
    """Name the font of symbols among the fonts of words; empty where there is none."""
    names = (fonts.get(f"w:{script}", "") for script in ("hAnsi", "ascii", "cs")) if fonts is not None else ()
    return next((name for name in names if name in _FONTS), "")


def as_shown(text: str, font: str) -> Shown:
    """Write letters as what they show in a font of symbols, or in any font where it is named as empty."""
    written, unknown = [], []
    for letter in text:
        is_private = unicodedata.category(letter) == "Co"
        if not is_private and (not font or ord(letter) > 0xFF or letter.isspace()):
            written.append(letter)
        elif found := sign(font, ord(letter)):
            written.append(found)
        else:
            unknown.append(letter)
    return Shown("".join(written), tuple(unknown))


def field_of_form(begin: Element) -> str:
    """Write what a field of a form shows that has no words of its own: a box, or what was chosen of a list.

    See: ECMA-376, part 1, 17.16.7 (check boxes) and 17.16.9 (lists).
    """
    box, choices = child(begin, "w:ffData", "w:checkBox"), child(begin, "w:ffData", "w:ddList")
    if box is not None:
        checked = is_on(box, "w:checked")
        return "☒" if (is_on(box, "w:default") if checked is None else checked) else "☐"
    entries = [each.get("w:val", "") for each in choices or () if each.tag == "w:listEntry"]
    chosen = integer(value(choices, "w:result") or value(choices, "w:default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
