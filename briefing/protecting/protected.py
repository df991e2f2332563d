"""Protected words, as a value that whoever writes something asks first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ContentError, Diagnostic, Position, ProtectedError
from briefing.protecting.limits import UnreadableError

if TYPE_CHECKING:
    from briefing.protecting.entries import Entry
    from briefing.protecting.finding import Found, Index

__all__ = ["NOTHING_PROTECTED", "Protected"]

_MOST_TOLD = 50
"""Hits that are told at once."""
_HINT = "Take it out, or write something else in its place."


class Protected:
    """Words that may stand in nothing that is written, and no message repeats."""

    def __init__(self, entries: Iterable[Entry] = (), lists: tuple[Path, ...] = ()) -> None:
        self._entries = tuple(entries)
        self.lists = lists
        """The files that the words came from."""

    def __bool__(self) -> bool:
        return bool(self._entries)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many entries each list has, by its name in messages."""
        return Counter(self._called(entry.list_name) for entry in self._entries)

    @cached_property
    def _index(self) -> Index:
        from briefing.protecting.finding import Index

        return Index(self._entries)

    def refuse_inside(self, folder: Path) -> None:
        """See that no list lies in a folder of an article, which is copied, handed on and published.

        Raises:
            ContentError: one does.
        """
        home = folder.resolve()
        # a link in the folder counts: what copies or packs a folder often takes what its links lead to
        places = ((each, (each.resolve(), each.parent.resolve() / each.name)) for each in self.lists)
        inside = [each for each, ways in places if any(way.is_relative_to(home) for way in ways)]
        if inside:
            message = f"The protected list {inside[0]} lies in the folder of the article."
            hint = "Move it out: whoever is given the folder would be given the names."
            raise ContentError(Diagnostic("error", "protected-inside", message, hint=hint))

    def refuse_text(self, text: str, where: str, hint: str = _HINT) -> None:
        """See that a text holds no protected word; ``where`` begins the message, such as ``The title``.

        ``hint`` says what to do, where the text is not to be changed.

        Raises:
            ProtectedError: it does.
        """
        if self:
            _raise(replace(hit, hint=hint) for hit in self._in_text(text, where))

    def refuse_files(self, files: Mapping[str, bytes]) -> None:
        """See that neither the names of files nor anything in them is protected.

        Raises:
            ProtectedError: with each place; or a file cannot be looked into.
        """
        if self:
            _raise(hit for name, data in files.items() for hit in self._in_file(name, data))

    def refuse_bytes(self, data: bytes, where: str) -> None:
        """See that what is no file yet holds no protected word; ``where`` begins the message.

        Raises:
            ProtectedError: it does, or it cannot be looked into.
        """
        if self:
            _raise(self._in_parts(data, where, None))

    def holds(self, text: str) -> bool:
        """Tell whether a text holds a protected word."""
        return bool(self) and self._index.is_in(text)

    def _in_file(self, name: str, data: bytes) -> Iterator[Diagnostic]:
        if self.holds(name):
            yield from self._in_text(name, "The name of a file")
            yield from self._in_parts(data, "A file", None)
        else:
            yield from self._in_parts(data, name, name)

    def _in_parts(self, data: bytes, called: str, file: str | None) -> Iterator[Diagnostic]:
        """Look into bytes; only in the text of a ``file`` that has a name are lines and columns of use."""
        from briefing.protecting.contents import parts_of

        try:
            for part in parts_of(data):
                for found in self._index.found(part.text):
                    if file and not part.where:
                        yield self._hit(found, "", "", Position(file, found.line, found.column))
                    else:
                        yield self._hit(found, called, part.where)
        except UnreadableError as problem:
            message = f"{called} cannot be compared with the protected list: {problem}."
            hint = "Save it anew, without a password, or leave it out."
            yield Diagnostic("error", "protected-unreadable", message, hint=hint)

    def _in_text(self, text: str, where: str) -> Iterator[Diagnostic]:
        yield from (self._hit(found, where) for found in self._index.found(text))

    def _hit(self, found: Found, called: str, where: str = "", place: Position | None = None) -> Diagnostic:
        inside = f", in {where}," if where else ""
        subject = f"{called}{inside} holds a protected word" if called else "A protected word stands here"
        return Diagnostic("error", "protected-word", f"{subject}: {self._named(found.entry)}.", place, _HINT)

    def _named(self, entry: Entry) -> str:
        return f"the entry on line {entry.line} of {self._called(entry.list_name)}"

    def _called(self, name: str) -> str:
        """Name a list without a protected word."""
        if not self.holds(name):
            return f"the protected list {name}"
        return f"your protected list number {[str(each) for each in self.lists].index(name) + 1}"


NOTHING_PROTECTED = Protected()
"""For those who have no list."""


def _raise(hits: Iterable[Diagnostic]) -> None:
    """Raise what was found, each once, and no more than a person reads."""
    found: dict[Diagnostic, None] = {}
    for hit in hits:
        found[hit] = None
        if len(found) >= _MOST_TOLD:
            break
    if found:
        raise ProtectedError(*found)
