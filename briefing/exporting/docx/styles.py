"""A theme's colours → the styles of a Word file, under the names that Word and others know them by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.exporting.docx.xml import Xml, node, switch, valued
from briefing.theme import Theme

__all__ = ["COMPLEX", "INFORMING", "MONOSPACED", "READING", "Palette", "palette_of", "styles_of"]

READING, INFORMING = "Cambria", "Calibri"
"""Fonts of Word; other programs have some with the same widths."""
COMPLEX = {READING: "Times New Roman", INFORMING: "Arial"}
"""What letters of Arabic, Hebrew and such scripts are set in."""
MONOSPACED = "Consolas"


class Palette(NamedTuple):
    """Colours without their number sign."""

    ink: str
    muted: str
    structure: str
    accent: str
    ground: str
    rule: str
    paper: str


def palette_of(theme: Theme) -> Palette:
    """Take the colours of a theme."""
    return Palette(*(theme.colours[name].lstrip("#").upper() for name in Palette._fields))


class _Look(NamedTuple):
    """What a paragraph style says; lengths in twentieths of a point, sizes in half points."""

    name: str
    """As Word lists it, in English: its own names are translated by it."""
    based_on: str = "Normal"
    font: str = ""
    size: int = 0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    """Field of the palette."""
    before: int = -1
    after: int = -1
    indent: int = 0
    hanging: int = 0
    keep_next: bool = False
    level: int = -1
    """In the outline, from 0."""


_LOOKS = {
    "Title": _Look(
        "Title", "Normal", READING, 48, bold=True, colour="structure", before=120, after=120, keep_next=True
    ),
    "Subtitle": _Look("Subtitle", "Normal", READING, 26, bold=True, colour="structure", after=120),
    "Kicker": _Look("Kicker", "Normal", INFORMING, 19, bold=True, colour="accent", after=0, keep_next=True),
    "Standfirst": _Look("Standfirst", "Normal", size=25, colour="muted", after=140),
    "Byline": _Look("Byline", "Normal", INFORMING, 18, colour="muted", after=200),
    "Embargo": _Look("Embargo", "Normal", INFORMING, 20, bold=True, colour="accent"),
    "Masthead": _Look("Masthead", "Normal", INFORMING, 19, colour="muted", after=40),
    "Heading1": _Look("heading 1", "Normal", READING, 30, bold=True, colour="structure", before=320, after=100),
    "Heading2": _Look("heading 2", "Normal", READING, 25, bold=True, colour="structure", before=240, after=80),
    "Heading3": _Look("heading 3", "Normal", READING, 22, bold=True, colour="structure", before=200, after=60),
    "Heading4": _Look("heading 4", "Normal", READING, 22, italic=True, colour="structure", before=180, after=60),
    "Heading5": _Look("heading 5", "Heading4", colour="muted"),
    "Label": _Look("Label", "Heading1", INFORMING, 23, before=200, after=60),
    "BoxHeading": _Look("Box Heading", "Heading2", INFORMING, 22, before=0, after=60),
    "KeyFigure": _Look(
        "Key Figure", "Normal", READING, 36, bold=True, colour="structure", before=160, after=0, keep_next=True
    ),
    "Contact": _Look("Contact", "Small", after=280),
    "Small": _Look("Small", "Normal", INFORMING, 19, after=60),
    "Remark": _Look("Remark", "Small", colour="muted"),
    "Quote": _Look("Quote", "Normal", italic=True, colour="structure", size=24, before=160, after=80, indent=400),
    "Attribution": _Look("Attribution", "Small", colour="muted", after=200, indent=400),
    "Code": _Look("Code", "Normal", MONOSPACED, 18, after=60),
    "ListBullet": _Look("List Bullet", "Normal", after=60, indent=360, hanging=360),
    "ListNumber": _Look("List Number", "Normal", after=60, indent=360, hanging=360),
    "ListContinue": _Look("List Continue", "Normal", after=60, indent=360),
    "Term": _Look("Term", "Normal", bold=True, after=0, keep_next=True),
    "Contents": _Look("Contents", "Small", after=40),
    "Source": _Look("Source", "ListNumber", INFORMING, 19, indent=480, hanging=480),
    "Caption": _Look(
        "caption", "Normal", INFORMING, 19, bold=True, colour="structure", before=160, after=80, keep_next=True
    ),
    "PictureCaption": _Look("Picture Caption", "Caption", colour="muted", before=60, after=200),
    "Figure": _Look("Figure", "Normal", after=60, keep_next=True),
    "TableText": _Look("Table Text", "Normal", INFORMING, 18, before=40, after=40),
    "TableHeading": _Look("Table Heading", "TableText", bold=True, colour="structure"),
    "PetitionLink": _Look("Petition Link", "Normal", INFORMING, 26, bold=True),
    "Imprint": _Look("Imprint", "Small", size=17, colour="muted"),
    "FootnoteText": _Look("footnote text", "Normal", INFORMING, 18, after=40),
    "Header": _Look("header", "Normal", INFORMING, 17, bold=True, colour="accent", after=60),
    "Footer": _Look("footer", "Normal", INFORMING, 17, colour="muted", after=0),
}
"""Paragraph styles by their ids."""


def styles_of(palette: Palette, language: str, *, mirrored: bool) -> Xml:
    """Write ``w:styles``; ``language`` is a BCP 47 tag, ``mirrored`` goes for documents from right to left."""
    return node(
        "w:styles",
        {},
        _defaults(palette, language),
        *_built_in(palette, mirrored=mirrored),
        *(_paragraph_style(identifier, look, palette) for identifier, look in _LOOKS.items()),
        *_character_styles(palette),
        *_table_styles(palette),
    )


def _defaults(palette: Palette, language: str) -> Xml:
    letters = node(
        "w:rPr",
        {},
        _fonts(READING),
        valued("w:color", palette.ink),
        valued("w:sz", 22),
        valued("w:szCs", 22),
        node("w:lang", {"w:val": language, "w:eastAsia": language, "w:bidi": language}),
    )
    lines = node("w:pPr", {}, node("w:spacing", {"w:after": "140", "w:line": "288", "w:lineRule": "auto"}))
    return node("w:docDefaults", {}, node("w:rPrDefault", {}, letters), node("w:pPrDefault", {}, lines))


def _built_in(palette: Palette, *, mirrored: bool) -> Iterator[Xml]:
    own = (node("w:pPr", {}, *switch("w:widowControl", *(("w:bidi",) if mirrored else ()))),)
    yield _style("paragraph", "Normal", "Normal", *own, *switch("w:qFormat"), default=True)
    hidden = (valued("w:uiPriority", 99), *switch("w:semiHidden", "w:unhideWhenUsed"))
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", *hidden, default=True)
    margins = node("w:tblCellMar", {}, *(_width(f"w:{side}", 108) for side in ("left", "right")))
    table = node("w:tblPr", {}, _width("w:tblInd", 0), margins)
    yield _style("table", "TableNormal", "Normal Table", *hidden, table, default=True)
    yield _style("numbering", "NoList", "No List", *hidden, default=True)


def _width(tag: str, twips: int) -> Xml:
    return node(tag, {"w:w": str(twips), "w:type": "dxa"})


def _paragraph_style(identifier: str, look: _Look, palette: Palette) -> Xml:
    level = int(identifier[-1]) - 1 if identifier.startswith("Heading") else look.level
    heading = identifier.startswith(("Heading", "Title")) or look.keep_next
    lines = [*switch("w:keepNext", "w:keepLines")] if heading else []
    lines += [valued("w:outlineLvl", level)] if level >= 0 else []
    spacing = {"w:before": str(look.before)} if look.before >= 0 else {}
    spacing |= {"w:after": str(look.after)} if look.after >= 0 else {}
    spacing |= {"w:line": "252", "w:lineRule": "auto"} if identifier in _TIGHT else {}
    lines += [node("w:spacing", spacing)] if spacing else []
    indent = {"w:left": str(look.indent)} if look.indent else {}
    indent |= {"w:hanging": str(look.hanging)} if look.hanging else {}
    lines += [node("w:ind", indent)] if indent else []
    parts = [valued("w:basedOn", look.based_on), *switch("w:qFormat")]
    parts += [valued("w:next", "Normal")] if heading else []
    parts += [node("w:pPr", {}, *lines)] if lines else []
    letters = _letters(look, palette)
    parts += [node("w:rPr", {}, *letters)] if letters else []
    return _style("paragraph", identifier, look.name, *parts)


def _letters(look: _Look, palette: Palette) -> list[Xml]:
    parts = [_fonts(look.font)] if look.font else []
    parts += switch("w:b", "w:bCs") if look.bold else ()
    parts += switch("w:i", "w:iCs") if look.italic else ()
    parts += [valued("w:color", getattr(palette, look.colour))] if look.colour else []
    parts += [valued("w:sz", look.size), valued("w:szCs", look.size)] if look.size else []
    return parts


def _fonts(name: str) -> Xml:
    complex_scripts = COMPLEX.get(name, name)
    return node("w:rFonts", {"w:ascii": name, "w:hAnsi": name, "w:cs": complex_scripts})


def _character_styles(palette: Palette) -> Iterator[Xml]:

    def mark(*more: Xml) -> tuple[Xml, ...]:
        return (*switch("w:b", "w:bCs"), valued("w:color", palette.accent), *more)

    def raised() -> Xml:
        return valued("w:vertAlign", "superscript")

    looks = {
        "Hyperlink": ("Hyperlink", (valued("w:color", palette.structure), valued("w:u", "single"))),
        "FootnoteReference": ("footnote reference", mark(raised())),
        "Citation": ("Citation", mark(raised())),
        "SourceNumber": ("Source Number", mark()),
        "Number": ("Heading Number", (valued("w:color", palette.accent),)),
        "CodeLetters": ("Code Letters", (_fonts(MONOSPACED),)),
    }
    for identifier, (name, letters) in looks.items():
        base = valued("w:basedOn", "DefaultParagraphFont")
        yield _style("character", identifier, name, base, node("w:rPr", {}, *letters))


def _table_styles(palette: Palette) -> Iterator[Xml]:
    rule = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": palette.rule}
    borders = node("w:tblBorders", {}, *(node(f"w:{side}", rule) for side in ("top", "bottom", "insideH")))
    head = node("w:tblStylePr", {"w:type": "firstRow"}, node("w:rPr", {}, *switch("w:b", "w:bCs")))
    base = valued("w:basedOn", "TableNormal")
    yield _style("table", "BriefingTable", "Briefing Table", base, node("w:tblPr", {}, borders), head)


def _style(kind: str, identifier: str, name: str, *parts: Xml, default: bool = False) -> Xml:
    attributes = {"w:type": kind, "w:styleId": identifier} | ({"w:default": "1"} if default else {})
    own = identifier not in _KNOWN_TO_WORD
    return node("w:style", attributes | ({"w:customStyle": "1"} if own else {}), valued("w:name", name), *parts)


_TIGHT = frozenset({"Title", "Heading1", "Heading2", "Heading3", "Heading4", "KeyFigure", "Subtitle"})
"""Ids of the styles of large letters, whose lines stand closer."""
_KNOWN_TO_WORD = frozenset(
    {
        "Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Title", "Subtitle", "Quote", "Caption", "Header",
        "Footer", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "ListBullet", "ListNumber",
        "ListContinue", "FootnoteText", "FootnoteReference", "Hyperlink",
    }
)  # fmt: skip
"""Ids of the styles that Word has names for in every language."""
