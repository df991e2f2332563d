"""Dashes, ranges, minus signs, ellipses: what is typed, and what is set."""

from __future__ import annotations

import pytest
from typography_tools import typeset


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a word -- and more", "a word – and more"),
        ("a word--more", "a word–more"),
        ("a word---more", "a word—more"),
        ("a word - and more", "a word – and more"),
        ('"word" - (more)', "“word” – (more)"),
        ("Chapter 2 - The war", "Chapter~2 – The war"),
        ("-- UNHCR", "– UNHCR"),
        ("wait... what?", "wait… what?"),
        ("[...]", "[…]"),
    ],
)
def test_dashes_and_ellipses(typed, expected):
    assert typeset(typed, "en") == expected


@pytest.mark.parametrize("language", ["ru", "uk", "be"])
def test_the_dash_of_some_languages_is_long_and_begins_no_line(language):
    assert typeset("Москва - столица", language) == "Москва~— столица"


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("fa", "۸۰%، 80%، %80", "۸۰٪، 80%، %80"),
        ("ar", "٨٠%", "٨٠٪"),
        ("en", "۸۰%", "۸۰%"),
        ("he", "צה\"ל, ג'ורג', O'Neill, \"מילה\"", "צה״ל, ג׳ורג׳, O’Neill, ”מילה”"),
        ("uk", "п'ять", "п’ять"),
        ("fa", 'او گفت "بلی"؛ و رفت...', "او گفت «بلی»؛ و رفت…"),
        ("fa", "می\u200cرود - و می\u200cآید", "می\u200cرود – و می\u200cآید"),
        ("hi", '"नमस्ते"।', "“नमस्ते”।"),
        ("th", 'เขาพูดว่า"สวัสดี"แล้วไป', 'เขาพูดว่า"สวัสดี"แล้วไป'),
        ("zh", '他说"你好"。', '他说"你好"。'),
    ],
)
def test_signs_in_other_scripts(language, typed, expected):
    assert typeset(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1996-2001", "1996–2001"),
        ("1996-97", "1996–97"),
        ("aged 12-15", "aged 12–15"),
        ("(12-15)", "(12–15)"),
        ("pp. 3-9", "pp.~3–9"),
        ("pp. 123-45", "pp.~123–45"),
        ("Articles 2-5", "Articles~2–5"),
        ("12-15 September", "12–15~September"),
        ("2-3 weeks", "2–3 weeks"),
        ("5-10 per cent", "5–10~per~cent"),
        ("5-10%", "5–10%"),
        ("5-10 km", "5–10~km"),
        ("£5-10", "£5–10"),
        ("3.5-4.5 million", "3.5–4.5~million"),
        ("5,000-6,000 people", "5,000–6,000 people"),
        ("10:30-11:45", "10:30–11:45"),
        ("won by 48-52 per cent", "won by 48–52~per~cent"),
    ],
)
def test_ranges(typed, expected):
    assert typeset(typed, "en") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "2021-09-02",
        "2010-12",
        "2021-2020",
        "won 3-1",
        "lost 48-52",
        "a 1-3 defeat",
        "2-1",
        "Boeing 737-800",
        "AK-47, F-16, Covid-19, A4-5",
        "020 7946 0958",
        "7946-0958",
        "01-23-45-67",
        "0171 12-34",
        "+44-20",
        "ISBN 978-3-16",
        "3:16-18",
        "1.2-1.3",
        "al-Qaida, Pul-e-Hesar, anti-Taliban",
        "5 - 3 = 2",
        "x - 3",
        "a - - b",
        "a <-- b --> c <---> d",
        "<!-- a comment --> and <!---",
        "--final",
        "use --final or (--page)",
        "wait....",
        "a.. b",
        "----",
    ],
)
def test_what_is_not_sure_stays_as_typed(typed):
    assert typeset(typed, "en") == typed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("-5", "−5"),
        ("-1,234.5", "−1,234.5"),
        ("-3 %", "−3~%"),
        ("fell to -5 °C", "fell to −5~°C"),
        ("(-3.5%)", "(−3.5%)"),
        ("pages 3 -5 %", "pages~3 -5~%"),
        ("take -5 of them", "take -5 of them"),
    ],
)
def test_minus_signs(typed, expected):
    assert typeset(typed, "en") == expected


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org/a--b/1996-2001?x='y'&z",
        "www.example.org/a--b...c",
        "un.org/12-15",
        "o'neill--x@example.org",
        "10.1000/182--3",
        "doi:10.1000/12-15",
        "report-12-15.pdf",
        "notes/al-qaida--x.md",
        "my_file--x",
        "C:\\old--files\\a.txt",
    ],
)
def test_addresses_and_names_of_files_stay_as_typed(typed):
    assert typeset(typed, "en") == typed
    assert typeset(f'See "{typed}", and so on -- please...', "en") == f"See “{typed}”, and so on – please…"


@pytest.mark.parametrize("typed", ["a." * 50_000, "1-" * 50_000, "a@" * 50_000, "a/" * 50_000, "x -1" * 25_000])
@pytest.mark.timeout(10)
def test_a_very_long_word_takes_no_long_time(typed):
    assert typeset(typed, "en") == typed
