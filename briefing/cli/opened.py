"""``briefing verify``: finished PDFs, one after the other."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.report import fitted, one_line, say
from briefing.cli.status import DONE, PROBLEM, WRONG_USAGE
from briefing.errors import VerificationError

if TYPE_CHECKING:
    from briefing.cli.verification import Unread
    from briefing.protecting import Protected
    from briefing.verifying import Inspection

__all__ = ["verify"]

_LARGEST_INPUT = 1 << 30
"""Bytes."""


def verify(arguments: argparse.Namespace) -> int:
    """Inspect each file and report on it; one that cannot be read does not keep the others from it."""
    from briefing.cli import verification

    if arguments.format == "json" and (arguments.speak or arguments.tags):
        say("briefing verify: error: --speak and --tags go with text; json holds both")
        return WRONG_USAGE
    results = []
    for number, path in enumerate(arguments.files):
        results.append(_verified(path, arguments.protected))
        if arguments.format == "text":
            _tell(results[-1], arguments, apart=number > 0)
    if arguments.format == "json":
        print(verification.as_json(results))
    elif len(results) > 1 and not (arguments.speak or arguments.tags):
        print(f"\n{verification.summary(results)}")
    return PROBLEM if any(each.failed for each in results) else DONE


def _verified(path: Path, protected: Protected) -> Inspection | Unread:
    from briefing.cli.verification import Unread

    name = "standard input" if path == Path("-") else str(path)
    try:
        if path != Path("-"):
            return _inspected(path, name, protected)
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            return _inspected(_kept_input(Path(folder, "input.pdf")), name, protected)
    except VerificationError as problem:
        return Unread(name, problem.diagnostics[0])


def _inspected(path: Path, name: str, protected: Protected) -> Inspection:
    """Inspect a file, and compare everything that becomes known of it."""
    from briefing.cli import verification
    from briefing.verifying import verify

    inspection = verify(path, name=name)
    if protected:
        protected.refuse_files({name: path.read_bytes()})
        protected.refuse_bytes(verification.as_json([inspection]).encode(), "What the file holds")
    return inspection


def _kept_input(path: Path) -> Path:
    """Write standard input to a file, as far as it could be a PDF that is not refused for its size."""
    with path.open("wb") as file:
        while file.tell() < _LARGEST_INPUT and (piece := sys.stdin.buffer.read(1 << 20)):
            file.write(piece)
    return path


def _tell(result: Inspection | Unread, arguments: argparse.Namespace, *, apart: bool) -> None:
    """Print a report to standard output; where only a part of it is asked for, say the verdict on the other way."""
    from briefing.cli import verification

    if isinstance(result, verification.Unread):
        say("\n".join(map(one_line, filter(None, [result.diagnostic.message, result.diagnostic.hint]))))
        return
    if apart:
        print()
    if arguments.speak or arguments.tags:
        say(verification.verdict(result))
        text = verification.as_speech(result) if arguments.speak else verification.as_tags(result)
    else:
        text = verification.as_text(result)
    print(fitted(text, sys.stdout), flush=True)
