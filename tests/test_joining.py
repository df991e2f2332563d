"""Letters that join keep their forms where the look or the font changes inside a word."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont
from typesetting_tools import page_of, read_font, small_theme

from briefing.press.fallback import FallbackLookup
from briefing.templating import parse_html
from briefing.theme import Face, Style
from briefing.typesetting import set_document
from briefing.typesetting.fonts import FallbackFamily, FontLibrary, GlyphId
from briefing.typesetting.recording import Fragment, Show
from briefing.typesetting.text.inline import InlineReader
from briefing.typesetting.text.joining import APART, Beside, joined
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.runs import Box
from briefing.typesetting.text.single import SingleLines
from briefing.typesetting.tree import number_tree

FONT = "noto-naskh-arabic/NotoNaskhArabic-Variable.ttf"
STYLE = Style(font="reading", direction="rtl")


@pytest.mark.parametrize(
    ("first", "second", "edge"),
    [
        pytest.param("ک", "تاب", ("ک", "ت"), id="Arabic"),
        pytest.param("کِ", "تاب", ("ک", "ت"), id="a mark on the letter before"),
        pytest.param("کتا", "\u0650ب", ("ا", "ب"), id="a mark before the letter after"),
        pytest.param("ـ", "ت", ("ـ", "ت"), id="a lengthened line"),
        pytest.param("ه\u200d", "م", ("\u200d", "م"), id="a joiner"),
        pytest.param("ܫܠ", "ܡܐ", ("ܠ", "ܡ"), id="Syriac"),
        pytest.param("ߒ", "ߞߏ", ("ߒ", "ߞ"), id="N'Ko"),
        pytest.param("ᠮᠣᠩ", "ᠭᠣᠯ", ("ᠩ", "ᠭ"), id="Mongolian"),
        pytest.param("𞤀", "𞤁", ("𞤀", "𞤁"), id="Adlam"),
        pytest.param("کتاب ", "ها", ("", ""), id="a space before"),
        pytest.param("کتاب", " ها", ("", ""), id="a space after"),
        pytest.param("می\u200c", "شود", ("", ""), id="a non-joiner"),
        pytest.param("«", "کتاب", ("", ""), id="a quotation mark"),
        pytest.param("کتاب", "، و", ("", ""), id="a comma"),
        pytest.param("سال", "۲۰۲۱", ("", ""), id="a number"),
        pytest.param("של", "ום", ("", ""), id="Hebrew"),
        pytest.param("wo", "rd", ("", ""), id="Latin"),
        pytest.param("کتاب", "book", ("", ""), id="Latin after Arabic"),
        pytest.param("", "کتاب", ("", ""), id="nothing before"),
        pytest.param("\u0650", "ت", ("", ""), id="marks alone"),
    ],
)
def test_letters_beside_an_edge(first, second, edge):
    assert joined([first, second]) == [Beside("", edge[1]), Beside(edge[0], "")]


def test_what_all_texts_join_is_beside_the_first_and_the_last():
    assert joined(["ک", "تا", "ب"], Beside("م", "ن")) == [Beside("م", "ت"), Beside("ک", "ب"), Beside("ا", "ن")]
    assert joined(["ک"]) == [APART]
    assert joined([]) == []


# On a page.


def glyphs_of(content: str) -> list[tuple[int, ...]]:
    """Glyphs of the Arabic font that a page shows, from left to right, those of composite ones each."""
    fonts = FontLibrary(small_theme().fonts, FallbackLookup())
    page = page_of(f"<p>{content}</p>", language="fa")
    document = set_document(page, small_theme(), fonts=fonts, pictures={}, drawings={})
    return [
        tuple(part for part, _, _ in glyph.id) if isinstance(glyph.id, tuple) else (glyph.id,)
        for placed in document.pages[0].fragments
        for operation in sorted(shows(placed.fragment), key=lambda operation: operation.x)
        for glyph in operation.glyphs
        if "Naskh" in operation.font.name
    ]


def shows(fragment: Fragment) -> list[Show]:
    return [operation for operation in fragment.operations if isinstance(operation, Show)]


@pytest.mark.parametrize("marks", ["strong", "em", 'a href="https://example.org/"'])
@pytest.mark.parametrize("content", ["ک|تا|ب", "|ک|تاب", "کتا|ب|", "کِ|تا|ب", "س|لا|م و |س|لام"])
def test_a_word_with_a_part_of_another_look_shows_the_glyphs_of_the_whole(content: str, marks: str):
    parts = content.split("|")
    marked = "".join(f"<{marks}>{part}</{marks.split()[0]}>" if odd % 2 else part for odd, part in enumerate(parts))
    assert glyphs_of(marked) == glyphs_of("".join(parts))


# In the fonts of a word.


class Fallback:
    """Knows one family."""

    def __init__(self, *faces: Face) -> None:
        self._faces = faces

    def families(self, _script: str, _language: str, _role: str) -> tuple[FallbackFamily, ...]:
        return (FallbackFamily(lambda: self._faces),)

    def hint(self, _script: str, _language: str) -> str:
        return ""


def face_without(letter: str) -> Face:
    font, saved = TTFont(BytesIO(read_font(FONT))), BytesIO()
    for table in font["cmap"].tables:
        table.cmap.pop(ord(letter), None)
    font.save(saved)
    return Face(saved.getvalue(), f"without-{ord(letter):x}.ttf")


def ids(boxes: Iterable[Box]) -> list[GlyphId]:
    return [glyph.id for box in boxes for glyph in box.glyphs]


def boxes_of(content: str, fonts: FontLibrary) -> list[Box]:
    """Boxes of a paragraph of one word, from left to right."""
    nodes = number_tree(parse_html(f"<p>{content}</p>", root="p"), marker="•").children
    reader = InlineReader(small_theme(), fonts, [], figures=1, unset=Unset(), base=0)
    (word,) = reader.text(nodes, STYLE, "fa").words
    return list(reversed(word.boxes))


@pytest.fixture(scope="module")
def one_font() -> FontLibrary:
    return FontLibrary({"reading": (Face(read_font(FONT), "whole.ttf"),)})


@pytest.fixture(scope="module")
def two_fonts() -> FontLibrary:
    """Fonts neither of which has all letters of a word."""
    return FontLibrary({"reading": (face_without("ت"),)}, Fallback(face_without("ک")))


def test_a_word_in_two_fonts_shows_the_forms_of_one(one_font, two_fonts):
    parted = boxes_of("کتاب", two_fonts)
    assert [box.shaped.text for box in parted] == ["با", "ت", "ک"]
    assert len({box.run.font for box in parted}) == 2
    assert ids(parted) == ids(boxes_of("کتاب", one_font))


def test_a_text_of_a_drawing_in_two_fonts_shows_the_forms_of_one(one_font, two_fonts):
    parted, whole = (SingleLines(fonts, "fa").boxes("کتاب", STYLE) for fonts in (two_fonts, one_font))
    assert [box.shaped.text for box in parted] == ["با", "ت", "ک"]
    assert ids(parted) == ids(whole)


def test_letters_of_a_ligature_that_is_not_made_still_join():
    """A node of its own, without a look of its own, begins inside lam-alef."""
    data = Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf").read_bytes()
    fonts = FontLibrary({"reading": (Face(data, "DejaVuSans.ttf"),)})
    font = fonts.font(STYLE)
    last, first = (
        font.shape(letter, ("lnum", "pnum"), "fa", right_to_left=True, **beside).glyphs[0].id
        for letter, beside in (("ا", {"before": "ل"}), ("ل", {"after": "ا"}))
    )
    assert ids(boxes_of("ل<abbr>ا</abbr>", fonts)) == [last, first]
    assert len(ids(boxes_of("لا", fonts))) == 1


def test_only_letters_at_an_edge_are_remembered_with_what_is_beside_them(one_font):
    *_, last = boxes_of("ساز<strong>مان</strong>", one_font)
    assert one_font.font(STYLE).shape("ساز", ("lnum", "pnum"), "fa", right_to_left=True, after="م") is last.shaped
    (word,) = boxes_of("سازمان", one_font)
    assert one_font.font(STYLE).shape("سازمان", ("lnum", "pnum"), "fa", right_to_left=True) is word.shaped
