"""What an import makes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic

__all__ = ["Draft", "Imported"]


class Draft(NamedTuple):
    """An article folder that is not written yet."""

    files: Mapping[str, bytes]
    """By name; empty where there is an error."""
    diagnostics: tuple[Diagnostic, ...]


class Imported(NamedTuple):
    """An article folder that was written."""

    files: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]
    """What had no place in it, and what else the author has to know; no errors."""
