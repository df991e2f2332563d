"""Rules of our own for the Markdown parser, for blocks: fenced divs, page breaks, comments, captions of tables.

Each has the parser's signature: state, first line, line after the last, and whether only to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, table
from mdit_py_plugins.deflist import deflist_plugin

from briefing.reading.markdown.fences import Fences

__all__ = ["CAPTION", "FENCES", "block_rules"]

FENCES = "briefing-fences"
"""Name under which the parser's environment holds the ``Fences`` of the text."""
CAPTION = re.compile(r"(?:Table)?:[ \t]+(?=\S)")

_PAGE_BREAK = re.compile(r"(?:\\newpage|\\pagebreak|\{\{<[ \t]*pagebreak[ \t]*>\}\})[ \t]*$")
_FENCE = re.compile(r":{3,}")
_BRACKETED = re.compile(r"\[([-\dXYTZ~?%:., ]{4,100})\]:")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}

_Rule = Callable[[StateBlock, int, int, bool], bool]


def block_rules(parser: MarkdownIt) -> None:
    """Teach a parser our blocks."""
    ruler = parser.block.ruler
    parser.use(deflist_plugin)
    ruler.at("deflist", _spare_captions(_rule_called(parser, "deflist")), {"alt": ["paragraph", "reference"]})
    ruler.at("reference", _spare_dates(_rule_called(parser, "reference")))
    ruler.before("table", "fenced_div", _fenced_div, _INTERRUPTS)
    ruler.before("table", "page_break", _page_break, _INTERRUPTS)
    ruler.before("table", "comment", _comment, _INTERRUPTS)
    ruler.before("table", "caption", _caption, {"alt": ["blockquote"]})


def _rule_called(parser: MarkdownIt, name: str) -> _Rule:
    return next(rule.fn for rule in parser.block.ruler.__rules__ if rule.name == name)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _fences(state: StateBlock) -> Fences:
    fences: Fences = state.env[FENCES]
    return fences


def _fenced_div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or not _FENCE.match(_line(state, start)):
        return False
    fence = _fences(state).opens.get(start)
    if fence is None and start not in _fences(state).closes:
        return False
    if silent or fence is None:
        state.line = state.line if silent else start + 1
        return True
    opening = state.push("div_open", "div", 1)
    opening.map = [start, min(fence.after, end)]
    opening.meta = {"fence": fence}
    last, parent = state.lineMax, state.parentType
    # paragraphs read on to lineMax, whatever line they were told to end at
    state.lineMax = min(fence.end, end)
    state.parentType = "div"
    state.md.block.tokenize(state, start + 1, state.lineMax)
    state.lineMax, state.parentType = last, parent
    state.push("div_close", "div", -1)
    state.line = max(min(fence.after, end), start + 1)
    return True


def _page_break(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or not _PAGE_BREAK.match(_line(state, start)):
        return False
    if not silent:
        state.push("page_break", "", 0).map = [start, start + 1]
        state.line = start + 1
    return True


def _comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    after = _fences(state).comments.get(start)
    if after is None or state.is_code_block(start) or not _line(state, start).startswith("<!--"):
        return False
    if not silent:
        state.line = min(after, end)
    return True


def _caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take ``: Words`` directly before or after a table as its caption."""
    if state.is_code_block(start) or not CAPTION.match(_line(state, start)):
        return False
    if silent:
        return state.parentType == "table"
    after = _caption_end(state, start, end)
    follows_table = bool(state.tokens) and state.tokens[-1].type == "table_close"
    if not follows_table and not _is_table(state, state.skipEmptyLines(after), end):
        return False
    token = state.push("caption", "", 0)
    token.content = state.getLines(start, after, state.blkIndent, keepLastLF=False).strip()
    token.map = [start, after]
    state.line = after
    return True


def _caption_end(state: StateBlock, start: int, end: int) -> int:
    line = start + 1
    while line < end and not state.isEmpty(line) and not _is_table(state, line, end):
        line += 1
    return line


def _is_table(state: StateBlock, line: int, end: int) -> bool:
    return line < end and table(state, line, end, silent=True)


def _spare_captions(deflist: _Rule) -> _Rule:
    """Keep a paragraph from becoming a term where the line after it is the caption of a table."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        line = start + 2
        if not silent and line < end and state.isEmpty(start + 1) and CAPTION.match(_line(state, line)):
            after = state.skipEmptyLines(_caption_end(state, line, end))
            if _is_table(state, after, end):
                return False
        return deflist(state, start, end, silent)

    return rule


def _spare_dates(reference: _Rule) -> _Rule:
    """Keep the date of an event from becoming the target of a link: "[1667,1668]: War", one of several years."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        label = _BRACKETED.match(_line(state, start))
        if label and ("," in label[1] or ".." in label[1]):
            return False
        return reference(state, start, end, silent)

    return rule
