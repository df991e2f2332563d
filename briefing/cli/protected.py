"""Protected words at the edge: where their lists are, and output that is compared before it is let out."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from briefing.errors import ProtectedError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

    from briefing.protecting import Protected

__all__ = ["VARIABLE", "configuration_folder", "lists_named", "sparing"]

VARIABLE = "BRIEFING_PROTECTED"
"""Names a list for every command."""
_USUAL = "protected.txt"
"""In the user's folder of settings."""


def configuration_folder() -> Path | None:
    """The user's own folder of settings, such as profiles and protected words, where the system wants it."""
    if sys.platform == "win32":
        base = os.environ.get("APPDATA")
        return Path(base, "briefing") if base else None
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "briefing"
    base = os.environ.get("XDG_CONFIG_HOME")
    return Path(base, "briefing") if base else Path.home() / ".config" / "briefing"


def lists_named(words: Sequence[str], environment: Mapping[str, str], configuration: Path | None) -> list[Path]:
    """Find the lists of protected words: those on the command line, in the environment, and the user's own."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--protected", type=Path, action="append", default=[])
    try:
        found: list[Path] = first.parse_known_args(list(words))[0].protected
    except argparse.ArgumentError:
        found = []  # what is wrong with it is said when all the words are read
    named = environment.get(VARIABLE, "")
    found += [Path(named)] if named else []
    usual = configuration / _USUAL if configuration else None
    return [*found, usual] if usual and os.path.lexists(usual) else found


@contextmanager
def sparing(protected: Protected) -> Iterator[None]:
    """Hold back what is printed until it was compared: at each flush, and at the end.

    Raises:
        ProtectedError: what would be printed holds a protected word; it is dropped.
    """
    held = _Held(protected)
    with redirect_stdout(_Stream(sys.stdout, held)), redirect_stderr(_Stream(sys.stderr, held)), held:
        yield


class _Held:
    """What was printed and nobody has seen yet."""

    def __init__(self, protected: Protected) -> None:
        self._protected = protected
        self._pieces: list[tuple[TextIO, bytes]] = []

    def add(self, stream: TextIO, data: bytes) -> None:
        self._pieces.append((stream, data))

    def let_out(self) -> None:
        """Compare all of it, and print it.

        Raises:
            ProtectedError: it holds a protected word.
        """
        pieces, self._pieces = self._pieces, []
        streams = dict.fromkeys(stream for stream, _ in pieces)
        for stream in streams:
            data = b"".join(piece for each, piece in pieces if each is stream)
            self._protected.refuse_bytes(data, "What would be printed")
        for stream, piece in pieces:
            _write(stream, piece)

    def __enter__(self) -> _Held:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let out the rest; what the program says of its own failure is compared as well."""
        if isinstance(problem, ProtectedError):
            self._pieces = []
            return
        self.let_out()
        if problem is not None and kind is not SystemExit:
            told = "".join(traceback.format_exception(problem))
            self._protected.refuse_text(told, "What would be said of a failure")


def _write(stream: TextIO, data: bytes) -> None:
    """Write bytes to a stream, or their text where it takes only texts."""
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        stream.write(data.decode("utf-8", "replace"))
    else:
        stream.flush()
        buffer.write(data)
        buffer.flush()
    stream.flush()


class _Stream(io.TextIOWrapper):
    """Stands in for standard output: what is printed is held, and a flush lets it out."""

    def __init__(self, stream: TextIO, held: _Held) -> None:
        encoding = getattr(stream, "encoding", None) or "utf-8"
        super().__init__(_Raw(stream, held), encoding=encoding, errors="backslashreplace", write_through=True)
        self._stream = stream
        self._held = held

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def flush(self) -> None:
        super().flush()
        self._held.let_out()


class _Raw(io.BufferedIOBase):
    """Takes the bytes of a stream."""

    def __init__(self, stream: TextIO, held: _Held) -> None:
        self._stream = stream
        self._held = held

    @property
    def name(self) -> str:
        return "held"

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        taken = bytes(data)
        self._held.add(self._stream, taken)
        return len(taken)
