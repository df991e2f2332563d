"""Every letter of a language is in a font family of its script, and in one family, so that no word changes its look."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import uharfbuzz as hb

from briefing.resources import Family, font_families

LETTERS = tomllib.loads(Path(__file__).with_name("letters.toml").read_text(encoding="utf-8"))
FOLDER = Path("/usr/share/fonts/truetype/noto")
"""Where Debian's fonts-noto-core puts the fonts that no extra brings: it stands for the user's folder."""

VOWEL_SIGNS = {
    "Arab": "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0654",
    "Hebr": "\u05b0\u05b8\u05bc\u05c1\u05c2",
}
DIGITS = {
    "Arab": "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "Beng": "০১২৩৪৫৬৭৮৯",
    "Deva": "०१२३४५६७८९",
    "Gujr": "૦૧૨૩૪૫૬૭૮૯",
    "Guru": "੦੧੨੩੪੫੬੭੮੯",
    "Khmr": "០១២៣៤៥៦៧៨៩",
    "Knda": "೦೧೨೩೪೫೬೭೮೯",
    "Laoo": "໐໑໒໓໔໕໖໗໘໙",
    "Mlym": "൦൧൨൩൪൫൬൭൮൯",
    "Mymr": "၀၁၂၃၄၅၆၇၈၉",
    "Orya": "୦୧୨୩୪୫୬୭୮୯",
    "Taml": "௦௧௨௩௪௫௬௭௮௯",
    "Telu": "౦౧౨౩౪౫౬౭౮౯",
    "Thai": "๐๑๒๓๔๕๖๗๘๙",
    "Tibt": "༠༡༢༣༤༥༦༧༨༩",
}
PUNCTUATION = {
    "Arab": "،؛؟٪٫٬ـ۔«»\u200c\u200d",
    "Armn": "՚՛՜՝՞։",
    "Beng": "।॥\u200c\u200d",
    "Deva": "।॥\u200c\u200d",
    "Ethi": "።፣፤፥፦",
    "Hebr": "־׳״",
    "Khmr": "។៕៖ៗ",
    "Laoo": "ໆ",
    "Mymr": "၊။",
    "Thai": "ๆฯ",
    "Tibt": "་།༄༅",
}

FONTS = ("fontpkg_noto_serif", "manimgx_fonts", "pylopdf_fonts_he", "pylopdf_fonts_hi", "pylopdf_fonts_th")
"""Packages of the extra ``fonts``."""


def need(*packages: str) -> None:
    """Skip a test where a package is not installed: asked of Python, and not of the program."""
    missing = [each for each in packages if find_spec(each) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@cache
def characters(path: Path) -> frozenset[int]:
    """Code points that a font has glyphs for."""
    return frozenset(hb.Face(hb.Blob.from_file_path(str(path))).unicodes)


def lacks(path: Path, wanted: str) -> str:
    """Letters that a font has neither as they are nor as a base with its marks."""
    known = characters(path)

    def has(letter: str) -> bool:
        return ord(letter) in known or all(ord(part) in known for part in unicodedata.normalize("NFD", letter))

    return "".join(letter for letter in dict.fromkeys(wanted) if not has(letter))


def wanted_of(script: str, letters: str) -> str:
    # Georgian is not written with capitals, though Unicode has some that headlines can use.
    capitals = "".join(each for each in letters.upper() if script != "Geor")
    return letters + capitals + VOWEL_SIGNS.get(script, "") + DIGITS.get(script, "") + PUNCTUATION.get(script, "")


def languages(where: str) -> pytest.MarkDecorator:
    rows = [(script, tag, text) for script, row in LETTERS[where].items() for tag, text in row.items()]
    return pytest.mark.parametrize(("script", "language", "letters"), rows, ids=[tag for _, tag, _ in rows])


def best(families: list[Family], wanted: str) -> str:
    """What the family with the fewest gaps lacks, in any of its upright fonts."""
    gaps = ["".join(lacks(file.path, wanted) for file in each.files if not file.italic) for each in families]
    return min(gaps, key=len)


@pytest.mark.parametrize("role", ["reading", "informing"])
@languages("always")
def test_what_comes_with_the_program_has_every_letter(script: str, language: str, letters: str, role: str) -> None:
    families = [each for each in font_families(script, language, role) if not each.extra and each.files]
    assert best(families, wanted_of(script, letters)) == ""


@pytest.mark.parametrize("role", ["reading", "informing"])
@languages("fonts")
def test_the_extra_has_every_letter(script: str, language: str, letters: str, role: str) -> None:
    families = font_families(script, language, role)
    assert {each.extra for each in families} == {"fonts"}
    need(*FONTS)
    for family in families:
        assert best([family], wanted_of(script, letters)) == "", family.name


@languages("folder")
def test_the_fonts_for_the_folder_have_every_letter(script: str, language: str, letters: str) -> None:
    family = font_families(script, language, "reading", FOLDER)[0]
    if not FOLDER.is_dir():
        pytest.skip(f"there is no {FOLDER}")
    assert family.wanted in {file.name for file in family.files}
    assert best([family], wanted_of(script, letters)) == ""


def in_standard(encoding: str, rows: range) -> str:
    """The characters of a national standard, by their rows of two bytes."""
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return "".join(pair.decode(encoding, errors="ignore") for pair in pairs)


STANDARDS = {
    "zh": in_standard("gb2312", range(0xB0, 0xF8)),
    "zh-Hant": in_standard("big5", range(0xA4, 0xC7)),
    "ja": in_standard("euc_jp", range(0xB0, 0xF5)),
    "ko": in_standard("euc_kr", range(0xB0, 0xC9)),
}
OF_ITS_OWN = {
    "ja": "あいうえおんがぱアイウエオンガパヴー々〆、。「」『』・",
    "zh": "，。、；：？！“”《》（）",
    "zh-Hant": "，。「」、ㄅㄆㄇ",
}


@pytest.mark.parametrize("language", STANDARDS)
def test_the_extra_for_chinese_japanese_and_korean_has_every_character_of_its_standard(language: str) -> None:
    script = "Hang" if language == "ko" else "Hani"
    family = font_families(script, language, "reading")[0]
    need("justmytype_intl_cjk")
    wanted = STANDARDS[language] + OF_ITS_OWN.get(language, "")
    assert len(wanted) > 2000
    assert best([family], wanted) == ""


SIGNS = "←↑→↓↔⇒☐☑☒✓✔✗✘★☆●○■□▲▼◆◇►▶⚠☎✉✂☞✝☪✡☮①②❶∀∃∈∞∫∑√≈≠≤≥⊂∪∩⟶※⁂ℹ℃№™†‡§¶•…‰€£¥₹₽₺₴₪₩₫₸"


@pytest.mark.parametrize("role", ["reading", "informing"])
def test_common_signs_need_no_extra(role: str) -> None:
    always = [file for each in font_families("Zsym", "en", role) if not each.extra for file in each.files]
    assert not [sign for sign in SIGNS if all(lacks(file.path, sign) for file in always)]


@pytest.mark.parametrize("role", ["reading", "informing"])
def test_rarer_signs_need_the_extra(role: str) -> None:
    families = font_families("Zsym", "en", role)
    need(*FONTS)
    assert not [sign for sign in "₼₾₿" if all(lacks(each.files[0].path, sign) for each in families)]


def test_emoji_are_outlines() -> None:
    family = font_families("Zsye", "en", "reading")[0]
    need(*FONTS)
    path = family.files[0].path
    assert lacks(path, "😀👍🏽❤🏠🇦🇫🇬🇧👩🚀\u200d\ufe0f\u20e3") == ""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    assert b"glyf" in path.read_bytes()[:400]
    assert font.get_glyph_extents(font.get_nominal_glyph(ord("😀"))).width > 0


@pytest.mark.parametrize("script", ["Arab", "Hani", "Hang", "Hebr", "Thai", "Deva", "Latn", "Zsye", "Zsym"])
def test_every_font_has_truetype_outlines_and_may_be_embedded(script: str) -> None:
    files = [
        file for role in ("reading", "informing") for each in font_families(script, "en", role) for file in each.files
    ]
    for file in files:
        face = hb.Face(hb.Blob.from_file_path(str(file.path)))
        assert {"glyf", "OS/2"} <= set(face.table_tags), file.name
        permissions = int.from_bytes(face.reference_table("OS/2").data[8:10], "big")
        assert permissions == 0, f"{file.name} may not be embedded freely"
