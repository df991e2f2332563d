"""A PDF on disk → the files inside it, taken out in a process of its own, with limits."""

from __future__ import annotations

import binascii
import json
import sys
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, VerificationError
from briefing.verifying.limits import SECONDS
from briefing.verifying.processes import run

__all__ = ["Taken", "attached_files"]

_CHILD = "import sys; file, *sys.path[:] = sys.argv[1:]; from briefing.verifying.taking import main; main(file)"
"""The child finds modules where this process does, and nowhere else."""


class Taken(NamedTuple):
    """The files that were attached to a PDF."""

    files: Mapping[str, bytes]
    """By their names."""
    altered: tuple[str, ...] = ()
    """Names of those that are not what was attached."""


def attached_files(path: Path) -> Taken:
    """Take out the files that are attached to a PDF, by their names, which are a stranger's; damaged ones are empty.

    Raises:
        VerificationError: the file cannot be read; one diagnostic says why.
    """
    try:
        with path.open("rb") as source:
            outcome = run([sys.executable, "-I", "-c", _CHILD, str(path), *sys.path], seconds=SECONDS, source=source)
    except (OSError, ValueError) as problem:  # ValueError: a name with a zero byte
        reason = problem.strerror if isinstance(problem, OSError) else None
        raise _refusal(f"{path}: {reason or problem}.") from problem
    try:
        answer = json.loads(outcome.output) if outcome.status == 0 else {"refused": {}}
        if "files" in answer:
            files = {str(name): b64decode(data, validate=True) for name, data in answer["files"].items()}
            return Taken(files, tuple(map(str, answer["altered"])))
        sentences = [" ".join(filter(None, each)) for each in answer["refused"].items()]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, binascii.Error) as problem:
        raise _refusal(f"{path}: the program that reads it answered nonsense.") from problem
    raise _refusal(sentences[0] if sentences else f"{path}: the program that reads it broke down, or took too long.")


def _refusal(message: str) -> VerificationError:
    return VerificationError(Diagnostic("error", "unreadable-file", message))
