"""Rules of our own for the Markdown parser, inside text: notes, spans, pictures, citations, waivers, fields.

Each has the parser's signature: state, and whether only to look. Every token that becomes an element carries
``meta["at"]``, the offset at which it was typed. A token ``typed`` is text that looks like one of our constructs and
is none, with a diagnostic that says so.

What begins with a bracket answers no when only looked at: the parser looks for links inside the words of a link, which
may not be, and our constructs may.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline, autolink, backtick, emphasis, image, link

from briefing.errors import Diagnostic
from briefing.reading.markdown.attributes import attributes_at
from briefing.reading.markdown.citations import citation_at, field_at, waiver_at
from briefing.reading.spelling import did_you_mean

__all__ = ["inline_rules", "labels_in"]

_MARKER = re.compile(r"\[\^([^\s\[\]]+)\]")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_PICTURE_WITH_SPACES = re.compile(
    r"!\[[^\[\]]*\]\((?P<name>[^()<>\"\n]*\s[^()<>\"\n]*\.(?:png|jpe?g))[^()\n]*\)", re.IGNORECASE
)

_Rule = Callable[[StateInline, bool], bool]


def inline_rules(parser: MarkdownIt) -> None:
    """Teach a parser our inline constructs."""
    ruler = parser.inline.ruler
    for name, rule in (
        ("backticks", backtick),
        ("emphasis", emphasis.tokenize),
        ("link", link),
        ("autolink", autolink),
    ):
        ruler.at(name, _placed(rule))
    ruler.at("image", _picture)
    ruler.before("link", "note", _note)
    ruler.before("link", "marker", _marker)
    ruler.after("link", "waiver", _waiver)
    ruler.after("waiver", "citation", _citation)
    ruler.after("citation", "span", _span)
    ruler.after("image", "field", _field)
    ruler.after("field", "comment", _comment)


def labels_in(text: str) -> tuple[str, ...]:
    """List the labels of notes that the markers of a text may name, each once, in the order typed."""
    return tuple(dict.fromkeys(_MARKER.findall(text)))


def _placed(rule: _Rule) -> _Rule:
    """Let a rule of the parser write down where its tokens were typed."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            for token in state.tokens[before:]:
                token.meta.setdefault("at", start)
        return found

    return placed


def _push(state: StateInline, silent: bool, end: int, kind: str, **meta: object) -> bool:
    """Push a token without content that ends at an offset."""
    if not silent:
        state.push(kind, "", 0).meta = {"at": state.pos, **meta}
    state.pos = end
    return True


def _push_typed(state: StateInline, silent: bool, end: int, problem: Diagnostic) -> bool:
    """Pass text on as it stands, with what is wrong about it."""
    return _push(state, silent, end, "typed", text=state.src[state.pos : end], problem=problem)


def _push_around(state: StateInline, kind: str, label: tuple[int, int], **meta: object) -> None:
    """Push an element with the text between two offsets inside it."""
    start, last = state.pos, state.posMax
    state.push(f"{kind}_open", "", 1).meta = {"at": start, **meta}
    state.pos, state.posMax = label
    state.md.inline.tokenize(state)
    state.push(f"{kind}_close", "", -1)
    state.posMax = last


def _note(state: StateInline, silent: bool) -> bool:
    """``^[Text of a note.]``."""
    start = state.pos
    if not state.src.startswith("^[", start, state.posMax):
        return False
    end = parseLinkLabel(state, start + 1)
    if end <= start + 2:
        return False
    if not silent:
        _push_around(state, "note", (start + 2, end))
    state.pos = end + 1
    return True


def _marker(state: StateInline, silent: bool) -> bool:
    """``[^label]`` of a note that stands elsewhere."""
    found = None if silent else _MARKER.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    notes = state.env.get("footnotes", {}).get("refs", {})
    if f":{found[1]}" in notes:
        return _push(state, silent, found.end(), "marker", label=found[1])
    meant = did_you_mean(found[1], (label[1:] for label in notes))
    problem = Diagnostic(
        "error",
        "unknown-note",
        f'There is no note "{found[1]}".{meant}',
        hint=f"Add a line that begins with [^{found[1]}]: and the words of the note.",
    )
    return _push_typed(state, silent, found.end(), problem)


def _span(state: StateInline, silent: bool) -> bool:
    """``[words]{lang=fr}``."""
    start = state.pos
    if silent or state.src[start] != "[":
        return False
    end = parseLinkLabel(state, start)
    attributes = attributes_at(state.src, end + 1) if 0 <= end < state.posMax - 1 else None
    if attributes is None or attributes.end > state.posMax:
        return False
    _push_around(state, "span", (start + 1, end), attributes=attributes)
    state.pos = attributes.end
    return True


def _picture(state: StateInline, silent: bool) -> bool:
    """``![Alt](name.png "Caption"){width=60%}``."""
    start = state.pos
    if not image(state, silent):
        return _picture_with_spaces(state, silent)
    attributes = attributes_at(state.src, state.pos)
    if attributes is not None and attributes.end <= state.posMax:
        state.pos = attributes.end
        if not silent:
            state.tokens[-1].meta["attributes"] = attributes
    if not silent:
        state.tokens[-1].meta["at"] = start
    return True


def _picture_with_spaces(state: StateInline, silent: bool) -> bool:
    found = _PICTURE_WITH_SPACES.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    hint = f"Put the name between angle brackets: (<{found['name'].strip()}>)."
    message = "This picture is not recognised because its file name has a space in it."
    return _push_typed(state, silent, found.end(), Diagnostic("error", "unreadable-picture", message, hint=hint))


def _citation(state: StateInline, silent: bool) -> bool:
    group = None if silent else citation_at(state.src, state.pos, state.posMax)
    if group is None:
        return False
    if isinstance(group, tuple):
        return _push_typed(state, silent, *group)
    return _push(state, silent, group.end, "citation", cited=group.cited)


def _waiver(state: StateInline, silent: bool) -> bool:
    waiver = None if silent else waiver_at(state.src, state.pos, state.posMax)
    if waiver is None:
        return False
    if isinstance(waiver, tuple):
        return _push_typed(state, silent, *waiver)
    return _push(state, silent, waiver.end, "waiver", reason=waiver.reason)


def _field(state: StateInline, silent: bool) -> bool:
    field = field_at(state.src, state.pos, state.posMax)
    if field is None:
        return False
    if isinstance(field, tuple):
        return _push_typed(state, silent, *field)
    return _push(state, silent, field.end, "field", name=field.name, otherwise=field.otherwise)


def _comment(state: StateInline, silent: bool) -> bool:
    """``<!-- words -->`` inside a paragraph, where it is no comment."""
    found = _COMMENT.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    problem = Diagnostic(
        "warning",
        "comment-in-text",
        "This comment stands inside a paragraph and is printed as typed.",
        hint="Put it on lines of its own, or take it out.",
    )
    return _push_typed(state, silent, found.end(), problem)
