"""What was made for people to sign."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic

__all__ = ["COMMONS", "HIGHEST_SHEET", "KINDS", "MOST_SHEETS", "SIGNATURES", "MadeFile", "MadePetition", "Rows"]

SIGNATURES, COMMONS = "signatures", "commons"
KINDS = (SIGNATURES, COMMONS)
MOST_SHEETS = 500
HIGHEST_SHEET = 9_999
"""The highest number that a sheet may begin with."""


class Rows(NamedTuple):
    """How many people sign on one sheet."""

    first: int
    """On the first sheet."""
    other: int
    """On each of the others."""


class MadeFile(NamedTuple):
    """A file that was written."""

    path: Path
    pages: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class MadePetition:
    """Sheets that were written to a file."""

    kind: str
    """One of ``KINDS``."""
    file: MadeFile
    page_size: str
    """``A4`` or ``letter``."""
    rows: Rows
    draft: bool
    """Whether something is open: each sheet says that it is not to be signed."""
    return_to: str = ""
    return_by: str = ""
    """In the words of the language."""
    retention: str = ""
    """How long signed sheets are kept, as the organisation says it."""
    notice: MadeFile | None = None
    """The leaf about people's data, where that may not stand on the sheets."""
    first_sheet: int = 1
    """The number of the first sheet; those of the House have none."""
    rules: tuple[str, ...] = ()
    """The rules whose questions and parts were looked for, with their dates and addresses."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def sheets(self) -> int:
        """One a page."""
        return self.file.pages

    @property
    def numbers(self) -> str:
        """Numbers on the sheets, such as ``11 to 20``."""
        last = self.first_sheet + self.sheets - 1
        return f"{self.first_sheet:,} to {last:,}" if self.sheets > 1 else f"{last:,}"

    @property
    def signatures(self) -> int:
        """How many people can sign on all sheets."""
        return self.rows.first + (self.sheets - 1) * self.rows.other
