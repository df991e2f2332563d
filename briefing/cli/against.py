"""Two versions of a briefing → the words for what changed, for people, for programs, for a workflow."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.cli.report import FORMATS as OF_DIAGNOSTICS
from briefing.cli.report import as_record, counts, fitted, is_held_back, printable, shell_word
from briefing.errors import Position, errors_of

if TYPE_CHECKING:
    from briefing.protecting import Protected
    from briefing.versions import Change, Versions, Weight

__all__ = ["FORMATS", "refuse_protected"]

_NOUNS: Mapping[Weight, tuple[str, str]] = {
    "significant": ("significant change", "significant changes"),
    "look": ("change of other words", "changes of other words"),
    "minor": ("change of spelling or links", "changes of spelling or links"),
}


_IN_A_COPY = "Nothing of the comparison is shown. Put another word there in a copy of it, and compare with the copy."


def refuse_protected(found: Versions, report: str, protected: Protected) -> None:
    """See that a report holds no protected word of the earlier version; the new one was compared when it was read.

    Raises:
        ProtectedError: with the places in the earlier version.
    """
    for change in found.changes:
        if change.before:
            place = f"{change.before.file}, line {change.before.line},"
            called = "The earlier version" if protected.holds(place) else f"The earlier version, {place}"
            protected.refuse_text("\n".join((*change.what.before, change.lines.before)), called, _IN_A_COPY)
    protected.refuse_text(report, "The list of changes since the earlier version", _IN_A_COPY)


def _as_text(found: Versions, folder: Path, earlier: Path) -> str:
    parts = [*map(str, found.diagnostics), _closing(found, earlier) + _rest(found, folder)]
    return fitted(printable("\n\n".join(parts)), sys.stdout)


def _rest(found: Versions, folder: Path) -> str:
    """Say what was not looked at here, where all that was is in order."""
    return "" if is_held_back(found.diagnostics) else f"\nFor the rest: briefing check {shell_word(folder)}"


def _closing(found: Versions, earlier: Path) -> str:
    """Say what it comes to."""
    unfit = f"\nNot ready: {counts(errors_of(found.diagnostics))}." if is_held_back(found.diagnostics) else ""
    if not found.changes:
        return f"Nothing changed since {shell_word(earlier)}.{unfit}"
    numbers = Counter(change.weight for change in found.changes)
    told = [_counted(numbers[weight], noun) for weight, noun in _NOUNS.items() if numbers[weight]]
    changed = f"Since {shell_word(earlier)}: {', '.join(told)}."
    if unfit:
        return f"{changed}{unfit}"
    if numbers["significant"]:
        return f"{changed}\nDate, version and corrections box tell readers of it."
    if numbers["look"]:
        return f"{changed}\nLook at {_these(numbers['look'])} before you keep date and version."
    return f"{changed}\nNo significant change: date and version may stay."


def _these(number: int) -> str:
    return "that change of other words" if number == 1 else f"those {_counted(number, _NOUNS['look'])}"


def _counted(number: int, noun: tuple[str, str]) -> str:
    return f"{number:,} {noun[number != 1]}"


def _as_json(found: Versions, _folder: Path, _earlier: Path) -> str:
    report = {
        "told": not is_held_back(found.diagnostics),
        "significant": found.significant,
        "changes": [_change(each) for each in found.changes],
        "diagnostics": [as_record(each) for each in found.diagnostics],
    }
    return json.dumps(report, indent=2, ensure_ascii=True)


def _change(change: Change) -> dict[str, object]:
    sides = zip(change.what, (change.before, change.now), change.lines, strict=True)
    before, now = (_side(*side) for side in sides)
    return {"id": change.kind, "weight": change.weight, "name": change.name, "before": before, "now": now}


def _side(what: tuple[str, ...], place: Position | None, words: str) -> dict[str, object]:
    return {
        "what": list(what),
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "words": words,
    }


def _as_annotations(found: Versions, folder: Path, _earlier: Path) -> str:
    return OF_DIAGNOSTICS["github"](found.diagnostics, folder)


FORMATS = MappingProxyType({"text": _as_text, "json": _as_json, "github": _as_annotations})
"""How ``check --against`` may answer, by the name that is typed; each takes both folders."""
