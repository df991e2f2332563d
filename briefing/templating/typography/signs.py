"""All that is set otherwise in one line of text, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.templating.typography.addresses import without_addresses
from briefing.templating.typography.dashes import dash, ellipsis
from briefing.templating.typography.language import language_of
from briefing.templating.typography.line import Change, Line, changed
from briefing.templating.typography.quotes import quotation_marks
from briefing.templating.typography.spaces import space

__all__ = ["changes_in", "typeset_text"]

_SIGN = re.compile(
    r"""[ "'.-](?:
        (?<=["'])
      | (?<=\.)\.\.+
      | (?<=-)-*
      | (?<=[ ])(?:
            (?=[^\Wa-z_]|[;:!?»%‰°€$£¥])          # before a figure, a capital, a sign
          | (?<=[\d.«§¶€$£¥%][ ])                # after a figure, an abbreviation, a sign
          | (?<=\b\w[ ]) | (?<=\d\w\w[ ])        # after a word of one letter, after 1er, 2nd
        )
    )""",
    re.VERBOSE,
)


def typeset_text(text: str, language: str) -> str:
    """Set a text that stands for itself, in a language given by its BCP 47 tag."""
    return changed(text, changes_in(Line(text, ((0, language_of(language)),))))


def changes_in(line: Line) -> list[Change]:
    """Find what is changed in a line, in reading order; no two changes overlap."""
    first = _SIGN.search(line.text)
    if not first or not any(language.is_known for _, language in line.languages):
        return []
    line = line._replace(text=without_addresses(line.text))
    quotes: list[int] = []
    found = [*_without_quotes(line, first.start(), quotes)]
    return sorted((*found, *quotation_marks(line, quotes))) if quotes else found


def _without_quotes(line: Line, start: int, quotes: list[int]) -> Iterator[Change]:
    for found in _SIGN.finditer(line.text, start):
        at, end = found.span()
        if not line.language(at).is_known:
            continue
        match line.text[at]:
            case " ":
                yield from space(line, at)
            case "-":
                yield from dash(line, at, end)
            case ".":
                yield from ellipsis(at, end)
            case _:
                quotes.append(at)
