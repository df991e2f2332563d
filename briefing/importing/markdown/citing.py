"""Citations and references within a text as Pandoc and Quarto have them.

A key outside of brackets names the author in the sentence; ``@fig-x`` leads to a picture of the text. See:
https://pandoc.org/MANUAL.html#citation-syntax, https://quarto.org/docs/authoring/cross-references.html.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, rewritten, shown
from briefing.reading.markdown import attributes_at_end

__all__ = ["with_plain_citations"]

_KEY = r"(?P<key>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*)"
_LOCATOR = r"(?:[ ]\[(?P<locator>[^\[\]@\n]{1,200})\])?"
_IN_TEXT = rf"(?<![\w\[;@/.\\-])(?P<less>-?)@(?:\{{(?P<braced>[^{{}}\s]+)\}}|{_KEY}){_LOCATOR}"
_BRACKETS = r"\[(?P<group>[^\[\]\n@]*@[^\[\]\n]*)\](?!\()"
_CROSS = re.compile(r"(?:fig|tbl|sec|eq|lst|exm|thm)-[\w-]+")
_IDENTIFIED = re.compile(r"\{[^{}]*#(?P<id>(?:fig|tbl|sec|eq|lst)-[\w-]+)[^{}]*\}")
_PICTURE = re.compile(r"!\[(?P<words>[^\[\]]*)\]")
_CAPTION = re.compile(r'caption="(?P<words>[^"]*)"')


def with_plain_citations(lines: Lines, manuscript: Manuscript, authors: Mapping[str, str]) -> Lines:
    """Put citations into brackets; ``authors`` are the names for a sentence, of each source that is known."""
    places = _places(lines)

    def in_text(match: re.Match[str], number: int) -> str | None:
        key = match["braced"] or match["key"]
        if _CROSS.fullmatch(key):
            return _crossing(key, match, number, manuscript, places)
        if key not in authors:
            return None
        locator = f", {match['locator']}" if match["locator"] else ""
        name = "" if match["less"] else f"{authors[key]} "
        return f"{name}[@{key}{locator}]"

    def grouped(match: re.Match[str], number: int) -> str | None:
        keys = re.findall(r"-?@([\w-]+)", match["group"])
        if not keys or not all(_CROSS.fullmatch(key) for key in keys):
            return match[0]  # citations of ours; what stands in them is not in the text
        return "; ".join(_crossing(key, match, number, manuscript, places) for key in keys)

    pattern = rf"(?P<brackets>{_BRACKETS})|<[^<>\s]+>|\]\([^()\s]*\)|{_IN_TEXT}"

    def either(match: re.Match[str], number: int) -> str | None:
        if match["brackets"]:
            return grouped(match, number)
        return in_text(match, number) if match["key"] or match["braced"] else None

    return rewritten(lines, pattern, either, within="@")


def _places(lines: Lines) -> Mapping[str, str]:
    """Find what references may lead to: the words of each heading, picture and table by its name."""
    found: dict[str, str] = {}
    for line in lines:
        for match in _IDENTIFIED.finditer(line.text):
            found.setdefault(match["id"], _words(line))
    return found


def _words(line: Line) -> str:
    caption, picture = _CAPTION.search(line.text), _PICTURE.search(line.text)
    words = caption["words"] if caption else picture["words"] if picture else attributes_at_end(line.text)[0]
    return re.sub(r"^(?:#{1,6}|(?:Table)?:)\s+", "", words.strip()).rstrip(".")


def _crossing(key: str, match: re.Match[str], number: int, manuscript: Manuscript, places: Mapping[str, str]) -> str:
    """Write a reference as a link with the words of what it leads to: there are no numbers to name."""
    words = places.get(key, "")
    if not words:
        manuscript.warn(number, f"Nothing in this text has the name {key}; the reference is printed as typed.")
        return match[0] if not match["brackets"] else shown(match["group"])
    manuscript.warn(number, f"Figures and tables have no numbers here; {match[0]} is now a link with its words.")
    return f"[{words}](#{key})"
