"""Figures in a text: what counts, what only numbers, and what stands beside it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.claims.languages import TABLES, words_of
from briefing.claims.quantities import Quantity, figures_in

FIGURES = (
    # what is typed · its words, low, high, unit and hedge
    ("It has 6,000 troops, or more.", "6,000 troops, or more", 6000, 6000, "troops", "at least"),
    ("Nearly 400,000 Afghans fled.", "Nearly 400,000 Afghans", 400_000, 400_000, "afghan", "nearly"),
    ("Some 80 per cent are children.", "Some 80 per cent", 80, 80, "%", "about"),
    ("It fell by 4.5% in a year.", "4.5%", Fraction("4.5"), Fraction("4.5"), "%", ""),
    ("Rates rose by 2 percentage points.", "2 percentage points", 2, 2, "percentage point", ""),
    (
        "nearly a quarter of a million Afghans",
        "nearly a quarter of a million Afghans",
        250_000,
        250_000,
        "afghan",
        "nearly",
    ),
    ("Half a million refugees came.", "Half a million refugees", 500_000, 500_000, "refugee", ""),
    ("Four in five are women.", "Four in five", 80, 80, "%", ""),
    ("1 in 20 people is ill.", "1 in 20", 5, 5, "%", ""),
    ("Nine out of ten voted.", "Nine out of ten", 90, 90, "%", ""),
    ("Two thirds of the members left.", "Two thirds", Fraction(200, 3), Fraction(200, 3), "%", ""),
    ("More than half of them fled.", "More than half", 50, 50, "%", "more than"),
    ("A third of voters stayed away.", "A third", Fraction(100, 3), Fraction(100, 3), "%", ""),
    ("They join 2.9 million already displaced.", "2.9 million", 2_900_000, 2_900_000, "", ""),
    ("It cost $5 million.", "$5 million", 5_000_000, 5_000_000, "USD", ""),
    ("It cost US$4.5 billion.", "US$4.5 billion", 4_500_000_000, 4_500_000_000, "USD", ""),
    ("It cost £3bn.", "£3bn", 3_000_000_000, 3_000_000_000, "GBP", ""),
    ("It cost 20 million pounds.", "20 million pounds", 20_000_000, 20_000_000, "GBP", ""),
    ("It cost EUR 500.", "EUR 500", 500, 500, "EUR", ""),
    ("It cost Rs. 500.", "Rs. 500", 500, 500, "rupee", ""),
    ("between 5,000 and 7,000 people", "between 5,000 and 7,000 people", 5000, 7000, "people", ""),
    ("5,000 to 7,000 troops", "5,000 to 7,000 troops", 5000, 7000, "troops", ""),
    ("10–15 per cent of it", "10–15 per cent", 10, 15, "%", ""),
    ("$2-3 million of it", "$2-3 million", 2_000_000, 3_000_000, "USD", ""),
    ("two to three million men", "two to three million men", 2_000_000, 3_000_000, "man", ""),
    ("tens of thousands of people", "tens of thousands of people", 20_000, 99_999, "people", ""),
    ("several hundred fighters", "several hundred fighters", 300, 999, "fighter", ""),
    ("two and a half million men", "two and a half million men", 2_500_000, 2_500_000, "man", ""),
    ("about 25 millions of dollars", "about 25 millions of dollars", 25_000_000, 25_000_000, "USD", "about"),
    ("2½ million men", "2½ million men", 2_500_000, 2_500_000, "man", ""),
    ("two hundred and fifty-one homes", "two hundred and fifty-one homes", 251, 251, "home", ""),
    ("a hundred thousand soldiers", "a hundred thousand soldiers", 100_000, 100_000, "soldier", ""),
    ("The valley is 115 km long.", "115 km", 115, 115, "km", ""),
    ("It covers 1,500 m2.", "1,500 m2", 1500, 1500, "m²", ""),
    ("It covers 300 km² of land.", "300 km²", 300, 300, "km²", ""),
    ("The wall is 5m high.", "5m", 5, 5, "m", ""),
    ("Winds of 125-mile-per-hour force", "125-mile-per-hour", 125, 125, "mph", ""),
    ("The share was 9.1 ±0.6% in all.", "9.1 ±0.6%", Fraction("9.1"), Fraction("9.1"), "%", ""),
    ("It cost (2000 euros).", "2000 euros", 2000, 2000, "EUR", ""),
    ("It has 5m users.", "5m users", 5_000_000, 5_000_000, "user", ""),
    ("a 20-mile march", "20-mile", 20, 20, "mile", ""),
    ("It was -5% in May.", "5%", 5, 5, "%", ""),
    ("“We left.” Nearly 300 came.", "Nearly 300", 300, 300, "", "nearly"),
    ("killed at least 300 and left", "at least 300", 300, 300, "", "at least"),
    ("2000 people came.", "2000 people", 2000, 2000, "people", ""),
    ("A quarter million people left.", "A quarter million people", 250_000, 250_000, "people", ""),
    ("It is a quarter of a mile away.", "a quarter of a mile", Fraction(1, 4), Fraction(1, 4), "mile", ""),
    ("He paid half a franc.", "half a franc", Fraction(1, 2), Fraction(1, 2), "franc", ""),
    (
        "An average of 2.4 people live there.",
        "An average of 2.4 people",
        Fraction("2.4"),
        Fraction("2.4"),
        "people",
        "about",
    ),
    ("10,000+ families wait.", "10,000+ families", 10_000, 10_000, "family", "at least"),
    ("12,34,567 voters came.", "12,34,567 voters", 1_234_567, 1_234_567, "voter", ""),
    ("The death toll stands at 412.", "412", 412, 412, "death", ""),
    ("The death toll has risen to at least 412.", "at least 412", 412, 412, "death", "at least"),
    ("One woman in four is hit.", "One woman in four", 25, 25, "%", ""),
    ("One person in every 20 is ill.", "One person in every 20", 5, 5, "%", ""),
    ("Every second child is hungry.", "Every second", 50, 50, "%", ""),
    ("It fell by 0.3pc in May.", "0.3pc", Fraction("0.3"), Fraction("0.3"), "%", ""),
    ("a 60,000-strong crowd", "60,000-strong", 60_000, 60_000, "people", ""),
    ("the 6,000-odd prisoners", "6,000-odd prisoners", 6000, 6000, "prisoner", "about"),
    ("Waiting lists have grown by a fifth.", "a fifth", 20, 20, "%", ""),
    ("It fell by nearly a third since May.", "nearly a third", Fraction(100, 3), Fraction(100, 3), "%", "nearly"),
    ("It has 5B people.", "5B people", 5_000_000_000, 5_000_000_000, "people", ""),
    ("100 U.S. senators voted.", "100 U.S. senators", 100, 100, "senator", ""),
)
"""Each of them asks for a source."""


@pytest.mark.parametrize(("text", "words", "low", "high", "unit", "hedge"), FIGURES, ids=[case[0] for case in FIGURES])
def test_a_figure_is_found_with_its_unit_and_its_hedge(text, words, low, high, unit, hedge):
    start = text.index(words)
    expected = Quantity(start, start + len(words), Fraction(low), Fraction(high), unit, hedge, words, only_lists=False)
    assert tuple(found._replace(detector="count") for found in figures_in(text, "en")) == (expected,)


def test_percentages_money_and_measures_are_told_from_counts():
    found = figures_in("80% of 5,000 people paid $5 for 3 km each; nearly 300 did not", "en")
    assert [each.detector for each in found] == ["measure", "count", "measure", "measure", "count"]


@pytest.mark.parametrize(
    ("language", "text", "words", "share"),
    [
        ("de", "Jede vierte Kita fehlt.", "Jede vierte", 25),
        ("de", "Ein Drittel will gehen.", "Ein Drittel", Fraction(100, 3)),
        ("de", "Die Zahl ist um ein Fünftel gestiegen.", "ein Fünftel", 20),
        ("fr", "Une personne sur quatre est pauvre.", "Une personne sur quatre", 25),
        ("fa", "یک‌سوم مدارس بسته است", "یک‌سوم", Fraction(100, 3)),
        ("fa", "یک سوم مدارس بسته است", "یک سوم", Fraction(100, 3)),
        ("fa", "دو سوم مردم رفتند", "دو سوم", Fraction(200, 3)),
    ],
)
def test_a_share_in_words_in_other_languages(language, text, words, share):
    (found,) = figures_in(text, language)
    assert (found.words, found.low, found.unit) == (words, share, "%")


@pytest.mark.parametrize(
    "text", ["Jeden zweiten Dienstag kommt er.", "Er kommt jedes zweite Jahr.", "im ersten Drittel"]
)
def test_a_row_is_no_share(text):
    assert figures_in(text, "de") == ()


LISTED = (
    ("20 of the 34 provinces", "20 of the 34 provinces"),
    ("99 bottles of beer", "99 bottles"),
    ("three districts fell", "three districts"),
    ("a dozen men left", "a dozen men"),
    ("dozens of villages", "dozens of villages"),
    ("He was jailed for 20 years.", "20 years"),
    ("It has 3 reasons.", "3 reasons"),
)


@pytest.mark.parametrize(("text", "words"), LISTED)
def test_small_counts_times_and_numbers_without_a_number_only_list(text, words):
    (found,) = figures_in(text, "en")
    assert (found.words, found.only_lists) == (words, True)


NO_FIGURES = """
In 1979 the war began.
By 1998, they held it; since May 2021 they do not.
The damage is in the money of then (1933 USD).
on 15 August 2021
August 15
the 1980s
the 20th century
at 17:30
at 5 pm
page 12
pp. 12-15
Article 5 applies.
Resolution 1973 was adopted.
Section 21 evictions
a Boeing 737 crashed
COVID-19
the G20
an AK-47
H.R. 1234
P.L. 109-234
50 U.S.C. 1541
114 Stat. 1654
No. 5
version 2.1.3
10 Downing Street
SW1A 1AA
020 7946 0958
Ahmad Massoud is 32 years old.
A 32-year-old man
aged 32
a five-year plan
a two-state solution
one of the best
one day
the second half of the year
the first quarter of 2021
half-hearted
Three in 1996
3. Results
2.1 Findings
(4)
[12]
9/11
a third party
the Five Hundred and Forty-eight Division
Licensed CC 3.0
All three
USWDS 2.0 helps teams.
53757 Sankt Augustin
half the week
see https://example.org/?a=%20b%2250%&c=30%
the 5G network
an hour and a half
the darker half of the land
a Fourth of July parade
challenge # 1 results
quarter to five
221B Baker Street
a 180-degree turn
Half the time he slept.
written by a third party
He was struck by a third man.
every second day
every third Tuesday
one book in four volumes
The toll road M6 runs to 412 and back.
192.168.0.1
""".strip().splitlines()


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_numbers_or_names_is_no_figure(text):
    assert [found.words for found in figures_in(text, "en") if not found.only_lists] == []


LANGUAGES = {
    "de": (
        "Rund 6.000 Soldaten, fast 80 Prozent, 2,9 Millionen Menschen, die Hälfte der Kinder, 3,5 Mrd. Euro; "
        "am 15. August 2021 um 17 Uhr, Artikel 5, Seite 12, im Jahr 1996",
        ("Rund 6.000 Soldaten", "fast 80 Prozent", "2,9 Millionen Menschen", "Hälfte", "3,5 Mrd. Euro"),
        ((6000, "soldier"), (80, "%"), (2_900_000, "people"), (50, "%"), (3_500_000_000, "EUR")),
    ),
    "fr": (
        "Près de 400 000 Afghans, 80 % des femmes, un tiers des voix, 3,5 milliards d’euros ; "
        "le 15 août 2021 à 17 h, page 12, article 5, en 1996",
        ("Près de 400 000 Afghans", "80 %", "un tiers", "3,5 milliards d’euros"),
        ((400_000, "afghan"), (80, "%"), (Fraction(100, 3), "%"), (3_500_000_000, "EUR")),
    ),
    "es": (
        "Casi 400.000 afganos, cuatro de cada cinco, 3.500 millones de euros; el 15 de agosto de 2021, página 12",
        ("Casi 400.000 afganos", "cuatro de cada cinco", "3.500 millones de euros"),
        ((400_000, "afgano"), (80, "%"), (3_500_000_000, "EUR")),
    ),
    "es-MX": ("1,500 soldados", ("1,500 soldados",), ((1500, "soldier"),)),
    "it": (
        "Quasi 400.000 afghani, l’80 per cento, quattro su cinque; il 15 agosto 2021, pagina 12",
        ("Quasi 400.000 afghani", "80 per cento", "quattro su cinque"),
        ((400_000, "afghani"), (80, "%"), (80, "%")),
    ),
    "pt": (
        "2,9 milhões de pessoas, R$ 5 milhões; em 15 de agosto de 2021, página 12",
        ("2,9 milhões de pessoas", "R$ 5 milhões"),
        ((2_900_000, "people"), (5_000_000, "BRL")),
    ),
    "nl": (
        "Bijna 400.000 mensen, vier op de vijf; op 15 augustus 2021, pagina 12",
        ("Bijna 400.000 mensen", "vier op de vijf"),
        ((400_000, "people"), (80, "%")),
    ),
    "ru": (
        "Почти 400 тыс. человек, 80 процентов женщин, половина населения; 15 августа 2021 года, статья 5",
        ("Почти 400 тыс. человек", "80 процентов", "половина"),
        ((400_000, "people"), (80, "%"), (50, "%")),
    ),
    "uk": (
        "Майже 400 тисяч людей, 80 відсотків жінок; 15 серпня 2021 року",
        ("Майже 400 тисяч людей", "80 відсотків"),
        ((400_000, "people"), (80, "%")),
    ),
    "fa-AF": (
        "نزدیک به ۴۰۰٬۰۰۰ تن، ۸۰ درصد، ۲/۹ میلیون نفر؛ در سال ۱۹۹۶، صفحهٔ ۱۲",
        ("نزدیک به ۴۰۰٬۰۰۰ تن", "۸۰ درصد", "۲/۹ میلیون نفر"),
        ((400_000, "people"), (80, "%"), (2_900_000, "people")),
    ),
    "ar": (
        "٨٠٪ من النساء، 2.9 مليون شخص، 6000 جندي؛ في عام 1996",
        ("٨٠٪", "2.9 مليون شخص", "6000 جندي"),
        ((80, "%"), (2_900_000, "people"), (6000, "soldier")),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_writes_its_figures_its_own_way(language):
    text, words, values = LANGUAGES[language]
    found = figures_in(text, language)
    assert tuple(each.words for each in found) == words
    assert tuple((each.low, each.unit) for each in found) == values


@pytest.mark.parametrize("language", TABLES)
def test_the_words_of_a_language_can_be_read(language):
    words = words_of(language)
    assert words.is_known
    assert all(value > 0 for value in words.magnitudes.values())
    assert all(0 < part < 1 for part in words.parts.values())
    assert all(low < high for low, high in words.vague.values)


def test_an_article_of_a_law_is_no_figure_after_an_elided_word():
    assert figures_in("come prevista dall’art. 21 del Codice dei Contratti", "it") == ()
    assert figures_in("comme prévu à l’article 21 des statuts", "fr") == ()


def test_a_compound_of_german_is_a_name():
    assert figures_in("Das 49-Euro-Ticket und das 6 GHz-Band", "de") == ()


def test_millions_may_stand_before_the_sign_of_money():
    (found,) = figures_in("un budget de 12,5 M€", "fr")
    assert (found.words, found.low, found.unit) == ("12,5 M€", 12_500_000, "EUR")


def test_a_language_without_words_has_figures_with_signs_only():
    found = figures_in("80% lo $5 ma 6,000 troops, 12 km", "xx")
    assert [(each.words, each.unit) for each in found] == [("80%", "%"), ("$5", "USD")]


def test_a_number_of_more_figures_than_anything_has_is_none():
    assert figures_in("account 1234567890123456 people", "en") == ()


@given(st.text("12 ,.-–%$£mknbMafe½th()/:'\n", max_size=60), st.sampled_from(["en", "de", "fr", "fa", "hi", "xx", ""]))
def test_figures_of_any_text_stand_in_their_order(text, language):
    end = 0
    for figure in figures_in(text, language):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.words == text[figure.start : figure.end]
        assert figure.low <= figure.high
        end = figure.end


WORDS = "two three twenty hundred thousand million and a half of - in out between to people % about , 5 1,000 dozens"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=20).map(" ".join))
def test_figures_of_number_words_stand_in_their_order(text):
    ends = [0, *(figure.end for figure in figures_in(text, "en"))]
    assert all(figure.start >= end for figure, end in zip(figures_in(text, "en"), ends, strict=False))


@pytest.mark.parametrize(
    "text", ["1,", "one ", "5 to ", "a half ", "million ", "of ", "1.", "9", "1 in ", "between 1 and ", "about "]
)
def test_long_texts_take_linear_time(text):
    """Four times the text takes four times as long, sixteen times where the time grows with the square."""
    assert seconds_for((text * 100_000)[:100_000]) < 8 * seconds_for((text * 25_000)[:25_000]) + 0.1


def seconds_for(text: str) -> float:
    """The shorter of two times: what else the machine does comes in one of them."""
    times = []
    for _ in range(2):
        with Stopwatch() as watch:
            figures_in(text, "en")
        times.append(watch.seconds)
    return min(times)
