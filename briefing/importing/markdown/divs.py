"""Blocks that other tools set apart → our fenced blocks.

Quarto's and Pandoc's fenced divs, callouts, the alerts of GitHub and Obsidian, and MkDocs' admonitions. A callout is a
``box``; of a div without a place the fences are taken away, and what stands between them stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, shown, verbatim
from briefing.reading.markdown import Attributes, Fence, find_fences
from briefing.writing import CHANGED_NAMES

__all__ = ["without_foreign_divs"]

_OURS = (
    "summary",
    "figures",
    "asks",
    "timeline",
    "chart",
    "box",
    "handout",
    "postcard",
    "local",
    "keep",
    "corrections",
)
_FENCE = re.compile(r"[ \t]*:{3,}")
_CALLOUT = re.compile(r"(?:callout-)?(note|tip|warning|important|caution|info|danger|hint|example|quote|admonition)")
_ALERT = re.compile(r" {0,3}>[ \t]*\[!(?P<kind>[\w-]+)\][-+]?[ \t]*(?P<title>.*)$")
_QUOTED = re.compile(r" {0,3}> ?")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]+)(?:[ \t]+\"(?P<title>[^\"]*)\")?[ \t]*$")
_INDENTED = re.compile(r"(?: {4}|\t)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<words>\S.*)$")


def without_foreign_divs(lines: Lines, manuscript: Manuscript) -> Lines:
    """Rewrite every block that has another name with us, or none."""
    lines = list(_with_alerts(lines, manuscript))
    lines = list(_with_admonitions(lines, manuscript))
    return _with_divs(lines, manuscript)


def _with_alerts(lines: Sequence[Line], manuscript: Manuscript) -> Iterator[Line]:
    """``> [!NOTE]`` and the quotation below it → a box."""
    kept, index = verbatim(lines), 0
    while index < len(lines):
        line = lines[index]
        alert = None if kept[index] else _ALERT.match(line.text)
        if alert is None:
            yield line
            index += 1
            continue
        end = index + 1
        while end < len(lines) and _QUOTED.match(lines[end].text):
            end += 1
        inside = [Line(_QUOTED.sub("", each.text, count=1), each.number) for each in lines[index + 1 : end]]
        if alert["title"].strip():
            _tell_kind(line, manuscript)
        yield from _box(alert["title"].strip() or alert["kind"].capitalize(), inside, line.number)
        index = end


def _with_admonitions(lines: Sequence[Line], manuscript: Manuscript) -> Iterator[Line]:
    """``!!! note "Title"`` and what is indented below it → a box."""
    index = 0
    while index < len(lines):
        line = lines[index]
        found = _ADMONITION.match(line.text)
        if found is None:
            yield line
            index += 1
            continue
        end = index + 1
        while end < len(lines) and (_INDENTED.match(lines[end].text) or not lines[end].text.strip()):
            end += 1
        inside = [Line(_INDENTED.sub("", each.text, count=1), each.number) for each in lines[index + 1 : end]]
        title = found["kind"].capitalize() if found["title"] is None else found["title"]
        if found["title"] is not None:
            _tell_kind(line, manuscript)
        yield from _box(title, inside, line.number)
        index = end


def _tell_kind(line: Line, manuscript: Manuscript) -> None:
    manuscript.warn(line.number, f"A box has a title and no kind: {shown(line.text)}")


def _box(title: str, inside: Sequence[Line], number: int) -> Iterator[Line]:
    if not any(line.text.strip() for line in inside):
        inside = [Line(title, number)]
        title = ""
    yield Line(f"::: box {title}".rstrip(), number)
    yield from inside
    yield Line(":::", inside[-1].number)


def _with_divs(lines: Lines, manuscript: Manuscript) -> Lines:
    if not any(_FENCE.match(line.text) for line in lines):
        return lines
    fences = find_fences([line.text for line in lines])
    out = list(lines)
    for start, fence in fences.opens.items():
        if fence.name == CHANGED_NAMES and fence.closed:  # the field says it, or a question asks for it
            out[start : fence.end + 1] = [Line("", line.number) for line in out[start : fence.end + 1]]
            continue
        opening, closing = _fences_of(fence, out, manuscript)
        out[start] = Line(opening, out[start].number)
        if fence.closed and not closing:
            out[fence.end] = Line("", out[fence.end].number)
        elif not fence.closed and opening:
            message = f"This block is never closed, so its fence is taken away: {shown(lines[start].text)}"
            manuscript.warn(out[start].number, message, "Put a line with ::: where it ends.")
            out[start] = Line(f"**{fence.title}**\n" if fence.title else "", out[start].number)
    for index in fences.stray:
        manuscript.warn(out[index].number, "A line of colons closes no block and is left out.")
        out[index] = Line("", out[index].number)
    return [Line(text, line.number) for line in out for text in line.text.split("\n")]


def _fences_of(fence: Fence, lines: Lines, manuscript: Manuscript) -> tuple[str, bool]:
    """Write the opening line of a block, and tell whether its closing one stays."""
    line = lines[fence.line]
    indent = line.text[: fence.column]
    if fence.name in _OURS:
        return line.text, True
    if _CALLOUT.fullmatch(fence.name):
        title = fence.title or _heading_in(fence, lines) or fence.name.removeprefix("callout-").capitalize()
        return f"{indent}::: box {title}", True
    if fence.name == "pagebreak" or "page-break" in fence.name:
        return "\\newpage", False
    message = f"This block has no place in a briefing; what stands in it is kept: {shown(line.text)}"
    if fence.title and not fence.attributes.values.get("title"):
        manuscript.warn(line.number, message)
        return f"{indent}**{fence.title}**\n", False
    if language := fence.attributes.values.get("lang"):
        if _more_than_language(fence.name, fence.attributes):
            manuscript.warn(line.number, message)
        return f"{indent}::: {{lang={language}}}", True
    manuscript.warn(line.number, message)
    return "", False


def _more_than_language(name: str, attributes: Attributes) -> bool:
    return bool(name or len(attributes.values) > 1)


def _heading_in(fence: Fence, lines: Lines) -> str:
    """Take the heading with which a callout begins, as Quarto has its title."""
    for index in range(fence.line + 1, fence.end):
        heading = _HEADING.match(lines[index].text)
        if heading:
            lines[index] = Line("", lines[index].number)
            return heading["words"].rstrip().rstrip("#").rstrip()
        if lines[index].text.strip():
            break
    return ""
