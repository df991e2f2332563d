"""Text made to break a typesetter: it is set whole, or refused in words with its place; nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from conforming import assert_conforming
from language_tools import article, folded, glyph_faults, spoken
from reading_folders import write

import briefing
from briefing.errors import BriefingError, errors_of

RLE, LRE, PDF, RLO, LRO = "\u202b", "\u202a", "\u202c", "\u202e", "\u202d"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
RLM, ALM, ZWJ, ZWNJ = "\u200f", "\u061c", "\u200d", "\u200c"
KASRA, ACUTE = "\u0650", "\u0301"

DISTURBING = {
    "an override that is never ended": ("en", f"pay {RLO}001 pounds"),
    "an override inside a word": ("fa-AF", f"سلا{LRO}م دنیا{PDF}"),
    "an isolate that is never ended": ("fa-AF", f"سلام {LRI}Kabul دنیا"),
    "ends without a beginning": ("ar", f"سلام {PDI}{PDF}{PDI} London {PDF}"),
    "embeddings deeper than 125": ("ar", RLE * 300 + "سلام abc" + PDF * 300),
    "isolates deeper than 125": ("ar", f"{LRI}{RLI}" * 200 + "سلام abc" + PDI * 400),
    "an embedding round every letter": ("en", "".join(f"{RLE}{letter}{PDF}" for letter in "letters" * 100)),
    "first-strong isolates": ("ar", f"{FSI}abc سلام{PDI} {FSI}سلام abc{PDI}"),
    "marks of direction alone": ("en", f"a {RLM}{ALM}{RLM} b"),
    "both directions by turns": ("ar", "aب" * 3_000),
    "both directions by turns, in words": ("ar", "a ب 1 " * 1_000),
    "brackets deeper than 63": ("ar", "س" + "(" * 500 + "a" + ")" * 500 + "س"),
    "brackets that never close": ("ar", "س" + "([{" * 1_000),
    "ten thousand vowel signs on one letter": ("ar", "ب" + KASRA * 10_000),
    "ten thousand accents on one letter": ("en", "a" + ACUTE * 10_000),
    "marks on a space": ("ar", f"س {KASRA * 50} س"),
    "marks without a letter": ("ar", KASRA * 20 + "س"),
    "joiners alone": ("fa-AF", f"س{ZWJ * 2_000}{ZWNJ * 2_000}س"),
    "non-joiners between all letters": ("fa-AF", ZWNJ.join("سلام" * 500)),
    "variation selectors": ("ja", "葛\U000e0100葛\ufe00葛" + "\ufe0f" * 1_000),
    "letters of a script that few fonts have": ("en", "a \U0001e900\U0001e901\U0001e902 b"),
    "viramas alone": ("hi", "\u094d" * 1_000),
    "a tower of conjuncts": ("hi", "\u094d".join("क" * 1_000)),
    "coengs alone": ("km", "\u17d2" * 1_000),
    "vowels of Thai without a consonant": ("th", "\u0e34\u0e49" * 1_000),
    "a word without an end": ("en", "a" * 20_000),
    "a word without an end, of Arabic": ("ar", "ب" * 5_000),
    "a sentence without a space, of Thai": ("th", "กา" * 2_500),
    "jamo that are no syllable": ("ko", "\u1100" * 500 + "\u1161" * 500 + "\u11a8" * 500),
    "joined pictures without an end": ("en", f"\U0001f469{ZWJ}" * 500 + "\U0001f469"),
    "tags without a flag": ("en", "a\U000e0041\U000e0042b"),
    "half a flag": ("en", "\U0001f1e6" * 501),
    "a Latin letter of every kind of script": ("en", "aａ𝐚ⓐªᵃ"),
}
"""By what is wrong: language and text."""

NOT_TEXT = {
    "unassigned": "\u0378",
    "private": "\ue000",
    "private, beyond the first plane": "\U000f0000",
    "not a character": "\ufdd0",
    "the last of the plane": "\uffff",
    "a line of its own": "\u2028",
    "what stands for a thing": "\ufffc",
}
"""What has no letter in any font that could be meant; the message names its number."""


def outcome(folder: Path, language: str, text: str) -> bytes | BriefingError:
    """The file, or why there is none."""
    write(folder, {"briefing.md": article(language, "Title", f"{text}")})
    try:
        return briefing.build(folder, folder / "made.pdf").path.read_bytes()
    except BriefingError as error:
        return error


@pytest.mark.slow
@pytest.mark.timeout(20)
@pytest.mark.parametrize(("language", "text"), DISTURBING.values(), ids=DISTURBING)
def test_disturbing_text_is_set_whole_or_refused(tmp_path, language, text):
    made = outcome(tmp_path, language, text)
    if isinstance(made, BriefingError):
        errors = errors_of(made.diagnostics)
        assert errors
        for each in errors:
            assert each.position is not None and each.position.file == "briefing.md"
            assert each.message and each.hint and len(str(each)) < 4_000
        return
    assert list(glyph_faults(made)) == []
    assert spoken(made) == ["Title", folded(text)]
    assert_conforming(made, thorough=False)


@pytest.mark.parametrize("language", ["en", "fa-AF"])
@pytest.mark.parametrize("character", NOT_TEXT.values(), ids=NOT_TEXT)
def test_what_is_no_text_is_refused_by_its_number(tmp_path, character, language):
    made = outcome(tmp_path, language, f"a{character}b")
    assert isinstance(made, BriefingError)
    assert any(f"U+{ord(character):04X}" in each.message for each in errors_of(made.diagnostics))
