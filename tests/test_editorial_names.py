"""Editorial checks of names, short forms and ages."""

from __future__ import annotations

import pytest
from reading_folders import HEAD
from test_editorial import edited, head, only

from briefing.checking.editorial.bodies import BODIES, COMMON, NEIGHBOURS


def titled(title, language="en-GB"):
    return f"---\ntitle: {title}\nlanguage: {language}\n---\n"


def test_a_short_form_stands_in_one_list():
    assert not set(BODIES) & COMMON
    assert not (set(BODIES) | COMMON) & NEIGHBOURS


NO_SUCH = "There is no {0!r} among the bodies that are known here; {1} is one letter away.".replace("!r", "")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("UNCHR", "UNHCR"), ("UNICF", "UNICEF"), ("UNESCOO", "UNESCO"), ("UNRVA", "UNRWA"), ("NAOT", "NATO")],
)
def test_a_slip_in_a_short_form(tmp_path, typed, meant):
    assert edited(tmp_path, f"{HEAD}The *staff* of {typed} and of\n{typed} came.\n") == [
        f'briefing.md:5:16  warning  wrong-acronym\n  There is no "{typed}" among the bodies that are known here; '
        f"{meant} is one letter away.\n  {meant} is the {BODIES[meant]}. If you mean another body, say its full name "
        "once."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The UNHCR, UNICEF and NATO.",
        "The Union of National Christian Heritage Roots (UNCHR) met. UNCHR said so.",
        "The UNCHR, Union of National Christian Heritage Roots, met.",
        "NATE and SATO are of four letters, NOTA is farther away.",
        "Go to https://uNCHR.org/UNCHR or write to UNCHR@example.org.",
        "THE UNCHR STAFF CAME HOME.",
        "UNCHRISTIAN words.",
    ],
)
def test_a_short_form_that_is_no_slip(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n") == []


def test_a_short_form_that_the_fields_explain(tmp_path):
    assert edited(tmp_path, head("abbreviations: {UNCHR: Something else}\n") + "The UNCHR met.\n") == []


def test_the_refugee_agency_taken_for_the_council(tmp_path):
    assert edited(tmp_path, HEAD + "According to UNHRC, nearly 390,000 Afghans have been displaced.\n") == [
        'briefing.md:5:14  warning  wrong-acronym\n  "UNHRC", the United Nations Human Rights Council, is named where '
        'the text speaks of "displaced".\n  UNHCR is the United Nations High Commissioner for Refugees: look up which '
        "of the two your source names."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UNHRC met in Geneva.",
        "UNHRC, the Human Rights Council, spoke of refugees.",
        "Our article wrote UNHRC for UNHCR, which counts refugees.",
        "UNHRC passed a resolution on displaced people.",
    ],
)
def test_the_council_itself(tmp_path, text):
    assert edited(tmp_path, f"{HEAD}{text}\n") == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The NRF fights.", "5:5  warning  acronym\n  Nothing says what \"NRF\" stands for.\n"
         "  Say it where it stands first, Full Name (NRF), or in the field abbreviations."),
        ("The NRF fights.\n\nIt is the National Resistance Front (NRF).", '5:5  warning  acronym\n'
         '  "NRF" stands here before it is explained, in line 7.\n  Explain it where it stands first.'),
        ("The National Resistance Front (NRF) fights. The NRF won.", None),
        ("The National Resistance Front fights. The NRF won.", None),
        ("The NRF (National Resistance Front) fights.", None),
        ("The NRF, or National Resistance Front, fights.", None),
        ("The BBC and the UN, in part II.", None),
        ("CITIZENS! They must go home. They MUST.", None),
        ("The Department of Health and Social Care spoke. DHSC said no more.", None),
    ],
)  # fmt: skip
def test_short_forms_that_are_to_be_explained(tmp_path, text, problem):
    found = edited(tmp_path, f"{HEAD}{text}\n", only("acronym"))
    assert found == ([f"briefing.md:{problem}"] if problem else [])
    assert edited(tmp_path, f"{HEAD}{text}\n") == []


@pytest.mark.parametrize(
    ("title", "name", "column"),
    [
        ("Who are the Northern Alliance?", "Northern Alliance", 20),
        ("Who are the Northern Alliance? The resistance group, that hope for change", "Northern Alliance", 20),
        ("What does the House of Lords say", "House of Lords", 22),
        ("How many fled from Herat", "Herat", 27),
        ("What is said of the IOM", "IOM", 28),
        ("How Boris Johnson lost the vote", "Boris Johnson", 12),
        ("How Brexit changed the fishing towns", "Brexit", 12),
    ],
)
def test_a_name_that_only_the_title_has(tmp_path, title, name, column):
    text = "The National Resistance Front (NRF) holds a northern valley.\n"
    assert edited(tmp_path, titled(f'"{title}"') + text) == [
        f'briefing.md:2:{column + 1}  warning  title-name\n  The title speaks of "{name}", and the text never does.\n'
        "  Name in the title what the text is about, or say in the text what the name means."
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Who are the National Resistance Front?",
        "What the NRF wants",
        "The story of Ahmad Massoud",
        "Sharing is Caring",
        "What will happen on Tuesday",
        "State of the Union address",
        "Herat Bank falls",
        "What the Afghan Town can be",
        "Who holds Afghanistan",
        "Who are the Afghans",
        "Why the anti-Taliban fight goes on",
        "The Rise of the Northern Alliance",
        "Herat falls",
        "A word on the International Organization for Migration",
        "Peace. Herat has fallen",
        "Peace in the valley, part 1 - How it came",
    ],
)
def test_a_title_whose_names_the_text_has_or_that_tells_none(tmp_path, title):
    text = (
        "The National Resistance Front (NRF) fights the Taliban. Massoud leads it. Afghan towns fell. The IOM knows.\n"
    )
    assert edited(tmp_path, titled(f'"{title}"') + text) == []


def test_a_title_in_french_has_capitals_that_name_nobody(tmp_path):
    article = titled("L’agence appelle les États voisins à agir", "fr") + "Les pays voisins agissent.\n"
    assert edited(tmp_path, article) == []


def test_a_title_in_german_tells_no_names(tmp_path):
    assert edited(tmp_path, titled("Warum der Frieden fehlt", "de") + "Es ist so.\n") == []


AT = "date: 24 August 2021\n"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ahmad Massoud, 38 years of age, was trained there. Massoud was nine in 1998.",
         '"Ahmad Massoud, 38 years of age": born from 1981 to 1984',
         '"Massoud was nine in 1998": born from 1988 to 1989'),
        ("Jane Doe, aged 45, leads it. She was born in 1970.",
         '"Jane Doe, aged 45": born from 1974 to 1977', '"She was born in 1970": born 1970'),
        ("Jane Doe (born 1970) leads it.\n\nThe 45-year-old Jane Doe came.",
         '"Jane Doe (born 1970)": born 1970', '"45-year-old Jane Doe": born from 1974 to 1977'),
        ("Mr Doe, 45, leads it. President Doe was born in 1970.",
         '"Mr Doe, 45": born from 1974 to 1977', '"President Doe was born in 1970": born 1970'),
        ("Jane Doe is 32. In 1998, when Doe was twelve, she left.",
         '"Jane Doe is 32": born from 1987 to 1990', '"In 1998, when Doe was twelve": born from 1985 to 1986'),
    ],
)  # fmt: skip
def test_ages_that_do_not_fit_together(tmp_path, text, first, second):
    found = edited(tmp_path, f"{head(AT)}{text}\n")
    assert [each.splitlines()[2:4] for each in found] == [[f"    {first}", f"    {second}"]]


def test_what_is_said_of_an_age(tmp_path):
    text = "Jane Doe, aged 45, leads it.\n\n*Jane* Doe was born in 1970.\n"
    assert edited(tmp_path, head(AT) + text) == [
        "briefing.md:8:2  warning  age\n  What is said of the age of Jane Doe does not fit together.\n"
        '    "Jane Doe, aged 45": born from 1974 to 1977\n    "Jane Doe was born in 1970": born 1970\n'
        "  The first stands in line 6. One of the two is wrong, or they are two people: look it up."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ahmad Massoud, 32 years of age, was trained there. He was nine in 1998.",
        "Ahmad Massoud is 32. John Smith came. He was born in 1950.",
        "Ahmad Massoud, 32, leads it. His father was Ahmad Shah Massoud (1953–2001).",
        "Jane Doe, 45, won in 1990. She was born in 1945.",
        "Jane Doe is 45. John Doe was born in 1980.",
        "Jane Doe, 51, has a son, Tom. He was born in 2009.",
        "Jane Doe, 51, came with her daughter. She was born in 2009.",
        "Ahmad Massoud, 32, leads it. Ahmad Shah Massoud founded it. Massoud was 48 years old when he died in 2001.",
        "On Monday, 12, they met. Jane Doe was born in 1980.",
        "Jane Doe was 1 of 12 in 1998, and was born in 1970.",
    ],
)
def test_ages_that_fit_or_are_of_others(tmp_path, text):
    assert edited(tmp_path, f"{head(AT)}{text}\n") == []


def test_without_a_year_an_age_says_nothing_of_a_birth(tmp_path):
    text = "Jane Doe, aged 45, leads it. She was born in 1970.\n"
    assert edited(tmp_path, HEAD + text) == []
