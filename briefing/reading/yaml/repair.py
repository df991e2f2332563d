"""Say where YAML trips in the author's words, with the line as it should be.

Takes the lines of a file and the place where the parser gave up; gives a ``Repair``: what is wrong, and the line set
right, so that reading can go on and find the next problem too. Knows nothing of the fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Repair", "TroubleError", "quoted", "repair", "shown"]

_LONGEST_SHOWN = 160
_FIELD = re.compile(
    r"""(?P<lead>\s*(?:-[ ]+)*          # indentation and dashes of a list
        (?:[^\s"'\[\]{}&*!|>%@`\#,?:-][^:]*:(?:\s+|$))?)   # the name of the field
        (?P<value>.*)""",
    re.VERBOSE,
)
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}(\s+#.*)?")
_NO_SPACE = re.compile(r"(?P<name>\s*(?:- +)?[A-Za-z_]+):(?P<value>[^\s:/].*)")
_AT_KEY = re.compile(r"(?P<lead>\s*(?:- +)?)@(?P<rest>[^\s:]+:(?:\s.*)?)")
_COMMENT = re.compile(r"(?<!\s)\s+#(\s.*)?$")
_NAMED = re.compile(r"\s+[a-z_]+:(\s|$)")

_Fix = tuple[str, str]
"""A message and the corrected line."""


@dataclass(frozen=True, slots=True)
class TroubleError(Exception):
    """Where reading stopped; lines and columns from 0."""

    line: int
    column: int
    opened: int | None = None
    """The line of what was being read at that point: an open quotation mark, an open bracket."""
    in_name: bool = False
    """Whether it is the name of a field that cannot be one: nothing below it can be told from it."""


class Repair(NamedTuple):
    """A line that YAML does not take."""

    line: int
    """From 0."""
    column: int
    """From 0."""
    message: str
    corrected: str
    """What to read in its place."""
    advice: str
    """What to show the author in its place; empty where the line has to go."""


def repair(lines: Sequence[str], trouble: TroubleError) -> Repair | None:
    """Find the line behind a trouble and set it right; ``None`` where no rule of ours knows it."""
    for number in _suspects(lines, trouble):
        line = lines[number]
        for rule in _RULES:
            fix = rule(line)
            if fix:
                return _repair(number, line, fix)
    return _misplaced(lines, trouble.line) or _without_colon(lines, trouble)


def quoted(text: str) -> str:
    """Put a text in the quotation marks that need least escaping."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(line: str) -> str:
    """Shorten a line for a message; its tabs become visible."""
    line = line.rstrip().replace("\t", "→")
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def _suspects(lines: Sequence[str], trouble: TroubleError) -> Iterable[int]:
    """Yield the lines that may be at fault, likeliest first."""
    before = [number for number in range(min(trouble.line, len(lines)) - 1, -1, -1) if lines[number].strip()]
    order = [trouble.opened, trouble.line, *before[:1]]
    return dict.fromkeys(number for number in order if number is not None and number < len(lines))


def _repair(number: int, line: str, fix: _Fix) -> Repair:
    message, corrected = fix
    same = next((at for at, (old, new) in enumerate(zip(line, corrected, strict=False)) if old != new), len(line))
    return Repair(number, same, message, corrected, corrected)


def _tab(line: str) -> _Fix | None:
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" not in indentation or not line.strip():
        return None
    return "A tab cannot indent a line here: use spaces.", indentation.replace("\t", "  ") + line.lstrip()


def _at_key(line: str) -> _Fix | None:
    match = _AT_KEY.fullmatch(line)
    return ("A key is listed without its @.", match["lead"] + match["rest"]) if match else None


def _no_space(line: str) -> _Fix | None:
    match = _NO_SPACE.fullmatch(line)
    return ("A space is missing after the colon.", f"{match['name']}: {match['value']}") if match else None


def _value(line: str) -> _Fix | None:
    match = _FIELD.fullmatch(line)
    if not match or not match["value"] or match["value"].startswith("#"):
        return None
    comment = _COMMENT.search(match["value"])
    tail = comment[0] if comment else ""
    value = match["value"].removesuffix(tail).rstrip()
    fix = _value_fix(value)
    return (fix[0], match["lead"] + fix[1] + tail) if fix else None


def _value_fix(value: str) -> _Fix | None:
    if not value or _BLOCK_HEADER.fullmatch(value):
        return None
    if value[0] in "\"'":
        return _quotation(value)
    if value[0] == "[":
        return _brackets(value)
    if value[0] in "{}]@`%&*!|>,?-:#":
        return f"A value cannot begin with {value[0]} unless it stands in quotation marks.", quoted(value)
    if re.search(r":(\s|$)", value):
        return "A colon followed by a space cannot stand in an unquoted value.", quoted(value)
    return None


def _quotation(value: str) -> _Fix | None:
    mark = value[0]
    end = _closing(value)
    if end == len(value) - 1:
        return _escape(value) if mark == '"' else None
    if end is not None:
        value = value[1:-1] if value[-1] == mark else value
        message = "The value goes on after its closing quotation mark: put the whole of it in quotation marks."
        return message, quoted(value)
    closed = value + '"' if mark == '"' else quoted(value)
    return "A quotation mark is opened and not closed.", closed


def _closing(value: str) -> int | None:
    """Find where a quoted value ends."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    match = re.match(pattern, value)
    return match.end() - 1 if match else None


def _escape(value: str) -> _Fix | None:
    if "\\" not in value:
        return None
    message = "A backslash in double quotation marks has a meaning of its own: use single ones."
    return message, quoted(value[1:-1].replace('\\"', '"'))


def _brackets(value: str) -> _Fix:
    if "]" not in value:
        return "A square bracket is opened and not closed.", value + "]"
    if not value.endswith("]"):
        message = "A value cannot begin with [ unless it is a list or stands in quotation marks."
        return message, quoted(value)
    items = [item.strip().strip("\"'") for item in value[1:-1].split(",")]
    message = "Something in this list has to stand in quotation marks."
    return message, "[" + ", ".join(quoted(item) for item in items if item) + "]"


def _marker(line: str) -> _Fix | None:
    if re.match(r"(---|\.\.\.|%)", line):
        return "This line has no meaning here: take it out.", ""
    return None


_RULES: tuple[Callable[[str], _Fix | None], ...] = (_marker, _tab, _at_key, _no_space, _value)


def _misplaced(lines: Sequence[str], number: int) -> Repair | None:
    """Explain a line that stands further in than the field above it, which has a value already."""
    above = next((at for at in range(min(number, len(lines)) - 1, -1, -1) if lines[at].strip()), None)
    if above is None or number >= len(lines) or ":" not in lines[number]:
        return None
    line, field = lines[number], _FIELD.fullmatch(lines[above])
    indentation = len(line) - len(line.lstrip())
    outer = len(lines[above]) - len(lines[above].lstrip())
    if not field or indentation <= outer:
        return None
    if _NAMED.match(line):
        corrected = " " * outer + line.lstrip()
        return Repair(number, indentation, "This line stands further in than the one above it.", corrected, corrected)
    message = "A colon followed by a space cannot stand in an unquoted value: begin the text below, after a >."
    corrected = line.replace(":", " ")
    return Repair(number, line.index(":"), message, corrected, f"{field['lead'].rstrip()} >")


def _without_colon(lines: Sequence[str], trouble: TroubleError) -> Repair | None:
    for number in _suspects(lines, trouble):
        line = lines[number]
        if line.strip() and ":" not in line and not line.lstrip().startswith(("- ", "#")):
            message = "This line has no colon: a field is its name, a colon, a space and its value."
            return Repair(number, len(line) - len(line.lstrip()), message, "", f"name: {line.strip()}")
    return None
