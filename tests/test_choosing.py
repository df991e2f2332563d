"""Which font each letter is set in, where several have it or none."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import groupby
from operator import itemgetter

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from test_fonts import dejavu_data
from typesetting_tools import read_font

from briefing.theme import Face, Style
from briefing.typesetting.fonts import FallbackFamily, FontLibrary
from briefing.typesetting.text.choosing import FontChooser
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.runs import Run

SERIF = "source-serif-4/SourceSerif4-Roman.ttf"
LETTERS = "，、。（）％：「」ＡＢＣ３１注年一0123456789"
"""What the East Asian fonts have."""


@cache
def face(name: str) -> Face:
    """A font with those letters and no ink."""
    names = {ord(letter): f"u{ord(letter):x}" for letter in LETTERS}
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({glyph: Glyph() for glyph in (".notdef", *names.values())})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(fsType=0)
    builder.setupPost()
    saved = BytesIO()
    builder.save(saved)
    return Face(saved.getvalue() + name.encode(), f"{name}.ttf")


class EastAsian:
    """Knows a font for Japanese, one for Chinese, and one for Bopomofo, which has the same signs."""

    def __init__(self, *, installed: bool = True) -> None:
        self._installed = installed

    def families(self, script: str, language: str, _role: str) -> tuple[FallbackFamily, ...]:
        name = {"Hani": "Japanese" if language == "ja" else "Chinese", "Bopo": "Bopomofo"}.get(script)
        return (FallbackFamily(lambda: (face(name),)),) if name and self._installed else ()

    def hint(self, script: str, _language: str) -> str:
        return f"Install {script}." if script == "Hani" else ""


def library_with(*, installed: bool = True) -> FontLibrary:
    return FontLibrary({"reading": (Face(read_font(SERIF), "Serif.ttf"),)}, EastAsian(installed=installed))


def chosen(text: str, language: str) -> list[tuple[str, str]]:
    """Parts of a text with the names of their fonts."""
    fonts, unset = library_with(), Unset()
    run = Run(text, 0, Style(), fonts.font(Style()), (), language)
    names = [sized.font.name for sized in FontChooser(fonts, unset).fonts_of(run, text)]
    assert unset.texts == []
    pairs = groupby(zip(text, names, strict=True), key=itemgetter(1))
    return [("".join(letter for letter, _ in part), name) for name, part in pairs]


J, C, S = "Japanese", "Chinese", "Serif"


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("ja", "80％", [("80％", J)]),
        ("en", "up 80％", [("up 80", S), ("％", C)]),
        ("zh", "３：１", [("３：１", C)]),
        ("zh", "注NRF，", [("注", C), ("NRF", S), ("，", C)]),
        ("ja", "（UNHCR）", [("（", J), ("UNHCR", S), ("）", J)]),
        ("ja", "ABC（注）", [("ABC", S), ("（注）", J)]),
        ("ja", "ＡＢＣ", [("ＡＢＣ", J)]),
        ("en", "ＡＢＣ", [("ＡＢＣ", C)]),
        ("ja", "「NRF」、", [("「", J), ("NRF", S), ("」、", J)]),
        ("ja", "2021年", [("2021年", J)]),
        ("ja", "2021", [("2021", J)]),
        ("en", "2021", [("2021", S)]),
        ("ja", "NRF 2021", [("NRF 2021", S)]),
    ],
)
def test_east_asian_signs_and_numbers_are_set_in_the_font_of_the_language(language, text, parts):
    assert chosen(text, language) == parts


def test_what_to_install_is_said_for_east_asian_signs():
    fonts, unset = library_with(installed=False), Unset()
    for text in ("80％", "ＡＢ", "NRF，"):
        list(FontChooser(fonts, unset).fonts_of(Run(text, 0, Style(), fonts.font(Style()), (), "en"), text))
    assert [(letter, kind.hint) for each in unset.texts for letter, kind in each.kinds] == [
        ("％", "Install Hani."), ("Ａ", "Install Hani."), ("Ｂ", "Install Hani."), ("，", "Install Hani."),
    ]  # fmt: skip


SANS, ARABIC = "source-sans-3/SourceSans3-Roman.ttf", "noto-sans-arabic/NotoSansArabic-Variable.ttf"


class WithArabic:
    """Knows a font with nearly everything for Latin letters, and one for Arabic ones."""

    def families(self, script: str, _language: str, _role: str) -> tuple[FallbackFamily, ...]:
        data = {"Latn": dejavu_data, "Arab": lambda: read_font(ARABIC)}.get(script)
        return (FallbackFamily(lambda: (Face(data(), f"{script}.ttf"),), 0.9),) if data else ()

    def hint(self, _script: str, _language: str) -> str:
        return ""


def test_a_sign_of_another_script_takes_no_word_into_another_typeface():
    fonts, unset = FontLibrary({"reading": (Face(read_font(SANS), SANS),)}, WithArabic()), Unset()
    run = Run("", 0, Style(), fonts.font(Style()), (), "en")

    def names(text):
        return [sized.font.name for sized in FontChooser(fonts, unset).fonts_of(run, text)]

    own, arabic, other = names("a")[0], names("\u0633")[0], names("\u0199")[0]
    assert len({own, arabic, other}) == 3
    assert names("Ab\u060c") == [own, own, arabic]
    assert names("Ab\u0199") == [other] * 3, "a letter is set with its word"
