"""What stands inside a sentence and is otherwise with us: addresses, marks, spans, entities, high and low letters.

See: https://github.github.com/gfm/, https://pandoc.org/MANUAL.html#inline-formatting.
"""

from __future__ import annotations

import html
import re

from briefing.importing.markdown.manuscript import Lines, Manuscript, rewritten, shown
from briefing.reading.markdown import Attributes, attributes_at_end
from briefing.writing import all_escaped

__all__ = ["with_plain_inline"]

_SPAN_CLASSES = ("abbr", "q", "sub", "sup")
_SPAN_VALUES = ("lang", "dir", "title")
_TARGET = r"\]\((?:<[^<>\n]*>|[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)(?:\{[^{}\n]*\})?"
"""The brackets behind a link or picture with all that is in them."""
_LEFT_ALONE = rf"{_TARGET}|<[^<>\s][^<>\n]*>|^[ \t>]*\[[^\]\n]+\]:[ \t]+\S+|^[ \t]*:{{3,}}[^\n]*|\{{\{{[^{{}}\n]*\}}\}}"
_ADDRESS = rf"(?P<alone>{_LEFT_ALONE})|(?<![\w/\[@])(?P<address>(?:https?://|www\.)[^\s<>\[\]\"`|]*[^\s<>\[\]\"`|.,;:!?'’”»*_)}}])"
_ENTITY = r"&(?P<entity>#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_SPAN = r"\[(?P<words>[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*)\](?P<braces>\{[^{}\n]*\})"
_LOW = rf"(?P<alone>{_LEFT_ALONE})|(?<=[\w)])~(?P<low>[^\s~\[\]]{{1,40}})~(?!~)"
_HIGH = rf"(?P<alone>{_LEFT_ALONE})|(?<=[\w)])\^(?P<high>[^\s^\[\]]{{1,40}})\^"
_STRUCK = r"~~(?P<struck>(?=\S)[^~]{1,2000}?(?<=\S))~~"
_MARKED = r"(?<!=)==(?P<marked>(?=[^\s=])[^=\n]{1,500}?(?<=\S))==(?!=)"
_EMOJI = rf"(?P<alone>{_LEFT_ALONE})|(?<![\w:]):(?P<emoji>[a-z][a-z0-9_+-]{{1,40}}):(?![\w:])"
_IN_LINE_REMARK = r"<!--(?P<remark>(?:(?!-->|<!--)[\s\S])*+)-->|%%(?P<aside>[^%\n]+)%%"
_ATTRIBUTES = r"(?<=[\])`*_])\{:(?P<kramdown>[^{}\n]*)\}"


def with_plain_inline(lines: Lines, manuscript: Manuscript) -> Lines:
    """Rewrite what is inside sentences, and tell what has no place."""

    def remark(match: re.Match[str], number: int) -> str:
        manuscript.warn(number, f"A remark inside a sentence is left out: {shown(match[0])}")
        return ""

    def attributes(match: re.Match[str], number: int) -> str:
        manuscript.warn(number, f"These attributes have no place in a briefing and are left out: {shown(match[0])}")
        return ""

    def marked(match: re.Match[str], number: int) -> str:
        manuscript.warn(number, f"Words cannot be marked; they are set in bold: {shown(match[0])}")
        return f"**{match['marked']}**"

    def struck(match: re.Match[str], number: int) -> None:
        message = f"Words cannot be struck out; they are printed with the marks: {shown(match[0])}"
        manuscript.warn(number, message, "Take them out, or take the marks away.")

    def emoji(match: re.Match[str], number: int) -> None:
        if match["emoji"]:
            manuscript.warn(number, f"A name of a picture sign is printed as typed: {match[0]}")

    lines = rewritten(lines, _IN_LINE_REMARK, remark)
    lines = rewritten(lines, _ATTRIBUTES, attributes, within="{:")
    lines = rewritten(lines, _SPAN, lambda match, number: _span(match, number, manuscript), within="]{")
    lines = rewritten(lines, _ENTITY, _entity, within="&")
    lines = rewritten(lines, _STRUCK, struck, within="~~")
    lines = rewritten(lines, _LOW, lambda match, _: match["low"] and f"[{match['low']}]{{.sub}}", within="~")
    lines = rewritten(lines, _HIGH, lambda match, _: match["high"] and f"[{match['high']}]{{.sup}}", within="^")
    lines = rewritten(lines, _MARKED, marked, within="==")
    lines = rewritten(lines, _EMOJI, emoji, within=":")
    lines = rewritten(lines, _ADDRESS, lambda match, _: _address(match["address"]), within="http")
    return rewritten(lines, _ADDRESS, lambda match, _: _address(match["address"]), within="www.")


def _address(typed: str | None) -> str | None:
    if not typed:
        return None
    return f"<{typed}>" if typed.startswith("http") else f"[{typed}](https://{typed})"


def _entity(match: re.Match[str], number: int) -> str | None:
    """Write a letter for its name; one that would be a mark is escaped."""
    letter = html.unescape(match[0])
    if letter == match[0] or not (letter.isprintable() or letter == "\N{NO-BREAK SPACE}"):
        return None
    return all_escaped(letter)


def _span(match: re.Match[str], number: int, manuscript: Manuscript) -> str | None:
    """Keep of a span's attributes those that we have; of ``.smallcaps`` and the like only the words stay."""
    _, found = attributes_at_end(f" {match['braces']}")
    if found is None:
        return None
    kept = _kept_attributes(found)
    if len(kept) == len(found.classes) + len(found.values) + bool(found.id):
        return None
    manuscript.warn(number, f"These attributes have no place in a briefing: {shown(match[0])}")
    return f"[{match['words']}]{{{' '.join(kept)}}}" if kept else match["words"]


def _kept_attributes(found: Attributes) -> list[str]:
    kept = [f"#{found.id}"] if found.id else []
    kept += [f".{name}" for name in found.classes if name in _SPAN_CLASSES]
    values = (name for name in _SPAN_VALUES if name in found.values and (name != "title" or ".abbr" in kept))
    return [*kept, *(f'{name}="{found.values[name]}"' for name in values)]
