"""Sources that are confidential → what may be known of them: how they are described, and nothing else.

It is taken away where a list is read, so that nothing behind it has what it must not print, attach or ask for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator

from briefing.errors import Diagnostic
from briefing.model import Source
from briefing.reading.fields import SOURCE, Fields
from briefing.reading.sources.captures import HEAD, captures_in
from briefing.reading.sources.listed import Listed
from briefing.reading.spelling import nearest
from briefing.reading.yaml import Listing, Record, Scalar, Value

__all__ = [
    "around_hidden",
    "captures_without",
    "comments_in",
    "described",
    "is_confidential",
    "problems_of",
    "reduced_list",
]

_KEPT = ("confidential", "described_as", "own")
_MARKS = ("confidential", "described_as")
"""Fields that only a confidential source has."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#")
_LINE_END = re.compile("\r\n|\r|\n")


def problems_of(fields: Fields, key: str, file: str) -> Iterator[Diagnostic]:
    """Say what keeps a source from being confidential, or from being seen as such."""
    confidential, position = fields.flag("confidential") or _is_unreadable(fields), fields.position
    if confidential and not fields.text("described_as"):
        message = f"The source {key} is confidential, and nothing says how it is printed."
        hint = "Say what a reader may know: described_as: a doctor in Kabul, interviewed in August 2021"
        yield Diagnostic("error", "confidential-undescribed", message, position, hint)
    if fields.text("described_as") and not confidential:
        message = f"The source {key} is described, but not confidential: all its fields would be printed."
        hint = "Add confidential: yes, or take described_as out."
        yield Diagnostic("error", "described-not-confidential", message, position, hint)
    if confidential and fields.text("embed"):
        message = f"The source {key} is confidential, and embed: full would give all of its text away."
        hint = "Take embed out: no word of a confidential source goes along with a file."
        yield Diagnostic("error", "confidential-embedded", message, position, hint)
    if confidential and not file.lower().endswith((".yaml", ".yml")):
        message = f"The source {key} is confidential, and {file} is a list that other programs write and copy."
        hint = "Move it to sources.yaml."
        yield Diagnostic("error", "confidential-elsewhere", message, position, hint)


def is_confidential(fields: Fields) -> bool:
    """Tell whether a source is confidential; in doubt it is: a slip of the pen must not give anybody away."""
    if fields.flag("confidential") or fields.text("described_as") or _is_unreadable(fields):
        return True
    names = [field.name for field in SOURCE]
    return any(nearest(each, names) in _MARKS for each in fields.positions if each not in names)


def _is_unreadable(fields: Fields) -> bool:
    """Tell whether something stands at ``confidential``, be it nothing, that is neither yes nor no."""
    return "confidential" in fields.positions and not fields.text("confidential")


def described(key: str, fields: Fields) -> Source:
    """Make a source of what may be known."""
    title = fields.text("described_as")
    return Source(key, fields.position, title=title, own=fields.flag("own"), confidential=True)


def around_hidden(text: str, listed: Iterable[Listed], confidential: Collection[str]) -> bytes:
    """Give a list as typed, each word at its place, without what its confidential sources keep for their author.

    Those fields may hold names that are protected: they go nowhere. Comments stay, for they stand in no field.
    """
    hidden: dict[int, bool] = {}
    for key, record in listed:
        hidden.setdefault(record.position.line, False)
        for field in record.entries:
            place, hides = field.position.line, key in confidential and field.name not in _KEPT
            hidden[place] = hidden.get(place, False) or hides
    lines, hides = [], False
    for number, line in enumerate(_LINE_END.split(text), start=1):
        hides = hidden.get(number, hides)
        lines.append(_comment(line) if hides else line)
    return "\n".join(lines).encode()


def comments_in(data: bytes) -> bytes:
    """Give the comments of a file, each at its place."""
    return "\n".join(map(_comment, _LINE_END.split(data.decode("utf-8", "replace")))).encode()


def _comment(line: str) -> str:
    """Blank what stands before a comment; a sign in a text that looks like the beginning of one counts as such."""
    found = _COMMENT.search(line)
    return " " * found.start() + line[found.start() :] if found else ""


def reduced_list(listed: Iterable[Listed], confidential: Collection[str]) -> bytes:
    """Write a list anew, in YAML, without comments and with no more of confidential sources than may be known."""
    written = (_written(each, _KEPT if each.key in confidential else None) for each in listed)
    return "\n".join(written).encode()


def _written(listed: Listed, kept: Collection[str] | None) -> str:
    fields = [each for each in listed.record.entries if kept is None or each.name in kept]
    lines = [f"  {each.name}: {json.dumps(_plain(each.value), ensure_ascii=False)}\n" for each in fields]
    return f"{json.dumps(listed.key, ensure_ascii=False)}:\n{''.join(lines)}"


def _plain(value: Value | None) -> object:
    """Give the texts of a value; texts, lists and groups of JSON are such of YAML. See: YAML 1.2.2, 1.2."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Listing):
        return [_plain(each) for each in value.items]
    if isinstance(value, Record):
        return {each.name: _plain(each.value) for each in value.entries}
    return ""


def captures_without(data: bytes, keys: Collection[str]) -> bytes:
    """Take what is said of some texts, and of their earlier versions, out of the list of captured texts.

    Comments go too: nobody knows what they are about. A list that is written in an unusual way is left out altogether.
    """
    kept: list[str] = []
    skipping = False
    for line in data.decode("utf-8", "replace").splitlines():
        if head := HEAD.match(line):
            name = head[1].strip("\"'")
            skipping = any(name == key or name.startswith(f"{key}.") for key in keys)
        if not skipping and not line.lstrip().startswith("#"):
            kept.append(line)
    text = "\n".join([*kept, ""])
    found = captures_in(text)
    named = isinstance(found, Diagnostic) or any(each.partition(".")[0] in keys or each in keys for each in found)
    return b"" if named else text.encode()
