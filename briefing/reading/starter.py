"""Write a first article folder, which builds at once and shows each element in use.

The folder that is copied is ``assets/starter``, an article folder like any other.
"""

from __future__ import annotations

from pathlib import Path

from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading.new_folder import write_new_folder
from briefing.resources import assets_folder

__all__ = ["write_starter"]


def write_starter(folder: Path, *, protected: Protected = NOTHING_PROTECTED) -> tuple[Path, ...]:
    """Write the starter into a folder that is empty or not there yet; give the files written, by name.

    Raises:
        ProtectedError: the name of the folder is protected.
        OutputError: the folder holds something, or it cannot be written; then nothing is left behind.
    """
    files = {path.name: path.read_bytes() for path in (assets_folder() / "starter").iterdir()}
    return write_new_folder(folder, files, "no-starter", protected=protected)
