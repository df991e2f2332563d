"""Elements of WordprocessingML, their children in the order that the schema asks for.

See: ECMA-376-1, annex A (the schemas of WordprocessingML). Word refuses a file whose properties stand in another order.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from lxml import etree

__all__ = ["NAMESPACES", "ORDER", "Xml", "node", "qualified", "switch", "valued"]

Xml: TypeAlias = Any
"""An element of lxml, which has no types."""

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    }
)
_NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


def _of(names: str) -> tuple[str, ...]:
    return tuple(f"w:{name}" for name in names.split())


ORDER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "w:pPr": _of(
            "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
            "contextualSpacing jc outlineLvl rPr sectPr"
        ),
        "w:rPr": _of("rStyle rFonts b bCs i iCs smallCaps noProof color spacing sz szCs u shd vertAlign rtl cs lang"),
        "w:pBdr": _of("top left bottom right between"),
        "w:tblPr": _of("tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption"),
        "w:tblBorders": _of("top left bottom right insideH insideV"),
        "w:tblCellMar": _of("top left bottom right"),
        "w:trPr": _of("cantSplit tblHeader"),
        "w:tcPr": _of("tcW gridSpan tcBorders shd vAlign"),
        "w:sectPr": _of("headerReference footerReference footnotePr type pgSz pgMar cols titlePg bidi"),
        "w:style": _of(
            "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr"
        ),
        "w:tblStylePr": _of("pPr rPr tblPr trPr tcPr"),
        "w:lvl": _of("start numFmt pStyle suff lvlText lvlJc pPr rPr"),
        "w:settings": _of("zoom defaultTabStop footnotePr compat themeFontLang decimalSymbol listSeparator"),
    }
)
"""Children of an element in the order of the schema, as far as we write them."""


def qualified(name: str) -> str:
    """``w:p`` with the namespace in place of the prefix; a name without prefix stays as it is."""
    prefix, _, local = name.rpartition(":")
    if prefix == "xml":
        return f"{{http://www.w3.org/XML/1998/namespace}}{local}"
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local


_PLACES = {tag: {qualified(name): place for place, name in enumerate(children)} for tag, children in ORDER.items()}
"""Where each child stands among the others, by the names of both."""


def node(tag: str, attributes: Mapping[str, str] = _NO_ATTRIBUTES, *children: Xml, text: str = "") -> Xml:
    """Make an element; children of which the schema asks for an order come in it.

    Raises:
        ValueError: a child that ``ORDER`` does not know.
    """
    element = etree.Element(qualified(tag), nsmap=_prefixes(tag))
    for name, value in attributes.items():
        element.set(qualified(name), value)
    if places := _PLACES.get(tag):
        if unknown := [child.tag for child in children if child.tag not in places]:
            raise ValueError(f"{tag} takes no {unknown[0]}")
        children = tuple(sorted(children, key=lambda child: places[child.tag]))
    element.extend(children)
    if text:
        element.text = text
    return element


def _prefixes(tag: str) -> dict[str, str]:
    prefix = tag.partition(":")[0]
    return {prefix: NAMESPACES[prefix]}


def valued(tag: str, value: str | int) -> Xml:
    """Make an element that says one thing, as ``w:val``."""
    return node(tag, {"w:val": str(value)})


def switch(*tags: str) -> tuple[Xml, ...]:
    """Make elements that switch something on."""
    return tuple(map(node, tags))
