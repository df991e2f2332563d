"""Sheets to be signed: what stands on them, what is missing, how many rows there are, and that they conform."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from approving import answer_line
from conforming import assert_conforming
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_folders import told, write

from briefing import verify
from briefing.claims import ledger_of
from briefing.cli import main, petition
from briefing.errors import BriefingError, ContentError, LayoutError, OutputError, ProtectedError, errors_of
from briefing.model.dates import date_from_edtf
from briefing.petitioning import KINDS, make_petition
from briefing.petitioning.fitting import most_rows
from briefing.petitioning.notice import OF_COMMONS, parts_of
from briefing.petitioning.values import MOST_SHEETS
from briefing.press import Press, load
from briefing.protecting import protected_words
from briefing.rules import read_rule
from briefing.templating import load_form

HEAD = """---
title: Who flees?
language: en-GB
date: 2 September 2021
organisation: ours
"""
ASKED = """petition: {ask: Let more people come, addressed_to: the Government, link: "https://example.org/sign"}
signature_sheets:
  statement: We ask the Government to let more people come.
  return_to: Our Desk, 1 High Street
  return_by: 8 September 2021
"""
COMMONS = """commons_petition:
  petitioners: residents of Marlford
  declares: the library should stay open [no source, what we hold], and so on.
  requests: urges the Government to keep it open
  asks_for_public_money: no
  before_a_court: no
  presented_by: Jane Doe MP
  answered_by: Jane Roe
  answered_on: 1 September 2021
  purpose: To present it.
  recipients: The Member, and the House.
  retention: Until it is handed over.
"""
TEXT = "---\n\nMany flee.\n"
PROFILE = """name: Our Desk
imprint: {printed_by: A Printer, promoted_by: A Promoter, on_behalf_of: Our Desk}
data_notice:
  controller: Our Desk, 1 High Street.
  contact: privacy@example.org.
  officer: none
  purpose: To hand it over.
  lawful_basis: Our legitimate interest.
  interests: To be heard.
  recipients: The Government.
  transfers: None
  retention: Until 2022; then shredded.
  rights: Ask to see yours.
  withdrawal: Write to us.
  complaint_to_us: Write to us first.
  complaint_to_authority: The Information Commission.
  opt_in: Tick to hear from us.
"""
RULE = read_rule("uk-data-notice").cited
COMPLAINTS = read_rule("uk-data-complaints").cited
VOTERS = read_rule("uk-voters").cited
HOUSE = read_rule("uk-commons-petition")


def folder(tmp_path: Path, head: str = ASKED + COMMONS, profile: str = PROFILE) -> Path:
    where = write(tmp_path / "piece", {"briefing.md": HEAD + head + TEXT, "ours.yaml": profile})
    return answered(where)


def answered(where: Path) -> Path:
    """Say that the sheets are not intended to influence voters."""
    file = where / "briefing.md"
    if load(where).briefing:
        file.write_text(file.read_text("utf-8").replace(TEXT, answer_line(where, "no") + TEXT), "utf-8")
    return where


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def refused(where: Path, **asked) -> list[str]:
    with pytest.raises(ContentError) as raised:
        make_petition(where, where / "sheets.pdf", **asked)
    assert not (where / "sheets.pdf").exists()
    return told(errors_of(raised.value.diagnostics))


def test_a_sheet_has_the_ask_the_rows_the_return_and_the_notice(tmp_path):
    made = make_petition(folder(tmp_path), tmp_path / "sheets.pdf", sheets=3)
    second = pages(made.file.path)[1]
    rows = " ".join(f"{number} ☐" for number in range(1, made.rows.other + 1))
    assert second == (
        "Our Desk Sheet 2 of 3 To the Government Let more people come We ask the Government to let more people come. "
        f"No. Name Postcode Signature Tick to hear from us. {rows} "
        "Return this sheet by 8 September 2021 to Our Desk, 1 High Street. Or sign online: example.org/sign "
        "What happens with your details Who is responsible for them: Our Desk, 1 High Street. "
        "Questions: privacy@example.org. What for: To hand it over. Lawful basis: Our legitimate interest. "
        "Our interests: To be heard. Who receives them: The Government. How long they are kept: Until 2022; then "
        "shredded. Your rights: Ask to see yours. If you change your mind: Write to us. Complaints to us: Write to us "
        "first. Complaints to the authority: The Information Commission. Printed by A Printer. Promoted by A Promoter. "
        "On behalf of Our Desk."
    )
    assert (made.sheets, made.draft, made.diagnostics) == (3, False, ())
    assert (made.return_to, made.return_by, made.retention) == (
        "Our Desk, 1 High Street",
        "8 September 2021",
        "Until 2022; then shredded.",
    )
    assert made.rules == (RULE, COMPLAINTS, VOTERS)
    assert made.signatures == 3 * made.rows.first >= 3 * 10


@pytest.mark.parametrize("page", ["A4", "letter"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_sheet_is_one_full_page(tmp_path, kind, page):
    made = make_petition(folder(tmp_path), tmp_path / "sheets.pdf", kind=kind, sheets=4, page=page)
    assert (made.sheets, made.page_size, len(pages(made.file.path))) == (4, page, 4)
    assert made.rows.first >= 10 and made.rows.other >= made.rows.first


@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        ("[signature, name]", "No. Name Signature Tick"),
        ("[Name, address, signature]", "No. Name Address with postcode Signature Tick"),
        ("[name, postcode, signature, date]", "No. Name Postcode Signature Date Tick"),
        ("[name, address, signature, date]", "No. Name Address with postcode Signature Date Tick"),
    ],
)
def test_the_author_chooses_what_people_write(tmp_path, columns, heads):
    where = folder(tmp_path, f"{ASKED}  columns: {columns}\n")
    assert heads in pages(make_petition(where, tmp_path / "sheets.pdf", sheets=1).file.path)[0]


def test_without_words_for_it_there_is_no_box(tmp_path):
    profile = PROFILE.replace("  opt_in: Tick to hear from us.\n", "").replace("  withdrawal: Write to us.\n", "")
    made = make_petition(folder(tmp_path, ASKED, profile), tmp_path / "sheets.pdf", sheets=1)
    assert "☐" not in pages(made.file.path)[0]


def test_the_address_online_can_be_left_out(tmp_path):
    made = make_petition(folder(tmp_path, ASKED + "  online: no\n"), tmp_path / "sheets.pdf", sheets=1)
    assert "example.org/sign" not in pages(made.file.path)[0]


@pytest.mark.parametrize("form", ["signatures", "commons"])
@pytest.mark.parametrize("page", ["A4", "letter"])
def test_rows_are_high_enough_to_write_in_and_nothing_is_filled(tmp_path, form, page):
    theme, _ = Press(load_form(form), page=page).theme(load(folder(tmp_path)).briefing)
    assert theme.style("td", ()).minimum_height >= 9 * 72 / 25.4 - 0.001
    assert not any(theme.style(tag, ()).background for tag in ("body", "table", "tr", "th", "td"))


def test_the_words_of_the_house(tmp_path):
    made = make_petition(folder(tmp_path), tmp_path / "sheets.pdf", kind="commons", sheets=3)
    first, second, third = pages(made.file.path)
    request = "The petitioners therefore request that the House of Commons urges the Government to keep it open."
    assert first == (
        "To the House of Commons. The petition of residents of Marlford, Declares that the library should stay open, "
        f"and so on. {request} And the petitioners remain, etc. Name Address Signature"
    )
    assert second == third == f"{request} Name Address Signature"
    assert made.notice is not None
    assert made.notice.path == tmp_path / "sheets-data-notice.pdf"
    assert pages(made.notice.path)[0].startswith("Our Desk What happens with your details Who is responsible")
    assert told(made.diagnostics) == [
        f"briefing.md:12:3  note  commons-advice\n  {HOUSE.text('advice')}\n"
        + "".join(f"    {HOUSE.text(name)}\n" for name in ("presented_by", "from_whom", "who", "wording", "paper"))
        + f"  {HOUSE.cited}"
    ]


def test_a_petition_of_one(tmp_path):
    where = folder(tmp_path, COMMONS + "  one_petitioner: yes\n")
    made = make_petition(where, tmp_path / "sheets.pdf", kind="commons", sheets=3)
    assert (made.sheets, made.rows.first, made.signatures) == (1, 1, 1)
    (text,) = pages(made.file.path)
    assert "The petitioner therefore requests that the House of Commons urges" in text
    assert "And the petitioner remains, etc." in text


def test_everything_that_is_missing_is_told_at_once(tmp_path):
    where = folder(tmp_path, "", "name: Our Desk\n")
    signatures = refused(where)
    assert [each.splitlines()[0] for each in signatures] == [
        "briefing.md:1:1  error  petition-missing",
        "briefing.md:1:1  error  sheet-unanswered",
        "ours.yaml:1:1  error  notice-missing",
    ]
    assert signatures[1] == (
        "briefing.md:1:1  error  sheet-unanswered\n"
        "  It is not said where signed sheets go, and until when. Put these lines at the head of the article:\n"
        "    signature_sheets:\n      return_to: Refugees Welcome, 2 High Street, Leeds\n"
        "      return_by: 8 September 2021"
    )
    commons = refused(where, kind="commons")
    assert [each.splitlines()[0] for each in commons] == [
        "briefing.md:1:1  error  commons-missing",
        "ours.yaml:1:1  error  notice-missing",
    ]


def test_the_lines_that_are_told_can_be_typed(tmp_path):
    """What a message says to type is all that was missing."""
    where = folder(tmp_path, "", "name: Our Desk\n")
    lines: dict[str, str] = {}
    for kind in KINDS:
        for each in refused(where, kind=kind):
            block = "\n".join(line[4:] for line in each.splitlines() if line.startswith("    "))
            lines[each.split(":")[0]] = lines.get(each.split(":")[0], "") + (f"{block}\n" if block else "")
    notice = "\n".join(dict.fromkeys(lines["ours.yaml"].splitlines()))
    head = f"petition: {{ask: Sign}}\n{lines['briefing.md']}"
    again = folder(tmp_path / "again", head, f"name: Our Desk\n{notice}\n")
    for kind in KINDS:
        made = make_petition(again, tmp_path / f"{kind}.pdf", kind=kind, sheets=1)
        assert {each.id for each in made.diagnostics} <= {"commons-advice"}, told(made.diagnostics)


@pytest.mark.parametrize("name", [*read_rule("uk-data-notice").texts("parts"), "complaint_to_us", "withdrawal"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_part_of_the_notice_is_asked_for(tmp_path, kind, name):
    if kind == "commons" and name in OF_COMMONS:
        (problem,) = refused(folder(tmp_path, re.sub(rf"  {name}: .*\n", "", COMMONS)), kind=kind)
        assert problem.startswith(f'briefing.md:7:3  error  commons-missing\n  The petition lacks "{name}". ')
        return
    if kind == "commons" and name == "withdrawal":
        assert make_petition(
            folder(tmp_path, profile=re.sub(rf"  {name}: .*\n", "", PROFILE)), tmp_path / "sheets.pdf", kind=kind
        ).notice
        return
    (problem,) = refused(folder(tmp_path, profile=re.sub(rf"  {name}: .*\n", "", PROFILE)), kind=kind)
    first, message, hint = problem.splitlines()
    assert first == "ours.yaml:4:3  error  notice-missing"
    assert message.startswith(f'  The data notice lacks "{name}". ')
    assert hint.startswith(f"  Add it below data_notice, such as: {name}: ")


def test_a_part_that_may_apply_is_to_be_answered(tmp_path):
    where = folder(tmp_path, profile=PROFILE.replace("  officer: none\n", "").replace("  transfers: None\n", ""))
    made = make_petition(where, tmp_path / "sheets.pdf", sheets=1)
    assert told(made.diagnostics) == [
        "ours.yaml:4:3  warning  notice-unanswered\n"
        "  The data notice does not say whether these apply: officer, transfers.\n"
        "  Say it, or that there are none, such as: officer: none"
    ]


def test_without_an_organisation_nobody_answers_for_the_data(tmp_path):
    where = write(tmp_path / "piece", {"briefing.md": HEAD.replace("organisation: ours\n", "") + ASKED + TEXT})
    assert refused(answered(where)) == [
        "briefing.md:1:1  error  notice-missing\n"
        "  Nobody says what becomes of the names and addresses: the briefing has no organisation.\n"
        "  Add the name of a profile, such as: organisation: our-organisation"
    ]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("[name, age, signature]", 'There is no column "age". There are name, address, postcode, signature, date.'),
        ("[name, Name, signature]", 'The column "name" stands there twice.'),
        ("[name]", 'Nobody can sign without the column "signature".'),
        ("[name, address, postcode, signature]", "An address has its postcode: take address or postcode, not both."),
    ],
)  # fmt: skip
def test_columns_that_there_are_not(tmp_path, columns, message):
    assert refused(folder(tmp_path, f"{ASKED}  columns: {columns}\n"))[0].splitlines()[1:] == [
        f"  {message}",
        "  For instance: columns: [name, postcode, signature]",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  asks_for_public_money: no\n",
            "",
            "briefing.md:11:3  open  commons-unanswered\n  What is requested is not directly that more public "
            "money be spent. Whether it asks directly for more public money to be spent.\n"
            "  Answer it below commons_petition, such as: asks_for_public_money: no",
        ),
        (
            "before_a_court: no",
            "before_a_court: yes",
            "briefing.md:15:19  open  commons-rule\n  What a court of the United Kingdom has yet to decide has no "
            "place in a petition.\n  Change the request, or ask the Clerk of Public Petitions.",
        ),
        (
            "  presented_by: Jane Doe MP\n",
            "",
            f"briefing.md:11:3  open  commons-unanswered\n  {HOUSE.text('presented_by')}\n"
            "  Answer it below commons_petition, such as: presented_by: Jane Doe MP",
        ),
        (
            "  answered_on: 1 September 2021\n",
            "",
            "briefing.md:11:3  open  commons-unanswered\n  It is not said who has answered these questions, and when.\n"
            "  Answer it below commons_petition, such as: answered_on: 2 September 2021",
        ),
    ],
)
def test_what_the_house_asks_keeps_sheets_a_draft_until_it_is_answered(tmp_path, old, new, said):
    where = folder(tmp_path, COMMONS.replace(old, new))
    made = make_petition(where, tmp_path / "sheets.pdf", kind="commons", sheets=2)
    assert told(each for each in made.diagnostics if each.id != "commons-advice") == [
        said.replace(":11:", ":7:").replace(":15:", ":11:")
    ]
    assert made.draft
    assert all("DRAFT" in page for page in pages(made.file.path))


def test_words_that_would_stand_there_twice(tmp_path):
    head = COMMONS.replace("petitioners: ", "petitioners: The petition of ").replace(
        "requests: ", "requests: The petitioners request "
    )
    made = make_petition(folder(tmp_path, head), tmp_path / "sheets.pdf", kind="commons", sheets=1)
    assert [each.message for each in made.diagnostics if each.id == "commons-wording"] == [
        'The sheet has "The petition of" by itself, and "petitioners" seems to say it once more.',
        'The sheet has "therefore request that the House of Commons" by itself, and "requests" seems to say it once '
        "more.",
    ]


def test_the_house_reads_english(example, tmp_path):
    with pytest.raises(ContentError) as raised:
        make_petition(example, tmp_path / "sheets.pdf", kind="commons", language="fa-AF")
    assert told(errors_of(raised.value.diagnostics))[0] == (
        f"briefing.fa-AF.md:11:11  error  commons-language\n  {HOUSE.text('language_rule')}\n  Leave out --language."
    )


def test_a_question_about_the_petition_keeps_sheets_a_draft(tmp_path):
    head = ASKED.replace('sign"}', 'sign", question: Is it this one?}')
    made = make_petition(folder(tmp_path, head), tmp_path / "sheets.pdf", sheets=2)
    assert told(made.diagnostics) == [
        "briefing.md:6:113  question  petition-question\n  Is it this one?\n"
        "  When it is answered, take the line out; or leave the address out with: online: no"
    ]
    assert [("DRAFT" in page) for page in pages(made.file.path)] == [True, True]
    quiet = make_petition(folder(tmp_path / "quiet", head + "  online: no\n"), tmp_path / "quiet.pdf", sheets=1)
    assert not quiet.draft


def test_a_blank_keeps_sheets_a_draft(tmp_path):
    profile = PROFILE.replace("retention: Until 2022; then shredded.", "retention: FILL IN") + "website: FILL IN\n"
    made = make_petition(folder(tmp_path, profile=profile), tmp_path / "sheets.pdf", sheets=1)
    assert [each.message for each in made.diagnostics] == ['The field "retention" is still to be filled in.']
    assert made.draft


@pytest.mark.parametrize(("kind", "field"), [("signatures", "ask"), ("commons", "requests")])
def test_what_is_too_long_is_told_and_never_cut(tmp_path, kind, field):
    long = "much more of it " * 500
    head = (ASKED + COMMONS).replace("ask: Let", f"ask: {long}Let").replace("requests: urges", f"requests: {long}urges")
    where = folder(tmp_path, head)
    with pytest.raises(LayoutError) as raised:
        make_petition(where, where / "sheets.pdf", kind=kind)
    (problem,) = told(raised.value.diagnostics)
    assert f'The longest text on it is "{field}", with 2,0' in problem
    assert problem.startswith("briefing.md:1:1  error  petition-too-long\n  A sheet has no room for anybody to sign. ")


def test_a_sheet_with_few_rows_is_refused(tmp_path):
    where = folder(tmp_path, ASKED.replace("statement: We", f"statement: {'We know this well. ' * 130}We"))
    with pytest.raises(LayoutError, match=r"A sheet has room for \d of the 10 rows that it needs"):
        make_petition(where, where / "sheets.pdf")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_printed_before_somebody_has_answered_for_it(tmp_path, kind):
    where = write(tmp_path / "piece", {"briefing.md": HEAD + ASKED + COMMONS + TEXT, "ours.yaml": PROFILE})
    (problem,) = refused(where, kind=kind)
    assert problem.startswith(
        "briefing.md:1:1  error  not-answered\n  No sheets can be made. Nobody has answered whether this can "
        "reasonably be regarded as intended to influence voters.\n"
    )


def test_another_country_has_other_rules(tmp_path):
    profile = PROFILE.replace("  complaint_to_us: Write to us first.\n", "") + "country: FR\n"
    made = make_petition(folder(tmp_path, profile=profile), tmp_path / "sheets.pdf", sheets=1)
    assert (made.rules, told(made.diagnostics)) == (
        (),
        [
            "ours.yaml:4:3  warning  notice-unknown-rule\n"
            "  No rule of FR on such notices is known here; what every notice needs was looked for, no more.\n"
            "  Ask somebody who knows it, and write what it asks for."
        ],
    )


@pytest.mark.parametrize("name", ["controller", "purpose", "recipients", "retention", "rights"])
def test_what_every_notice_needs_is_asked_for_in_every_country(tmp_path, name):
    profile = re.sub(rf"  {name}: .*\n", "", PROFILE) + "country: DE\n"
    (problem,) = refused(folder(tmp_path, profile=profile))
    assert problem.startswith(f'ours.yaml:4:3  error  notice-missing\n  The data notice lacks "{name}". ')


def test_the_leaf_beside_a_petition_to_the_house_says_what_holds_for_it(tmp_path):
    made = make_petition(folder(tmp_path), tmp_path / "sheets.pdf", kind="commons", sheets=1)
    (leaf,) = pages(made.notice.path)
    assert "What for: To present it." in leaf
    assert "Who receives them: The Member, and the House." in leaf
    assert "How long they are kept: Until it is handed over." in leaf
    assert not re.search("To hand it over|The Government|shredded|change your mind", leaf)
    assert made.retention == "Until it is handed over."


def to_influence_voters(where: Path) -> Path:
    file = where / "briefing.md"
    file.write_text(file.read_text("utf-8").replace("answer: no", "answer: yes"), "utf-8")
    return where


IMPRINT = PROFILE.replace("A Printer", "'A Printer, Leeds'").replace("A Promoter", "'A Promoter, Leeds'")
IMPRINT = IMPRINT.replace("on_behalf_of: Our Desk}", "on_behalf_of: 'Our Desk, Leeds'}")


def test_a_petition_to_the_house_that_is_to_influence_voters_is_for_a_person_to_settle(tmp_path):
    where = to_influence_voters(folder(tmp_path, profile=IMPRINT))
    made = make_petition(where, tmp_path / "sheets.pdf", kind="commons", sheets=1)
    imprint = read_rule("uk-imprint").cited
    assert told(each for each in made.diagnostics if each.severity == "open") == [
        "briefing.md:12:3  open  commons-imprint\n"
        "  This is intended to influence voters, and material that is names who is behind it. These sheets name "
        "nobody: "
        f"{HOUSE.text('plain')} Which of the two holds, a person has to settle.\n"
        f"    {HOUSE.cited}\n    {imprint}\n"
        "  Ask the Clerk of Public Petitions, or print general sheets: briefing petition without --as commons."
    ]
    assert made.draft and "DRAFT" in pages(made.file.path)[0]
    assert made.rules == (HOUSE.cited, RULE, COMPLAINTS, VOTERS, imprint)
    assert not make_petition(where, tmp_path / "general.pdf", sheets=1).draft


@pytest.mark.parametrize("kind", KINDS)
def test_an_imprint_that_is_still_to_be_filled_in_names_nobody(tmp_path, kind):
    profile = IMPRINT.replace("A Promoter, Leeds", "FILL IN, FILL IN")
    (problem,) = refused(to_influence_voters(folder(tmp_path, profile=profile)), kind=kind)
    assert problem.splitlines()[:2] == [
        "ours.yaml:2:10  error  not-answered",
        "  No sheets can be made. This is intended to influence voters, and the imprint does not name the promoter.",
    ]


def test_the_answer_of_the_original_holds_for_no_edition_that_nobody_has_compared(tmp_path):
    where = folder(tmp_path)
    edition = "---\ntitle: Qui fuit ?\nlanguage: fr\npetition: {ask: Votez pour qui les accueille}\n---\n\nBeaucoup.\n"
    write(where, {"briefing.fr.md": edition})
    made = make_petition(where, tmp_path / "sheets.pdf", language="fr", sheets=1)
    assert [each.message for each in made.diagnostics if each.severity == "open"] == [
        "Intended to influence voters: no. Jane Doe answered on 2021-09-01. That was on the original, and nobody has "
        "checked that this edition asks the same."
    ]
    assert made.draft


def test_a_notice_in_another_language_than_the_sheets_is_told(tmp_path):
    where = folder(tmp_path)
    words = "name: Ours\ndata_notice: {purpose: Pour la remettre., rights: Demandez., opt_in: Cochez.}\n"
    edition = "---\ntitle: Qui fuit ?\nlanguage: fr\npetition: {ask: Signez}\n---\n\nBeaucoup.\n"
    write(where, {"briefing.fr.md": edition, "ours.fr.yaml": words})
    made = make_petition(where, tmp_path / "sheets.pdf", language="fr", sheets=1)
    assert told(each for each in made.diagnostics if each.severity == "warning") == [
        "ours.yaml:4:3  warning  notice-language\n"
        '  The data notice is not said in the language of the sheets, "fr": lawful_basis, interests, recipients, '
        "retention, withdrawal, complaint_to_us, complaint_to_authority.\n"
        "  Write these into ours.fr.yaml, below data_notice: who signs has to understand them."
    ]


def test_days_that_cannot_be_right(tmp_path):
    head = ASKED.replace('sign"}', 'sign", deadline: 1 September 2021}') + COMMONS
    where = folder(tmp_path, head)
    (late,) = make_petition(where, tmp_path / "a.pdf", sheets=1).diagnostics
    assert late.message == "Sheets are to be back by 8 September 2021, after the last day to sign, 1 September 2021."
    over = make_petition(where, tmp_path / "a.pdf", sheets=1, today=date_from_edtf("2026-01-02")).diagnostics
    assert [each.message for each in over] == [
        "The last day to sign the petition is over: 1 September 2021.",
        "Sheets are to be back by 8 September 2021, and that day is over.",
        late.message,
    ]
    early = make_petition(where, tmp_path / "a.pdf", kind="commons", sheets=1, today=date_from_edtf("2021-08-01"))
    assert [each.message for each in early.diagnostics if each.id == "petition-days"] == [
        "The questions of the House were answered on 1 September 2021, which is still to come.",
        "The question about voters was answered on 1 September 2021, which is still to come.",
    ]


def test_names_of_any_length_and_direction_find_room(tmp_path):
    name = "Wolfeschlegelsteinhausenbergerdorff" * 8
    profile = PROFILE.replace("opt_in: Tick", f"opt_in: {name} بزنید").replace("name: Our Desk", f"name: {name}")
    made = make_petition(folder(tmp_path, profile=profile), tmp_path / "sheets.pdf", sheets=1)
    assert made.rows.first >= 1


@pytest.mark.parametrize("language", ["fr", "de", "es", "ar", "fa", "fa-AF", "ps", "ur"])
@pytest.mark.parametrize("columns", ["[name, postcode, signature]", "[name, address, signature, date]"])
def test_the_heads_of_columns_leave_room_to_write_in_every_language(tmp_path, language, columns):
    """Where a head is wider than its column, widths follow the words, and there is no room for a signature."""
    head = HEAD.replace("en-GB", language) + f"{ASKED}  columns: {columns}\n".replace("8 September 2021", "2021-09-08")
    where = write(
        tmp_path / "piece", {"briefing.md": head.replace("2 September 2021", "2021-09-02") + TEXT, "ours.yaml": PROFILE}
    )
    made = make_petition(answered(where), tmp_path / "sheets.pdf", sheets=1)
    rules = upright_rules(made.file.path)
    widths = [(right - left) / 72 * 25.4 for left, right in pairwise(rules)]
    assert len(widths) == len(columns.split())
    assert min(widths) > 18, widths


def upright_rules(path: Path) -> list[float]:
    """Where the rules between columns stand, in points."""
    with pypdfium2.PdfDocument(path) as document:
        boxes = [each.get_bounds() for each in document[0].get_objects(max_depth=4) if each.type == 2]
    return sorted({round(left, 1) for left, bottom, right, top in boxes if right - left < 2 and 20 < top - bottom < 40})


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_conform_and_have_real_tables(tmp_path, kind):
    made = make_petition(folder(tmp_path), tmp_path / "sheets.pdf", kind=kind, sheets=2)
    for file in filter(None, (made.file, made.notice)):
        assert_conforming(file.path.read_bytes())
        found = verify(file.path)
        assert found.problems == (), found.problems
    assert len(re.findall(r"\bTable\b", str(verify(made.file.path).tags))) == 2


def test_the_example_in_dari_is_mirrored_and_conforms(example, tmp_path):
    made = make_petition(example, tmp_path / "sheets.pdf", language="fa-AF", sheets=1)
    assert_conforming(made.file.path.read_bytes())
    (text,) = pages(made.file.path)
    assert "Machine-made translation from English" in text
    assert made.return_by == "۸ سپتمبر ۲۰۲۱"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_input_gives_the_same_bytes(tmp_path, kind):
    where = folder(tmp_path)
    made = [make_petition(where, tmp_path / name, kind=kind, sheets=2) for name in ("a.pdf", "b.pdf")]
    assert made[0].file.path.read_bytes() == made[1].file.path.read_bytes()


def test_the_article_is_not_overwritten(tmp_path):
    where = folder(tmp_path)
    for kind in KINDS:
        with pytest.raises(OutputError):
            make_petition(where, where / "briefing.md", kind=kind)
    assert {path.name for path in where.iterdir()} == {"briefing.md", "ours.yaml"}


def test_a_protected_word_stands_on_no_sheet(tmp_path):
    where = folder(tmp_path)
    words = write(tmp_path, {"protected.txt": "Promoter\n"}) / "protected.txt"
    with pytest.raises(ProtectedError):
        make_petition(where, tmp_path / "sheets.pdf", protected=protected_words([words]))
    assert not (tmp_path / "sheets.pdf").exists()


@pytest.mark.parametrize(("kind", "sheets"), [("other", 1), ("commons", 0), ("commons", 501)])
def test_a_programmer_asks_for_what_there_is(tmp_path, kind, sheets):
    with pytest.raises(ValueError, match="from 1 to 500 sheets"):
        make_petition(tmp_path, kind=kind, sheets=sheets)


@pytest.mark.parametrize("room", range(41))
def test_the_most_rows_that_fit_are_found(room):
    assert most_rows(lambda rows: rows <= room) == room


def test_what_does_not_apply_is_not_printed(tmp_path):
    organisation = load(folder(tmp_path)).briefing.organisation
    assert not {"officer", "transfers", "opt_in"} & {part.name for part in parts_of(organisation.data_notice)}


@settings(max_examples=examples(15), deadline=None)
@given(st.text(max_size=200), st.sampled_from(["controller: ", "opt_in: ", "- ", "officer: [", ""]))
def test_any_profile_makes_sheets_or_is_refused(tmp_path_factory, text, name):
    where = tmp_path_factory.mktemp("any")
    profile = PROFILE.replace("  controller: Our Desk, 1 High Street.\n", f"  {name}{text}\n")
    write(where, {"briefing.md": HEAD + ASKED + TEXT, "ours.yaml": PROFILE})
    write(answered(where), {"ours.yaml": profile.encode("utf-8", "replace")})
    try:
        assert make_petition(where, where / "sheets.pdf", sheets=1).sheets == 1
    except BriefingError as problem:
        assert problem.diagnostics


def test_the_command_tells_of_the_sheets(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder(tmp_path)
    assert main(["petition", "piece", "--sheets", "2"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"build/piece-signatures\.pdf: 2 sheets A4 with \d+ rows on each, for \d+ signatures, \d+ kB\.", lines[0]
    )
    assert lines[1:] == [
        "Print them on one side, in black or colour.",
        "Signed sheets go to Our Desk, 1 High Street, by 8 September 2021.",
        "What is said of their keeping: Until 2022; then shredded.",
        f"Looked at: {RULE}",
        f"Looked at: {COMPLAINTS}",
        f"Looked at: {VOTERS}",
        "Whether the words are right, a person has to judge.",
    ]


def test_the_command_numbers_sheets_after_those_that_there_are(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder(tmp_path)
    assert main(["petition", "piece", "--sheets", "1", "--first-sheet", "11"]) == 0
    assert "They have the numbers 11.\n" in capsys.readouterr().out
    assert main(["petition", "piece", "--as", "commons", "--first-sheet", "11"]) == 2
    assert capsys.readouterr().err == (
        "briefing petition: error: sheets of a petition to the House have no numbers: take --first-sheet out\n"
    )


def test_the_command_tells_what_is_missing(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder(tmp_path, "")
    assert main(["petition", "piece", "--as", "commons"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("briefing.md:1:1  error  commons-missing\n")
    assert said.err.endswith("Nothing was written: 1 error.\n")
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    "words", [["--sheets", "0"], ["--sheets", "501"], ["--sheets", "ten"], ["--page", "A5"], ["-o", "-"]]
)
def test_wrong_usage(tmp_path, capsys, words):
    assert main(["petition", str(tmp_path), *words]) == 2
    assert "error" in capsys.readouterr().err


def test_nothing_that_is_printed_calls_itself_lawful():
    """What was looked at is said, and no more."""
    root = Path(__file__).parent.parent
    texts = [
        *(root / "briefing/petitioning").glob("*.py"),
        root / "briefing/cli/petition.py",
        root / "templates/words/en.toml",
    ]
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r'"[^"\n]*\b(?:compliant|complies|legal(?:ly)?)\b', text), path


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_look_as_they_did(golden, example, tmp_path, kind):
    made = make_petition(example, tmp_path / "sheets.pdf", kind=kind, sheets=2)
    golden.check(f"{kind}-1", made.file.path.read_bytes())


def test_a_letter_that_no_font_has_is_named(tmp_path):
    where = folder(tmp_path, profile=PROFILE.replace("To be heard.", "To be heard 𒀀."))
    with pytest.raises(LayoutError) as raised:
        make_petition(where, where / "sheets.pdf")
    (problem,) = told(raised.value.diagnostics)
    assert problem.startswith("ours.yaml:9:14  error  missing-glyph")


def test_what_is_declared_needs_a_source_and_what_is_asked_does_not(tmp_path):
    head = COMMONS.replace("the library", "9,000 people fled, and the library").replace(
        "to keep", "to let 20,000 come and keep"
    )
    found = ledger_of(load(folder(tmp_path, head)).briefing).claims
    assert [(claim.place, claim.text) for claim in found if claim.counts] == [("petition", "9,000 people fled")]


def test_the_command_offers_what_there_is():
    assert (petition._KINDS, petition._MOST_SHEETS) == (KINDS, MOST_SHEETS)
