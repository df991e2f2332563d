"""The folder ``sources``: the words of a source as somebody captured them, and when → what can be searched.

``KEY.txt`` holds the text. A page or a PDF that it was taken from may lie beside it, ``KEY.html`` or ``KEY.pdf``, and
``captures.toml`` says of each text where it came from, when, and its SHA-256, with which a change is noticed. Where
somebody put a page or a PDF there alone, its text is taken out of it by whoever is handed in for that.
"""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.model import KeptText
from briefing.reading.files import Refusal, decode, read_inside, readable_size
from briefing.reading.limits import ALL_CAPTURED_BYTES, CAPTURED_BYTES, CAPTURED_ORIGINAL_BYTES, CAPTURES_BYTES
from briefing.reading.sources.unclaimed import unclaimed

__all__ = [
    "CAPTURES",
    "HEAD",
    "ORIGINALS",
    "Capture",
    "CapturedText",
    "Captures",
    "TextOf",
    "captures_in",
    "digest",
    "heading",
    "legible",
    "written",
]

CAPTURES = "sources/captures.toml"
ORIGINALS = ("html", "htm", "pdf")
"""Endings of files that a text was taken from."""
TextOf = Callable[[bytes, str, str], str | Diagnostic]
"""Takes the text out of a page or a PDF: its bytes, its kind (``html`` or ``pdf``), its name → the text, or why not."""
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Hyphens that are not shown, spaces without width, and marks of direction."""
HEAD = re.compile(r"[ \t]*\[[ \t]*([^\[\]]+?)[ \t]*\][ \t]*(?:#.*)?\Z")
"""The line of ``captures.toml`` with which what it says of one text begins."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
"""As PDFs have them: ﬁ."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile("[\0-\x1f\x7f]")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


class Capture(NamedTuple):
    """What ``captures.toml`` says of one text."""

    sha256: str
    """Of the whole text in UTF-8 with line feeds, in hexadecimal digits."""
    captured: str = ""
    """When, as ISO 8601 has it; empty where it is not said."""
    url: str = ""
    original: str = ""
    """Ending of the file that the text was taken from; empty where it was typed or pasted."""
    original_sha256: str = ""
    excerpt_sha256: str = ""
    """Of the words that are kept of it, where that is not the whole: an archive holds no more of most texts."""
    position: Position = Position(CAPTURES)

    @property
    def day(self) -> str:
        """Say when, as a part of a sentence; empty where it is not known."""
        return f" on {self.captured[:10]}" if self.captured else ""


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes in hexadecimal digits."""
    return sha256(data).hexdigest()


def written(key: str, capture: Capture) -> str:
    """Write what ``captures.toml`` says of one text, as lines of TOML."""
    fields = {
        "url": _quoted(capture.url),
        "captured": capture.captured,
        "sha256": _quoted(capture.sha256),
        "original": _quoted(capture.original),
        "original_sha256": _quoted(capture.original_sha256),
        "excerpt_sha256": _quoted(capture.excerpt_sha256),
    }
    lines = (f"{name} = {value}" for name, value in fields.items() if value not in ("", '""'))
    return "\n".join((f"[{heading(key)}]", *lines, ""))


def heading(key: str) -> str:
    """Write the name of a text as a name of TOML."""
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(words: str) -> str:
    """Write a text as TOML has it; characters that control a terminal are left out."""
    return json.dumps(_CONTROL.sub("", words), ensure_ascii=False)


def legible(text: str) -> str:
    """Write letters in Unicode's composed form and ligatures as letters, and leave out signs that nobody sees."""
    letters = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", letters)


def captures_in(text: str) -> Mapping[str, Capture] | Diagnostic:
    """Read the text of ``captures.toml``: what it says of each text, by the name of that without its ending."""
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        found = _PLACE.search(str(problem))
        last = text.rstrip().count("\n") + 1 if "end of document" in str(problem) else 1
        place = Position(CAPTURES, int(found[1]), int(found[2])) if found else Position(CAPTURES, last)
        hint = "briefing capture writes this file. Mend the line, or take it out with those that belong to it."
        return Diagnostic("warning", "captures-unreadable", "This is no list of captured texts.", place, hint)
    heads = ((number, HEAD.match(line)) for number, line in enumerate(text.split("\n"), start=1))
    lines = {head[1].strip("\"'"): number for number, head in heads if head}
    return MappingProxyType(
        {key: _capture(table, lines.get(key, 1)) for key, table in tables.items() if isinstance(table, dict)}
    )


def _capture(table: Mapping[str, object], line: int) -> Capture:
    said = {name: str(table.get(name, "")) for name in Capture._fields if name != "position"}
    said["captured"] = said["captured"].replace(" ", "T")  # a time of TOML
    return Capture(**said, position=Position(CAPTURES, line))


class CapturedText(NamedTuple):
    """The text of a source that was found."""

    text: str
    """As claims are compared with it."""
    kept: KeptText


class Captures:
    """The captured texts of one folder, read as they are asked for."""

    def __init__(self, folder: Path, text_of: TextOf | None = None, memory: Memory = FORGETFUL) -> None:
        """List what is there, once: whether it may be read is seen later."""
        self.diagnostics: list[Diagnostic] = []
        self.files: dict[str, bytes] = {}
        """The list of captured texts as it was read, by its name."""
        self._folder = folder
        self._text_of_original = text_of
        self._memory = memory
        self._names = _names_in(folder)
        self._read = 0
        self._listed = self._list() if _folded("captures.toml") in self._names else {}

    def text_of(self, key: str, *, whole: bool = False) -> CapturedText | None:
        """Read the text of a source; what is wrong with it is told in ``diagnostics``.

        ``whole`` asks for the text as it was kept, too.
        """
        name = f"sources/{key}.txt"
        if _folded(f"{key}.txt") not in self._names:
            return self._text_without_txt(key, whole=whole)
        text = self._text(name)
        if text is None:
            return None
        if not any(map(str.isalnum, text)):
            self._unread(
                name, "There are no words in it.", f"Capture the source again: briefing capture DIR {key} FILE"
            )
            return None
        found, capture = digest(text.encode()), self._listed.get(key, Capture(""))
        is_excerpt = bool(capture.sha256) and found == capture.excerpt_sha256.lower()
        is_same = is_excerpt or capture.sha256.lower() in ("", found)
        if not is_same:
            message = f"This is not the text that was captured{capture.day}: it was changed since."
            hint = f"Put its words back, or capture the source again: briefing capture DIR {key} FILE"
            self.diagnostics.append(Diagnostic("warning", "capture-changed", message, Position(name), hint))
        known = capture if is_same else Capture("")  # of another text nothing is known
        sha256 = capture.sha256.lower() if is_excerpt else found
        kept = KeptText(sha256, known.captured, known.url, text if whole else None)
        return CapturedText(legible(text), kept)

    def unclaimed(self, keys: Collection[str]) -> Diagnostic | None:
        """Tell which files there belong to none of the sources, given by their keys."""
        return unclaimed(self._names.values(), self._listed, keys)

    def _list(self) -> Mapping[str, Capture]:
        data = read_inside(self._folder, CAPTURES, CAPTURES_BYTES)
        if isinstance(data, Refusal):
            self.diagnostics.append(data.at(Position(CAPTURES), "warning"))
            return {}
        self.files[CAPTURES] = data
        text = decode(data, CAPTURES)
        listed = text if isinstance(text, Diagnostic) else captures_in(text)
        if isinstance(listed, Diagnostic):
            self.diagnostics.append(listed)
            return {}
        return listed

    def _text(self, name: str) -> str | None:
        data = read_inside(self._folder, name, CAPTURED_BYTES)
        if isinstance(data, Refusal):
            if data.id not in ("missing-file", "bad-path"):  # a key that makes no name of a file has no text
                self.diagnostics.append(data.at(Position(name)))
            return None
        if not self._has_room_for(len(data), name):
            return None
        text = decode(data, name)
        if isinstance(text, Diagnostic):
            self.diagnostics.append(text)
            return None
        return text

    def _has_room_for(self, size: int, name: str) -> bool:
        self._read += size
        if self._read > ALL_CAPTURED_BYTES:
            message = f"The captured texts are larger than {readable_size(ALL_CAPTURED_BYTES)} together."
            hint = "Keep of each source the part that you cite."
            self.diagnostics.append(Diagnostic("error", "too-large", message, Position(name), hint))
        return self._read <= ALL_CAPTURED_BYTES

    def _text_without_txt(self, key: str, *, whole: bool) -> CapturedText | None:
        """Take the text out of a page or a PDF that lies there alone; else tell that one is missing."""
        original = next((end for end in ORIGINALS if _folded(f"{key}.{end}") in self._names), "")
        if original:
            text = self._taken_out_of(key, original)
            kept = text and KeptText(digest(text.encode()), whole=text if whole else None)
            return CapturedText(legible(text), kept) if text and kept else None
        if key in self._listed:
            message = f"There is no text of {key} any more."
            hint = f"Take these lines out, or capture the source again: briefing capture DIR {key} FILE"
            position = self._listed[key].position
            self.diagnostics.append(Diagnostic("warning", "capture-missing", message, position, hint))
        return None

    def _taken_out_of(self, key: str, original: str) -> str | None:
        name = f"sources/{key}.{original}"
        capture = f"briefing capture DIR {key} DIR/{name}"
        if self._text_of_original is None:
            self._unread(name, "Its text was not taken out of it yet.", f"Let that be done: {capture}")
            return None
        data = read_inside(self._folder, name, CAPTURED_ORIGINAL_BYTES)
        if isinstance(data, Refusal):
            self._unread(name, data.message, data.hint)
            return None
        text = self._memory.recall(self._text_of_original, data, "pdf" if original == "pdf" else "html", name)
        if isinstance(text, Diagnostic):
            self._unread(name, text.message, text.hint)
            return None
        if not self._has_room_for(len(text.encode()), name):
            return None
        message = "This file is compared with the article, but nobody can tell when it was saved or whether it changed."
        hint = f"Have that written down: {capture}"
        self.diagnostics.append(Diagnostic("note", "capture-unlisted", message, Position(name), hint))
        return text

    def _unread(self, name: str, why: str, hint: str) -> None:
        message = f"Nothing is compared with this file. {why}"
        self.diagnostics.append(Diagnostic("warning", "capture-unread", message, Position(name), hint))


def _names_in(folder: Path) -> Mapping[str, str]:
    """List the files beside the article by their folded names."""
    try:
        places = [path for path in folder.iterdir() if path.name.casefold() == "sources"]
        return {_folded(path.name): path.name for place in places for path in place.iterdir()}
    except OSError:
        # A folder that cannot be listed holds no text that could be found in it.
        return {}


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
