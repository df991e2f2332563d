"""Lines from right to left in DejaVu Sans, in several orders of their glyphs, to find out what readers make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import bidirectional

import matplotlib as mpl
import uharfbuzz
from typesetting_tools import METADATA, set_text

from briefing.pdf import write_pdf
from briefing.theme import Face, Style
from briefing.typesetting import Font, FontLibrary, Glyph, PlacedFragment, SetPage, ShapedText, Show

__all__ = ["AS_SET", "LINES", "ORDERS", "SetLines", "set_lines", "undone"]

LINES: dict[str, tuple[tuple[str, ...], ...]] = {
    "Arabic": (
        ("السلام عليكم في هذا اليوم",),
        ("ولد الرئيس في عام ", "1953", " في هذه القرية"),
        ("لا بأس، هؤلاء الأطفال يتعلمون القراءة الآن",),
        ("كَتَبَ الوَلَدُ الدَّرْسَ ثُمَّ نَامَ",),
        ("المكتبة (في المدينة) مفتوحة كل يوم",),
        ("يعمل مع ", "UNHCR", " منذ ", "20", " سنة"),
    ),
    "Persian": (
        ("کتابخانهٔ شهر هر روز باز می\u200cشود",),
        ("در سال ", "۱۴۰۰", " مردم (بیشتر زنان) به ", "Kabul", " رفتند"),
        ("گفت: «ما این\u200cجا می\u200cمانیم»",),
    ),
    "Pashto": (
        ("زموږ کتابتون هره ورځ خلاص وي",),
        ("په ", "۲۰۲۱", " کال کې ښوونځي وتړل شول"),
        ("موږ له ", "NRF", " سره (په پنجشېر کې) خبرې وکړې"),
    ),
    "Hebrew": (
        ("הספרייה פתוחה בכל יום",),
        ("בשנת ", "2021", " עברו ", "35", " משפחות לעיר ", "London"),
        ("שָׁלוֹם לְכֻלָּם",),
        ("הקריאה (גם לילדים) היא חינם",),
    ),
}
"""By language; each line as its runs in the order in which it is read. Every other run is from left to right."""

_MIRRORED = dict(zip("()[]«»", ")(][»«", strict=True))
_SIZE = 12.0


class _Placed(NamedTuple):
    """A glyph at its place from the line's left end, in thousandths of the size."""

    glyph: Glyph
    x: float
    rank: tuple[int, int]
    """In the order in which the line is read: character, and glyph of the character."""
    word: int
    backwards: bool


def _visual(line: list[_Placed]) -> list[_Placed]:
    return line


def _readable(line: list[_Placed]) -> list[_Placed]:
    """From left to right, with the text of each glyph as it looks: letters of ligatures turned, brackets mirrored."""
    return [place._replace(glyph=place.glyph._replace(text=_turned(place))) for place in line]


def _turned(place: _Placed) -> str:
    text = place.glyph.text
    return "".join(_MIRRORED.get(each, each) for each in reversed(text)) if place.backwards else text


def _logical(line: list[_Placed]) -> list[_Placed]:
    return sorted(line, key=lambda place: place.rank)


def _by_words(line: list[_Placed]) -> list[_Placed]:
    """Words as they are read, the letters of each from left to right."""
    words = groupby(_logical(line), key=lambda place: place.word)
    return [place for _, word in words for place in sorted(word, key=lambda place: place.x)]


ORDERS: dict[str, Callable[[list[_Placed]], list[_Placed]]] = {
    "visual": _visual,
    "visual, texts turned": _readable,
    "logical": _logical,
    "words logical, letters visual": _by_words,
}
"""Orders in which the glyphs of a line can stand in the stream; they look the same."""
AS_SET = "visual, texts turned, one glyph a letter"
"""The order in which the program sets them, and its glyphs."""


class SetLines(NamedTuple):
    """A page of lines."""

    data: bytes
    lines: list[str]
    """As they are read."""
    bands: list[tuple[float, float]]
    """Lower and upper edge of each, in points."""


def set_lines(order: str) -> SetLines:
    """Write all lines on one page, each as a paragraph of its own."""
    lines = [runs for language in LINES.values() for runs in language]
    document = set_text("<p>x</p>" * len(lines))
    placed = zip(document.pages[0].fragments, lines, strict=True)
    arrange = (lambda runs: list(_as_set(runs))) if order == AS_SET else (lambda runs: ORDERS[order](_line(runs)))
    fragments = tuple(_with_line(fragment, arrange(runs)) for fragment, runs in placed)
    data = write_pdf(document._replace(pages=(SetPage(fragments),)), METADATA)
    bands = [(each.y, each.y + each.fragment.height) for each in fragments]
    return SetLines(data, ["".join(runs) for runs in lines], bands)


def _with_line(placed: PlacedFragment, line: list[_Placed]) -> PlacedFragment:
    """Put a line in the place of the letter that the fragment shows, at the right edge."""
    width = max(place.x + place.glyph.advance for place in line)
    left = placed.fragment.width - width * _SIZE / 1000
    x = left + line[0].x * _SIZE / 1000
    operations = tuple(
        each._replace(font=_font(), size=_SIZE, x=x, texts=(ShapedText.of(list(_moved(line))),))
        if isinstance(each, Show)
        else each
        for each in placed.fragment.operations
    )
    return placed._replace(fragment=placed.fragment._replace(operations=operations))


def _moved(line: list[_Placed]) -> Iterator[Glyph]:
    """Glyphs that each lead to the place of the next, which may be to the left."""
    for place, following in pairwise([*line, line[-1]]):
        yield place.glyph._replace(advance=following.x - place.x, dx=0.0)


def _as_set(runs: tuple[str, ...]) -> Iterator[_Placed]:
    """Shape a line as the program does."""
    x = 0.0
    for index in reversed(range(len(runs))):
        for glyph in _font().shape(runs[index], right_to_left=index % 2 == 0).glyphs:
            yield _Placed(glyph, x + glyph.dx, (0, 0), 0, index % 2 == 0)
            x += glyph.advance


def _line(runs: tuple[str, ...]) -> list[_Placed]:
    """Shape a line and place its glyphs, from left to right. See: UAX 9, L2, for one level of each direction."""
    placed: list[_Placed] = []
    x, starts = 0.0, [sum(len(run) for run in runs[:index]) for index in range(len(runs))]
    whole = "".join(runs)
    for index in reversed(range(len(runs))):
        for cluster, glyph in _shaped(runs[index], backwards=index % 2 == 0):
            at = starts[index] + cluster
            rank = (at, len(placed) if index % 2 else -len(placed))
            placed.append(_Placed(glyph, x + glyph.dx, rank, whole[:at].count(" "), index % 2 == 0))
            x += glyph.advance
    return placed


def _shaped(text: str, *, backwards: bool) -> Iterator[tuple[int, Glyph]]:
    """Glyphs of a run from left to right, each with the character that it begins at."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    face = uharfbuzz.Face(_data())
    uharfbuzz.shape(uharfbuzz.Font(face), buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    ends = dict(pairwise([*sorted({info.cluster for info in infos}), len(text)]))
    scale = 1000 / face.upem
    # Of the glyphs of a cluster the one that is read first carries the text.
    first = {info.cluster: index for index, info in enumerate(infos)}
    if not backwards:
        first = {info.cluster: index for index, info in reversed(list(enumerate(infos)))}
    for index, (info, position) in enumerate(zip(infos, positions, strict=True)):
        cluster = info.cluster
        meaning = text[cluster : ends[cluster]] if first[cluster] == index else ""
        moves = (position.x_advance, position.x_offset, position.y_offset)
        yield cluster, Glyph(info.codepoint, meaning, *(move * scale for move in moves))


@cache
def _data() -> bytes:
    return Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf").read_bytes()


@cache
def _font() -> Font:
    return FontLibrary({"reading": (Face(_data(), "DejaVuSans.ttf"),)}).font(Style())


def undone(line: str) -> str:
    """A line of glyphs from left to right as it is read: UAX 9, L2 and L4 undone, for one level of each direction."""
    read = ""
    for forwards, group in groupby(reversed(line), key=lambda each: bidirectional(each) in ("L", "EN", "AN")):
        part = "".join(group)
        read += part[::-1] if forwards else "".join(_MIRRORED.get(each, each) for each in part)
    return read
