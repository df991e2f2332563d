"""What a merge has to make, and what it has made: a database beside the copies that survives whatever happens.

A row is noted as made only after its file is whole on the disk, so whatever is not noted is made again. It holds names
of files, digests and sizes, and no value of anybody; only the user can read it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, OutputError

__all__ = ["JOURNAL", "Due", "Journal", "Made"]

JOURNAL = ".briefing-merge.sqlite"
"""Name of the file, in the folder of the copies."""
_FORMAT = 1
_IN_MEMORY = ":memory:"
_PRIVATE = 0o600
_AT_A_TIME = 500
_TABLES = """
    create table made (name text primary key, digest blob not null, size integer not null, changed integer not null);
    create table due (line integer primary key, name text not null, folded text not null unique, digest blob not null);
    create table seen (kind text not null, key text not null, line integer not null, said text not null,
                       primary key (kind, key)) without rowid;
"""


class Due(NamedTuple):
    """A copy of the list as it is now."""

    line: int
    name: str
    digest: bytes
    """Of everything that its bytes depend on."""


class Made(NamedTuple):
    """A copy whose file is whole."""

    name: str
    digest: bytes
    size: int
    changed: int
    """Nanoseconds since 1970, as the system says of the file."""


class Journal:
    """The journal of one folder; to be closed."""

    def __init__(self, folder: Path, *, dry: bool = False) -> None:
        """Open it, or begin it; of a ``dry`` run nothing is kept.

        Raises:
            OutputError: it cannot be opened, or it is none.
        """
        self.path = folder / JOURNAL
        try:
            if not dry:
                os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, _PRIVATE))
            self._database = sqlite3.connect(_IN_MEMORY if dry else self.path, isolation_level=None)
            self._begin()
        except (OSError, sqlite3.Error) as error:
            raise _unusable(self.path, error) from error

    def _begin(self) -> None:
        self._database.execute("pragma synchronous = full")
        with closing(self._database.execute("pragma user_version")) as found:
            version = found.fetchone()[0]
        if version == 0:
            self._database.executescript(f"begin; {_TABLES} pragma user_version = {_FORMAT}; commit;")
        elif version != _FORMAT:
            raise _other_version(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # Planning.

    def plan(self) -> None:
        """Begin to note what is due; what was due before is forgotten, what was made is not."""
        self._database.execute("begin")
        self._database.execute("delete from due")
        self._database.execute("delete from seen")

    def planned(self) -> None:
        """Keep what was noted as due."""
        self._database.execute("delete from seen")
        self._database.execute("commit")

    def add(self, line: int, name: str, digest: bytes) -> str:
        """Note a copy as due, under a name that no other has; return that."""
        taken, own = self._times(name), name
        while not self._has_added(Due(line, own, digest)):
            taken += 1
            own = f"{name}-{taken}"
        self._database.execute("insert or replace into seen values ('name', ?, ?, '')", (name.casefold(), taken))
        return own

    def _times(self, name: str) -> int:
        """Tell how often a name was asked for, so that the thousandth is not tried a thousand times."""
        query = "select line from seen where kind = 'name' and key = ?"
        found = self._database.execute(query, (name.casefold(),)).fetchone()
        return found[0] if found else 1

    def _has_added(self, due: Due) -> bool:
        noted = self._database.execute(
            "insert or ignore into due values (?, ?, ?, ?)", (due.line, due.name, due.name.casefold(), due.digest)
        )
        return noted.rowcount == 1

    def seen_before(self, kind: str, key: str, line: int, said: str = "") -> tuple[int, str] | None:
        """Note a key of some kind; where it has come before, tell the line and what was said there."""
        noted = self._database.execute("insert or ignore into seen values (?, ?, ?, ?)", (kind, key, line, said))
        if noted.rowcount:
            return None
        found = self._database.execute("select line, said from seen where kind = ? and key = ?", (kind, key))
        first: tuple[int, str] = found.fetchone()
        return first

    # Making.

    def count_due(self) -> int:
        """Count what the list asks for."""
        count: int = self._database.execute("select count(*) from due").fetchone()[0]
        return count

    def due(self) -> Iterator[tuple[Due, Made | None]]:
        """Yield what is due in the order of the list, each with what was made under its name.

        Some at a time are looked up: between them may be noted what was made.
        """
        query = """select line, due.name, due.digest, made.name, made.digest, made.size, made.changed
                   from due left join made on made.name = due.name where line > ? order by line limit ?"""
        last = 0
        while rows := self._database.execute(query, (last, _AT_A_TIME)).fetchall():
            for line, name, digest, made, *more in rows:
                yield Due(line, name, digest), Made(made, *more) if made is not None else None
            last = rows[-1][0]

    def note(self, made: Iterable[Made]) -> None:
        """Note files as whole, all of them or none."""
        self._database.execute("begin immediate")
        self._database.executemany("insert or replace into made values (?, ?, ?, ?)", made)
        self._database.execute("commit")

    def left_over(self) -> Iterator[str]:
        """Yield names of files that were made for somebody who is in the list no longer."""
        query = "select name from made where name not in (select name from due) order by name"
        with closing(self._database.cursor()) as cursor:
            yield from (name for (name,) in cursor.execute(query))


def _unusable(path: Path, error: Exception) -> OutputError:
    message = f"The journal {path} cannot be used: {error}."
    return OutputError(Diagnostic("error", "journal", message, hint="Choose another folder with -o."))


def _other_version(path: Path) -> OutputError:
    message = f"The journal {path} was written by another version of this program."
    return OutputError(Diagnostic("error", "journal", message, hint="Choose another folder with -o."))
