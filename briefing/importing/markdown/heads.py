"""The fields of a Markdown file, wherever its tool has them → one record, and the lines below.

Jekyll, Quarto and Pandoc write YAML between dashes, Pandoc also in the middle and at the end of a text; Hugo writes
YAML, TOML between plus signs or a JSON object; Pandoc has a block of lines that begin with ``%``, MultiMarkdown plain
``Name: value`` lines. See: https://pandoc.org/MANUAL.html#metadata-blocks,
https://gohugo.io/content-management/front-matter/,
https://fletcherpenney.net/multimarkdown/.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.importing.markdown.foreign_fields import placed
from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, shown, verbatim
from briefing.reading.json_tree import parse_json
from briefing.reading.limits import FRONT_MATTER_CHARACTERS, YAML_DEPTH
from briefing.reading.yaml import Entry, Listing, Record, Scalar, Value, compose

__all__ = ["Head", "head_of"]

_DASHES = re.compile(r"---[ \t]*$")
_END_OF_YAML = re.compile(r"(?:---|\.\.\.)[ \t]*$")
_PLUSES = re.compile(r"\+\+\+[ \t]*$")
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]*?):(?:[ \t]+(?P<value>.*)|$)")
_REMARK = re.compile(r"\s*#")
_MOST_BLOCKS = 20
_LONGEST_BLOCK = 500
"""Lines of fields in the middle of a text."""
_TITLE_BLOCK = ("title", "author", "date")


class Head(NamedTuple):
    """What the head of a file says."""

    entries: tuple[Entry, ...]
    """Each name once, the last one that was typed."""
    lines: Lines
    """The text below it."""
    unread: tuple[Line, ...] = ()
    """Lines of fields that cannot be read."""
    problems: tuple[Diagnostic, ...] = ()
    """Errors where the file is refused, else warnings."""


class _Block(NamedTuple):
    """A block of fields and the lines around it."""

    entries: tuple[Entry, ...]
    rest: Lines
    unread: tuple[Line, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def head_of(lines: Lines, manuscript: Manuscript) -> Head:
    """Find the fields of a file."""
    start = next((index for index, line in enumerate(lines) if line.text.strip()), len(lines))
    first = _at_the_head(lines[start:], manuscript)
    blocks = [first, *_in_the_text(first.rest, manuscript.file)]
    entries: dict[str, Entry] = {}
    for entry in (entry for block in blocks for entry in block.entries):
        if earlier := entries.pop(entry.name, None):
            words = shown(" ".join(_texts(earlier.value)))
            message = f'The field "{entry.name}" stands twice; the first one is left out: {words}.'
            manuscript.warn(earlier.position.line, message, "Choose one of the two.")
        entries[entry.name] = entry
    unread = tuple(line for block in blocks for line in block.unread)
    return Head(tuple(entries.values()), blocks[-1].rest, unread, tuple(p for b in blocks for p in b.problems))


def _at_the_head(lines: Lines, manuscript: Manuscript) -> _Block:
    first = lines[0].text if lines else ""
    if _DASHES.match(first):
        return _fenced(lines, _END_OF_YAML, manuscript.file, "yaml")
    if _PLUSES.match(first):
        return _fenced(lines, _PLUSES, manuscript.file, "toml")
    if first.rstrip() == "{" or re.match(r'\{\s*"', first):
        return _json(lines, manuscript.file)
    if first.startswith("%") and not first.startswith("%%"):
        return _title_block(lines, manuscript.file)
    return _multimarkdown(lines, manuscript.file)


def _fenced(lines: Lines, closing: re.Pattern[str], file: str, kind: str) -> _Block:
    end = next((index for index in range(1, len(lines)) if closing.match(lines[index].text)), 0)
    if not end:
        return _Block((), lines)
    inside, rest = lines[1:end], lines[end + 1 :]
    if sum(len(line.text) + 1 for line in inside) > FRONT_MATTER_CHARACTERS:
        return _Block((), rest, problems=(_too_large(file, lines[0].number),))
    return _yaml(inside, rest, file) if kind == "yaml" else _toml(inside, rest, file)


def _too_large(file: str, number: int) -> Diagnostic:
    message = f"The fields at the head have more than {FRONT_MATTER_CHARACTERS} characters."
    hint = "Sentences stand in the text below them."
    return Diagnostic("error", "too-large", message, Position(file, number), hint)


def _yaml(inside: Lines, rest: Lines, file: str) -> _Block:
    text = "\n".join(line.text for line in inside)
    composed = compose(text, file=file, first_line=inside[0].number if inside else 1)
    warnings = tuple(replace(each, severity="warning") for each in composed.diagnostics)
    entries = composed.value.entries if isinstance(composed.value, Record) else ()
    # what was set right is kept as it was typed, and so are comments
    unread = (line for line in inside if line.text.strip() and (warnings or not entries or _REMARK.match(line.text)))
    return _Block(entries, rest, tuple(unread), warnings)


def _toml(inside: Lines, rest: Lines, file: str) -> _Block:
    try:
        content = tomllib.loads("\n".join(line.text for line in inside) + "\n")
    except (ValueError, RecursionError) as problem:
        number = inside[0].number if inside else 1
        message = f"The fields at the head are not TOML that can be read: {shown(str(problem))}."
        hint = "They are kept as comments; write them as the fields of a briefing."
        return _Block((), rest, tuple(inside), (Diagnostic("warning", "toml", message, Position(file, number), hint),))
    return _Block(tuple(_entries(content, inside, file)), rest)


def _entries(content: dict[str, object], inside: Lines, file: str) -> Iterator[Entry]:
    """Give each value of TOML the place of its name; values inside it have the same one."""
    for name, value in content.items():
        begins = re.compile(rf"\s*(?:\[+\s*)?[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
        number = next((line.number for line in inside if begins.match(line.text)), inside[0].number)
        position = Position(file, number)
        yield Entry(name, position, _tree(value, position, 1))


def _tree(value: object, position: Position, depth: int) -> Value:
    if depth <= YAML_DEPTH and isinstance(value, dict):
        return Record(
            tuple(Entry(n, position, _tree(each, position, depth + 1)) for n, each in value.items()), position
        )
    if depth <= YAML_DEPTH and isinstance(value, list):
        return Listing(tuple(_tree(each, position, depth + 1) for each in value), position)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", position)
    return Scalar(str(value), position)


def _json(lines: Lines, file: str) -> _Block:
    end = next((i for i, line in enumerate(lines) if line.text.startswith("}") or (not i and _closed(line.text))), None)
    if end is None:
        return _Block((), lines)
    text = "\n" * (lines[0].number - 1) + "\n".join(line.text for line in lines[: end + 1])
    if len(text) > FRONT_MATTER_CHARACTERS:
        return _Block((), lines[end + 1 :], problems=(_too_large(file, lines[0].number),))
    parsed = parse_json(text, file)
    warnings = tuple(replace(each, severity="warning") for each in parsed.diagnostics)
    if isinstance(parsed.value, Record):
        return _Block(parsed.value.entries, lines[end + 1 :], (), warnings)
    return _Block((), lines[end + 1 :], tuple(lines[: end + 1]), warnings)


def _closed(text: str) -> bool:
    return text.rstrip().endswith("}") and '":' in text.replace(" ", "")


def _title_block(lines: Lines, file: str) -> _Block:
    """Read Pandoc's three lines: title, authors with semicolons, date; each may go on on indented lines."""
    entries: list[Entry] = []
    index = 0
    for name in _TITLE_BLOCK:
        if index == len(lines) or not lines[index].text.startswith("%"):
            break
        position, words = Position(file, lines[index].number), [lines[index].text[1:].strip()]
        index += 1
        while index < len(lines) and re.match(r"[ \t]+\S", lines[index].text):
            words.append(lines[index].text.strip())
            index += 1
        if value := _value_of(name, words, position):
            entries.append(Entry(name, position, value))
    return _Block(tuple(entries), lines[index:])


def _value_of(name: str, words: Sequence[str], position: Position) -> Value | None:
    if name != "author":
        return Scalar(" ".join(words).strip(), position) if any(words) else None
    people = [each.strip() for each in ";".join(words).split(";") if each.strip()]
    return Listing(tuple(Scalar(each, position) for each in people), position) if people else None


def _multimarkdown(lines: Lines, file: str) -> _Block:
    """Read plain ``Name: value`` lines, of which the first has a name that this import knows."""
    entries: list[Entry] = []
    for index, line in enumerate(lines):
        found = _FIELD.match(line.text)
        if not line.text.strip():
            return _Block(tuple(entries), lines[index:])
        if entries and re.match(r"[ \t]+\S", line.text):
            entries[-1] = _continued(entries[-1], line.text.strip())
        elif not found or not (found["value"] or "").strip() or (not entries and not placed(found["name"])):
            break
        else:
            position = Position(file, line.number)
            entries.append(Entry(found["name"], position, Scalar(found["value"].strip(), position)))
    else:
        return _Block(tuple(entries), [])
    return _Block((), lines)


def _continued(entry: Entry, more: str) -> Entry:
    value = entry.value
    return replace(entry, value=replace(value, text=f"{value.text} {more}")) if isinstance(value, Scalar) else entry


def _in_the_text(lines: Lines, file: str) -> Iterator[_Block]:
    """Take blocks of YAML out of the text, as Pandoc has them anywhere; what they leave is the last one's rest."""
    for _ in range(_MOST_BLOCKS):
        if (found := _next_block(lines, file)) is None:
            break
        lines = found.rest
        yield found


def _next_block(lines: Lines, file: str) -> _Block | None:
    candidates = [
        index
        for index, line in enumerate(lines[:-1])
        if _DASHES.match(line.text)
        and (index == 0 or not lines[index - 1].text.strip())
        and _FIELD.match(lines[index + 1].text)
    ]
    kept = verbatim(lines) if candidates else []
    for start in [index for index in candidates if not kept[index]][:_MOST_BLOCKS]:
        inside = _until_closed(lines[start + 1 : start + 1 + _LONGEST_BLOCK])
        if not inside or sum(len(line.text) for line in inside) > FRONT_MATTER_CHARACTERS:
            continue
        block = _yaml(inside, [*lines[:start], *lines[start + len(inside) + 2 :]], file)
        if block.entries and not block.problems:
            return block
    return None


def _until_closed(lines: Lines) -> Lines:
    end = next((index for index, line in enumerate(lines) if _END_OF_YAML.match(line.text)), 0)
    return lines[:end]


def _texts(value: Value) -> Iterable[str]:
    if isinstance(value, Scalar):
        yield value.text
    elif isinstance(value, Listing):
        yield from (text for item in value.items for text in _texts(item))
    else:
        yield from (text for entry in value.entries for text in (entry.name, *_texts(entry.value)))
