"""Write a first article folder, which builds at once and shows each element in use.

The folder that is copied is ``assets/starter``, an article folder like any other.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from briefing.errors import Diagnostic, OutputError
from briefing.resources import assets_folder

__all__ = ["write_starter"]


def write_starter(folder: Path) -> tuple[Path, ...]:
    """Write the starter into a folder that is empty or not there yet; give the files written, by name.

    Raises:
        OutputError: the folder holds something, or it cannot be written; then nothing is left behind.
    """
    made = _missing(folder)
    try:
        _make(folder)
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character
        _take_back(made)
        raise _refusal(folder, f"cannot be written: {_reason(problem)}") from problem
    try:
        return _fill(folder)
    except OSError as problem:
        raise _refusal(folder, f"cannot be written: {_reason(problem)}") from problem
    finally:
        _take_back(made)


def _missing(folder: Path) -> list[Path]:
    """Name the folders that are to be made, the innermost first."""
    try:
        return list(takewhile(lambda each: not each.exists(), (folder, *folder.parents)))
    except (OSError, ValueError):
        return []  # what is wrong with the name is said when it is used


def _take_back(made: Iterable[Path]) -> None:
    """Remove those folders that are empty after all."""
    with suppress(OSError, ValueError):
        for folder in made:
            folder.rmdir()


def _make(folder: Path) -> None:
    """Make the folder where it is missing, with those around it."""
    if folder.is_symlink() or folder.exists():
        if not folder.is_dir():
            raise _refusal(folder, "is a file")
        if any(folder.iterdir()):
            raise _refusal(folder, "is not empty", "Name a new folder: nothing of yours is overwritten.")
        return
    folder.mkdir(parents=True)


def _fill(folder: Path) -> tuple[Path, ...]:
    """Copy everything aside first, then move it into place: half a folder helps nobody."""
    with tempfile.TemporaryDirectory(prefix=".starter-", dir=folder) as aside:
        copied = sorted(Path(shutil.copy(source, aside)) for source in (assets_folder() / "starter").iterdir())
        written = tuple(folder / path.name for path in copied)
        try:
            for path, place in zip(copied, written, strict=True):
                path.rename(place)
        except OSError:
            for place in written:
                place.unlink(missing_ok=True)
            raise
    return written


def _reason(problem: OSError | ValueError) -> str:
    return problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)


def _refusal(folder: Path, reason: str, hint: str = "") -> OutputError:
    return OutputError(Diagnostic("error", "no-starter", f"{str(folder)!a} {reason}.", hint=hint))
