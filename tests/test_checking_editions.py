"""What a language edition is told: what does not correspond to its original, and who still has to check it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from language_editions import EDITION, ORIGINAL, changed, edition_of, said
from reading_folders import told, write

from briefing.checking import check, content_hash, differences, without_lapsed_check
from briefing.reading import read_folder

_HINT = "  When somebody has read it beside the original, write translation_checked: and below it, further in, "


def unchecked(reading):
    """What is said of a machine's translation that nobody has checked."""
    return (
        "briefing.cy.md:4:16  open  translation-unchecked\n"
        "  A machine has made this translation, and nobody has checked it.\n"
        f"{_HINT}by, on and content: {content_hash(reading.briefing)}"
    )


def test_what_corresponds_is_only_unchecked(tmp_path):
    reading = edition_of(tmp_path)
    assert said(reading) == [unchecked(reading)]


def differing(tmp_path, *changes, original=ORIGINAL):
    """What does not correspond when words of the edition are changed."""
    reading = edition_of(tmp_path, changed(EDITION, *changes), original)
    assert told(reading.diagnostics) == []
    found = differences(reading.briefing, reading.original)
    assert set(found) <= set(check(reading.briefing, original=reading.original))
    return told(found)


def warning(place, message, hint):
    return f"briefing.cy.md:{place}  warning  translation-differs\n  {message}\n  {hint}"


DIFFERING = {
    "heading": (
        ("## Pennawd cyntaf\n", "", "(#first-heading)", "(#start)", "(#second)", "(#start)"),
        [
            ("13:1", "The number of headings is 1 here and 2 in the original.", "There: briefing.md, lines 14, 18."),
        ],
    ),
    "ask": (
        ("- **Aelodau**", "- **Pawb**: b, by 2021.\n- **Aelodau**"),
        [
            ("26:3", "The number of asks is 2 here and 1 in the original.", "There: briefing.md, line 30."),
        ],
    ),
    "key point": (
        ("::: figures", "::: summary\n- Un\n:::\n\n::: figures"),
        [
            (
                "1:1",
                "The number of key points is 1 here and 0 in the original.",
                "Add them there, or take them out here.",
            ),
        ],
    ),
    "citation missing": (
        ("Testun. [@a]", "Testun."),
        [
            ("12:1", "The original cites [@a] here, and this edition does not.", "There: briefing.md, line 16."),
        ],
    ),
    "citation changed": (
        ("Mwy. [no source, own count]", "Mwy. [@b; @b]"),
        [
            (
                "12:1",
                "The original cites [no source, …] here, and this edition does not.",
                "There: briefing.md, line 16.",
            ),
            ("12:1", "This edition cites [@b] [@b] here, and the original does not.", "There: briefing.md, line 16."),
        ],
    ),
    "citation in a note": (
        ("Nodyn. [@b]", "Nodyn. [@a]"),
        [
            ("18:7", "The original cites [@b] here, and this edition does not.", "There: briefing.md, line 22."),
            ("18:7", "This edition cites [@a] here, and the original does not.", "There: briefing.md, line 22."),
        ],
    ),
    "citation among other paragraphs": (
        ("Testun. [@a]", "Testun.\n\nEto. [@a; @b]"),
        [
            ("10:1", "This edition cites [@b] here, and the original does not.", "There: briefing.md, line 14."),
        ],
    ),
    "blocks": (
        ("## Ail", "> Dyfyniad\n\n- a\n- b\n\n| a |\n|---|\n| b |\n\n## Ail"),
        [
            (
                "10:1",
                "Between its paragraphs this section has a quotation, a list of 2, a table of 2 rows; "
                "that of the original has nothing.",
                "There: briefing.md, line 14.",
            ),
        ],
    ),
    "digits": (
        ("bron i ۴۰۰٬۰۰۰", "bron i 40,000"),
        [
            (
                "21:3",
                'This figure is "bron i 40,000" here and "nearly 400,000" in the original.',
                "There: briefing.md, line 25.",
            ),
        ],
    ),
    "day of an ask": (
        ("gweithredwch", "gweithredwch, by 2021-09-11"),
        [
            (
                "25:3",
                'The day of this ask is "2021-09-11" here and "2021-09-10" in the original.',
                "There: briefing.md, line 30.",
            ),
        ],
    ),
    "day of an ask in figures": (
        ("gweithredwch", "gweithredwch, erbyn 2021-09-11"),
        [
            (
                "25:3",
                'The day of this ask is "2021-09-11" here and "2021-09-10" in the original.',
                "There: briefing.md, line 30.",
            ),
        ],
    ),
    "day of an ask in words": (
        ("gweithredwch", "gweithredwch erbyn ۱۱ Medi ۲۰۲۱"),
        [
            (
                "25:3",
                'This ask says a day that is not read, and that of the original is printed after it, "10 Medi 2021".',
                'Type the day in figures, 2021-09-10, or just so, "10 Medi 2021"; or take it out of the sentence.',
            ),
        ],
    ),
    "day of a figure in words": (
        ("o bobl. [@a]", "o bobl. [@a]\n  Ar Awst 14, 2021."),
        [
            (
                "21:3",
                "This figure says a day that is not read, and that of the original is printed after it, "
                '"13 Awst 2021".',
                'Type the day in figures, 2021-08-13, or just so, "13 Awst 2021"; or take it out of the sentence.',
            ),
        ],
    ),
    "event": (
        ("- mae'n parhau", "- 1985, stressed: mae'n parhau [@a]"),
        [
            ("30:3", "The original cites [@b] here, and this edition does not.", "There: briefing.md, line 35."),
            (
                "30:3",
                'The date of this event is "1985" here and "198X" in the original.',
                "There: briefing.md, line 35.",
            ),
            ("30:3", "This event is stressed here and not in the original.", "There: briefing.md, line 35."),
        ],
    ),
    "events": (
        ("- mae'n dechrau\n- mae'n parhau", "- 1979: mae'n dechrau"),
        [
            ("29:3", "The number of events is 1 here and 2 in the original.", "There: briefing.md, lines 34, 35."),
        ],
    ),
    "fields": (
        ("title: Teitl", "title: Teitl\nnumber: ۱۳\ndate: 2021-09-03\nembargo: 2021-09-03 00:01 UTC"),
        [
            ("3:9", 'The field "number" is "۱۳" here and "12" in the original.', "There: briefing.md, line 4."),
            (
                "4:7",
                'The field "date" is "2021-09-03" here and "2021-09-02" in the original.',
                "There: briefing.md, line 5.",
            ),
            (
                "5:10",
                'The field "embargo" is "2021-09-03 00:01 UTC" here and missing in the original.',
                "Add it there, or take it out here.",
            ),
        ],
    ),
    "petition": (
        ("  ask: Ll", "  link: https://example.org/cy\n  deadline:\n  ask: Ll"),
        [
            (
                "6:9",
                'The link is "https://example.org/cy" here and "https://example.org/sign" in the original.',
                "There: briefing.md, line 9.",
            ),
            ("7:3", 'The deadline is missing here and "2021-09-10" in the original.', "There: briefing.md, line 10."),
        ],
    ),
}
"""What is changed in the edition, and the place, message and hint of what is said then."""


@pytest.mark.parametrize(("changes", "expected"), DIFFERING.values(), ids=DIFFERING)
def test_what_does_not_correspond_is_told_at_its_line(tmp_path, changes, expected):
    assert differing(tmp_path, *changes) == [warning(*each) for each in expected]


@pytest.mark.parametrize(
    "changes",
    [
        ("Testun. [@a] Mwy. [no source, own count]", "Testun.\n\nMwy. [no source, own count] [@a]"),
        ("title: Teitl", "title: Teitl\nnumber: ۱۲\ndate: 2021-09-02\nauthors: Desg ymchwil\nversion: ail"),
        ("bron i ۴۰۰٬۰۰۰", "bron i 400 000"),
        ("- mae'n parhau", "- 198X: mae'n parhau [@b; @a]"),
        ("gweithredwch", "gweithredwch erbyn 10 Medi 2021"),
        ("gweithredwch", "gweithredwch erbyn 2021-09-10"),
        ("gweithredwch", "gweithredwch ar gyllideb 2021"),
        ("o bobl. [@a]", "o bobl. [@a]\n  Ar 2021-08-13."),
    ],
)
def test_what_may_be_otherwise_is_not_told(tmp_path, changes):
    assert differing(tmp_path, *changes) == []


def test_a_change_of_the_original_is_told(tmp_path):
    original = changed(ORIGINAL, "nearly 400,000", "nearly 500,000", "Text. [@a]", "Text.")
    assert differing(tmp_path, original=original) == [
        warning("12:1", "This edition cites [@a] here, and the original does not.", "There: briefing.md, line 16."),
        warning(
            "21:3",
            'This figure is "bron i ۴۰۰٬۰۰۰" here and "nearly 500,000" in the original.',
            "There: briefing.md, line 25.",
        ),
    ]


def test_texts_that_are_missing_are_named(tmp_path):
    fields = "subtitle: A\nkeywords: B\ndisclaimer: C\nstandfirst: D\nnumber:"
    original = changed(ORIGINAL, "number:", fields, "  ask: Sign", "  ask: Sign\n  text: E\n  addressed_to: F")
    hint = "or type its name with nothing behind it."
    lacking = "warning  translation-lacks\n  The original has the field"
    assert differing(tmp_path, "title:", "subtitle:\ndisclaimer: Ch\ntitle:", original=original) == [
        f'briefing.cy.md:1:1  {lacking} "standfirst", and this edition has not.\n'
        f"  Translate it (briefing.md, line 7), {hint}",
        f'briefing.cy.md:1:1  {lacking} "keywords", and this edition has not.\n'
        f"  Translate it (briefing.md, line 5), {hint}",
        f'briefing.cy.md:8:3  {lacking} "petition.addressed_to", and this edition has not.\n'
        f"  Translate it (briefing.md, line 14), {hint}",
        f'briefing.cy.md:8:3  {lacking} "petition.text", and this edition has not.\n'
        f"  Translate it (briefing.md, line 13), {hint}",
    ]
    without = differing(tmp_path, "petition:\n  ask: Llofnodwch\n", "", original=original)
    assert [each.partition("field ")[2].partition(",")[0] for each in without] == [
        '"subtitle"',
        '"standfirst"',
        '"keywords"',
        '"disclaimer"',
        '"petition"',
    ]


def test_what_sheets_to_be_signed_say_is_shared_or_translated(tmp_path):
    sheets = "signature_sheets:\n  statement: We ask.\n  return_to: Leeds\n  return_by: 2021-09-08\n"
    original = changed(ORIGINAL, "number:", f"{sheets}number:")
    assert differing(tmp_path, original=original) == [
        'briefing.cy.md:1:1  warning  translation-lacks\n  The original has the field "signature_sheets.statement", '
        "and this edition has not.\n  Translate it (briefing.md, line 5), or type its name with nothing behind it."
    ]
    own = "signature_sheets:\n  statement:\n  return_by: 2021-09-09\n"
    assert [each.splitlines()[1] for each in differing(tmp_path, "title:", f"{own}title:", original=original)] == [
        '  The field "return_by" is "2021-09-09" here and "2021-09-08" in the original.'
    ]


# Who has checked it


def released(tmp_path, fields):
    """What is said of a translation with these fields."""
    return said(edition_of(tmp_path, changed(EDITION, "translated_by: machine\n", fields)))


def test_a_translation_that_nobody_has_checked_is_open(tmp_path):
    hint = f"{_HINT}by and on."
    message = "translation-unchecked\n  Nobody has checked this translation.\n" + hint
    assert released(tmp_path, "translated_by: Jane Doe\n") == [f"briefing.cy.md:4:16  open  {message}"]
    who = " Say who translated, too: translated_by: and a name, or machine."
    assert released(tmp_path, "") == [f"briefing.cy.md:1:1  open  {message}{who}"]


CHECKED = "translated_by: Jane Doe, translator\ntranslation_checked: {by: John Roe, on: 2021-09-02}\n"


@pytest.mark.parametrize(
    ("fields", "checked", "date"),
    [
        ("", "2021-09-01", "2021-09-02"),
        ("date: 2021-09-05\n", "2021-09-04", "2021-09-05"),
        ("", "2021-09-02", None),
        ("", "2021-09", None),
    ],
)
def test_a_check_before_the_date_of_the_text_is_doubted(tmp_path, fields, checked, date):
    found = released(tmp_path, f"{fields}{CHECKED.replace('2021-09-02', checked)}")
    line = 6 if fields else 5
    assert [each for each in found if "checked-too-early" in each] == [
        f"briefing.cy.md:{line}:22  warning  checked-too-early\n"
        f"  The translation was checked on {checked}; the date of the briefing is {date}.\n"
        "  Say when this text was read beside the original: a text may have changed until its date."
        for _ in ([date] if date else [])
    ]


def test_a_check_is_bound_to_the_text(tmp_path):
    digits = content_hash(edition_of(tmp_path).briefing)
    place, line = "briefing.cy.md:5:22", f"content: {digits}"
    assert released(tmp_path, CHECKED) == [
        f"{place}  note  translation-check-without-hash\n"
        f"  The check of the translation does not say which text was checked.\n  This one is: {line}"
    ]
    bound = CHECKED.replace("}", f", {line}}}")
    assert released(tmp_path, bound) == [
        f"{place}  note  translation-checked\n  This is the text whose translation was checked: {line}"
    ]
    assert released(tmp_path, bound.replace(digits, "0" * 64)) == [
        f"{place}  open  translation-check-lapsed\n  The text changed since its translation was checked.\n"
        f"  Let it be checked again, then write: {line}"
    ]


def test_the_check_of_a_machine_s_work_names_the_text(tmp_path):
    fields = CHECKED.replace("Jane Doe, translator", "machine")
    digits = content_hash(edition_of(tmp_path).briefing)
    assert released(tmp_path, fields) == [
        "briefing.cy.md:5:22  open  translation-check-without-hash\n"
        f"  The check of the translation does not say which text was checked.\n  This one is: content: {digits}"
    ]


@pytest.mark.parametrize(
    ("by", "content", "stands"),
    [
        ("machine", "", False),
        ("machine", "its own", True),
        ("machine", "0" * 64, False),
        ("Jane Doe", "", True),
        ("Jane Doe", "its own", True),
        ("Jane Doe", "0" * 64, False),
    ],
)
def test_a_check_of_another_text_counts_for_nothing(tmp_path, by, content, stands):
    digits = content_hash(edition_of(tmp_path).briefing) if content == "its own" else content
    bound = f", content: '{digits}'}}" if digits else "}"
    fields = CHECKED.replace("Jane Doe, translator", by).replace("}", bound)
    made = edition_of(tmp_path, changed(EDITION, "translated_by: machine\n", fields)).briefing
    checked = made.translation.checked
    assert without_lapsed_check(made).translation == replace(made.translation, checked=checked if stands else None)


def test_what_was_never_checked_stays_as_it_is(tmp_path):
    reading = edition_of(tmp_path)
    assert without_lapsed_check(reading.briefing) is reading.briefing
    assert without_lapsed_check(reading.original) is reading.original


def test_a_translator_does_not_check_the_own_work(tmp_path):
    assert released(tmp_path, CHECKED.replace("John Roe", "jane  doe"))[0] == (
        'briefing.cy.md:5:22  warning  checker-is-translator\n  "jane  doe" has made the translation and cannot check '
        "it.\n  A second person reads both texts."
    )


def test_nothing_is_compared_while_a_part_cannot_be_read(tmp_path):
    reading = edition_of(tmp_path, changed(EDITION, "title:", "date: 2 Maddi 2021\ntitle:"))
    assert [each.id for each in reading.diagnostics] == ["date-unreadable"]
    assert [each.id for each in differences(reading.briefing, reading.original)] == ["translation-differs"]
    found = check(reading.briefing, whole=False, original=reading.original)
    assert [each.id for each in found] == ["translation-unchecked"]


def test_dates_of_the_original_are_not_explained_again(tmp_path):
    assert not [each for each in said(edition_of(tmp_path)) if "dates-read" in each]


def test_an_event_without_a_source_is_told_once_at_the_original(tmp_path):
    head = "---\ntitle: Title\nlanguage: {}\n---\n::: timeline T\n"
    original = head.format("en-GB") + "- 1979: War\n- 1989: Peace [no source, of record]\n:::\n"
    edition = head.format("cy") + "- Rhyfel\n- Heddwch\n:::\n"
    reading = read_folder(write(tmp_path, {"briefing.md": original, "briefing.cy.md": edition}), language="cy")
    found = check(reading.briefing, original=reading.original)
    assert told(each for each in found if each.id == "no-source") == [
        'briefing.md:6:3  open  no-source\n  The event "War" has no source.\n'
        "  Add a source: [@key], or say why none is needed: [no source, REASON]."
    ]
