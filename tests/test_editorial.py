"""Editorial checks: which speak, and what each says of good and bad text."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import editorial_table
import pytest
from reading_folders import HEAD, told, write

from briefing import press
from briefing.checking import NOTHING_ASKED, Asked, check
from briefing.checking.editorial import CHECKS
from briefing.model.checks import EDITORIAL_CHECKS
from briefing.model.dates import date_from_edtf
from briefing.reading import read_folder

ROOT = Path(__file__).parent.parent
IDS = frozenset(each.id for each in EDITORIAL_CHECKS)


def edited(tmp_path, article, asked=NOTHING_ASKED, language=None, **files):
    """Give what the editorial checks say, as the author sees it."""
    names = {name.replace("_", "."): content for name, content in files.items()}
    reading = read_folder(write(tmp_path, {"briefing.md": article, **names}), language=language)
    found = check(reading.briefing, asked=asked, original=reading.original)
    return told(each for each in found if each.id in IDS)


def head(fields):
    return f"---\ntitle: Title\nlanguage: en-GB\n{fields}---\n"


def only(name):
    return Asked({name: True}, today=date_from_edtf("2021-09-02"))


def test_every_check_that_is_listed_is_there():
    listed = [each.id for each in EDITORIAL_CHECKS]
    assert listed == sorted(listed) == sorted(CHECKS)
    assert all(each.summary.endswith(".") and len(each.summary) <= 100 for each in EDITORIAL_CHECKS)


LEFT_OVER = "briefing.md:5:1  warning  leftovers\n"
AROUND = (
    " looks like something that stood around the article on its page.\n  Take it out, if it is no part of the text."
)


def test_an_author_switches_a_check(tmp_path):
    article = "Read more\n"
    assert edited(tmp_path, HEAD + article) == [f'{LEFT_OVER}  "Read more"{AROUND}']
    assert edited(tmp_path, head("checks: {leftovers: off}\n") + article) == []


def test_whoever_asks_has_the_last_word(tmp_path):
    article = head("checks: {leftovers: off}\n") + "Read more\n"
    assert len(edited(tmp_path, article, Asked({"leftovers": True}))) == 1
    assert len(edited(tmp_path, article, Asked(everything=True))) == 1
    assert edited(tmp_path, article, Asked({"leftovers": False}, everything=True)) == []


def test_an_edition_takes_over_what_its_original_switches(tmp_path):
    original, edition = head("checks: {leftovers: off}\n"), "---\ntitle: Titre\nlanguage: fr\n---\nLire la suite\n"
    assert edited(tmp_path, original + "Text.\n", language="fr", briefing_fr_md=edition) == []
    again = edition.replace("fr\n", "fr\nchecks: {leftovers: on}\n")
    assert len(edited(tmp_path, original + "Text.\n", language="fr", briefing_fr_md=again)) == 1


def test_of_an_edition_only_that_is_said_which_stands_in_it(tmp_path):
    original = head("date: 1 May 2021\ninformation_as_of: 2 May 2021\n") + "Text.\n"
    edition = "---\ntitle: Titre\nlanguage: fr\n---\nTexte.\n"
    assert len(edited(tmp_path, original)) == 1
    assert edited(tmp_path, original, language="fr", briefing_fr_md=edition) == []


def test_a_misspelt_check_is_an_error(tmp_path):
    reading = read_folder(
        write(tmp_path, {"briefing.md": head("checks: {leftover: off, duplicate: never}\n") + "A.\n"})
    )
    assert told(reading.diagnostics) == [
        'briefing.md:4:10  error  unknown-key\n  There is no field "leftover". Did you mean leftovers?',
        "briefing.md:4:36  error  wrong-kind\n  duplicate takes on or off.\n  For instance: duplicate: off",
    ]


def test_a_word_is_found_where_it_was_typed(tmp_path):
    article = (
        HEAD + "To *click* is easy, and\nto read, too: [a link](https://example.org/here).\nWell, click\nhere now.\n"
    )
    assert edited(tmp_path, article) == [
        'briefing.md:7:7  warning  leftovers\n  "click here" means nothing on paper: nobody can click there.\n'
        "  Write where it leads: the words as a link, [the petition](https://…), or the address itself."
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Conversation (0)"),
        ("en", "12 comments"),
        ("en", "Advertisement"),
        ("en", "Read more: What the ministers said on Monday"),
        ("en", "## Related articles"),
        ("en", "- Share on Facebook"),
        ("en", "Share this article"),
        ("en", "This article is more than 2 years old"),
        ("de", "Lesen Sie auch: Was die Minister sagten"),
        ("de", "Read more »"),
        ("fr", "S'abonner"),
        ("ar", "اقرأ المزيد"),
        ("ru", "Читать далее"),
    ],
)
def test_what_stood_around_an_article(tmp_path, language, text):
    found = edited(tmp_path, f"---\ntitle: Title\nlanguage: {language}\n---\nText.\n\n{text}\n")
    shown = text.removeprefix("## ").removeprefix("- ")
    assert [each.partition("  warning")[2] for each in found] == [f'  leftovers\n  "{shown}"{AROUND}']


@pytest.mark.parametrize(
    "text",
    [
        "The conversation turned to refugees.",
        "Share prices fell.",
        "Read more in the report of the commission.",
        "Share this with your friends.",
        "Share this briefing with your neighbours, and sign up to our list.",
        '"Click here", said the page.',
        "A clickhere is no word.",
        "The advertisement ran for a week.",
        "`Click here` is code.",
    ],
)
def test_what_is_text(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n") == []


@pytest.mark.parametrize(
    ("article", "problem"),
    [
        ("Title\n", '5:1  warning  duplicate\n  "Title" is the title once more.\n'
         "  Take it out: the title stands at the head of the page."),
        ("## title\n\nText.\n", '5:1  warning  duplicate\n  "title" is the title once more.\n'
         "  Take it out: the title stands at the head of the page."),
        ("## One\n\nA.\n\n## One\n\nB.\n", '9:1  warning  duplicate\n'
         '  This heading stands in line 5 already: "One".\n  Call one of the two otherwise.'),
        ("One two three four five six *seven* eight.\n\n- Item.\n\nOne two three four five six seven eight\n",
         "9:1  warning  duplicate\n"
         '  This paragraph stands in line 5 already: "One two three four five six seven eight".\n'
         "  Take one of the two out."),
    ],
)  # fmt: skip
def test_what_stands_there_twice(tmp_path, article, problem):
    assert edited(tmp_path, HEAD + article) == [f"briefing.md:{problem}"]


def test_what_may_be_said_twice(tmp_path):
    sentence = "One two three four five six seven eight. [no source, example]"
    headings = "## One\n\n### Why\n\nA.\n\n## Two\n\n### Why\n\nB.\n\n"
    questions = "What is it that the people of this town want?\n\n" * 2
    article = f"{headings}{questions}::: summary\n- {sentence}\n:::\n\nYes.\n\nYes.\n\n{sentence}\n\n> {sentence}\n\n"
    assert edited(tmp_path, f"{HEAD}{article}::: handout\n{sentence}\n:::\n") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("On Monday 15 August 2021 it fell.", '5:4  warning  weekday\n  "Monday" and "15 August 2021" do not go '
         "together: that day is a Sunday."),
        ("It fell on Friday, August 13, 2020.", '5:12  warning  weekday\n  "Friday" and "August 13, 2020" do not go '
         "together: that day is a Thursday."),
        ("It fell on 15 August 2021 (a Monday).", '5:30  warning  weekday\n  "Monday" and "15 August 2021" do not go '
         "together: that day is a Sunday."),
        ("On Monday the 15th of August 1979 it fell.", '5:4  warning  weekday\n  "Monday" and "15th of August 1979" do '
         "not go together: that day is a Wednesday."),
    ],
)  # fmt: skip
def test_a_date_on_the_wrong_day_of_the_week(tmp_path, text, problem):
    hint = "\n  One of the two is wrong: look it up in your source."
    assert edited(tmp_path, f"{HEAD}{text}\n") == [f"briefing.md:{problem}{hint}"]


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday 15 August 2021, and on Tuesday, it fell.",
        "From Monday it went on until 15 August 2021.",
        "From Sunday 15 to Wednesday 18 August 2021 it rained.",
        "It rained from 15 to 18 August 2021 (a Wednesday).",
        "On Sunday 31 and 1 August 2021 it fell.",
        "It ended on 15 August 2021, Monday’s papers said.",
        "Black Friday was in August 2021.",
        "On Monday, about 15 August 2021, it fell.",
    ],
)
def test_a_day_of_the_week_that_is_right_or_of_another_date(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n") == []


@pytest.mark.parametrize(
    ("text", "day", "date", "own"),
    [
        ("From Monday 15 to Wednesday 18 August 2021 it rained.", "Monday", "15 … 18 August 2021", "Sunday"),
        ("From Monday 15 to 18 August 2021 it rained.", "Monday", "15 to 18 August 2021", "Sunday"),
        ("From Sunday 15 – Monday 18 August 2021 it rained.", "Monday", "18 August 2021", "Wednesday"),
        ("On Tues 15 Aug 2021 it fell.", "Tues", "15 Aug 2021", "Sunday"),
        ("On Thur. 15 August 2021 it fell.", "Thur", "15 August 2021", "Sunday"),
    ],
)
def test_a_day_of_the_week_in_a_span_or_shortened(tmp_path, text, day, date, own):
    assert [each.split("\n")[1].strip() for each in edited(tmp_path, f"{HEAD}{text}\n")] == [
        f'"{day}" and "{date}" do not go together: that day is a {own}.'
    ]


@pytest.mark.parametrize(
    ("language", "text", "own"),
    [
        ("de", "Am Montag, dem 15. August 2021, fiel sie.", "Sonntag"),
        ("fr", "Le lundi 15 août 2021 elle est tombée.", "Dimanche"),
        ("es", "El lunes 15 de agosto de 2021 cayó.", "Domingo"),
        ("ru", "В понедельник, 15 августа 2021 года.", "Воскресенье"),
    ],
)
def test_days_of_the_week_in_other_languages(tmp_path, language, text, own):
    found = edited(tmp_path, f"---\ntitle: Title\nlanguage: {language}\n---\n{text}\n")
    assert [each.split("that day is a ")[1].split(".")[0] for each in found] == [own]


EVENT = "::: timeline\n- {date}: it falls [@a]\n:::\n"


@pytest.mark.parametrize(
    ("date", "of", "is_doubted"),
    [
        ("15 August 2021", "13 August 2021", True),
        ("September 2021", "13 August 2021", True),
        ("August 2021", "13 August 2021", False),
        ("about 15 August 2021", "13 August 2021", False),
        ("15 August 2021", "2021", False),
        ("since May 2021", "13 August 2021", False),
    ],
)
def test_an_event_after_its_source(tmp_path, date, of, is_doubted):
    sources = f"a:\n  title: A\n  date: {of}\n"
    message = f"This event, {date}, is later than what it cites: a is of {of}."
    hint = (
        "Correct the date, or cite who reported it afterwards. Of what is still to come say so in the text of the "
        "event: planned, due, expected."
    )
    expected = [f"briefing.md:6:3  warning  date-order\n  {message}\n  {hint}"] if is_doubted else []
    assert edited(tmp_path, HEAD + EVENT.format(date=date) + "\nText.\n", sources_yaml=sources) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ban is due to take effect"),
        ("en", "The ban is planned to take effect"),
        ("en", "Planned end of sales"),
        ("en", "Sales are expected to end"),
        ("en", "The law will take effect"),
        ("de", "Das Verbot soll in Kraft treten"),
        ("fr", "L’interdiction devra entrer en vigueur"),
        ("fa", "این قانون اجرا خواهد شد"),
        ("ru", "Планируется запрет"),
        ("cy", "Bydd y gwaharddiad yn dod i rym"),
    ],
)
def test_an_event_that_is_still_to_come(tmp_path, language, text):
    article = (
        f"---\ntitle: Title\nlanguage: {language}\ndate: 2024-05-02\n---\n::: timeline\n- 2030: {text} [@a]\n:::\n"
    )
    assert edited(tmp_path, article, sources_yaml="a:\n  title: A\n  date: 2020\n") == []


@pytest.mark.parametrize(("language", "text"), [("en", "The ban took effect"), ("de", "Das Verbot trat in Kraft")])
def test_an_event_of_the_future_that_is_told_as_if_it_had_happened(tmp_path, language, text):
    article = (
        f"---\ntitle: Title\nlanguage: {language}\ndate: 2024-05-02\n---\n::: timeline\n- 2030: {text} [@a]\n:::\n"
    )
    found = edited(tmp_path, article, sources_yaml="a:\n  title: A\n  date: 2020\n")
    assert ["date-order" in each for each in found] == [True]


def test_an_event_with_a_later_source_beside_the_earlier_one(tmp_path):
    sources = "a:\n  title: A\n  date: 1 May 2021\nb:\n  title: B\n  date: 1 June 2021\n"
    article = HEAD + "::: timeline\n- 15 May 2021: it falls [@a; @b]\n:::\n\nText.\n"
    assert edited(tmp_path, article, sources_yaml=sources) == []


@pytest.mark.parametrize(
    ("fields", "body", "problem"),
    [
        ("date: 1 May 2021\ninformation_as_of: 2 May 2021\n", "",
         "5:20  warning  date-order\n  The information is as of 2 May 2021, and the briefing of 1 May 2021, before.\n"
         "  One of the fields date and information_as_of is wrong."),
        ("date: 1 May 2021\npetition: {ask: Sign, link: 'https://b.org', deadline: 1 April 2021}\n", "",
         "5:56  warning  date-order\n  The petition ends on 1 April 2021, before the briefing appears, on 1 May 2021.\n"
         "  Readers would come too late: give them a later day."),
        ("date: 1 May 2021\n", "::: asks\n- **All**: go, by 1 April 2021.\n:::\n",
         '7:3  warning  date-order\n  The ask of "All" ends on 1 April 2021, before the briefing appears, on '
         "1 May 2021.\n  Readers would come too late: give them a later day."),
        ("date: 1 May 2021\n", "::: figures\n- **1** thing. [no source, own count]\n  As of 2 May 2021.\n:::\n",
         "7:3  warning  date-order\n  This figure is as of 2 May 2021, after the briefing's own date.\n"
         "  One of the two dates is wrong."),
        ("date: May 2021\ninformation_as_of: 2 May 2021\n", "", None),
        ("date: 1 May 2021\ninformation_as_of: 1 May 2021\n", "", None),
    ],
)  # fmt: skip
def test_dates_of_the_head(tmp_path, fields, body, problem):
    assert edited(tmp_path, f"{head(fields)}{body}\nText.\n") == ([f"briefing.md:{problem}"] if problem else [])


def test_a_source_that_was_read_before_it_appeared(tmp_path):
    sources = "a:\n  title: A\n  date: 2 May 2021\n  url: https://a.org\n  accessed: 1 May 2021\n"
    assert edited(tmp_path, HEAD + "Text. [@a]\n", sources_yaml=sources) == [
        "sources.yaml:1:1  warning  date-order\n"
        "  The source a was read on 1 May 2021, before it appeared, on 2 May 2021.\n"
        "  One of its fields date and accessed is wrong."
    ]


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("3 September 2021, 00:01 BST", ""),
        ("3 September 2021, 00:01 Europe/London", ""),
        ("3 September 2021, 00:01 Europe/Nowhere", ""),
        (
            "3 September 2021, 00:01 IST",
            "The zone IST of the embargo is that of India, of Ireland and of Israel.\n"
            "  Write how far it is from UTC, for instance +05:30.",
        ),
        (
            "28 March 2021, 01:30 Europe/London",
            "Clocks are put forward then in Europe/London: there is no 01:30 on that day.\n"
            "  Take a time at which clocks are not changed: 00:01 or 12:00.",
        ),
        (
            "31 October 2021, 01:30 Europe/London",
            "Clocks are put back then in Europe/London: there are two moments 01:30 on that day.\n"
            "  Take a time at which clocks are not changed: 00:01 or 12:00.",
        ),
    ],
)
def test_an_embargo_in_doubt(tmp_path, until, found):
    article = head(f"embargo: {until}\n") + "Text.\n"
    wanted = [f"briefing.md:4:10  warning  embargo\n  {found}"] if found else []
    assert edited(tmp_path, article) == wanted


def test_an_embargo_that_is_over(tmp_path):
    article = head("embargo: 3 September 2021, 00:01 BST\n") + "Text.\n"
    assert edited(tmp_path, article, Asked(today=date_from_edtf("2021-09-03"))) == []
    assert edited(tmp_path, article, Asked(today=date_from_edtf("2021-09-04"))) == [
        "briefing.md:4:10  warning  embargo\n"
        "  The embargo is over, and every page still has it: 3 September 2021, 00:01 BST.\n"
        "  Take the line out."
    ]


DUE = head("petition: {ask: Sign, link: 'https://b.org', deadline: 1 May 2021}\n") + (
    "::: asks\n- **All**: go, by 3 May 2021.\n:::\n\nText.\n"
)
OVER = "\n  Give a later day, or do not hand it out any more."
PETITION_OVER = f"briefing.md:4:56  warning  deadline\n  The last day to sign the petition is over: 1 May 2021.{OVER}"
ASK_OVER = f'briefing.md:7:3  warning  deadline\n  The day by which "All" is asked to act is over: 3 May 2021.{OVER}'


@pytest.mark.parametrize(
    ("today", "problems"),
    [("2021-05-01", []), ("2021-05-02", [PETITION_OVER]), ("2021-05-04", [PETITION_OVER, ASK_OVER])],
)
def test_days_that_are_over(tmp_path, today, problems):
    assert edited(tmp_path, DUE, Asked(today=date_from_edtf(today))) == problems


def test_without_a_day_nothing_is_over(tmp_path):
    assert edited(tmp_path, DUE) == []


@pytest.mark.parametrize(
    ("address", "is_doubted"),
    [
        ("https://example.org/petition", True),
        ("https://www.example.com", True),
        ("http://localhost:8000/sign", True),
        ("https://our-campaign.test/", True),
        ("https://examples.org/sign", False),
        ("https://petition.parliament.uk/petitions/1", False),
        ("https://[x", False),
    ],
)
def test_a_link_for_examples(tmp_path, address, is_doubted):
    message = f'"{address}" is an address for examples: nobody can sign there.'
    hint = "Put the address of your petition there, link: …, or take the line out until you have it."
    expected = [f"briefing.md:6:9  warning  petition-link\n  {message}\n  {hint}"] if is_doubted else []
    assert edited(tmp_path, head(f'petition:\n  ask: Sign\n  link: "{address}"\n') + "Text.\n") == expected


def test_a_link_that_its_author_has_asked_after(tmp_path):
    fields = "petition: {ask: Sign, link: 'https://example.org', question: Which?}\n"
    assert edited(tmp_path, head(fields) + "Text.\n") == []


def test_the_documentation_names_every_check_as_it_is():
    sections = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8").split("\n## ")
    for title, is_on in (("On by default", True), ("Only when asked for", False)):
        (section,) = (each for each in sections if each.startswith(title))
        named = re.findall(r"^\| `([a-z-]+)`", section, re.MULTILINE)
        assert named == [check.id for check in EDITORIAL_CHECKS if check.is_on == is_on]


def test_the_table_in_the_documentation_is_made_of_the_judgements():
    assert editorial_table.table() in (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert len(editorial_table.judged()) >= 20


def test_what_is_on_by_default_is_seldom_wrong():
    wrong = editorial_table.counted("wrong")
    assert all(wrong[check.id] <= 1 for check in EDITORIAL_CHECKS if check.is_on)


def test_a_build_asks_nothing_and_loads_nothing_of_it(tmp_path):
    folder = write(tmp_path / "piece", {"briefing.md": HEAD + "Read more\n"})
    found = press.check(folder)
    assert [each.id for each in found if each.id in IDS] == ["leftovers"]
    code = (
        "import sys; from pathlib import Path; from briefing import press\n"
        f"built = press.build(Path({str(folder)!r}), Path({str(tmp_path / 'a.pdf')!r}))\n"
        "print([each.id for each in built.diagnostics], 'briefing.checking.editorial' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "['not-approved', 'voters-unanswered'] False\n"  # the sign-off is no editorial check
