"""Files → a folder that is whole or not there, and that takes the place of nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from briefing.errors import Diagnostic, OutputError
from briefing.protecting import NOTHING_PROTECTED, Protected

__all__ = ["write_new_folder"]


def write_new_folder(
    folder: Path, files: Mapping[str, bytes], refusal: str, *, protected: Protected = NOTHING_PROTECTED
) -> tuple[Path, ...]:
    """Write files into a folder that is empty or not there yet; give their paths, by name.

    ``refusal`` is the name of the diagnostic that says why not.

    Raises:
        ProtectedError: the name of the folder or of a file, or anything in one, is protected.
        OutputError: the folder holds something, or it cannot be written; then nothing is left behind.
    """
    protected.refuse_files({f"{folder}/{name}": data for name, data in files.items()})
    made = _missing(folder)
    try:
        _make(folder, refusal)
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character
        _take_back(made)
        raise _refused(folder, f"cannot be written: {_reason(problem)}", refusal) from problem
    try:
        return _fill(folder, files)
    except OSError as problem:
        raise _refused(folder, f"cannot be written: {_reason(problem)}", refusal) from problem
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


def _make(folder: Path, refusal: str) -> None:
    """Make the folder where it is missing, with those around it."""
    if folder.is_symlink() or folder.exists():
        if not folder.is_dir():
            raise _refused(folder, "is a file", refusal)
        if any(folder.iterdir()):
            raise _refused(folder, "is not empty", refusal, "Name a new folder: nothing of yours is overwritten.")
        return
    folder.mkdir(parents=True)


def _fill(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write everything aside first, then move it into place: half a folder helps nobody."""
    names = sorted(files)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as aside:
        for name in names:
            Path(aside, name).parent.mkdir(parents=True, exist_ok=True)
            Path(aside, name).write_bytes(files[name])
        written = tuple(folder / name for name in names)
        inside = sorted({place.parent for place in written} - {folder}, reverse=True)
        try:
            for name, place in zip(names, written, strict=True):
                place.parent.mkdir(parents=True, exist_ok=True)
                Path(aside, name).rename(place)
        except OSError:
            for place in written:
                place.unlink(missing_ok=True)
            _take_back(inside)
            raise
    return written


def _reason(problem: OSError | ValueError) -> str:
    return problem.strerror if isinstance(problem, OSError) and problem.strerror else str(problem)


def _refused(folder: Path, reason: str, refusal: str, hint: str = "") -> OutputError:
    return OutputError(Diagnostic("error", refusal, f"{str(folder)!a} {reason}.", hint=hint))
