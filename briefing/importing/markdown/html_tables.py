"""Tables of HTML inside of Markdown → tables with bars."""

from __future__ import annotations

import re

import lxml.html
from lxml.etree import LxmlError

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, verbatim
from briefing.importing.trees import Surroundings, elements_of
from briefing.writing import as_markdown

__all__ = ["with_html_tables"]

_BEGINS = re.compile(r" {0,3}<table\b", re.IGNORECASE)
_ENDS = re.compile(r"</table\s*>(?P<rest>.*)$", re.IGNORECASE)
_LONGEST = 400
"""Lines of one table."""


def with_html_tables(lines: Lines, manuscript: Manuscript) -> Lines:
    """Rewrite each table that has its lines for itself; one within another stays as it is."""
    kept, out, index = verbatim(lines), Lines(), 0
    while index < len(lines):
        end = 0 if kept[index] or not _BEGINS.match(lines[index].text) else _end(lines, index)
        made = _written("\n".join(line.text for line in lines[index:end]), manuscript.file) if end else ""
        if made:
            number = lines[index].number
            out += [Line(text, number) for text in ("", *made.split("\n"), "")]
        else:
            out.append(lines[index])
        index = end if made else index + 1
    return out


def _end(lines: Lines, start: int) -> int:
    """Find the line after a table; 0 where it goes on with something else, or holds another one."""
    for index in range(start, min(len(lines), start + _LONGEST)):
        if index > start and _BEGINS.match(lines[index].text):
            return 0
        if found := _ENDS.search(lines[index].text):
            return 0 if found["rest"].strip() else index + 1
    return 0


def _written(typed: str, file: str) -> str:
    """Write a table; empty where it is none after all."""
    try:
        root = lxml.html.fragment_fromstring(typed, create_parent="div")
    except (LxmlError, ValueError):
        return ""
    elements = elements_of(root, Surroundings(file))
    if [element.tag for element in elements] != ["table"] or "<img" in typed.lower():
        return ""
    return as_markdown(elements, {}).text.strip("\n")
