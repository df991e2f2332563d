"""What PDF/X-4 asks of a file, as rules that are read back with pikepdf.

No validator of PDF/X-4 can be installed here, so these are what holds the edition for presses to the standard. The text
of ISO 15930-7:2010 was not at hand, and those who cite its subclauses contradict each other: each rule names the clause
of ISO 32000-1 that says what the thing is, and stands for what clause 6 of ISO 15930-7 asks of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf
from lxml import etree
from PIL import ImageCms

XMP = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}
SCREEN_COLOUR = re.compile(rb"(?:^|\s)(?:rg|RG|cs|CS|sc|SC|scn|SCN|sh)(?=\s|$)")
FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt", "/JBIG2Decode"}
PLATFORM_ACTIONS = ("/OpenAction", "/AA")
SPACES = {"/DeviceCMYK", "/DeviceGray"}


class File(NamedTuple):
    """A file, as bytes and opened."""

    data: bytes
    pdf: pikepdf.Pdf

    @property
    def root(self) -> pikepdf.Dictionary:
        return self.pdf.Root

    def said(self, path: str) -> str:
        """The text of a property in the metadata of the document; empty where there is none."""
        if "/Metadata" not in self.root:
            return ""
        tree = etree.fromstring(self.root.Metadata.read_bytes())
        return "".join(tree.xpath(f"string(//{path})", namespaces=XMP)).strip()

    def intents(self) -> list[pikepdf.Dictionary]:
        return [each for each in self.root.get("/OutputIntents", []) if each.get("/S") == "/GTS_PDFX"]

    def streams(self) -> Iterator[pikepdf.Stream]:
        return (each for each in self.pdf.objects if isinstance(each, pikepdf.Stream))

    def images(self) -> Iterator[pikepdf.Stream]:
        return (each for each in self.streams() if each.get("/Subtype") == "/Image")

    def dictionaries(self) -> Iterator[pikepdf.Dictionary]:
        return (each for each in self.pdf.objects if isinstance(each, pikepdf.Dictionary))


class Rule(NamedTuple):
    """A rule; ``clause`` is that of ISO 32000-1 which defines what it is about."""

    name: str
    clause: str
    holds: Callable[[File], bool]


def box_of(page: pikepdf.Page, name: str) -> tuple[float, float, float, float] | None:
    found = page.obj.get(name)
    return tuple(float(each) for each in found) if found is not None else None


def is_within(inner: tuple[float, ...] | None, outer: tuple[float, ...] | None) -> bool:
    if inner is None or outer is None:
        return False
    slack = 0.01
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
        and inner[2] > inner[0]
        and inner[3] > inner[1]
    )


def has_a_press_profile(file: File) -> bool:
    profiles = [each.get("/DestOutputProfile") for each in file.intents()]
    if not profiles or not all(isinstance(each, pikepdf.Stream) and each.get("/N") == 4 for each in profiles):
        return False
    return all(is_of_a_press(each.read_bytes()) for each in profiles)


def is_of_a_press(data: bytes) -> bool:
    """Tell whether a profile has a version that is known, and the tables from and to inks. See: ICC.1:2010, 8.4."""
    if data[8] not in (2, 4):
        return False
    opened = ImageCms.ImageCmsProfile(BytesIO(data)).profile
    entries = (data[at : at + 4] for at in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12))
    has_tables = {b"A2B0", b"B2A0", b"wtpt", b"desc", b"cprt"} <= set(entries)
    return opened.device_class == "prtr" and opened.xcolor_space == "CMYK" and has_tables


def has_embedded_fonts(file: File) -> bool:
    descriptors = [each for each in file.dictionaries() if each.get("/Type") == "/FontDescriptor"]
    return bool(descriptors) and all(
        any(key in each for key in ("/FontFile", "/FontFile2", "/FontFile3")) for each in descriptors
    )


def draws_in_inks(file: File) -> bool:
    """Neither the pages nor what they draw again, forms and patterns, take a colour of a screen."""
    drawn = [each for each in file.streams() if each.get("/Subtype") == "/Form" or "/PatternType" in each]
    contents = [page.Contents for page in file.pdf.pages]
    return not any(SCREEN_COLOUR.search(each.read_bytes()) for each in (*contents, *drawn))


def blends_in_inks(file: File) -> bool:
    """The groups of pages are in inks, and those of forms too; one that is a soft mask may be in grey."""
    pages = [page.obj.Group for page in file.pdf.pages if "/Group" in page.obj]
    forms = [each.Group for each in file.streams() if "/Group" in each]
    in_inks = all(str(each.CS) == "/DeviceCMYK" for each in pages)
    return in_inks and all(str(each.get("/CS", "/DeviceCMYK")) in SPACES for each in forms)


def has_no_state_of_a_device(file: File) -> bool:
    states = [each for each in file.dictionaries() if each.get("/Type") == "/ExtGState"]
    return not any(key in each for each in states for key in ("/TR", "/TR2", "/HTP", "/HT", "/OP", "/op"))


def filters_of(stream: pikepdf.Stream) -> set[str]:
    found = stream.get("/Filter", [])
    return {str(found)} if isinstance(found, pikepdf.Name) else {str(each) for each in found}


def marks_are_outside_the_bleed(file: File) -> bool:
    """Each line of a mark lies between the bleed and the edge of the sheet."""
    for page in file.pdf.pages:
        bleed, media = box_of(page, "/BleedBox"), box_of(page, "/MediaBox")
        if bleed is None or media is None:
            return False
        found = re.search(rb"/Artifact <</Type /Page>> BDC\n(.+?)\nEMC", page.Contents.read_bytes(), re.DOTALL)
        points = re.findall(rb"(-?[\d.]+) (-?[\d.]+) [ml]", found[1]) if found else []
        for x, y in ((float(x), float(y)) for x, y in points):
            inside = bleed[0] <= x <= bleed[2] and bleed[1] <= y <= bleed[3]
            if inside or not (media[0] <= x <= media[2] and media[1] <= y <= media[3]):
                return False
    return True


RULES = (
    Rule("version", "7.5.2", lambda file: re.match(rb"%PDF-1\.[3-6]\n%[\x80-\xff]{4}", file.data) is not None),
    Rule("identifier", "14.4", lambda file: len(file.pdf.trailer.get("/ID", [])) == 2),
    Rule("no encryption", "7.6", lambda file: "/Encrypt" not in file.pdf.trailer),
    Rule("metadata", "14.3.2", lambda file: "/Metadata" in file.root and "/Filter" not in file.root.Metadata),
    Rule("says PDF/X-4", "14.3.2", lambda file: file.said("pdfxid:GTS_PDFXVersion") == "PDF/X-4"),
    Rule("title", "14.3.3", lambda file: bool(file.said("dc:title"))),
    Rule("made", "14.3.3", lambda file: bool(file.said("xmp:CreateDate") and "/CreationDate" in file.pdf.docinfo)),
    Rule("changed", "14.3.3", lambda file: bool(file.said("xmp:ModifyDate") and "/ModDate" in file.pdf.docinfo)),
    Rule("metadata made", "14.3.2", lambda file: bool(file.said("xmp:MetadataDate"))),
    Rule("document ID", "14.3.2", lambda file: file.said("xmpMM:DocumentID").startswith("uuid:")),
    Rule("version ID", "14.3.2", lambda file: bool(file.said("xmpMM:VersionID"))),
    Rule("rendition", "14.3.2", lambda file: file.said("xmpMM:RenditionClass") == "default"),
    Rule("trapped", "14.3.3", lambda file: str(file.pdf.docinfo.get("/Trapped", "")) in ("/True", "/False")),
    Rule("one output intent", "14.11.5", lambda file: len(file.intents()) == 1),
    Rule("condition", "14.11.5", lambda file: all(each.get("/OutputConditionIdentifier") for each in file.intents())),
    Rule("profile", "14.11.5", has_a_press_profile),
    Rule(
        "one profile for all intents",
        "14.11.5",
        lambda file: len({each.DestOutputProfile.objgen for each in file.root.OutputIntents}) == 1,
    ),
    Rule(
        "trimmed page",
        "14.11.2",
        lambda file: all(("/TrimBox" in page.obj) != ("/ArtBox" in page.obj) for page in file.pdf.pages),
    ),
    Rule(
        "trimmed page in bleed",
        "14.11.2",
        lambda file: all(is_within(box_of(page, "/TrimBox"), box_of(page, "/BleedBox")) for page in file.pdf.pages),
    ),
    Rule(
        "bleed on sheet",
        "14.11.2",
        lambda file: all(is_within(box_of(page, "/BleedBox"), box_of(page, "/MediaBox")) for page in file.pdf.pages),
    ),
    Rule("whole sheet", "14.11.2", lambda file: not any("/CropBox" in page.obj for page in file.pdf.pages)),
    Rule("marks outside of the bleed", "14.11.3", marks_are_outside_the_bleed),
    Rule("no annotations", "12.5", lambda file: not any(page.obj.get("/Annots") for page in file.pdf.pages)),
    Rule("no actions", "12.6", lambda file: not any(key in file.root for key in PLATFORM_ACTIONS)),
    Rule("no scripts", "12.6.4.16", lambda file: not any("/JS" in each for each in file.dictionaries())),
    Rule("no forms", "12.7", lambda file: "/AcroForm" not in file.root),
    Rule("no attachments", "7.11.4", lambda file: not any("/EF" in each for each in file.dictionaries())),
    Rule("fonts inside", "9.9", has_embedded_fonts),
    Rule("inks on pages", "8.6.8", draws_in_inks),
    Rule("inks in pictures", "8.9.5", lambda file: all(str(each.ColorSpace) in SPACES for each in file.images())),
    Rule("inks in transparency", "11.6.6", blends_in_inks),
    Rule("no second pictures", "8.9.5.4", lambda file: not any("/Alternates" in each for each in file.images())),
    Rule("no PostScript", "8.8.2", lambda file: not any(each.get("/Subtype") == "/PS" for each in file.streams())),
    Rule("no streams elsewhere", "7.3.8.2", lambda file: not any("/F" in each for each in file.streams())),
    Rule("filters", "7.4", lambda file: not any(filters_of(each) & FORBIDDEN_FILTERS for each in file.streams())),
    Rule("nothing of a device", "8.4.5", has_no_state_of_a_device),
    Rule("no optional content", "8.11", lambda file: "/OCProperties" not in file.root),
)


def broken_rules(data: bytes) -> list[str]:
    """Name the rules that a file breaks, in the order of the list."""
    with pikepdf.open(BytesIO(data)) as pdf:
        file = File(data, pdf)
        return [rule.name for rule in RULES if not rule.holds(file)]
