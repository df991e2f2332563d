"""Write a first article folder, which builds at once and shows each element in use.

The folder that is copied is ``assets/starter``, an article folder like any other.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from briefing.errors import Diagnostic, OutputError
from briefing.resources import assets_folder

__all__ = ["write_starter"]


def write_starter(folder: Path) -> tuple[Path, ...]:
    """Write the starter into a folder that is empty or not there yet; give the files written, by name.

    Raises:
        OutputError: the folder holds something, or it cannot be written; then nothing is left behind.
    """
    try:
        made = _make(folder)
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character
        raise _refusal(folder, f"cannot be written: {_reason(problem)}") from problem
    try:
        return _fill(folder)
    except OSError as problem:
        raise _refusal(folder, f"cannot be written: {_reason(problem)}") from problem
    finally:
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _make(folder: Path) -> bool:
    """Make the folder where it is missing, and say whether it was."""
    if folder.is_symlink() or folder.exists():
        if not folder.is_dir():
            raise _refusal(folder, "is a file")
        if any(folder.iterdir()):
            raise _refusal(folder, "is not empty", "Name a new folder: nothing of yours is overwritten.")
        return False
    folder.mkdir()
    return True


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
