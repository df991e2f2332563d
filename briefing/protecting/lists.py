"""Files of protected words → their entries. A list that was named and cannot be read is an error, never no list."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ContentError, Diagnostic
from briefing.protecting.protected import Protected

if TYPE_CHECKING:
    from briefing.protecting.entries import Entry

__all__ = ["protected_words"]

_LARGEST = 10_000_000
"""Bytes of a list."""


def protected_words(paths: Iterable[Path]) -> Protected:
    """Read lists; all of them count.

    Raises:
        ContentError: with everything that is wrong with them; no message repeats what stands in one.
    """
    from briefing.protecting.entries import read_entries

    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    lists = tuple({path.absolute(): path for path in paths}.values())
    for path in lists:
        text = _text(path)
        if isinstance(text, Diagnostic):
            problems.append(text)
            continue
        found, wrong = read_entries(text, str(path))
        entries += found
        problems += wrong
    if problems:
        raise ContentError(*problems)
    return Protected(entries, lists)


def _text(path: Path) -> str | Diagnostic:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as problem:
        reason = problem.strerror or "it is no file"
        return _unread(path, f"cannot be read: {reason}", "Nothing is made without it; name the file anew.")
    except ValueError:
        return _unread(path, "cannot be read: it is no name of a file", "Name a file.")
    if len(data) > _LARGEST:
        return _unread(path, f"is larger than {_LARGEST // 1_000_000} MB", "Leave out what cannot stand in an article.")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _unread(path, "is not UTF-8 text", "Save it as UTF-8: most editors offer it under Save as.")


def _unread(path: Path, problem: str, hint: str) -> Diagnostic:
    return Diagnostic("error", "protected-list", f"The protected list {path} {problem}.", hint=hint)
