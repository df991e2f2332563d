"""Lists, lines and examples as Pandoc numbers them → lists as every Markdown has them.

See: https://pandoc.org/MANUAL.html#ordered-lists, #line-blocks, #numbered-example-lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, rewritten, shown, verbatim

__all__ = ["with_plain_lists"]

_EXAMPLE = re.compile(r"(?P<indent> {0,3})\(@(?P<label>[\w-]*)\)(?P<gap>[ \t]+)(?P<words>\S.*)$")
_AUTOMATIC = re.compile(r"(?P<indent>[ \t]*)#\.(?P<gap>[ \t]+)(?P<words>\S.*)$")
_FANCY = re.compile(
    r"(?P<indent> {0,3})(?P<open>\(?)(?P<count>[ivxlc]{1,6}|[IVXLC]{1,6}|[a-z]|[A-Z]|\d{1,9})"
    r"(?P<close>[.)])(?P<gap>[ \t]+)(?P<words>\S.*)$"
)
_LINE = re.compile(r" {0,3}\| (?P<words>.*)$")
_DEFINITION = re.compile(r"(?: {1,2}[:~]|~)(?=[ \t]+\S)")
_TASK = re.compile(r"(?P<item>[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[(?P<done>[ xX])\][ \t]+(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def with_plain_lists(lines: Lines, manuscript: Manuscript) -> Lines:
    """Rewrite lists that are numbered otherwise, lines that are kept apart, and tasks."""
    lines = _examples(lines, manuscript)
    lines = list(_fancy(lines, manuscript))
    lines = list(_line_blocks(lines))
    lines = list(_definitions(lines))
    return _tasks(lines, manuscript)


def _examples(lines: Lines, manuscript: Manuscript) -> Lines:
    """``(@good) …`` counts through the whole text; ``(@good)`` in a sentence is its number."""
    numbers: dict[str, int] = {}
    count = 0
    out: Lines = []
    for line, kept in zip(lines, verbatim(lines), strict=True):
        found = None if kept else _EXAMPLE.match(line.text)
        automatic = None if kept or found else _AUTOMATIC.match(line.text)
        if found:
            count += 1
            numbers[found["label"]] = count
            if found["label"]:
                manuscript.warn(line.number, f"The example (@{found['label']}) is now the plain number {count}.")
            line = line._replace(text=f"{found['indent']}{count}.{found['gap']}{found['words']}")
        elif automatic:
            line = line._replace(text=f"{automatic['indent']}1.{automatic['gap']}{automatic['words']}")
        out.append(line)
    numbers.pop("", None)
    return rewritten(out, r"\(@(?P<label>[\w-]+)\)", lambda match, _: _number(match, numbers), within="(@")


def _number(match: re.Match[str], numbers: Mapping[str, int]) -> str | None:
    number = numbers.get(match["label"])
    return f"({number})" if number else None


def _fancy(lines: Lines, manuscript: Manuscript) -> Iterator[Line]:
    """``a)``, ``(1)`` and ``iv.``: a list from two items on that follow each other."""
    kept, index = verbatim(lines), 0
    while index < len(lines):
        items = [] if kept[index] or (index and lines[index - 1].text.strip()) else _items(lines, index)
        if len(items) < 2:
            yield lines[index]
            index += 1
            continue
        typed = ", ".join(lines[place].text.split()[0] for place in items)
        manuscript.warn(lines[index].number, f'The items of this list get plain numbers instead of "{typed}".')
        first, end = _first_of(lines, items), items[-1] + 1
        for place in range(index, end):
            yield _renumbered(lines[place], first + items.index(place)) if place in items else lines[place]
        index = end


def _items(lines: Lines, start: int) -> list[int]:
    """Find the items of a list of letters or Roman numerals, or of numbers in brackets, that begins on a line."""
    first = _FANCY.match(lines[start].text)
    if first is None or (first["count"].isdecimal() and not first["open"]):
        return []
    if first["count"].isupper() and first["close"] == "." and len(first["gap"]) < 2:
        return []  # an initial, as Pandoc has it
    items, expected = [], set(_values(first["count"]))
    for index in range(start, min(len(lines), start + 2_000)):
        found = _FANCY.match(lines[index].text)
        if found and found["close"] == first["close"] and expected & set(_values(found["count"])):
            expected = {each + 1 for each in expected & set(_values(found["count"]))}
            items.append(index)
        elif lines[index].text.strip() and not lines[index].text[:1].isspace() and not lines[index - 1].text.strip():
            break
    return items


def _values(count: str) -> Iterator[int]:
    """Yield what a numeral may stand for: a number, a letter, a Roman numeral."""
    if count.isdecimal():
        yield int(count)
        return
    low = count.lower()
    if len(low) == 1:
        yield ord(low) - ord("a") + 1
    if set(low) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in low]
        pairs = zip(values, [*values[1:], 0], strict=True)
        yield sum(-value if value < following else value for value, following in pairs)


def _first_of(lines: Lines, items: list[int]) -> int:
    """Read the first numeral of a list, by the second where it may be a letter or a Roman one."""
    first, second = (_FANCY.match(lines[place].text) for place in items[:2])
    both = {each - 1 for each in _values(second["count"])} if second else set[int]()
    return next(each for each in _values(first["count"]) if each in both) if first else 1


def _renumbered(line: Line, number: int) -> Line:
    found = _FANCY.match(line.text)
    return line._replace(text=f"{found['indent']}{number}.{found['gap']}{found['words']}") if found else line


def _line_blocks(lines: Lines) -> Iterator[Line]:
    """``| words``: lines that end where they were typed to end."""
    kept = verbatim(lines)
    for index, line in enumerate(lines):
        if kept[index] or not _is_line_block(lines, index):
            yield line
            continue
        found = _LINE.match(line.text)
        words = found["words"] if found else ""
        indent = len(words) - len(words.lstrip(" "))
        text = "\N{NO-BREAK SPACE}" * indent + words.strip()
        more = index + 1 < len(lines) and bool(_LINE.match(lines[index + 1].text)) and text
        yield line._replace(text=f"{text}\\" if more else text)


def _is_line_block(lines: Lines, index: int) -> bool:
    """Tell a line of verse from a row of a table, which ends with a bar or stands above dashes."""
    text = lines[index].text
    if not _LINE.match(text):
        return False
    start = index
    while start > 0 and start > index - 100 and _LINE.match(lines[start - 1].text):
        start -= 1
    return all("|" not in line.text.replace("|", "", 1) for line in lines[start : index + 2] if _LINE.match(line.text))


def _definitions(lines: Lines) -> Iterator[Line]:
    """``  ~ words``: a definition at the margin, where a second one of a term does not stand in the first."""
    for line, kept in zip(lines, verbatim(lines), strict=True):
        found = None if kept else _DEFINITION.match(line.text)
        yield line._replace(text=f":{line.text[found.end() :]}") if found else line


def _tasks(lines: Lines, manuscript: Manuscript) -> Lines:
    """Tell of boxes to tick; they stay as typed."""
    for line, kept in zip(lines, verbatim(lines), strict=True):
        if not kept and _TASK.match(line.text):
            message = f"A box to tick is printed as typed: {shown(line.text)}"
            manuscript.warn(line.number, message)
    return lines
