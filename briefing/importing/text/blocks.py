"""Groups of lines → headings, paragraphs, lists, tables and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.errors import Position
from briefing.importing.found import Question
from briefing.importing.text.headings import asks, level_of_marked, may_be_heading
from briefing.importing.text.joining import Joiner
from briefing.importing.text.lines import Group, Line, starts_item
from briefing.importing.text.lists import list_of
from briefing.importing.text.tables import table_of
from briefing.model import Element

__all__ = ["Blocks", "blocks_of"]

_QUOTED = re.compile(r"\s{0,3}>[> \t]*")
_ENDS_SENTENCE = re.compile(r"[.!?…؟۔।。！？:][\"'”’»)\]]*\Z")
_SHORTEST_TEXT = 60
"""Characters of a paragraph that a heading without a question mark may stand over."""
_LONGEST_LISTED = 20
_RULE = re.compile(r"\s*(?:[-=_*~]\s*){3,}\Z")
"""A line drawn of signs."""


class Blocks(NamedTuple):
    """What lines were made into."""

    blocks: tuple[Element, ...]
    questions: tuple[Question, ...]


class _Piece(NamedTuple):
    """Lines that make one block."""

    kind: str
    """``paragraph``, ``list``, ``table``, ``quotation``, ``heading`` or ``rule``."""
    lines: Group
    level: int = 2


def blocks_of(groups: Sequence[Group], file: str) -> Blocks:
    """Make blocks of the groups of a text, without its title."""
    joiner = Joiner(groups)
    pieces = [piece for group in groups for piece in _pieces(group, joiner)]
    pieces = list(_with_long_lists(pieces))
    guessed = [index for index in range(len(pieces)) if _is_guessed_heading(pieces, index)]
    for index in guessed:
        pieces[index] = pieces[index]._replace(kind="heading")
    blocks = [block for piece in pieces for block in _blocks(piece, joiner, file)]
    unsure = [pieces[index].lines[0] for index in guessed if not asks(pieces[index].lines[0].text)]
    return Blocks(tuple(_with_closed_levels(blocks)), tuple(_ask(unsure, file)))


def _pieces(group: Group, joiner: Joiner) -> Iterator[_Piece]:
    """Part a group of lines into what makes one block each."""
    if table_of(group, Position("")) is not None:
        yield _Piece("table", group)
        return
    if all(_QUOTED.match(line.text) for line in group):
        yield _Piece("quotation", group)
        return
    start = next((index for index, line in enumerate(group) if _begins_list(group, index)), len(group))
    for paragraph in joiner.paragraphs(group[:start]) if start else ():
        yield from _paragraph(paragraph, joiner)
    if start < len(group):
        yield _Piece("list", group[start:])


def _begins_list(group: Group, index: int) -> bool:
    """Tell a list from a line that begins with the dash of a speaker, or with a number of its sentence."""
    item = starts_item(group[index].text)
    if item is None or _RULE.match(group[index].text):
        return False
    return item["mark"] not in "-–" or len(group) > 1 or not item["text"][:1].isupper() or len(item["text"]) > 1


def _paragraph(lines: Group, joiner: Joiner) -> Iterator[_Piece]:
    first = lines[0].text
    if marked := level_of_marked(first):
        yield _Piece("heading", (Line(marked[1], lines[0].number),), max(marked[0], 2))
    elif len(lines) == 1 and _RULE.match(first):
        yield _Piece("rule", lines)
    elif asks(first) and len(lines) > 1:
        yield _Piece("paragraph", lines[:1])
        yield _Piece("paragraph", lines[1:])
    else:
        yield _Piece("paragraph", lines)
    if level_of_marked(first) and lines[1:]:
        yield _Piece("paragraph", lines[1:])


def _with_long_lists(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Join lists between whose items empty lines stand; an item alone that begins with a number is a paragraph."""
    waiting: _Piece | None = None
    for piece in pieces:
        if waiting is not None and piece.kind == "list" and _goes_on(waiting, piece):
            waiting = waiting._replace(lines=(*waiting.lines, *piece.lines))
            continue
        if waiting is not None:
            yield _settled(waiting)
        waiting = piece if piece.kind == "list" else None
        if waiting is None:
            yield piece
    if waiting is not None:
        yield _settled(waiting)


def _goes_on(one: _Piece, other: _Piece) -> bool:
    first, second = starts_item(one.lines[0].text), starts_item(other.lines[0].text)
    return first is not None and second is not None and bool(first["number"]) == bool(second["number"])


def _settled(piece: _Piece) -> _Piece:
    items = [item for line in piece.lines if (item := starts_item(line.text))]
    alone = len(items) == 1 and (items[0]["number"] or items[0]["mark"] == "-")
    return piece._replace(kind="paragraph") if alone else piece


def _is_guessed_heading(pieces: Sequence[_Piece], index: int) -> bool:
    """Tell whether a line by itself is a heading: text follows it, and what stands before it is at its end."""
    piece = pieces[index]
    if piece.kind != "paragraph" or len(piece.lines) != 1 or index + 1 == len(pieces):
        return False
    text, following = piece.lines[0].text, pieces[index + 1]
    if asks(text):
        return following.kind != "heading" and not asks(following.lines[0].text)
    before = pieces[index - 1] if index else None
    is_begun = before is None or before.kind != "paragraph" or bool(_ENDS_SENTENCE.search(before.lines[-1].text))
    is_text = following.kind in ("list", "table", "quotation") or _is_text(following)
    return may_be_heading(text) and is_begun and is_text


def _is_text(piece: _Piece) -> bool:
    length = sum(len(line.text) for line in piece.lines)
    return length >= _SHORTEST_TEXT or bool(_ENDS_SENTENCE.search(piece.lines[-1].text))


def _blocks(piece: _Piece, joiner: Joiner, file: str) -> Iterator[Element]:
    position = Position(file, piece.lines[0].number)
    if piece.kind == "heading":
        yield Element(f"h{piece.level}", (joiner.joined(piece.lines),), {}, position)
    elif piece.kind == "list":
        yield from list_of(piece.lines, joiner, file)
    elif piece.kind == "table":
        table = table_of(piece.lines, position)
        yield from () if table is None else (table,)
    elif piece.kind == "quotation":
        yield _quotation(piece.lines, joiner, position)
    elif piece.kind == "rule":
        yield Element("hr", (), {}, position)
    else:
        yield Element("p", (joiner.joined(piece.lines),), {}, position)


def _quotation(lines: Group, joiner: Joiner, position: Position) -> Element:
    """Make a quotation of lines that begin with ``>``, as e-mails quote; an empty one parts paragraphs."""
    paragraphs: list[list[Line]] = [[]]
    for line in lines:
        text = _QUOTED.sub("", line.text, count=1)
        if text:
            paragraphs[-1].append(line._replace(text=text))
        else:
            paragraphs.append([])
    parted = (part for each in paragraphs if each for part in joiner.paragraphs(tuple(each)))
    whole = (Element("p", (joiner.joined(part),), {}, Position(position.file, part[0].number)) for part in parted)
    return Element("blockquote", tuple(whole), {}, position)


def _with_closed_levels(blocks: Sequence[Element]) -> Iterator[Element]:
    """Let headings begin with the second level and go down one at a time."""
    open_levels: list[int] = []
    for block in blocks:
        if not re.fullmatch("h[1-6]", block.tag):
            yield block
            continue
        level = int(block.tag[1])
        open_levels = [*(each for each in open_levels if each < level), level]
        yield Element(f"h{min(len(open_levels) + 1, 6)}", block.children, block.attributes, block.position)


def _ask(unsure: Sequence[Line], file: str) -> Iterator[Question]:
    if not unsure:
        return
    shown = ", ".join(f'"{line.text.strip()}"' for line in unsure[:_LONGEST_LISTED])
    more = f" and {len(unsure) - _LONGEST_LISTED} more" if len(unsure) > _LONGEST_LISTED else ""
    position = Position(file, unsure[0].number)
    if len(unsure) == 1:
        yield Question(f"A short line was made a heading: {shown}. Look whether it is one.", position)
    else:
        yield Question(f"Short lines were made headings: {shown}{more}. Look whether all of them are.", position)
