"""Letters that cannot be set: found where they were typed, each once, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefing
from briefing.errors import Position
from briefing.reading import Places
from briefing.resources import install_command
from briefing.typesetting.text import Unset

HEAD = "---\ntitle: A title\nlanguage: en-GB\n---\n"
ANOTHER_FONT = "  Write it in other letters, or name fonts that have it under fonts: in the organisation's profile."
OWL = '  No font here has "𓅓" (U+13153, egyptian hieroglyph g017).\n' + ANOTHER_FONT


def problems(folder: Path, text: str) -> list[str]:
    (folder / "briefing.md").write_text(text, encoding="utf-8")
    return [str(each) for each in briefing.check(folder) if each.severity == "error"]


def test_a_letter_is_told_at_its_own_line_and_column(tmp_path):
    assert problems(tmp_path, f"{HEAD}One line,\n*two* lines,\nthree lines,\nand 𓅓 here.\n") == [
        f"briefing.md:8:5  error  missing-glyph\n{OWL}"
    ]


def test_each_line_of_a_paragraph_is_told(tmp_path):
    found = problems(tmp_path, f"{HEAD}A 𓅓 and 𓅓,\nthen [none](https://example.org),\nthen *𓅓* and 𓅓.\n\nMore.\n")
    assert [each.split("  ")[0] for each in found] == ["briefing.md:5:3", "briefing.md:7:7"]


def test_what_to_install_is_said_for_each_script(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.resources.families._package_folder", lambda package: None)
    text = "Some Thai ไทย, some Devanagari (नम) and 𓅓 there.\n"
    assert problems(tmp_path, HEAD + text) == [
        "briefing.md:5:11  error  missing-glyph\n"
        '  No font here has "ไ" (U+0E44, thai character sara ai maimalai), "ท" (U+0E17, thai character tho thahan), '
        '"ย" (U+0E22, thai character yo yak). See "ไทย".\n'
        f"  Install the fonts for Thai: {install_command('fonts')}",
        "briefing.md:5:33  error  missing-glyph\n"
        '  No font here has "न" (U+0928, devanagari letter na), "म" (U+092E, devanagari letter ma). See "नम".\n'
        f"  Install the fonts for Devanagari: {install_command('fonts')}",
        f"briefing.md:5:41  error  missing-glyph\n{OWL}",
    ]


THAI = '"ไ" (U+0E44, thai character sara ai maimalai), "ท" (U+0E17, thai character tho thahan)'


def test_what_one_installation_mends_is_said_once_at_its_first_line(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.resources.families._package_folder", lambda package: None)
    text = "---\ntitle: ท\nlanguage: en-GB\nsubtitle: One\n---\nSome ไท,\nsome 𓅓 and ท\n\n\nand 𓅓, and ไ here.\n"
    fonts = f"  Install the fonts for Thai: {install_command('fonts')}"
    assert problems(tmp_path, text) == [
        "briefing.md:2:8  error  missing-glyph\n"
        '  No font here has "ท" (U+0E17, thai character tho thahan), "ไ" (U+0E44, thai character sara ai maimalai). '
        f"The same goes for 3 more places.\n{fonts}",
        f"briefing.md:7:6  error  missing-glyph\n{OWL}",
        f"briefing.md:10:5  error  missing-glyph\n{OWL}",
    ]
    assert problems(tmp_path, f"{HEAD}Some (ไท),\nand ท.\n") == [
        f"briefing.md:5:7  error  missing-glyph\n  No font here has {THAI}. "
        f'See "ไท". The same goes for 1 more place.\n{fonts}'
    ]


def test_a_script_without_fonts_floods_no_screen(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.resources.families._package_folder", lambda package: None)
    text = "".join(f"北部の同盟{chr(0x4E00 + index)}と{chr(0x5E00 + index)}。\n\n" for index in range(1_500))
    (found,) = problems(tmp_path, HEAD.replace("en-GB", "ja") + text)
    assert found.startswith("briefing.md:5:1  error  missing-glyph\n")
    assert " and 1,999 more. See " in found
    assert "The same goes for at least 999 more places." in found
    assert found.endswith(install_command("fonts-cjk"))


def test_text_that_needs_a_dictionary_is_told_at_its_place(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.typesetting.text.itemising.has_dictionary", lambda: False)
    text = f"{HEAD}One line,\n*two*, ไทย,\nand មនុស្ស.\n"
    assert [each for each in problems(tmp_path, text) if "needs-dictionary" in each] == [
        "briefing.md:6:8  error  needs-dictionary\n"
        "  This is written without spaces, and only a dictionary knows where its lines may break. "
        "The same goes for 1 more place.\n"
        f"  Install the dictionaries: {install_command('asian')}"
    ]


@pytest.mark.parametrize("mark", ["\N{COMBINING ACUTE ACCENT}", "\N{ARABIC KASRA}", "\N{COMBINING ENCLOSING CIRCLE}"])
def test_more_marks_than_any_letter_has_are_refused_at_their_letter(tmp_path, mark):
    pile = "One a\u0301 line,\n*two* lines, a" + mark * 31 + "bc\n"
    assert [each for each in problems(tmp_path, HEAD + pile) if "too-many-marks" in each] == [
        "briefing.md:6:14  error  too-many-marks\n"
        "  A letter here has more than 30 marks on it.\n"
        "  Delete them; they may have come with a copied text."
    ]
    assert not [each for each in problems(tmp_path, f"{HEAD}a{mark * 30}bc\n") if "too-many-marks" in each]


@pytest.mark.parametrize("text", ["—" * 99, "・" * 99, "नि" * 99, "กี่" * 99, "👩🏽‍🚒" * 50, "ä́" * 99, "…\n\n" * 99])
def test_many_signs_that_are_on_no_letter_are_no_pile(text):
    unset = Unset()
    unset.check_signs(text, None)
    assert unset.texts == []


def test_long_quotations_and_many_letters_are_cut(tmp_path):
    word = "".join(chr(0x13000 + index) for index in range(50))
    (found,) = problems(tmp_path, f"{HEAD}{word} {word[1:3]}\n")
    assert '"𓀇" (U+13007, egyptian hieroglyph a006a) and 42 more.' in found
    assert found.splitlines()[1].endswith(f' See "{word[:40]}…".')


def test_a_title_that_is_printed_in_many_places_is_told_once(tmp_path):
    petition = "petition:\n  ask: Sign 𓅓\n  link: https://example.org/\n"
    text = f"---\ntitle: A 𓅓 title\nlanguage: en-GB\n{petition}---\nText.\n"
    assert [each.split("\n")[0] for each in problems(tmp_path, text)] == [
        "briefing.md:2:10  error  missing-glyph",
        "briefing.md:5:13  error  missing-glyph",
    ]


def test_what_has_no_place_of_its_own_is_looked_for_in_the_whole_text(tmp_path):
    text = f"{HEAD}Text.\n\n::: summary\n- A point.\n- One 𓅓 more.\n:::\n"
    assert problems(tmp_path, text) == [f"briefing.md:9:7  error  missing-glyph\n{OWL}".replace("Serif4", "Sans3")]


def test_what_was_typed_in_another_way_is_told_at_its_field(tmp_path):
    text = '---\ntitle: T\nlanguage: en\nsubtitle: "A \\U00013153"\n---\nText.\n\nNot the 𓅓 here.\n'
    assert problems(tmp_path, text) == [
        f"briefing.md:4:11  error  missing-glyph\n{OWL}",
        f"briefing.md:8:9  error  missing-glyph\n{OWL}",
    ]


def test_letters_are_told_together_with_other_errors(tmp_path):
    found = problems(tmp_path, "---\nlanguage: en-GB\n---\n[@none] says 𓅓\n\n![](none.png)\n")
    assert [each.split("\n")[0] for each in found] == [
        "briefing.md:2:1  error  missing-field",
        "briefing.md:4:2  error  unknown-source",
        "briefing.md:4:14  error  missing-glyph",
        "briefing.md:6:1  error  missing-alt",
        "briefing.md:6:1  error  missing-file",
    ]


def test_where_the_pages_cannot_be_tried_that_is_said(tmp_path):
    text = f"{HEAD}Dear {{{{ recipient.name }}}}, [@none]\n"
    (tmp_path / "briefing.md").write_text(text, encoding="utf-8")
    assert [str(each) for each in briefing.check(tmp_path) if each.severity == "note"] == [
        "note  pages-not-tried\n  The pages could not be tried yet: more may be said when these errors are mended."
    ]


def test_the_number_of_places_has_a_bound(tmp_path):
    found = problems(tmp_path, HEAD + "\n".join(["𓅓 a"] * 1_500) + "\n")
    assert len(found) == 1_000


# Places in files.

TEXT = "\ufeffone\r\ntwo 漢\r\n \r\nthree 漢 漢\n"


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ((1, 1), (2, 5)),
        ((1, 2), (2, 5)),
        ((2, 5), (2, 5)),
        ((2, 6), None),
        ((4, 1), (4, 7)),
        ((4, 8), (4, 9)),
        ((4, 10), None),
        ((9, 1), None),
    ],
)
def test_letters_are_found_in_their_block(start, found):
    places = Places({"a.md": TEXT.encode()})
    expected = Position("a.md", *found) if found else None
    assert places.find(Position("a.md", *start), "漢") == expected


@pytest.mark.parametrize("data", [b"", b"\xff\xfe"])
def test_nothing_is_found_in_what_is_no_text(data):
    assert Places({"a.md": data}).find(Position("a.md"), "a") is None
    assert Places({}).find(Position("b.md"), "a") is None
