"""The names of files that go out: made of a pattern and a recipient's values, safe on every system, each once.

A pattern such as ``{constituency}`` takes values by the names of the fields, and ``{line}`` the line of the list. What
a system may not have in a name is left out. Names hold no e-mail address: files are passed on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic
from briefing.reading.spelling import did_you_mean

__all__ = ["LINE", "NamePattern", "usual_pattern"]

LINE = "line"
"""What a pattern calls the number of the line."""
_PLACE = re.compile(r"\{([^{}]*)\}")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""See: Windows, naming of files; and marks of direction, behind which an ending could hide."""
_GAPS = re.compile(r"[\s_]+")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_OF_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)
_MOST_BYTES = 150
"""In UTF-8, without number and ending: systems allow 255, and some mail programs shorten sooner."""
_NOTHING = "copy"


class NamePattern(NamedTuple):
    """How files are named."""

    text: str

    def check(self, fields: Iterable[str]) -> None:
        """See that each place names a field.

        Raises:
            ContentError: one does not, or the pattern would give all copies one name.
        """
        known, asked = {*fields, LINE}, _PLACE.findall(self.text)
        problems = [
            Diagnostic(
                "error",
                "unknown-field",
                f'The list has no column "{name[:40]}", which the names of the files ask for.',
                hint=did_you_mean(name, known).strip(),
            )
            for name in asked
            if name not in known
        ]
        if not asked:
            message = f'The pattern "{self.text[:60]}" gives all files the same name.'
            hint = "Write the name of a column in braces, such as {constituency}."
            problems.append(Diagnostic("error", "unknown-field", message, hint=hint))
        if problems:
            raise ContentError(*problems)

    def name(self, values: Mapping[str, str], line: int) -> str:
        """Make the name of a copy, without its ending; two copies may get the same one."""
        given = {LINE: str(line), **values}
        filled = _PLACE.sub(lambda place: _ADDRESS.sub("", given[place[1]]), self.text)
        safe = _NOT_IN_NAMES.sub("-", _GAPS.sub("-", unicodedata.normalize("NFC", filled).strip()))
        short = safe.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore")
        bare = re.sub(r"-{2,}", "-", short).strip("-. ")
        return f"{_NOTHING}-{bare}" if _OF_WINDOWS.match(bare) else bare or _NOTHING


def usual_pattern(*fields: str) -> NamePattern:
    """Choose a pattern where nobody says one: by the first field that there is, else by line."""
    return NamePattern(f"{{{next(filter(None, fields), LINE)}}}")
