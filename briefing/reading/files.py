"""Open files of a folder, and nothing outside it.

Takes a folder and a name as an author typed it; gives bytes, or a ``Refusal`` in the author's words. Names are
held to what works on Linux, macOS and Windows alike, so that a folder can be handed to a colleague.
"""

from __future__ import annotations

import os
import posixpath
import stat
import sys
import unicodedata
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, Severity
from briefing.reading.spelling import did_you_mean

__all__ = ["Refusal", "decode", "find_inside", "is_kept_for_windows", "read_inside", "readable_size", "without_detours"]

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
"""Names that Windows gives to devices, with any ending."""


class Refusal(NamedTuple):
    """Why a file was not read."""

    id: str
    message: str
    hint: str = ""

    def at(self, position: Position | None, severity: Severity = "error") -> Diagnostic:
        """Say it about a place."""
        return Diagnostic(severity, self.id, self.message, position, self.hint)


def read_inside(folder: Path, name: str, limit: int) -> bytes | Refusal:
    """Read a file of a folder, at most ``limit`` bytes; ``name`` is relative, with forward slashes."""
    path = find_inside(folder, name)
    if isinstance(path, Refusal):
        return path
    try:
        return _read_limited(path, name, limit)
    except OSError as problem:
        return Refusal("unreadable-file", f'"{name}" cannot be read: {_reason(problem)}.')


def find_inside(folder: Path, name: str) -> Path | Refusal:
    """Find a file of a folder by its name, letter by letter as on disk, and see that it stays in the folder."""
    refusal = _check_name(name)
    if refusal:
        return refusal
    path = folder
    for part in name.split("/"):
        step = _step(path, part, name)
        if isinstance(step, Refusal):
            return step
        path = step
    return _check_place(folder, path, name)


def without_detours(name: str) -> str:
    """Shorten a name that goes into folders and out again: ``./a/../b.png`` is ``b.png``; others stay as typed."""
    shortened = posixpath.normpath(name)
    detours = {".", ".."}.intersection(name.split("/"))
    return shortened if detours and "://" not in name and not shortened.startswith(("..", "/")) else name


def decode(data: bytes, file: str) -> str | Diagnostic:
    """Decode strict UTF-8 with or without a byte order mark; every line end becomes a line feed."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        hint = "Save the file as UTF-8: most editors offer it under Save as, Encoding."
        message = f"This file is not UTF-8 text: the byte 0x{data[problem.start]:02X} does not belong here."
        return Diagnostic("error", "not-utf-8", message, Position(file, line, column), hint)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def readable_size(count: int) -> str:
    """Write a number of bytes for people: ``25 MB``, ``100 kB``."""
    if count >= 1_000_000:
        return f"{count / 1_000_000:.3g} MB"
    return f"{count / 1000:.3g} kB" if count >= 1000 else f"{count} bytes"


def _check_name(name: str) -> Refusal | None:
    if not name or not name.isprintable():
        return Refusal("bad-path", f"{name!a} is not the name of a file.")
    if name.startswith(("/", "\\\\")) or name[1:2] == ":":
        return Refusal("outside-folder", f'"{name}" is not in this folder.', "Copy the file into the folder.")
    if "\\" in name:
        return Refusal("bad-path", f'"{name}" has a backslash.', f'Write "{name.replace(chr(92), "/")}".')
    parts = name.split("/")
    if ".." in parts:
        return Refusal("outside-folder", f'"{name}" leads out of this folder.', "Copy the file into the folder.")
    for part in parts:
        if part in ("", ".") or part.endswith((" ", ".")) or set(part) & set('<>:"|?*'):
            hint = "Use letters, digits, dashes, dots and forward slashes."
            return Refusal("bad-path", f'"{name}" is not a name that works on every computer.', hint)
        if is_kept_for_windows(part):
            return Refusal("bad-path", f'"{part}" is a name that Windows keeps for itself.', "Rename the file.")
    return None


def is_kept_for_windows(name: str) -> bool:
    """Tell the names, such as "con.txt", that no file may have on Windows."""
    return name.split(".")[0].casefold() in _RESERVED


def _step(directory: Path, part: str, name: str) -> Path | Refusal:
    """Go one part of a path down, whatever the file system thinks of upper and lower case."""
    try:
        with os.scandir(directory) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return Refusal("missing-file", f'There is no file "{name}".')
    if part in names:
        return directory / part
    for found in names:
        # macOS may store é as e with an accent of its own: the same name to a person
        if unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", part):
            return directory / found
    for found in names:
        if found.casefold() == part.casefold():
            message = f'"{part}" is called "{found}" on disk.'
            return Refusal("case-differs", message, "Write it in the same case: some computers tell them apart.")
    return Refusal("missing-file", f'There is no file "{name}".{did_you_mean(part, names)}')


def _check_place(folder: Path, path: Path, name: str) -> Path | Refusal:
    try:
        if _leads_elsewhere(folder, path) and not path.resolve(strict=True).is_relative_to(folder.resolve(strict=True)):
            return Refusal("outside-folder", f'"{name}" leads out of this folder.', "Copy the file into the folder.")
        if not stat.S_ISREG(path.stat().st_mode):
            return Refusal("unreadable-file", f'"{name}" is not a file.')
    except (OSError, RuntimeError) as problem:
        # RuntimeError: a symbolic link that leads back to itself, before Python 3.13
        return Refusal("unreadable-file", f'"{name}" cannot be read: {_reason(problem)}.')
    return path


def _leads_elsewhere(folder: Path, path: Path) -> bool:
    """Tell whether a path below a folder may lead out of it: by a link, or by what Windows has as such."""
    step = folder
    for part in path.relative_to(folder).parts:
        step /= part
        found = step.lstat()
        if stat.S_ISLNK(found.st_mode) or (sys.platform == "win32" and found.st_reparse_tag):
            return True
    return False


def _read_limited(path: Path, name: str, limit: int) -> bytes | Refusal:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        return Refusal("too-large", f'"{name}" is larger than {readable_size(limit)}.', "Make the file smaller.")
    return data


def _reason(problem: OSError | RuntimeError) -> str:
    if isinstance(problem, OSError) and problem.strerror:
        return problem.strerror[0].lower() + problem.strerror[1:]
    return "a link in it leads back to itself"
