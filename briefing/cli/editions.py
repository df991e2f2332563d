"""``briefing check --editions``: whether all editions say the same."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.report import FORMATS, as_json, complain, counts, fitted, is_held_back, say
from briefing.errors import BriefingError, errors_of
from briefing.parity import Parity, compare_editions

if TYPE_CHECKING:
    from briefing.model import Date

__all__ = ["compare"]

_PLURALS = {
    "claim": "claims",
    "caveat": "caveats",
    "source": "sources",
    "ask": "asks",
    "petition": "lines of the petition",
    "correction": "corrections",
    "date": "dates",
    "imprint": "lines of the imprint",
    "picture": "pictures",
    "QR code": "QR codes",
    "citation": "citations",
}


def compare(arguments: argparse.Namespace, configuration: Path | None, today: Date) -> bool:
    """Make all editions, and say what they print alike; ``True`` where none lacks anything, and all may be released."""
    try:
        found = compare_editions(
            arguments.folder,
            template=arguments.template,
            language=arguments.language,
            page=arguments.page,
            configuration=configuration,
            protected=arguments.protected,
            profile=arguments.profile,
            today=today,
        )
    except BriefingError as problem:
        complain(problem.diagnostics)
        say(f"The editions were not compared: {counts(errors_of(problem.diagnostics))}.")
        return False
    if arguments.format == "json":
        print(as_json(found.diagnostics, editions=found.editions, same=found.same))
    else:
        print(FORMATS[arguments.format](found.diagnostics, arguments.folder))
    alike = not errors_of(found.diagnostics)
    if arguments.format == "text":
        print(fitted(_sentence(found, alike=alike), sys.stdout))
    return not is_held_back(found.diagnostics)


def _sentence(found: Parity, *, alike: bool) -> str:
    same = ", ".join(f"{_PLURALS[kind]} {count}" for kind, count in found.same.items() if count)
    names = f"{', '.join(found.editions[:-1])} and {found.editions[-1]}" if len(found.editions) > 1 else "none"
    return f"{'The editions' if alike else 'Not all is the same; the editions'} {names} all print: {same}."
