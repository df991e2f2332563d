"""Tables as Pandoc draws them → tables with bars, as every Markdown has them.

Grid tables, simple tables and multiline tables; see https://pandoc.org/MANUAL.html#tables. A cell of a table with bars
holds one text: what stood on several lines of a cell is joined, and told where it was more than one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, shown, verbatim

__all__ = ["with_plain_tables"]

_GRID = re.compile(r" {0,3}\+(?:[-=:]+\+)+[ \t]*$")
_RULES = re.compile(r" *-+(?: +-+)+ *$")
_WHOLE_RULE = re.compile(r" {0,3}-{5,} *$")
_BLOCKS = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S|```|#{1,6} ")
_LONGEST = 400
"""Lines of one table."""
_COLONS = {(True, True): ":--:", (False, True): "--:", (True, False): ":--", (False, False): "---"}


class _Table(NamedTuple):
    """A table as it was found."""

    end: int
    """Index of the line after it."""
    head: Sequence[str]
    """Cells of the row above the others; empty where there is none."""
    rows: Sequence[tuple[int, Sequence[str]]]
    """Cells of each row, with the number of its first line."""
    alignments: Sequence[str]
    lost: str = ""
    """What had more in it than a cell can hold."""


def with_plain_tables(lines: Lines, manuscript: Manuscript) -> Lines:
    """Rewrite every table that is drawn otherwise."""
    kept = verbatim(lines)
    out: Lines = []
    index = 0
    while index < len(lines):
        table = None if kept[index] else _grid(lines, index) or _multiline(lines, index) or _simple(lines, index)
        if table is None:
            out.append(lines[index])
            index += 1
            continue
        if table.lost:
            message = "A cell of this table holds more than one paragraph or a list; its parts are joined:"
            manuscript.warn(lines[index].number, f"{message} {shown(table.lost)}", "Look at the table.")
        out += _written(table, lines[index].number)
        index = table.end
    return out


def _written(table: _Table, number: int) -> Lines:
    width = max(len(table.alignments), 1)
    head = table.head or [""] * width
    rows = [(number, head), (number, table.alignments), *table.rows]
    return [Line(f"| {' | '.join(cells)} |", place) for place, cells in rows]


def _cell(texts: Sequence[str]) -> str:
    return " ".join(" ".join(texts).split()).replace("\\|", "|").replace("|", "\\|")


def _grid(lines: Lines, start: int) -> _Table | None:
    if not _GRID.match(lines[start].text):
        return None
    end = start + 1
    while end < min(len(lines), start + _LONGEST) and lines[end].text.strip()[:1] in ("|", "+"):
        end += 1
    block = [line.text.rstrip() for line in lines[start:end]]
    bounds = [place for place, sign in enumerate(block[0]) if sign == "+"]
    regular = all(len(text) > bounds[-1] and all(text[place] in "|+" for place in bounds) for text in block)
    if not regular or not _GRID.match(block[-1]) or len(block) < 3:
        return None
    rows: list[tuple[int, list[str]]] = []
    head: Sequence[str] = ()
    lost = ""
    rule = block[0]
    for ruled, group in groupby(enumerate(block), key=lambda each: bool(_GRID.match(each[1]))):
        inside = [(index, text) for index, text in group]
        if ruled:
            rule = rule if "=" in rule else inside[-1][1]
            if "=" in inside[-1][1] and len(rows) == 1 and not head:
                head = rows.pop()[1]
            continue
        cells = [[text[left + 1 : right] for _, text in inside] for left, right in pairwise(bounds)]
        lost = lost or next((" ".join(cell) for cell in cells if _is_more(cell)), "")
        rows.append((lines[start + inside[0][0]].number, [_cell(cell) for cell in cells]))
    colons = [rule[left + 1 : right] for left, right in pairwise(bounds)]
    aligned = [_COLONS[each.startswith(":"), each.endswith(":")] for each in colons]
    return _Table(end, head, rows, aligned, lost) if rows else None


def _is_more(cell: Sequence[str]) -> bool:
    """Tell whether a cell holds more than one paragraph."""
    texts = [text.strip() for text in cell]
    inner = "\n".join(texts).strip().split("\n")
    return "" in inner or any(_BLOCKS.match(text) for text in texts)


def _simple(lines: Lines, start: int) -> _Table | None:
    """A line of words above dashes, or dashes above and below the rows."""
    if start and lines[start - 1].text.strip():
        return None
    headless = bool(_RULES.match(lines[start].text))
    place = start if headless else start + 1
    if place >= len(lines) or not lines[start].text.strip() or not _RULES.match(lines[place].text):
        return None
    end = place + 1
    limit = min(len(lines), start + _LONGEST)
    while end < limit and lines[end].text.strip() and not _is_rule(lines[end].text):
        end += 1
    closed = end < limit and _is_rule(lines[end].text)
    if end == place + 1 or (headless and not closed):
        return None
    spans = _spans(lines[place].text)
    body = lines[place + 1 : end]
    if _crosses([*(line.text for line in body), lines[start].text], spans):
        return None
    head = [] if headless else [_cell([text]) for text in _cut(lines[start].text, spans)]
    rows = [(line.number, [_cell([text]) for text in _cut(line.text, spans)]) for line in body]
    aligned = _alignments((body[0] if headless else lines[start]).text, lines[place].text)
    return _Table(end + 1 if closed else end, head, rows, aligned)


def _multiline(lines: Lines, start: int) -> _Table | None:
    """Rows with empty lines between them, inside two rules."""
    headless = bool(_RULES.match(lines[start].text))
    if not (headless or _WHOLE_RULE.match(lines[start].text)) or (start and lines[start - 1].text.strip()):
        return None
    limit = min(len(lines), start + _LONGEST)
    place = start if headless else next((i for i in range(start + 1, limit) if _stops_a_head(lines[i].text)), limit)
    if place >= limit or not _RULES.match(lines[place].text) or (not headless and place == start + 1):
        return None
    end = next((i for i in range(place + 1, limit) if _is_rule(lines[i].text)), limit)
    empty = [i for i in range(place + 1, end) if not lines[i].text.strip()]
    if end >= limit or (headless and not empty) or (end + 1 < len(lines) and lines[end + 1].text.strip()):
        return None
    spans = _spans(lines[place].text)
    if _crosses([line.text for line in (*lines[start + 1 : place], *lines[place + 1 : end])], spans):
        return None
    rows = []
    for blank, group in groupby(lines[place + 1 : end], key=lambda line: not line.text.strip()):
        row = list(group)
        if not blank:
            rows.append((row[0].number, _joined([line.text for line in row], spans)))
    head = [] if headless else _joined([line.text for line in lines[start + 1 : place]], spans)
    aligned = _alignments(lines[place + 1 if headless else place - 1].text, lines[place].text)
    return _Table(end + 1, head, rows, aligned) if rows else None


def _stops_a_head(text: str) -> bool:
    return not text.strip() or _is_rule(text)


def _is_rule(text: str) -> bool:
    return bool(_RULES.match(text) or _WHOLE_RULE.match(text))


def _spans(rule: str) -> list[tuple[int, int | None]]:
    """Find where the columns begin; each goes on to the next one."""
    starts = [found.start() for found in re.finditer(r"-+", rule)]
    return [*pairwise([0, *starts[1:]]), (starts[-1], None)]


def _crosses(texts: Sequence[str], spans: Sequence[tuple[int, int | None]]) -> bool:
    """Tell whether a word stands in two columns, so that these are no columns."""
    return any(text[start - 1 : start].strip() for text in texts for start, _ in spans[1:])


def _cut(text: str, spans: Sequence[tuple[int, int | None]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _joined(texts: Sequence[str], spans: Sequence[tuple[int, int | None]]) -> list[str]:
    columns = zip(*(_cut(text, spans) for text in texts), strict=True)
    return [_cell([each.strip() for each in column]) for column in columns]


def _alignments(words: str, rule: str) -> list[str]:
    """Read the alignment of each column: words flush with the dashes on one side are aligned there."""
    found = []
    for dashes in re.finditer(r"-+", rule):
        text = words[dashes.start() : dashes.end()].ljust(dashes.end() - dashes.start())
        left, right = not text[:1].isspace(), not text[-1:].isspace()
        found.append("---" if left == right and left else _COLONS[left or not right, right or not left])
    return found
