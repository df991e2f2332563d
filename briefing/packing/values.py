"""What a pack is made of: its files, the paper that they take, and what is left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from briefing.errors import Diagnostic

__all__ = [
    "JOB_SHEET",
    "MOST_COPIES",
    "Collected",
    "Flip",
    "LeftOut",
    "Packed",
    "PackedFile",
    "Paper",
    "PaperNeeded",
    "PrintJob",
]

Flip: TypeAlias = Literal["", "short", "long"]
"""The edge over which the printer turns a sheet; empty where one side alone is printed."""

JOB_SHEET = "00-job-sheet.pdf"
MOST_COPIES = 100_000


class Paper(NamedTuple):
    """What goes into the printer."""

    size: str
    """``A4``, ``letter``."""
    grams: int
    """A square metre."""


class PaperNeeded(NamedTuple):
    """How much of a paper all files of a pack take."""

    paper: Paper
    sheets: int


@dataclass(frozen=True, slots=True)
class PrintJob:
    """How a file is printed, and what is done to it afterwards."""

    copies: int
    """The number to type into the print dialog, from 1."""
    pieces: int
    """That there are in the end: more than ``copies`` where several are cut from one sheet."""
    sheets: int
    """That go into the printer, for all copies."""
    paper: Paper
    flip: Flip
    ink: str
    """Such as ``black``."""
    finish: str
    """What to do with the sheets, such as ``Cut once.``; may be empty."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a pack."""

    name: str
    title: str
    """What it is, for whoever prints it."""
    use: str
    """What it is for."""
    edition: str
    pages: int
    page_size: str
    size: int
    """Bytes."""
    digest: str
    """SHA-256 of its bytes, as 64 hexadecimal digits."""
    job: PrintJob | None = None
    """``None`` for what is not printed, but sent."""
    coverage: float | None = None
    """The share of its paper that is covered with ink, on average; ``None`` where it was not measured."""
    codes: tuple[str, ...] = ()
    """What its QR codes say, one for each that is drawn."""
    codes_tried: bool = True
    """Whether each was read, also after a photocopy; ``False`` where no decoder is installed."""


class LeftOut(NamedTuple):
    """A file that a pack lacks, and why."""

    title: str
    reasons: tuple[Diagnostic, ...]
    instead: str = ""
    """Title of the file that is there in its place."""
    is_mistake: bool = False
    """Whether something is to be mended, and not only absent from the article."""


class Collected(NamedTuple):
    """Where signed sheets go, and what becomes of them."""

    signatures: int
    """For how many there is room on all sheets."""
    numbers: str
    """Of the sheets, such as ``11 to 20``."""
    return_to: str
    return_by: str
    """In the words of the language of the pack."""
    retention: str
    """As the organisation says it."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A pack that was written to a folder."""

    folder: Path
    purpose: str
    """A name of ``packing.PURPOSES``."""
    files: tuple[PackedFile, ...]
    """In the order of their names, without the job sheet."""
    paper: tuple[PaperNeeded, ...]
    size: int
    """Bytes of all files, with the job sheet."""
    draft: bool
    """Whether something is open."""
    collected: Collected | None = None
    left_out: tuple[LeftOut, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is told of the article and of its files, each thing once."""
