"""All editions say the same, and it is told where one does not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from reading_folders import picture, write

from briefing.cli import main
from briefing.editions import EDITIONS
from briefing.errors import ContentError, Diagnostic, TemplateError
from briefing.parity import compare_editions
from briefing.resources import templates_folder

ARTICLE = """---
title: Who drinks what
subtitle: A valley and its only well
language: en-GB
date: 2 September 2021
information_as_of: 24 August 2021
licence: CC BY 4.0
petition:
  ask: Clean the wells of the valley
  addressed_to: the council of the valley
  link: https://example.org/wells
  text: A well costs less than a road.
---
::: summary
- Some 6,000 people drink from one well. [@survey]
:::
::: figures
- **6,000** people for one well. [@survey]
  Counted in the dry season, without the herds.
:::
::: asks
- **The mayor**: pay for a second well, by 10 December 2021.
:::
## The well
“We walk for an hour,” said Ms Khan. [@survey] The valley is *dry* in August.[^a]

[^a]: It was not always so dry.

::: corrections
- 1 September 2021: An earlier version said 5,000 people.
:::
"""
SOURCES = "survey: {title: A survey of wells, publisher: The valley's council, date: 1 August 2021}\n"
FILES = {"briefing.md": ARTICLE, "sources.yaml": SOURCES}
HIDDEN = '\n[editions.grey.styles.".caveat"]\nhidden = true\n'


@pytest.fixture
def piece(tmp_path):
    return write(tmp_path / "piece", FILES)


def own_template(tmp_path: Path, more: str, **changed: tuple[str, str]) -> Path:
    """Copy a template of ours, with more in its theme and other words in its files."""
    folder = tmp_path / "own"
    shutil.copytree(templates_folder() / "briefing", folder)
    with (folder / "theme.toml").open("a", encoding="utf-8") as file:
        file.write(more)
    for name, (old, new) in changed.items():
        path = folder / f"{name}.html"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return folder


@pytest.fixture
def screen_and_grey(monkeypatch):
    """Make two editions alone: each takes a second or more to make and to read back."""
    monkeypatch.setattr("briefing.parity.editions.EDITIONS", {name: EDITIONS[name] for name in ("screen", "grey")})


def told(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(each.id, each.message) for each in diagnostics if each.id != "conformance-not-checked"]


def test_editions_of_a_template_say_the_same(piece):
    found = compare_editions(piece)
    assert told(found.diagnostics) == []
    assert found.editions == tuple(EDITIONS)
    # The figure is told twice, the petition in four lines; of the imprint there is the licence alone.
    counted = {kind: count for kind, count in found.same.items() if kind != "claim"}
    assert counted == {
        "caveat": 1,
        "source": 1,
        "ask": 1,
        "petition": 3,
        "correction": 1,
        "date": 2,
        "imprint": 1,
        "picture": 1,
        "QR code": 1,
        "citation": 4,
    }
    assert found.same["claim"] >= 3


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("template", ["briefing", "handout"])
@pytest.mark.parametrize("page", ["A4", "A5", "letter", "half-letter"])
def test_editions_of_the_example_say_the_same(example, template, page):
    found = compare_editions(example, template=template, page=page)
    assert [each for each in told(found.diagnostics) if each[0] != "left-out-by-design"] == []
    assert found.editions == tuple(EDITIONS)
    assert found.same["claim"] >= 25


@pytest.mark.usefixtures("screen_and_grey")
def test_a_caveat_that_one_edition_drops_is_told(piece, tmp_path):
    found = compare_editions(piece, template=str(own_template(tmp_path, HIDDEN)))
    words = "Counted in the dry season, without the herds."
    lacks = 'The edition grey does not print this {}, and another does: "{}".'
    assert told(found.diagnostics) == [
        ("edition-lacks", lacks.format("caveat", words)),
        ("edition-lacks", lacks.format("text", words)),
    ]
    assert str(found.diagnostics[0].position) == "briefing.md:18:3"
    assert found.same["caveat"] == 0


HIDING = """
[editions.grey.styles.img]
hidden = true

[editions.screen.styles.".running"]
hidden = true
"""


@pytest.mark.usefixtures("screen_and_grey")
def test_pictures_codes_and_running_lines_that_one_edition_drops_are_told(tmp_path):
    article = ARTICLE.replace(
        "## The well\n", "## The well\n\n![A well](a.png){people=none}\n\n“They are deep,” said Mr Khan.\n\n"
    )
    folder = write(tmp_path / "shown", {**FILES, "briefing.md": article, "a.png": picture()})
    found = compare_editions(folder, template=str(own_template(tmp_path, HIDING)))
    lacks = 'The edition {} does not print this {}, and another does: "{}".'
    address = "https://example.org/wells"
    assert {each.message for each in found.diagnostics if each.id == "edition-lacks"} == {
        lacks.format("grey", "QR code", address),
        lacks.format("grey", "picture", f"QR code that opens {address}"),
        lacks.format("screen", "running line on each page", "Who drinks what DRAFT page of"),
        lacks.format("grey", "picture", "A well"),
    }
    positions = {each.message: str(each.position) for each in found.diagnostics if each.position}
    assert positions[lacks.format("grey", "picture", "A well")] == "briefing.md:26:1"
    assert positions[lacks.format("grey", "QR code", address)] == "briefing.md:9:3"


@pytest.mark.usefixtures("screen_and_grey")
def test_a_code_that_one_edition_spoils_is_told_with_its_name(piece, monkeypatch):
    fails = Diagnostic("error", "code-unreadable", "The QR code on page 1 cannot be read: “x”.")
    answers = iter([(), (fails,)])
    monkeypatch.setattr("briefing.parity.editions.prove", lambda _: next(answers))
    assert told(compare_editions(piece).diagnostics) == [
        ("code-unreadable", "In the edition grey: The QR code on page 1 cannot be read: “x”.")
    ]


@pytest.mark.usefixtures("screen_and_grey")
def test_words_that_are_no_claim_are_told_too(piece, tmp_path):
    more = '\n[editions.grey.styles.".subtitle"]\nhidden = true\n'
    found = compare_editions(piece, template=str(own_template(tmp_path, more)))
    (problem,) = told(found.diagnostics)
    assert problem == (
        "edition-lacks",
        'The edition grey does not print this text, and another does: "A valley and its only well".',
    )


@pytest.mark.usefixtures("screen_and_grey")
def test_what_a_template_leaves_out_of_all_is_listed(piece, tmp_path):
    own = own_template(tmp_path, "", document=("{{ parts.asks(briefing.petition) }}", ""))
    found = compare_editions(piece, template=str(own)).diagnostics
    (note,) = (each for each in found if each.id != "conformance-not-checked")
    assert (note.severity, note.id) == ("note", "left-out-by-design")
    assert note.message == "This template leaves out of every edition: ask 1."
    assert note.details == ('briefing.md:22:3: ask "pay for a second well, by 10 December 2021."',)


def test_an_edition_that_cannot_be_made_is_told_with_its_name(piece, tmp_path):
    more = '\n[editions.grey.styles.p]\ncolour = "#eeeeee"\n'
    found = compare_editions(piece, template=str(own_template(tmp_path, more)))
    pale = [each for each in found.diagnostics if each.id != "conformance-not-checked"]
    assert {each.id for each in pale} == {"low-contrast"}
    assert all(each.message.startswith("In the edition grey: ") for each in pale)
    assert found.editions == tuple(name for name in EDITIONS if name != "grey")


def test_a_theme_that_no_edition_can_be_made_with_is_told_once(piece, tmp_path):
    with pytest.raises(TemplateError) as caught:
        compare_editions(piece, template=str(own_template(tmp_path, "\n[colours]\n")))
    assert caught.value.diagnostics[0].message.startswith("This is not TOML")


def test_errors_of_the_article_come_first(tmp_path):
    broken = write(tmp_path / "broken", {**FILES, "sources.yaml": "other: {title: O}\n"})
    with pytest.raises(ContentError, match="unknown-source"):
        compare_editions(broken)


def test_the_command_says_what_all_print(piece, capsys):
    assert main(["check", str(piece), "--editions"]) == 0
    last = " ".join(capsys.readouterr().out.split("The editions ")[1].split())
    assert last.startswith("screen, large-print, grey") and "caveats 1, sources 1, asks 1" in last


@pytest.mark.usefixtures("screen_and_grey")
def test_the_command_ends_with_1_where_one_lacks_something(piece, tmp_path, capsys):
    own = own_template(tmp_path, HIDDEN)
    assert main(["check", str(piece), "--editions", "--template", str(own)]) == 1
    assert "edition-lacks" in capsys.readouterr().out


@pytest.mark.parametrize("other", [["--links"], ["--format", "csv"]])
def test_it_goes_with_no_other_list(piece, capsys, other):
    assert main(["check", str(piece), "--editions", *other]) == 2
    assert "--editions compares all editions, and goes with no other list" in capsys.readouterr().err


def test_it_goes_with_no_edition_of_its_own(piece, capsys):
    assert main(["check", str(piece), "--editions", "--edition", "grey"]) == 2
    assert "--editions makes every edition: leave out --edition" in capsys.readouterr().err


@pytest.mark.usefixtures("screen_and_grey")
def test_programs_are_told_what_was_made_and_how_much_is_the_same(piece, capsys):
    assert main(["check", str(piece), "--editions", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["ready"], found["editions"]) == (True, ["screen", "grey"])
    assert (found["same"]["caveat"], found["same"]["QR code"], found["same"]["citation"]) == (1, 1, 4)


PERSON = ARTICLE.replace("## The well\n", "## The well\n\n![A woman at the well](a.jpg){people=identifiable}\n\n")
MISSING = 'Somebody can be recognised in "a.jpg", and no consent is noted.'
ONLY_PRINT = 'The consent for "a.jpg" is for print, not for web.'
CONSENT = "a.jpg: {form: written, date: 12 August 2021, uses: print, expires: 2 September 2021}\n"


NEEDING = ("screen", "grey", "archive")
"""Editions of which two are for the web as well."""


def person(tmp_path: Path, consents: str) -> Path:
    files = {**FILES, "briefing.md": PERSON, "a.jpg": picture("JPEG"), "consents.yaml": consents}
    return write(tmp_path / "person", files)


def open_points(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, list[str]]:
    status = main(["check", str(folder), "--editions", "--format", "json", *more])
    found = json.loads(capsys.readouterr().out)
    return status, [each["message"] for each in found["diagnostics"] if each["severity"] == "open"]


@pytest.mark.usefixtures("screen_and_grey")
def test_a_consent_that_is_missing_is_told_once_and_ends_the_command_with_1(tmp_path, capsys):
    assert open_points(person(tmp_path, ""), capsys) == (1, [MISSING])


def test_a_consent_for_another_use_is_told_with_the_editions_that_need_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("briefing.parity.editions.EDITIONS", {name: EDITIONS[name] for name in NEEDING})
    folder = person(tmp_path, CONSENT)
    needing = f"In the editions screen and archive: {ONLY_PRINT}"
    assert open_points(folder, capsys, "--today", "2021-09-02") == (1, [needing])
    ended = 'The consent for "a.jpg" ended on 2021-09-02.'
    assert open_points(folder, capsys, "--today", "2021-09-03") == (1, [ended, needing])


def test_the_profile_goes_into_the_press_edition(piece, tmp_path):
    profile = tmp_path / "house.icc"
    profile.write_bytes(b"none")
    found = compare_editions(piece, profile=profile)
    assert "press" not in found.editions and len(found.editions) == len(EDITIONS) - 1
    (problem,) = (each for each in found.diagnostics if each.id == "profile")
    assert problem.message.startswith("In the edition press: ")


def test_an_edition_that_a_template_is_not_made_in_is_a_note(piece):
    found = compare_editions(piece, template="leaflet")
    (note,) = (each for each in found.diagnostics if each.id == "unsuitable-edition")
    assert (note.severity, note.message) == (
        "note",
        "The template leaflet is not made in the edition large-print; it is made in screen, grey, press and archive.",
    )
    assert found.editions == tuple(name for name in EDITIONS if name != "large-print")
