"""A theme's colours and fonts → the palette that Word offers whoever goes on writing, and what stands in for fonts.

See: ECMA-376-1, 14.2.7 (theme part), 17.8.3 (font table).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefing.exporting.docx.styles import COMPLEX, INFORMING, MONOSPACED, READING, Palette
from briefing.exporting.docx.xml import Xml, node, valued

__all__ = ["font_table_of", "theme_of"]

_NAME = {"name": "Briefing"}
_STRENGTHS = range(3)
"""Word has a subtle, a moderate and an intense form of everything; ours are the same."""
_FAMILIES = {READING: ("roman", "Caladea"), INFORMING: ("swiss", "Carlito"), MONOSPACED: ("modern", "Liberation Mono")}
"""Kind of each font, and one that stands in for it elsewhere."""


def theme_of(palette: Palette) -> Xml:
    """Write ``a:theme``."""
    return node(
        "a:theme", _NAME, node("a:themeElements", {}, _colours(palette), _fonts(), _forms()), node("a:objectDefaults")
    )


def _colours(palette: Palette) -> Xml:
    own = {
        "dk1": palette.ink,
        "lt1": palette.paper,
        "dk2": palette.structure,
        "lt2": palette.ground,
        "accent1": palette.structure,
        "accent2": palette.accent,
        "accent3": palette.muted,
        "accent4": palette.rule,
        "accent5": palette.ink,
        "accent6": palette.ground,
        "hlink": palette.structure,
        "folHlink": palette.muted,
    }
    colours = (node(f"a:{name}", {}, node("a:srgbClr", {"val": colour})) for name, colour in own.items())
    return node("a:clrScheme", _NAME, *colours)


def _fonts() -> Xml:
    def fonts(kind: str, name: str) -> Xml:
        scripts = {"latin": name, "ea": "", "cs": COMPLEX[name]}
        return node(f"a:{kind}Font", {}, *(node(f"a:{each}", {"typeface": font}) for each, font in scripts.items()))

    return node("a:fontScheme", _NAME, fonts("major", READING), fonts("minor", READING))


def _forms() -> Xml:
    def filled() -> Xml:
        return node("a:solidFill", {}, node("a:schemeClr", {"val": "phClr"}))

    def line() -> Xml:
        return node("a:ln", {"w": "6350"}, filled())

    def effect() -> Xml:
        return node("a:effectStyle", {}, node("a:effectLst"))

    return node(
        "a:fmtScheme",
        _NAME,
        _thrice("a:fillStyleLst", filled),
        _thrice("a:lnStyleLst", line),
        _thrice("a:effectStyleLst", effect),
        _thrice("a:bgFillStyleLst", filled),
    )


def _thrice(tag: str, make: Callable[[], Xml]) -> Xml:
    forms: Iterable[Xml] = (make() for _ in _STRENGTHS)
    return node(tag, {}, *forms)


def font_table_of() -> Xml:
    """Write ``w:fonts``."""
    fonts = (
        node("w:font", {"w:name": name}, valued("w:altName", instead), valued("w:family", family))
        for name, (family, instead) in _FAMILIES.items()
    )
    return node("w:fonts", {}, *fonts)
