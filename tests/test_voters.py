"""Whether material is intended to influence voters: the answer, when it lapses, and the imprint of a yes."""

from __future__ import annotations

from pathlib import Path

import pytest
from approving import answer_line, approve
from reading_folders import write

import briefing
from briefing.checking import answered_content, content_hash, imprint_printed
from briefing.cli import main
from briefing.errors import ContentError, Diagnostic
from briefing.press import Press
from briefing.resources import assets_folder, templates_folder

ARTICLE = """---
title: Who flees?
language: en-GB
organisation: ours
date: 2 September 2021
authors: [Research desk]
petition: {ask: Sign, addressed_to: the Mayor, link: "https://example.org", text: It takes a minute.}
---
::: asks
- **Parliament**: let more people come, by 10 September 2021.
:::

They walk at night.
"""
PROFILE = """name: Ours
imprint:
  printed_by: A. Printer, 1 High Street, Leeds
  promoted_by: J. Doe, 2 High Street, Leeds
  on_behalf_of: Ours, PO Box 12, Leeds
"""
TEMPLATES = sorted(path.parent.name for path in templates_folder().glob("*/document.html"))
RULE = (
    "Print imprints of non-party campaigners, Electoral Commission, as of 2023-10-31, read in a stored copy on "
    "2026-11-23: https://www.electoralcommission.org.uk/"
    "print-imprints-non-party-campaigners-uk-parliamentary-elections-and-elections-england-wales-and"
)
PURPOSE_TEST = (
    "Applying the purpose test, Electoral Commission, as of 2023-12-19, read in a stored copy on 2026-11-23: "
    "https://www.electoralcommission.org.uk/"
    "non-party-campaigners-uk-parliamentary-general-elections/regulated-campaign-activities/applying-purpose-test"
)
AGAIN = "  Weigh it again: check --influences-voters no --by NAME, or yes, prints the field anew."


def answered(folder: Path, answer: str = "no") -> Path:
    """Write into the front matter what somebody has answered of the article as it is."""
    file = folder / "briefing.md"
    line = answer_line(folder, answer)
    file.write_text(file.read_text("utf-8").replace("authors", f"{line}authors"), "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return answered(write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": PROFILE}))


def change(folder: Path, typed: str, other: str, file: str = "briefing.md") -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(typed) == 1
    path.write_text(text.replace(typed, other), "utf-8")


def told(folder: Path, **options: str) -> list[str]:
    return [str(each) for each in briefing.check(folder, **options) if is_told(each)]


def is_told(each: Diagnostic) -> bool:
    return each.id.startswith(("voters", "imprint", "not-answered"))


def test_nobody_has_answered(tmp_path):
    folder = write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": PROFILE})
    assert told(folder) == [
        "briefing.md:1:1  warning  voters-unanswered\n"
        "  Nobody has answered whether this can reasonably be regarded as intended to influence voters.\n"
        "    Weigh the call to action, the tone, the context and the time, and how a reasonable person would see it.\n"
        f"    {PURPOSE_TEST}\n"
        "  Answer for the organisation: check --influences-voters no --by NAME, or yes, "
        "prints what to copy into the fields."
    ]
    approve(folder, answer="")
    assert not briefing.build(folder, tmp_path / "a.pdf").draft
    with pytest.raises(ContentError) as caught:
        briefing.build(folder, tmp_path / "b.pdf", final=True)
    [last] = [each for each in caught.value.diagnostics if is_told(each)]
    assert str(last).splitlines()[:2] == [
        "briefing.md:1:1  error  not-answered",
        "  This cannot be final. Nobody has answered whether this can reasonably be regarded as intended to "
        "influence voters.",
    ]
    assert not (tmp_path / "b.pdf").exists()


def test_an_answer_makes_it_final(folder, tmp_path):
    assert told(folder) == [
        "briefing.md:6:20  note  voters-answered\n  Intended to influence voters: no. Jane Doe answered on 2021-09-01."
    ]
    assert not briefing.build(approve(folder), tmp_path / "a.pdf", final=True).draft


@pytest.mark.parametrize("answer", ["yes", "Yes", "true", "TRUE"])
def test_a_yes_is_final_with_a_whole_imprint(tmp_path, answer):
    folder = answered(write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": PROFILE}), answer)
    assert told(folder) == [
        "briefing.md:6:20  note  voters-answered\n  Intended to influence voters: yes. Jane Doe answered on 2021-09-01."
    ]
    assert not briefing.build(approve(folder), tmp_path / "a.pdf", final=True).draft


@pytest.mark.parametrize(
    ("typed", "other", "changed"),
    [
        ("date: 2 September 2021", "date: 3 September 2021", "The date"),
        ("ask: Sign", "ask: Sign now", "What is asked"),
        ("the Mayor", "the King", "What is asked"),
        ("a minute", "an hour", "What is asked"),
        ("let more people", "let people", "What is asked"),
        ("Parliament", "Congress", "What is asked"),
    ],
)
def test_an_answer_lapses_and_says_what_changed(folder, tmp_path, typed, other, changed):
    change(folder, typed, other)
    message = f"{changed} changed since Jane Doe answered on 2021-09-01 that this is not intended to influence voters."
    assert told(folder) == [f"briefing.md:6:20  warning  voters-lapsed\n  {message}\n{AGAIN}"]
    with pytest.raises(ContentError, match="not-answered"):
        briefing.build(approve(folder), tmp_path / "a.pdf", final=True)


def test_both_may_have_changed(folder):
    change(folder, "date: 2 September", "date: 3 September")
    change(folder, "the Mayor", "the King")
    assert told(folder)[0].splitlines()[1].startswith("  The date and what is asked changed since Jane Doe")


def test_what_a_card_asks_is_asked(folder):
    change(folder, "They walk at night.", "They walk at night.\n\n::: postcard Dear Sir\nLet them in.\n:::")
    assert told(folder)[0].splitlines()[1].startswith("  What is asked changed since Jane Doe")


@pytest.mark.parametrize(
    ("typed", "other"),
    [("They walk", "They run"), ("date: 2 September 2021", "date: 2021-09-02"), ("It takes a", "It  takes a")],
)
def test_it_rests_on_nothing_else(folder, typed, other):
    change(folder, typed, other)
    assert "voters-answered" in told(folder)[0]


def test_an_answer_is_no_part_of_what_is_approved(folder):
    before = content_hash(briefing.load(folder).briefing)
    change(folder, "answer: no", "answer: yes")
    assert content_hash(briefing.load(folder).briefing) == before


def test_an_answer_to_nothing_in_particular_is_none(folder):
    line = next(each for each in (folder / "briefing.md").read_text("utf-8").splitlines() if "influences" in each)
    change(folder, line, "influences_voters: {answer: no, by: Jane Doe, on: 2021-09-01}")
    message = "  The answer on voters does not say to which date and which asks it belongs."
    assert told(folder) == [f"briefing.md:6:20  warning  voters-unbound\n{message}\n{AGAIN}"]


@pytest.mark.parametrize(
    ("profile", "position", "lacks"),
    [
        (PROFILE.replace("  printed_by", "# printed_by"), "ours.yaml:4:3", "does not name the printer"),
        (
            "name: Ours\n",
            "ours.yaml:1:1",
            "does not name the printer, the promoter and those on whose behalf it is published",
        ),
        (
            PROFILE.replace("J. Doe, 2 High Street, Leeds", "J. Doe,"),
            "ours.yaml:3:3",
            "gives no address of the promoter",
        ),
        (
            PROFILE.replace("  printed_by", "# printed_by").replace("Ours, PO Box 12, Leeds", "Ours"),
            "ours.yaml:4:3",
            "does not name the printer and gives no address of those on whose behalf it is published",
        ),
    ],
)
def test_a_yes_needs_printer_promoter_and_on_behalf_of(tmp_path, profile, position, lacks):
    folder = answered(write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": profile}), "yes")
    assert told(folder)[1:] == [
        f"{position}  warning  imprint-incomplete\n"
        f"  This is intended to influence voters, and the imprint {lacks}.\n"
        f"    {RULE}\n"
        "  Write name and address of each into the profile, under imprint: printed_by, promoted_by and on_behalf_of. "
        "A home, an office or a PO Box will do. "
        "Those on whose behalf it is published are named where that is not the promoter; else write the promoter again."
    ]
    with pytest.raises(ContentError) as caught:
        briefing.build(approve(folder), tmp_path / "a.pdf", final=True)
    [_, last] = [each for each in caught.value.diagnostics if is_told(each)]
    message = f"This cannot be final. This is intended to influence voters, and the imprint {lacks}."
    assert (last.id, last.message) == ("not-answered", message)


def test_a_country_without_a_rule_is_the_profile_s_to_say(tmp_path):
    profile = "name: Ours\ncountry: FR\n"
    folder = write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": profile})
    assert "    No rule of FR is known here: ask somebody who knows it.\n" in told(folder)[0]
    assert "does not name anybody." in told(answered(folder, "yes"))[1]
    write(folder, {"ours.yaml": profile + "imprint: {promoted_by: Nous}\n"})
    assert [each.splitlines()[0] for each in told(folder)] == ["briefing.md:6:20  note  voters-answered"]


@pytest.mark.parametrize("typed", ["answer: no", "by: Jane Doe"])
def test_a_blank_is_no_answer(folder, typed):
    change(folder, typed, f"{typed.partition(':')[0]}: FILL IN")
    assert [each.splitlines()[0] for each in told(folder)] == ["briefing.md:1:1  warning  voters-unanswered"]


def test_a_country_has_two_letters(tmp_path):
    folder = write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": "name: Ours\ncountry: UK\n"})
    assert str(briefing.load(folder).diagnostics[0]) == (
        "ours.yaml:2:10  error  wrong-kind\n  country takes the two capital letters of a country, such as GB.\n"
        "  For instance: country: GB"
    )


def template_for(folder: Path, audience: str) -> str:
    ours = templates_folder() / "briefing"
    files = {path.name: path.read_bytes() for path in ours.iterdir() if path.is_file()}
    theme = f"audience = {audience}\n".encode() + files["theme.toml"]
    return str(write(folder, {**files, "theme.toml": theme}))


def test_another_audience_needs_an_answer_of_its_own(folder, tmp_path, capsys):
    letters = template_for(tmp_path / "letters", '["representatives"]')
    message = "The answer on voters is about the public; what the template letters makes goes to representatives."
    [lacking] = [each for each in told(folder, template=letters) if "note" not in each.splitlines()[0]]
    assert lacking == (
        f"briefing.md:6:20  warning  voters-audience\n  {message}\n"
        "  Weigh it again: check --influences-voters no --by NAME --template letters, or yes, "
        "prints the field for both."
    )
    with pytest.raises(ContentError, match="not-answered"):
        briefing.build(approve(folder), tmp_path / "a.pdf", template=letters, final=True)
    words = ["check", str(folder), "--influences-voters", "no", "--by", "Jane Doe", "--template", letters]
    assert main(words) == 0
    assert "  audience: public and representatives\n" in capsys.readouterr().out
    change(folder, "audience: public", "audience: public and representatives")
    assert "audience" not in str(told(folder, template=letters))
    assert not briefing.build(folder, tmp_path / "a.pdf", template=letters, final=True).draft


def test_a_template_has_to_print_the_imprint_of_a_yes(tmp_path):
    folder = answered(write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": PROFILE}), "yes")
    bare = tmp_path / "bare"
    template_for(bare, '"public"')
    page = (bare / "document.html").read_text("utf-8")
    assert page.count("{{ parts.imprint() }}") == 1
    (bare / "document.html").write_text(page.replace("{{ parts.imprint() }}", ""), "utf-8")
    message = "the printer, the promoter and those on whose behalf it is published"
    assert told(folder, template=str(bare))[1:] == [
        "warning  imprint-not-printed\n"
        f"  This is intended to influence voters, and the template bare does not print {message}.\n"
        "    On the side with most of the text; on a document with several pages the first or the last one.\n"
        f"    {RULE}\n"
        "  Take one of our templates, or print the imprint as they do: {{ parts.imprint() }} in document.html."
    ]
    with pytest.raises(ContentError, match="not-answered"):
        briefing.build(approve(folder), tmp_path / "a.pdf", template=str(bare), final=True)


@pytest.mark.parametrize("template", TEMPLATES)
def test_our_templates_print_the_imprint(template):
    found = briefing.load(assets_folder() / "northern-alliance").briefing
    document = Press(template).document(found)
    assert [*imprint_printed(found, document, template)] == []


def test_a_card_to_a_representative_needs_an_answer_for_both(folder, capsys):
    assert "goes to representatives." in str(told(folder, template="postcard"))
    assert main(["check", str(folder), "--influences-voters", "no", "--by", "A", "--template", "postcard"]) == 0
    assert "  audience: public and representatives\n" in capsys.readouterr().out


def test_an_audience_is_one_of_a_few(folder, tmp_path):
    letters = template_for(tmp_path / "letters", '"kings"')
    [found] = [each for each in briefing.check(folder, template=letters) if each.id == "theme"]
    assert str(found) == (
        "letters/theme.toml:1:1  error  theme\n  audience must be one or a list of: public, representatives."
    )


def test_an_edition_has_the_answer_of_its_original(folder, tmp_path):
    write(folder, {"briefing.cy.md": "---\ntitle: Pwy\nlanguage: cy\npetition: {ask: Llofnodwch}\n---\nGeiriau.\n"})
    assert [each.splitlines()[0] for each in told(folder, language="cy")] == [
        "briefing.cy.md:1:1  note  voters-edition"
    ]
    change(folder, "the Mayor", "the King")
    assert "voters-lapsed" in told(folder, language="cy")[0]
    answer = "influences_voters: {answer: yes, by: A, on: 2021-09-01}\ntitle: Pwy"
    change(folder, "title: Pwy", answer, "briefing.cy.md")
    assert [each.splitlines()[0] for each in told(folder, language="cy")] == [
        "briefing.cy.md:2:20  warning  voters-unbound"
    ]


def test_an_original_is_asked_for_its_editions(tmp_path):
    edition = "---\ntitle: Pwy\nlanguage: cy\n---\nGeiriau.\n"
    files = {"briefing.md": ARTICLE, "briefing.cy.md": edition, "ours.yaml": PROFILE}
    [found] = told(write(tmp_path / "article", files), language="cy")
    assert found.splitlines()[0] == "briefing.md:1:1  warning  voters-unanswered"


def test_the_field_is_printed_to_be_copied(tmp_path, capsys):
    folder = write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": PROFILE})
    words = ["check", str(folder), "--influences-voters", "no", "--by", "Jane Doe, desk", "--today", "2021-09-02"]
    assert main(words) == 0
    printed = capsys.readouterr()
    content = answered_content(briefing.load(folder).briefing)
    assert printed.err == "Put these lines between the two lines of dashes at the head of briefing.md:\n"
    assert printed.out == (
        "influences_voters:\n  answer: no\n  by: Jane Doe, desk\n  on: 2021-09-02\n  audience: public\n"
        f"  content: {content}\n"
    )
    write(folder, {"briefing.md": ARTICLE.replace("authors", f"{printed.out}authors")})
    assert told(folder) == [
        "briefing.md:7:3  note  voters-answered\n"
        "  Intended to influence voters: no. Jane Doe, desk answered on 2021-09-02."
    ]
    assert main(words) == 0
    place = "in the place of the field influences_voters"
    assert capsys.readouterr().err == f"Put these lines {place} at the head of briefing.md:\n"


def test_no_field_is_printed_of_what_cannot_be_read(tmp_path, capsys):
    assert main(["check", str(tmp_path), "--influences-voters", "no", "--by", "Jane"]) == 1
    assert "no-article" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--influences-voters", "no"], "--influences-voters yes or no, and --by NAME, go together"),
        (["--by", "Jane"], "--influences-voters yes or no, and --by NAME, go together"),
        (
            ["--influences-voters", "no", "--by", "Jane", "--links"],
            "--influences-voters prints a field, and goes with neither --against nor --links",
        ),
    ],
)
def test_words_that_do_not_go_together(folder, capsys, words, said):
    assert main(["check", str(folder), *words]) == 2
    assert capsys.readouterr().err == f"briefing check: error: {said}\n"


def test_a_build_says_what_is_missing_before_release(tmp_path, capsys):
    folder = write(tmp_path / "article", {"briefing.md": ARTICLE, "ours.yaml": "name: Ours\n"})
    main(["build", str(folder), "-o", str(tmp_path / "a.pdf")])
    assert (
        f"Before release: no answer on voters, no sign-off. See: briefing check {folder}\n" in capsys.readouterr().out
    )
    main(["build", str(answered(folder, "yes")), "-o", str(tmp_path / "a.pdf")])
    assert f"Before release: no whole imprint, no sign-off. See: briefing check {folder}\n" in capsys.readouterr().out


def test_a_refusal_says_each_thing_once_in_the_order_in_which_it_can_be_settled(folder, tmp_path):
    approve(folder)
    change(folder, "the Mayor", "the King")
    change(folder, "They walk", "In 1999 some 400 walked")
    change(folder, "petition: {ask", "petition: {question: Is it?, ask")
    with pytest.raises(ContentError) as caught:
        briefing.build(folder, tmp_path / "a.pdf", final=True)
    found = caught.value.diagnostics
    assert [each.id for each in found if each.severity == "error"] == ["not-final", "not-answered", "not-signed-off"]
    assert not {"voters-lapsed", "approval-lapsed"} & {each.id for each in found}
    assert found[-3].hint == "Settle what is open first: petition-question, no-source."
