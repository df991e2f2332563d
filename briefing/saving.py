"""Bytes → a file that is whole or not there, and that takes the place of nothing but an older one of its kind."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, OutputError
from briefing.protecting import NOTHING_PROTECTED, Protected

__all__ = [
    "PDF",
    "FileKind",
    "FolderKind",
    "check_folder",
    "check_output",
    "make_folder",
    "save",
    "save_folder",
    "save_together",
]

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


class FolderKind(NamedTuple):
    """What is written into a folder as a whole, and how the files of an older one are known."""

    name: str
    """As a message says it: ``pack``."""
    refusal: str
    """Name of the diagnostic for a folder that holds something else."""
    is_older: Callable[[Path], bool]
    """Tells whether a file may go with an older folder of the kind. May raise ``OSError``."""


_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a system leaves in a folder that somebody has looked into."""

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


def check_folder(folder: Path, kind: FolderKind, article: Path) -> None:
    """See that a folder may be written under a name: nothing is there, or an empty or older one; not in an article.

    Raises:
        OutputError: with the reason in plain words.
    """
    try:
        target = folder.resolve()
        if target.is_relative_to(article.resolve()):
            message = f"{folder} lies in the folder of the article."
            raise _refusal("unwritable", message, _ELSEWHERE)
        if not target.exists():
            return
        if not target.is_dir():
            raise _refusal(kind.refusal, f"{folder} is a file, and the {kind.name} is a folder.", _ELSEWHERE)
        others = sorted(each.name for each in target.iterdir() if not _is_of_older(each, kind))
    except OSError as error:
        raise _unwritable(folder, error) from error
    except ValueError as error:  # a null character
        raise _refusal("unwritable", f"{str(folder)!a} is no name of a folder.", _OTHER_NAME) from error
    if others:
        more = f" and {len(others) - 1} more" if others[1:] else ""
        message = f"{folder} holds {others[0]}{more}, which is no part of a {kind.name}. Nothing of yours is replaced."
        raise _refusal(kind.refusal, message, "Choose another folder with -o.")


def _is_of_older(path: Path, kind: FolderKind) -> bool:
    return path.is_file() and (path.name in _OF_SYSTEMS or kind.is_older(path))


def save_folder(
    folder: Path,
    files: Mapping[str, bytes],
    kind: FolderKind,
    *,
    article: Path,
    protected: Protected = NOTHING_PROTECTED,
) -> None:
    """Write files into a folder so that all are there or none; an older folder of the kind gives way as a whole.

    Raises:
        ProtectedError: the name of the folder or of a file, or anything in one, is protected.
        OutputError: as ``check_folder``, or it cannot be written; then an older folder is as it was.
    """
    protected.refuse_files({f"{folder}/{name}": data for name, data in files.items()})
    check_folder(folder, kind, article)
    target = folder.resolve()
    make_folder(target.parent)
    try:
        aside = Path(tempfile.mkdtemp(prefix=".briefing-", suffix=".part", dir=target.parent))
    except OSError as error:
        message = f"Nothing can be written in the folder {target.parent}{_reason(error)}."
        raise _refusal("unwritable", message, _ELSEWHERE) from error
    try:
        for name, data in files.items():
            (aside / name).write_bytes(data)
        aside.chmod(0o777 & ~_umask())
        _take_the_place(aside, target)
    except OSError as error:
        raise _unwritable(folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _take_the_place(aside: Path, target: Path) -> None:
    """Move a folder into place; one that is there is put back if that fails."""
    if not target.exists():
        aside.rename(target)
        return
    older = aside.with_suffix(".older")
    target.rename(older)
    try:
        aside.rename(target)
    except OSError:
        older.rename(target)
        raise
    shutil.rmtree(older, ignore_errors=True)


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
