"""The ledger that travels inside a PDF, as values. ``docs/archive.md`` says what each field of its JSON is."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["FORMAT", "LEDGER", "VERSION", "ClaimEntry", "LedgerEntries", "SourceEntry", "Status"]

LEDGER = "claims.json"
"""Name of the attached file."""
FORMAT = "briefing-claims"
"""What such a file says that it is: others may have the same name."""
VERSION = 1
"""Goes up when a field is renamed, removed, or means something else; not when one is added."""

Kind = Literal["quotation", "figure", "date"]
Status = Literal["verbatim", "matches", "attributed", "differs", "unsourced", "waived"]


class ClaimEntry(NamedTuple):
    """Something that is told on the pages and can be traced."""

    id: str
    """``c1``, ``c2`` and so on, in the order in which the claims were typed."""
    kind: Kind
    status: Status
    words: str
    """What is claimed: a quotation without its marks; a figure or a date with the words around it."""
    sentence: str
    """Empty where it is longer than any sentence."""
    part: str
    """Of the briefing: ``summary``, ``body``, ``table`` …"""
    section: str = ""
    """The heading that it stands under."""
    file: str = ""
    line: int = 0
    sources: tuple[str, ...] = ()
    """Keys of those that are cited for it, the nearest first."""
    locators: tuple[str, ...] = ()
    """Of each source where in it, as typed; empty where it is not said."""
    waiver: str = ""
    """Why no source is needed."""
    needs_source: bool = False
    """Whether it is open without one."""
    found_in: str = ""
    """Key of the source whose words it was compared with."""
    source_words: str = ""
    """What that source says."""


class SourceEntry(NamedTuple):
    """A source that is cited for a claim, and its words, where they travel."""

    key: str
    title: str
    url: str = ""
    accessed: str = ""
    """The day it was read, in EDTF."""
    archived: str = ""
    own: bool = False
    """It is the organisation's own text, and no evidence."""
    captured: str = ""
    """When its text was kept, as ISO 8601 has it."""
    sha256: str = ""
    """Of the whole text that was kept, in UTF-8 with line feeds."""
    file: str = ""
    """Name of the attached file with its words."""
    file_sha256: str = ""
    whole: bool = False
    """Whether that is all of the text, not what is quoted with the words around it."""


class LedgerEntries(NamedTuple):
    """All claims that a PDF prints, and the sources that are cited for them."""

    title: str
    language: str
    claims: tuple[ClaimEntry, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
