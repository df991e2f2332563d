"""What an exported Word file is made of, and what Word would refuse of it, for the tests of exporting.

The order of elements is that of ECMA-376-1, annex A, for the elements that we write.
"""

from __future__ import annotations

import posixpath
import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath"
    ),
    "pBdr": "top left bottom right between bar",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tblBorders": "top left start bottom right end insideH insideV",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
    ),
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "numPr": "ilvl numId",
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "zoom defaultTabStop footnotePr endnotePr compat themeFontLang decimalSymbol listSeparator",
}


class WordFile:
    """The parts of a file, read."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.members = archive.infolist()
            self.data = {name: archive.read(name) for name in archive.namelist()}
        self.xml = {
            name: etree.fromstring(data) for name, data in self.data.items() if name.endswith((".xml", ".rels"))
        }
        self.body = self.xml["word/document.xml"]

    def find(self, path: str, part: str = "word/document.xml"):
        return self.xml[part].findall(f".//{W}{path}")

    def text(self, part: str = "word/document.xml") -> str:
        """Its words; paragraphs stand apart, a field is what it shows."""
        pieces = []
        for element in self.xml[part].iter(f"{W}p", f"{W}t", f"{W}br", f"{W}footnoteReference", f"{W}instrText"):
            if element.tag == f"{W}t":
                pieces.append(element.text or "")
            elif element.tag != f"{W}instrText":
                pieces.append(" ")
        return "".join(pieces)

    def paragraphs(self, part: str = "word/document.xml") -> list[tuple[str, str]]:
        """Style and text of each."""
        return [
            (
                next((each.get(f"{W}val") for each in paragraph.findall(f"{W}pPr/{W}pStyle")), "Normal"),
                "".join(each.text or "" for each in paragraph.iter(f"{W}t")),
            )
            for paragraph in self.find("p", part)
        ]

    def faults(self) -> list[str]:
        """Everything that Word would mend or refuse."""
        return [*self._wrong_orders(), *self._wrong_numbers(), *self._wrong_links(), *self._wrong_parts()]

    def _wrong_orders(self):
        for name, tree in self.xml.items():
            for tag, order in ORDER.items():
                places = {f"{W}{each}": place for place, each in enumerate(order.split())}
                for element in tree.iter(W + tag):
                    found = [places.get(child.tag, -1) for child in element]
                    if -1 in found or found != sorted(found):
                        yield f"{name}: order of {tag}: {[etree.QName(child).localname for child in element]}"
            for cell in tree.iter(f"{W}tc"):
                if cell[-1].tag != f"{W}p":
                    yield f"{name}: a cell without a paragraph at its end"
            for first, second in zip(tree.iter(f"{W}tbl"), list(tree.iter(f"{W}tbl"))[1:], strict=False):
                if first.getnext() is second:
                    yield f"{name}: two tables grow together"

    def _wrong_numbers(self):
        body = self.body
        for path, attribute in (
            (f"{W}bookmarkStart", f"{W}id"),
            (f"{W}bookmarkStart", f"{W}name"),
            (f"{WP}docPr", "id"),
        ):
            found = [each.get(attribute).lower() for each in body.iter(path)]
            yield from (f"{path} {each} twice" for each in set(found) if found.count(each) > 1)
        starts = [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")]
        if starts != [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd")]:
            yield "bookmarks that do not end"
        for name in (each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")):
            if not re.fullmatch("[A-Za-z_][A-Za-z0-9_]{0,39}", name):
                yield f"no name of a bookmark: {name}"

    def _wrong_links(self):
        marks = {each.get(f"{W}name") for each in self.body.iter(f"{W}bookmarkStart")}
        styles = {each.get(f"{W}styleId") for each in self.xml["word/styles.xml"].iter(f"{W}style")}
        lists = {each.get(f"{W}numId") for each in self.xml["word/numbering.xml"].iter(f"{W}num")}
        notes = {each.get(f"{W}id") for each in self.xml.get("word/footnotes.xml", etree.Element("none"))}
        for name, tree in self.xml.items():
            known = self._relationships(name)
            wanted = {
                "bookmark": ({each.get(f"{W}anchor") for each in tree.iter(f"{W}hyperlink")} - {None}, marks),
                "style": (
                    {
                        each.get(f"{W}val")
                        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
                        for each in tree.iter(W + kind)
                    },
                    styles,
                ),
                "list": ({each.get(f"{W}val") for each in tree.iter(f"{W}numId")}, lists),
                "note": ({each.get(f"{W}id") for each in tree.iter(f"{W}footnoteReference")}, notes),
                "relationship": (
                    {each.get(f"{R}{kind}") for kind in ("id", "embed") for each in tree.iter()} - {None},
                    known,
                ),
            }
            for kind, (asked, there) in wanted.items():
                yield from (f"{name}: no {kind} {each}" for each in sorted(asked - there))

    def _relationships(self, part: str) -> set[str]:
        folder, name = posixpath.split(part)
        tree = self.xml.get(f"{folder}/_rels/{name}.rels")
        return set() if tree is None else {each.get("Id") for each in tree.iter(_RELATIONSHIP)}

    def _wrong_parts(self):
        types = self.xml["[Content_Types].xml"]
        endings = {each.get("Extension") for each in types if each.get("Extension")}
        parts = {each.get("PartName") for each in types if each.get("PartName")}
        for name in self.data:
            if name != "[Content_Types].xml" and f"/{name}" not in parts and name.rpartition(".")[2] not in endings:
                yield f"{name} is of no type"
        for name, tree in self.xml.items():
            for each in tree.iter(_RELATIONSHIP):
                folder = posixpath.dirname(posixpath.dirname(name))
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target")))
                if each.get("TargetMode") != "External" and target[1:] not in self.data:
                    yield f"{name}: {target} is not there"
