"""Lines that run both ways, as a page shows them, as they are copied and as they are spoken.

Where each sign has to stand on its line is told by python-bidi, which knows nothing of how this program orders a line.
See: UAX 9.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import category

import pikepdf
import pytest
from bidi import get_display
from conforming import assert_conforming
from language_tools import article, built, copied, folded, glyph_faults, spoken, unread, words_of
from painting import Glyph, Page
from pdf_tools import Node, Read

AS_TYPED = "typography: as typed\n"

LINES: Mapping[str, tuple[str, ...]] = {
    "fa-AF": (
        "سازمان UNHCR در Kabul دفتر دارد.",
        "از ۲۰۲۱ تا ۲۰۲۳ حدود ۴۰۰٬۰۰۰ نفر رفتند.",
        "در 2021-09-02 به London رسیدند.",
        "فاصله 150 km و وزن 12.5 kg است.",
        "حدود 80% آنان زن (یا کودک) هستند.",
        "نشانی https://example.org/a-b?c=1 است.",
        "گفت: «ما اینجا می‌مانیم» و رفت.",
        "گفت: “Stay here, please!” و رفت.",
        "جبهه (National Resistance Front, NRF) در پنجشیر",
        "شماره +93 70 123 4567 را بگیرید.",
        "ساعت 10:30 تا 11:45 باز است!",
        "جبهه **(National Resistance** Front) [در NRF](https://example.org/) است.",
        "در **پنجشیر و Kabul، Herat** [و London](https://example.org/) است؟",
    ),
    "ar": (
        "يعمل مع UNHCR (المفوضية) منذ 20 سنة.",
        "في 2021-09-02 وصل 35 لاجئا إلى London.",
        "المسافة 150 km والنسبة 12.5% فقط.",
        "قال: «نبقى هنا (في كابل)» ثم مضى.",
        "العنوان https://example.org/a-b?c=1 مفتوح.",
        "من 1/2 إلى 3-4 أو -5 درجات.",
        "السعر $20 أو 20€ أو £20.",
        "قال **Smith (من London)** [إن C++ 17](https://example.org/) صعبة.",
    ),
    "he": (
        "בשנת 2021 עברו 35 משפחות ל-London.",
        "הארגון UNHCR (הנציבות) פועל מ-1950.",
        "המרחק 150 km, כ-12.5% מהדרך.",
        "הוא אמר: “נישאר כאן” והלך.",
        "הכתובת https://example.org/a-b?c=1 פתוחה.",
        "ב-2021-09-02 נחתמה אמנה C++ (גרסה 2).",
        "המחיר $20 או 20€ או ₪20.",
        "אמר **Smith (מ-London)** [כי C++ 17](https://example.org/) קשה.",
    ),
    "ur": ("UNHCR کے مطابق 2021 میں 35 خاندان London گئے۔", "یہ (National Resistance Front) ہے۔"),
    "ps": ("د UNHCR دفتر (په Kabul کې) دی.", "په ۲۰۲۱ کال کې 35 کورنۍ London ته لاړې."),
    "en": (
        "The words سلام (peace) and שלום 12 were read aloud.",
        "He said “سلام عليكم!” and left, in 2021-09-02.",
        "The movement **جبهه (مقاومت** ملی) [of پنجشیر 20](https://example.org/) lives.",
    ),
}
"""By language: lines in Markdown, each short enough to stay one line on the page."""

SEEN: Mapping[str, Mapping[str, str]] = {
    "he": {
        "אבג (דהו) abc": "abc (והד) גבא",
        "אבג abc (def) דהו": "והד abc (def) גבא",
        "אבג «דה» 12%": "12% «הד» גבא",
    },
    "en": {"abc (אבג) def": "abc (גבא) def", "abc אבג (דהו).": "abc (והד) גבא."},
}
"""Lines with what the eye sees from left to right, brackets as they look."""

LONG = {
    "fa-AF": "مردم بسیاری از شهر کابل و هرات به London و Berlin رفتند و خانواده آنان در New York City زندگی دارند ",
    "ar": "خرج كثير من الناس من مدينة كابل وهرات إلى London و Berlin وتسكن عائلتهم الكبيرة في New York City منذ زمن ",
    "he": "אנשים רבים יצאו מן הערים קאבול והראט אל London ואל Berlin ומשפחתם הגדולה גרה בעיר New York City מזה זמן ",
}
"""Sentences that are repeated until they fill some lines."""
_REPETITIONS = 5

_SIGN = "pdfium gives signs between letters or figures of both directions to the wrong side"
_NUMBER = "pdfium leaves a number with signs as it looks where its parts stand from right to left"
_GROUPS = "pdfium gives the groups of a telephone number in the order of words from right to left"
_LATIN = "pdfium reads a line of more Latin letters than others from left to right"
_QUOTES = "pdfium turns these quotation marks round as if they were brackets"


def _words(cause: str, words: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), cause)


EXCEPTIONS: Mapping[str, Mapping[str, str]] = {
    "fa-AF": {
        **_words(_NUMBER, "80%"),
        **_words(_GROUPS, "70 123 4567"),
        **_words(_LATIN, "https://example.org/a-b?c=1 است. گفت: “Stay please!” و رفت. جبهه (National در NRF پنجشیر"),
        **_words(_SIGN, "Kabul،"),
    },
    "ar": {
        **_words(_NUMBER, "12.5% 3-4 $20 20€ £20."),
        **_words(_LATIN, "https://example.org/a-b?c=1 مفتوح."),
        **_words(_SIGN, "UNHCR (المفوضية) Smith (من London) إن C++"),
    },
    "he": {
        **_words(_LATIN, "https://example.org/a-b?c=1 פתוחה."),
        **_words(_QUOTES, "“נישאר כאן”"),
        **_words(_SIGN, "UNHCR (הנציבות) מ-1950. כ-12.5% ב-2021-09-02 C++ (גרסה ₪20. Smith (מ-London) כי"),
    },
    "ur": _words(_LATIN, "یہ (National ہے۔"),
    "en": _words(_SIGN, "سلام (peace) 12 “سلام عليكم!” and جبهه (مقاومت ملی) 20"),
}
"""By language: words of the lines above that pdfium does not read as they were typed, each with the cause."""

ISOLATED: Mapping[str, tuple[str, ...]] = {
    "fa-AF": ("2021-09-02", "+93 70 123 4567"),
    "ar": ("2021-09-02", "-5"),
    "he": ("2021-09-02",),
}
"""By language: numbers in the lines above that read from left to right as one. See: UAX 9, 4.3, HL3."""

_BRACKETS = str.maketrans(")]}»›", "([{«‹")
_MARKUP = re.compile(r"\*\*|\[([^]]*)\]\([^)]*\)")


class Made(NamedTuple):
    """A file with the paragraphs that it was made of, without their markup."""

    data: bytes
    typed: list[str]


Maker = Callable[..., Made]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    """Builds an article of paragraphs, once."""

    @cache
    def make(language: str, *paragraphs: str) -> Made:
        folder = tmp_path_factory.mktemp(language)
        data = built(folder, language, article(language, plain(paragraphs[0]), *paragraphs, fields=AS_TYPED))
        return Made(data, [plain(each) for each in paragraphs])

    return make


def plain(markdown: str) -> str:
    return _MARKUP.sub(lambda found: found[1] or "", markdown)


def base(language: str) -> str:
    return "L" if language == "en" else "R"


def with_isolates(line: str, language: str) -> str:
    for number in ISOLATED.get(language, ()):
        line = line.replace(number, f"\N{LEFT-TO-RIGHT ISOLATE}{number}\N{POP DIRECTIONAL ISOLATE}")
    return line


def paragraphs_of(data: bytes) -> list[list[Glyph]]:
    """Glyphs of each paragraph of a file of one page, in the order of the stream."""
    read = Read(data)
    assert len(read.pages) == 1
    glyphs = Page(read.pages[0], {}).glyphs
    owned = [set(_mcids(node)) for node in read.elements("P")]
    return [[glyph for glyph in glyphs if glyph.mcid in marks] for marks in owned]


def _mcids(node: Node) -> list[int]:
    """Numbers of the marked content of an element and all that is in it."""
    found = []
    for each in node.walk():
        kids = each.element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found.append(kid)
            elif kid.get("/Type") == "/MCR":
                found.append(int(kid.MCID))
    return found


def looks(text: str) -> str:
    """A line without spaces and format characters, from left to right."""
    return "".join(each for each in text if category(each) not in ("Cf", "Zs"))


def from_left(glyphs: list[Glyph]) -> str:
    """What glyphs of one line stand for, from left to right."""
    return looks("".join(glyph.text for glyph in sorted(glyphs, key=lambda glyph: glyph.origin[0])))


def in_lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs by their lines, from the top."""
    lines: list[list[Glyph]] = []
    ordered = sorted(glyphs, key=lambda glyph: -glyph.origin[1])
    for above, glyph in pairwise([None, *ordered]):
        if above is None or above.origin[1] - glyph.origin[1] > glyph.size / 2:
            lines.append([])
        lines[-1].append(glyph)
    return lines


each_language = pytest.mark.parametrize("language", LINES)


@each_language
def test_every_sign_stands_where_the_algorithm_puts_it(made, language):
    data, typed = made(language, *LINES[language])
    shown = [from_left(glyphs).translate(_BRACKETS) for glyphs in paragraphs_of(data)]
    asked = [with_isolates(line, language) for line in typed]
    assert shown == [looks(get_display(line, base_dir=base(language))).translate(_BRACKETS) for line in asked]


@pytest.mark.parametrize("language", SEEN)
def test_brackets_open_towards_what_they_hold(made, language):
    data, _ = made(language, *SEEN[language])
    assert [from_left(glyphs) for glyphs in paragraphs_of(data)] == [looks(line) for line in SEEN[language].values()]


@pytest.mark.parametrize("language", LONG)
def test_lines_of_a_paragraph_are_read_one_after_another(made, language):
    data, typed = made(language, "א" if language == "he" else "ا", (LONG[language] * _REPETITIONS).strip())
    lines = in_lines([glyph for glyph in paragraphs_of(data)[1] if looks(glyph.text)])
    rest = looks(typed[1])
    assert len(lines) >= 4
    for glyphs in lines:
        shown = from_left(glyphs)
        line, rest = rest[: len(shown)], rest[len(shown) :]
        assert shown == get_display(line, base_dir="R")
    assert rest == ""


@pytest.mark.parametrize("language", LONG)
def test_lines_from_right_to_left_begin_at_one_edge(made, language):
    data, _ = made(language, "א" if language == "he" else "ا", (LONG[language] * _REPETITIONS).strip())
    lines = in_lines([glyph for glyph in paragraphs_of(data)[1] if looks(glyph.text)])
    edges = [max(glyph.box.right for glyph in glyphs) for glyphs in lines]
    assert max(edges) - min(edges) < lines[0][0].size / 4


@each_language
def test_copied_words_are_the_typed_ones(made, language):
    data, typed = made(language, *LINES[language])
    read = copied(data).splitlines()[-len(typed) :]
    pairs = [(words_of(line, language), words_of(each, language)) for line, each in zip(typed, read, strict=True)]
    missing = {word for line, each in pairs for word in unread(line, each)}
    assert missing == set(EXCEPTIONS.get(language, {}))


@each_language
def test_a_screen_reader_is_told_the_typed_words(made, language):
    data, typed = made(language, *LINES[language])
    assert spoken(data) == [folded(line) for line in (typed[0], *typed)]


@each_language
def test_the_file_is_sound(made, language):
    data, _ = made(language, *LINES[language])
    assert list(glyph_faults(data)) == []
    assert_conforming(data, thorough=False)
