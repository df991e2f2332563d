"""One mistake, one message: leave out what a line that YAML does not take is blamed for a second time.

Such a line is reported, set right as well as can be, and read on; what its value then lacks is the same mistake.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.errors import Diagnostic

__all__ = ["without_echoes"]

_ECHOES = ("date-", "missing-field", "wrong-kind")
"""How the names of those problems begin that a badly typed value brings about."""


def without_echoes(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep, of the problems of one line, the report of the line itself and what has nothing to do with it."""
    diagnostics = list(diagnostics)
    broken = {_line(each) for each in diagnostics if each.id == "yaml"}
    return [each for each in diagnostics if not (each.id.startswith(_ECHOES) and _line(each) in broken)]


def _line(diagnostic: Diagnostic) -> tuple[str, int] | None:
    position = diagnostic.position
    return (position.file, position.line) if position else None
