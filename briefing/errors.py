"""Where a problem is, what it is, and the one family of exceptions.

Diagnostics are values: reading and checking return all of them at once, and the edge (the command
line) prints them. An exception is raised only where a stage cannot go on.

    BriefingError
    ├── ContentError       the article folder cannot become a briefing
    ├── TemplateError      a template, a theme or a file of rules is wrong
    ├── LayoutError        the pages cannot be made
    ├── OutputError        the result cannot be written
    ├── ProtectedError     what would be written holds a word of the protected list
    └── VerificationError  a finished PDF cannot be read
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "open", "question", "warning", "note"]

__all__ = [
    "BriefingError",
    "ContentError",
    "Diagnostic",
    "LayoutError",
    "OutputError",
    "Position",
    "ProtectedError",
    "Severity",
    "TemplateError",
    "VerificationError",
    "errors_of",
    "sorted_diagnostics",
]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file, as a person counts it."""

    file: str
    """Path relative to the article folder, with forward slashes."""
    line: int = 1
    """From 1."""
    column: int = 1
    """From 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @classmethod
    def parse(cls, text: str) -> Position:
        """Read back what ``str`` wrote."""
        file, line, column = text.rsplit(":", 2)
        return cls(file, int(line), int(column))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, in words for the author."""

    severity: Severity
    """``error`` stops a build; ``open`` and ``question`` make the file a draft; the rest only speak."""
    id: str
    """Stable name of the kind of problem, such as ``unknown-source``."""
    message: str
    """What is wrong: one sentence or a few, ending in a full stop."""
    position: Position | None = None
    hint: str = ""
    """What to do about it; may be empty."""
    details: tuple[str, ...] = field(default=())
    """Lines shown indented between message and hint, for instance the two versions of a quotation."""

    def __str__(self) -> str:
        place = f"{self.position}  " if self.position else ""
        lines = [f"{place}{self.severity}  {self.id}", f"  {self.message}"]
        lines += [f"    {detail}" for detail in self.details]
        lines += [f"  {self.hint}"] if self.hint else []
        return "\n".join(lines)


class BriefingError(Exception):
    """What went wrong, as the diagnostics that say it."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics)


class ContentError(BriefingError):
    """The article folder cannot become a briefing."""


class TemplateError(BriefingError):
    """A template, its theme or a file of rules is wrong."""


class LayoutError(BriefingError):
    """The pages cannot be made."""


class OutputError(BriefingError):
    """The result cannot be written."""


class ProtectedError(BriefingError):
    """What would be written or said holds a protected word; no message repeats it."""


class VerificationError(BriefingError):
    """A finished PDF cannot be read."""


def errors_of(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep those that stop a build."""
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.severity == "error")


def sorted_diagnostics(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Put diagnostics in the order of the files and drop exact repetitions; those without a place come last."""
    unique = dict.fromkeys(diagnostics)
    nowhere = Position("\U0010ffff")
    return tuple(sorted(unique, key=lambda each: (each.position or nowhere, each.id)))
