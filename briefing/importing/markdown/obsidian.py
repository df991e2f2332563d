"""What Obsidian and its plugin Dataview write for themselves → left out or as typed, and told.

See: https://help.obsidian.md/links#Link+to+a+block+in+a+note,
https://blacksmithgu.github.io/obsidian-dataview/annotation/add-metadata/.
"""

from __future__ import annotations

import re

from briefing.importing.markdown.manuscript import CODE_FENCE, Lines, Manuscript, rewritten, shown, verbatim

__all__ = ["without_block_names"]

_BLOCK_NAME = r"(?:^|(?<=[^\d\s])[ \t]+)(?P<name>\^[A-Za-z0-9-]+)[ \t]*$"
_FIELD = r"(?:^[ \t>]*(?:[-*+][ \t]+)?|[\[(])(?P<field>[A-Za-z][\w -]{0,40})::(?=[ \t])"
_QUERY = re.compile(r"dataview(?:js)?$")


def without_block_names(lines: Lines, manuscript: Manuscript) -> Lines:
    """Leave out the names of blocks, which only links of Obsidian need; tell of them, of fields and of queries."""

    def name(match: re.Match[str], number: int) -> str:
        message = f"This name of a block has no place in a briefing and is left out: {match['name']}"
        manuscript.warn(number, message)
        return ""

    def field(match: re.Match[str], number: int) -> None:
        message = f"This field inside the text is printed as typed: {shown(match['field'])}::"
        manuscript.warn(number, message, "Write it as a sentence, or take it out.")

    _tell_queries(lines, manuscript)
    lines = rewritten(lines, _BLOCK_NAME, name, within="^")
    return rewritten(lines, _FIELD, field, within="::")


def _tell_queries(lines: Lines, manuscript: Manuscript) -> None:
    code = verbatim(lines)
    for index, line in enumerate(lines):
        opening = CODE_FENCE.match(line.text)
        if opening and code[index] and _QUERY.match(opening["info"].strip()):
            message = "What this query of Dataview would find is not known. It is printed as code."
            manuscript.warn(line.number, message, "Put its result in its place.")
