"""What a finished edition prints besides its claims: texts, pictures, QR codes, citations, running lines; how often.

Editions are made of the same words, so that what one of them prints stands in each, as many times. Left out is what
may differ: numbers of pages, ends of lines, and what is drawn inside of charts as there is room.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_
from typing import Literal, NamedTuple

from briefing.verifying import Inspection, Tag, walk
from briefing.verifying.printed import pieces_of_tags

__all__ = ["COUNTED", "Fact", "Facts", "facts_of", "lacking_of", "pointing_of"]

Kind = Literal["text", "picture", "QR code", "citation", "running line"]
COUNTED: tuple[Kind, ...] = ("picture", "QR code", "citation")
"""Those of which people are told how many there are."""
_LEAST_LETTERS = 12
"""Of a text that may stand inside of another: a shorter one does so by chance."""
_PICTURES = frozenset({"Figure", "Formula"})
_IN_LINES = frozenset({"Span", "Quote", "Code", "Link", "Annot", "Em", "Strong", "Sub", "Lbl", "Reference"})
_BESIDE = _PICTURES | {"Note", "FENote", "Reference"}
"""What stands in a block of text besides its sentences."""
_ALL, _REST = "all ", "rest "
"""What the keys of words begin with that stand on all pages, and on all but the first."""
_WORD = re.compile(r"[^\W\d_]+")


class Fact(NamedTuple):
    """Something that is printed."""

    kind: Kind
    key: str
    """Letters and digits by which it is found in another edition."""


class Facts(NamedTuple):
    """All that a finished edition prints."""

    counts: Counter[Fact]
    words: dict[Fact, str]
    """For people."""
    all_text: str
    """Letters and digits of the texts, one after the other."""
    citing: tuple[str, ...]
    """Where its notes and sources stand: numbers and short headings depend on it."""
    has_codes: bool
    """Codes were looked for."""
    pages: int


def facts_of(found: Inspection, citing: tuple[str, ...]) -> Facts:
    """Read what an edition prints from what was found in its file."""
    tags = found.tags or ()
    texts = [*_texts(tags)]
    told = (
        *texts,
        *_pictures(found),
        *((Fact("QR code", text), text) for text in sorted({code.text for code in found.codes or ()})),
        *_citations(tags),
        *_running_lines(found),
    )
    counts = Counter(fact for fact, _ in told)
    return Facts(
        counts, dict(told), "".join(fact.key for fact, _ in texts), citing, found.codes is not None, len(found.pages)
    )


def pointing_of(found: Iterable[Inspection]) -> frozenset[str]:
    """Give the letters of links that end in the number of a page, which differs from edition to edition."""
    links = (link.text for each in found for link in each.links if link.target.startswith("page "))
    return frozenset(_letters(text) for text in links if _letters(text) != _signs(text)) - {""}


def lacking_of(edition: Facts, others: Iterable[Facts], pointing: frozenset[str]) -> Iterator[tuple[Fact, str]]:
    """Tell what another edition prints, and this one not or less often, with its words."""
    told: set[Fact] = set()
    for other in others:
        for fact, count in other.counts.items():
            if fact not in told and edition.counts[fact] < count and _is_lacking(fact, count, edition, other, pointing):
                told.add(fact)
                yield fact, other.words[fact]


def _is_lacking(fact: Fact, count: int, edition: Facts, other: Facts, pointing: frozenset[str]) -> bool:
    """Look closer at what was not found in the same shape."""
    if fact.kind == "QR code":
        return edition.has_codes
    if fact.kind == "citation":
        return edition.citing == other.citing
    if fact.kind == "running line":
        return edition.pages > 1 or not fact.key.startswith(_REST)
    if fact.kind != "text":
        return True
    if len(fact.key) < _LEAST_LETTERS:
        return edition.citing == other.citing
    letters = _letters(fact.key)
    if any(words in letters for words in pointing):
        return _letters(edition.all_text).count(letters) < count
    return edition.all_text.count(fact.key) < count


def _texts(tags: Sequence[Tag]) -> Iterator[tuple[Fact, str]]:
    """Give the blocks of text, without what stands in pictures and charts."""
    text = "".join(piece.text for piece in pieces_of_tags(_without(_PICTURES, tags)))
    for line in map(str.strip, text.splitlines()):
        if key := _signs(line):
            yield Fact("text", key), line


def _pictures(found: Inspection) -> Iterator[tuple[Fact, str]]:
    """Give the texts that are told of pictures and codes, and once the caption of each chart that is drawn.

    What is told of a chart depends on the form that it has room for: it may be drawn in parts, of which the first alone
    has a caption; what is told of the others names it.
    """
    raster = {image.alternative for image in found.images if image.tagged == "figure"}
    charts: dict[Fact, str] = {}
    begun = ""
    for _, tag in walk(found.tags or ()):
        if not isinstance(tag, Tag) or tag.role not in _PICTURES:
            continue
        words = tag.alternative or tag.actual_text or ""
        captions = [each for each in tag.children if isinstance(each, Tag) and each.role == "Caption"]
        if words in raster or not tag.children:
            yield Fact("picture", _signs(words)), words
        elif len(captions) < len(tag.children):
            begun = _letters(_text_of(*captions)) or (begun if begun in _letters(words) else "")
            charts.setdefault(Fact("picture", f"chart {begun}"), words)
    yield from charts.items()


def _citations(tags: Sequence[Tag]) -> Iterator[tuple[Fact, str]]:
    """Give the numbers of sources and notes with the text that they hang on, and the entries of the contents."""
    for block, reference in _references(tags):
        words = _text_of(reference)
        mark, letters = _signs(words), _letters(words)
        if letters and letters != mark:  # words of the contents, with the number of a page at their end
            yield Fact("text", letters), words
        else:
            around = _text_of(*_without(_BESIDE, (block,)))
            yield Fact("citation", f"{mark} {_letters(around)}"), f"{words.strip('()[] ')} in “{around}”"


def _references(tags: Iterable[Tag]) -> Iterator[tuple[Tag, Tag]]:
    """Give each reference with the block of text that it stands in."""
    waiting = [(tag, tag) for tag in tags]
    while waiting:
        block, tag = waiting.pop()
        if tag.role == "Reference":
            yield block, tag
        elif tag.role not in _PICTURES:
            inside = (child for child in tag.children if isinstance(child, Tag))
            waiting += ((block if child.role in _IN_LINES else child, child) for child in inside)


def _running_lines(found: Inspection) -> Iterator[tuple[Fact, str]]:
    """Give the words that stand in the running lines of every page, and of every page but the first."""
    for name, pages in ((_ALL, found.pages), (_REST, found.pages[1:])):
        lines = [_WORD.findall(page.running) for page in pages]
        on_each = reduce(and_, (Counter(map(str.casefold, words)) for words in lines)) if lines else Counter()
        for word in lines[0] if lines else ():
            if on_each[word.casefold()]:
                yield Fact("running line", f"{name}{word.casefold()}"), word


def _without(roles: frozenset[str], tags: Sequence[Tag]) -> tuple[Tag, ...]:
    """Take elements out of trees."""
    kept = (tag for tag in tags if tag.role not in roles)
    return tuple(replace(tag, children=tuple(_kept(roles, tag.children))) for tag in kept)


def _kept(roles: frozenset[str], children: Sequence[Tag | str]) -> Iterator[Tag | str]:
    for child in children:
        if isinstance(child, str):
            yield child
        else:
            yield from _without(roles, (child,))


def _text_of(*tags: Tag) -> str:
    """Join the texts inside of elements."""
    return " ".join("".join(each for _, each in walk(tags) if isinstance(each, str)).split())


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _signs(text: str) -> str:
    """Letters and digits."""
    return "".join(filter(str.isalnum, text.casefold()))
