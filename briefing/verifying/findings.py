"""What was found in a finished PDF, as values: nothing of the libraries that read it.

Pages count from 1, lengths are millimetres, texts are as the file has them with white space collapsed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "ActionFound",
    "Attached",
    "Box",
    "ClaimFinding",
    "ClaimFindingId",
    "BrokenRule",
    "Code",
    "Conformance",
    "Copying",
    "FontUsed",
    "FormField",
    "ImageShown",
    "Inspection",
    "LinkFound",
    "NOWHERE",
    "OutlineEntry",
    "PageSeen",
    "Problem",
    "Rechecked",
    "Tag",
]

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
ClaimFindingId = Literal[
    "quotation-differs", "quotation-changed", "claim-missing", "status-refuted", "words-missing", "words-changed"
]
Copying = Literal["grey", "blurred", "copied lighter", "copied darker", "copied twice"]
"""What a code is read from, the better one first."""
NOWHERE = "nowhere"
"""The target of a link whose destination is missing."""


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule of a standard that the file does not keep."""

    rule: str
    """Its number, as the validator gives it: ``7.1-3``."""
    message: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Conformance:
    """What one validator says of one standard."""

    standard: str
    """``PDF/UA-1``, ``PDF/A-2a``, …"""
    verdict: Literal["passed", "failed", "not checked"]
    validator: str = ""
    """Name and version; empty where nothing was checked."""
    claimed: bool = False
    """The file says of itself that it conforms."""
    broken: tuple[BrokenRule, ...] = ()
    reason: str = ""
    """Why it was not checked."""


@dataclass(frozen=True, slots=True)
class FontUsed:
    """A font that some page names."""

    name: str
    """Without the tag of a subset."""
    kind: str
    """``TrueType``, ``Type 1``, ``Type 3``, ``CFF`` …"""
    embedded: bool
    subset: bool
    to_unicode: bool
    """Its codes can be turned into text."""
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark; its children come after it, one level deeper."""

    level: int
    """From 1."""
    title: str
    page: int | None
    """``None`` where it leads nowhere, or out of the file."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element with what is inside it, in the order of the tree."""

    role: str
    """Standard type, the role map followed: ``P``, ``H2``, ``Figure``."""
    name: str = ""
    """The type as the file names it, where the role map gives another."""
    children: tuple[Tag | str, ...] = ()
    """Elements, and the texts of marked content."""
    page: int | None = None
    """Page of its first mark."""
    alternative: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    language: str = ""
    """Its own, empty where it is that of what is around it."""
    title: str = ""
    scope: str = ""
    """Of a head cell: ``Row``, ``Column`` or ``Both``."""
    columns: int = 1
    """Of a cell: how many columns it takes."""
    rows: int = 1
    """Of a cell: how many rows it takes."""
    id: str = ""
    headers: tuple[str, ...] = ()
    """Of a cell: ids of the cells that head it, where the file names them."""
    control: str = ""
    """Of a form field: what it is, ``text field`` or another kind of ``FormField``."""


@dataclass(frozen=True, slots=True)
class ImageShown:
    """A raster image on a page."""

    page: int
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    resolution: float | None
    """Pixels an inch, at the size at which it is shown; the lesser of both directions."""
    tagged: Literal["figure", "artifact", "untagged"]
    """``figure`` also inside a formula or anything else that carries a text for what cannot be seen."""
    alternative: str | None = None


@dataclass(frozen=True, slots=True)
class LinkFound:
    """A link annotation; the lines of one broken link are one."""

    page: int
    target: str
    """An address, ``page 3``, another action by its name, or ``NOWHERE``."""
    text: str
    """The words that it covers, or that its element holds."""
    printed: bool
    """The address can be read on paper: the words are the address, or it stands elsewhere in the file, in a note for
    instance. Also of links inside the file, which paper holds whole."""
    described: bool
    """A text says where it leads: ISO 14289-1, 7.18.5."""
    tagged: bool
    """It belongs to a Link element."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code or bar code, decoded from the rendered page."""

    page: int
    kind: str
    """``QR Code`` …"""
    text: str
    """What it says."""
    module_mm: float | None = None
    """Width of its smallest squares; ``None`` where it was not tried, as all but QR codes."""
    contrast: float | None = None
    """Of its dark and its light, from 1 to 21; ``None`` where it was not tried."""
    inverted: bool = False
    """It is light on dark."""
    margin: bool = True
    """Nothing stands in its quiet zone; assumed where it stands askew or is light on dark. See: ISO/IEC 18004, 9.1."""
    unread: tuple[Copying, ...] = ()
    """What it cannot be read from."""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """Boxes of a page, in mm. See: ISO 32000-1, 14.11.2."""

    number: int
    media: Box
    crop: Box
    trim: Box | None = None
    """``None`` where the file does not give it."""
    bleed: Box | None = None
    rotation: int = 0
    """Degrees, clockwise."""
    size: str = ""
    """Of the trimmed or else the cropped page: ``A4``, ``A4 landscape``, ``letter``, or empty."""
    has_text: bool = True
    """It shows text that can be searched, copied and read aloud; assumed of one that cannot be read."""
    running: str = ""
    """Its running heads and feet, as the file marks them, a line each. See: ISO 32000-1, 14.8.2.2.2."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field to be filled in, where it stands on a page."""

    page: int
    kind: str
    """``text field``, ``check box``, ``radio button``, ``button``, ``list``, ``drop-down list``, ``signature field``,
    or else ``form field``."""
    name: str
    """What a screen reader says of it; else what the file calls it."""
    described: bool
    """The name is meant for people. See: ISO 14289-1, 7.18.1."""


@dataclass(frozen=True, slots=True)
class ActionFound:
    """Something that a file runs or sends."""

    kind: str
    """``JavaScript``, ``Launch``, ``SubmitForm``, ``ImportData``, ``RichMediaExecute``."""
    page: int | None = None
    """``None`` where it belongs to the whole file."""
    object: str = ""
    """The program that is started, the address that something is sent to; may be empty."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside the file."""

    name: str
    size: int
    """Bytes, unpacked."""
    kind: str = ""
    """Media type."""
    relationship: str = ""
    """``Source``, ``Data``, ``Supplement`` …"""
    intact: bool = True
    """It can be unpacked to its end, and has the size and the checksum that the file gives it."""


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """Something of the ledger of claims inside a file that does not hold."""

    id: ClaimFindingId
    subject: str
    """Id of a claim, or name of an attached file."""
    words: str = ""
    """What the ledger says is claimed."""
    page: int | None = None
    source: str = ""
    """Key of the source."""
    status: str = ""
    """Of the claim, as the ledger has it."""
    differences: tuple[str, ...] = ()
    """Two lines: ``you:`` has the words of the page, ``source:`` those of the source. Where the pages and the ledger
    differ, ``page:`` and ``ledger:``."""


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What came of holding the ledger of claims inside a file against its pages and the words of its sources."""

    claims: int
    """In the ledger."""
    quotations: int
    compared: int
    """Quotations that were compared with the words of their source."""
    agreeing: int
    """Those of them that say what the source says."""
    left_out: int = 0
    """Claims that were not looked for, or not compared, because that would take too long."""
    findings: tuple[ClaimFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a reader of the file will miss."""

    id: str
    """``untagged``, ``missing-alt``, ``font-not-embedded`` …"""
    message: str
    """One sentence that says what is wrong and where."""
    page: int | None = None
    gravity: Literal["failure", "warning"] = "failure"
    hint: str = ""
    """What to do about it; may be empty."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that is known of one file."""

    file: str
    """As it was named."""
    size: int
    """Bytes."""
    version: str
    """``1.7``."""
    encrypted: bool
    title: str
    shows_title: bool
    """Viewers are told to show the title and not the file's name."""
    language: str
    """Of the whole document; a BCP 47 tag, empty where there is none."""
    metadata: dict[str, str] = field(default_factory=dict)
    """Author, subject, keywords, creator, producer, created, modified, label, rights: what there is."""
    claims: tuple[str, ...] = ()
    """Standards that the file says it conforms to."""
    conformance: tuple[Conformance, ...] = ()
    pages: tuple[PageSeen, ...] = ()
    fonts: tuple[FontUsed, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    tags: tuple[Tag, ...] | None = None
    """The roots of the tag tree; ``None`` where the file is not tagged."""
    images: tuple[ImageShown, ...] = ()
    links: tuple[LinkFound, ...] = ()
    form_fields: tuple[FormField, ...] = ()
    actions: tuple[ActionFound, ...] = ()
    codes: tuple[Code, ...] | None = None
    """``None`` where no decoder is installed."""
    attachments: tuple[Attached, ...] = ()
    speech: tuple[str, ...] = ()
    """What a screen reader would say, an entry a block, in reading order."""
    evidence: Rechecked | None = None
    """What came of holding the ledger of claims inside the file against its pages; ``None`` where it has none."""
    problems: tuple[Problem, ...] = ()
    accessible: bool = True
    """The file's permissions, if it is encrypted, let assistive technology read it."""

    @property
    def failed(self) -> bool:
        """Whether something is wrong that has to be mended."""
        return any(problem.gravity == "failure" for problem in self.problems)
