"""Bytes → a file that is whole or not there, and that takes the place of nothing but an older one of its kind."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, OutputError
from briefing.protecting import NOTHING_PROTECTED, Protected

__all__ = ["PDF", "FileKind", "check_output", "make_folder", "save", "save_together"]

_PDF_START = b"%PDF"
_ELSEWHERE = "Choose another place with -o."
_OTHER_NAME = "Choose another name with -o."
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FileKind(NamedTuple):
    """What is written, and how an older file of the kind is known."""

    name: str
    """As a message says it: ``PDF``."""
    suffix: str
    """With its dot."""
    older: str
    """Completes "It is not …"."""
    refusal: str
    """Name of the diagnostic for a file that is not."""
    is_older: Callable[[Path], bool]
    """Tells whether a new one may take the place of a file. May raise ``OSError``."""


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PDF_START)) == _PDF_START


PDF = FileKind("PDF", ".pdf", "a PDF", "not-a-pdf", _is_pdf)


def check_output(
    path: Path, sources: Iterable[Path] = (), kind: FileKind = PDF, *, made: str = "the briefing is"
) -> None:
    """See that a file may be written under a name: nothing is there, or an older one, and none of ``sources``.

    ``made`` says what is made from these.

    Raises:
        OutputError: with the reason in plain words.
    """
    if any(_is_same(path, source) for source in sources):
        message = f"{path} is what {made} made from; the {kind.name} needs a name of its own."
        raise _refusal("own-source", message)
    _replaced(path, kind)


def save(path: Path, data: bytes, kind: FileKind = PDF, *, protected: Protected = NOTHING_PROTECTED) -> None:
    """Write a file so that it is there whole or not at all.

    A link stays, and the file behind it is written; an older file leaves its permissions to the new one.

    Raises:
        ProtectedError: its name, or anything in it, is protected.
        OutputError: it cannot be written, or would take the place of something other than an older file of its kind.
    """
    protected.refuse_files({str(path): data})
    older = _replaced(path, kind)
    mode = stat.S_IMODE(older.st_mode) if older else 0o666 & ~_umask()
    target = path.resolve()
    make_folder(target.parent)
    part = _write_aside(target, data)
    try:
        part.chmod(mode)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _unwritable(path, error) from error


def save_together(
    files: Mapping[Path, bytes], kind: FileKind = PDF, *, protected: Protected = NOTHING_PROTECTED
) -> None:
    """Write files of one folder so that each is there whole or not at all, and on the disk when this returns.

    To wait for the disk takes longer than to write: it is done once for all of them.

    Raises:
        ProtectedError, OutputError: as ``save``; then none of them is there anew.
    """
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            protected.refuse_files({str(path): data})
            _replaced(path, kind)
            parts[path] = _write_aside(path, data)
            parts[path].chmod(0o666 & ~_umask())
        for part in parts.values():
            _settle(part)
        for path, part in parts.items():
            part.replace(path)
        for folder in {path.parent for path in files}:
            _settle(folder)
    except OSError as error:
        raise _unwritable(next(iter(files)).parent, error) from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders, and keeps their names by itself
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_same(path: Path, source: Path) -> bool:
    try:
        return path.samefile(source)
    except (OSError, ValueError):
        return False


def _replaced(path: Path, kind: FileKind) -> os.stat_result | None:
    """Facts about the older file that is there already; ``None`` where nothing is."""
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode) and not kind.is_older(path):
            message = f"{path} is there already. It is not {kind.older}; choose another name."
            raise _refusal(kind.refusal, message)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unwritable(path, error) from error
    except ValueError as error:  # a null character
        raise _refusal("unwritable", f"{str(path)!a} is no name of a file.", _OTHER_NAME) from error
    if stat.S_ISDIR(found.st_mode):
        raise _refusal("unwritable", f"{path} is a folder.", f"Name a file in it: -o {path / f'briefing{kind.suffix}'}")
    for is_kind, called in _KINDS:
        if is_kind(found.st_mode):
            raise _refusal(
                "unwritable", f"{path} is {called}, not a file.", "For a pipe, write to standard output: -o -"
            )
    return found


def make_folder(folder: Path) -> None:
    """Make a folder, with those around it.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        message = f"The folder {folder} cannot be made: a file is in its place."
        raise _refusal("unwritable", message, _ELSEWHERE) from error
    except OSError as error:
        message = f"The folder {folder} does not exist and cannot be made{_reason(error)}."
        raise _refusal("unwritable", message, _ELSEWHERE) from error


def _write_aside(target: Path, data: bytes) -> Path:
    """Write into a hidden file in the same folder, so that moving it into place is one step."""
    try:
        handle, name = tempfile.mkstemp(prefix=".briefing-", suffix=".part", dir=target.parent)
    except OSError as error:
        message = f"Nothing can be written in the folder {target.parent}{_reason(error)}."
        raise _refusal("unwritable", message, _ELSEWHERE) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _unwritable(target, error) from error
    return part


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    """What the system says, as the end of a sentence; that something is missing has been said by then."""
    return "" if isinstance(error, FileNotFoundError) or not error.strerror else f": {error.strerror}"


def _unwritable(path: Path, error: OSError) -> OutputError:
    return _refusal("unwritable", f"{path} cannot be written: {error.strerror or error}.", _ELSEWHERE)


def _refusal(name: str, message: str, hint: str = "") -> OutputError:
    return OutputError(Diagnostic("error", name, message, hint=hint))
