"""Figures beside the text of their source: the same, rounded, of something else, or not there."""

from __future__ import annotations

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.claims.comparing import ABSENT, Captured, Comparison, Statement, Statements, compare_quantity

NOTE = """Some 80 per cent of nearly a quarter of a million Afghans forced to flee since the end of May are women and
children.

Nearly 400,000 were forced from their homes since the beginning of the year, joining 2.9 million Afghans already
displaced across the country at the end of 2020. The appeal for $351 million is 43 per cent funded. In the camp of
Sosmaqala live 1,250 families, 612 women and 5,000 to 7,000 children; it is 12 km from the town. About 3,000 fighters
and 1,700 civilians were killed. The agency reaches 98,732 people."""


def compared(sentence: str, number: int = 0, note: str = NOTE, language: str = "en-GB") -> Comparison:
    """Compare one of the figures of a sentence."""
    claim = Statement(sentence, language)
    return compare_quantity(claim.figures[number], claim, Statements(Captured(note), language))


SAME = [
    "Nearly 400,000 Afghans have been forced from their homes since the beginning of the year.",
    "Nearly 400,000 were forced from their homes since January 2021.",
    "Of the nearly 250,000 who fled since the end of May, most are women.",
    "a quarter of a million Afghans have fled since May 2021",
    "Four in five of those who fled since the end of May are women and children.",
    "80% of those forced to flee are women",
    "Nearly three million Afghans were displaced already.",
    "2.9 million people were displaced at the end of 2020",
    "The agency appeals for 351m dollars.",
    "US$351 million was appealed for",
    "More than two fifths of the appeal are funded.",
    "1,250 families live in the camp",
    "Up to 7,000 children live in the camp.",
    "5,000–7,000 children are in the camp",
    "The town is 12 kilometres from the camp.",
    "3,000 soldiers were killed",
    "The agency reaches nearly 100,000 people.",
    "The agency reaches 99,000 people.",
    "nearly 400,000",
    "More than 90,000 people are reached by the agency.",
    "Fewer than 50 per cent of the appeal are funded.",
]


@pytest.mark.parametrize("sentence", SAME)
def test_the_same_figure_in_other_words_matches(sentence):
    assert compared(sentence).outcome == "matches"


def test_a_match_shows_its_sentence():
    found = compared("1,250 families live in the camp")
    assert found.excerpt.startswith("In the camp of Sosmaqala live 1,250 families, 612 women")
    assert " ".join(NOTE[found.start : found.end].split()) == found.excerpt
    assert (found.differences, found.advice) == ((), "")


OTHER = {
    "Nearly 390,000 Afghans have been forced to flee since May 2021.": (
        'since the end of May: "nearly a quarter of a million Afghans"',
        'since the beginning of the year: "Nearly 400,000"',
    ),
    "Nearly 400,000 were forced to flee since the end of May.": (
        'since the end of May: "nearly a quarter of a million Afghans"',
        'since the beginning of the year: "Nearly 400,000"',
    ),
    "Some 250,000 children were forced to flee.": (
        'since the end of May: "nearly a quarter of a million Afghans"',
        'since the beginning of the year: "Nearly 400,000"',
    ),
    "80 per cent of those forced to flee are men": (
        '"Some 80 per cent of nearly a quarter of a million Afghans forced to flee since the end of May are women and '
        'children"',
        '"43 per cent funded"',
    ),
    "5,000 civilians were killed": (
        '"About 3,000 fighters and 1,700 civilians were killed"',
        '"1,700 civilians were killed"',
    ),
    "612 children live in the camp of Sosmaqala": (
        '"1,250 families, 612 women and 5,000 to 7,000 children; it is 12 km from the town"',
        '"612 women and 5,000 to 7,000 children; it is 12 km from the town"',
    ),
    "The camp is 15 km from the town": ('"12 km from the town"',),
    "The appeal is for $400 million": ('"$351 million is 43 per cent funded"',),
    "The agency reaches more than 99,000 people.": ('"98,732 people"',),
    "The agency reaches 98,000 people.": ('"98,732 people"',),
}


@pytest.mark.parametrize("sentence", OTHER)
def test_what_the_source_says_instead_is_shown(sentence):
    found = compared(sentence)
    assert (found.outcome, found.differences) == ("differs", OTHER[sentence])


def test_figures_that_belong_apart_are_told():
    sentence = "Since May 2021, nearly 390,000 Afghans have been forced to flee; 80 per cent are women and children."
    found = compared(sentence)
    assert found.outcome == "differs"
    assert found.advice == '"80 per cent" belongs to the first.'
    assert compared(sentence, 1).outcome == "matches"


ABSENT_ONES = [
    "The budget is 12 million euros.",
    "Some 15 tonnes of rice were sent.",
    "20 million people live there",
]


@pytest.mark.parametrize("sentence", ABSENT_ONES)
def test_what_is_not_there_is_absent(sentence):
    assert compared(sentence) == ABSENT


TABLE = """Displaced people by month

Month Women Men
May 43 57
June 1,250 1.7

90"""
IN_ROWS = ["43 per cent were women", "Some 1,250 people were displaced in June", "1.7 million men", "90 % of them"]


@pytest.mark.parametrize("sentence", IN_ROWS)
def test_a_number_in_a_table_may_be_the_one(sentence):
    assert compared(sentence, note=f"{NOTE}\n\n{TABLE}").outcome in ("unclear", "matches")


def test_a_number_that_is_in_no_table_differs():
    assert compared("44 per cent were women", note=f"{NOTE}\n\n{TABLE}").outcome == "differs"


def test_equal_numbers_of_sentences_without_a_word_in_common_are_unclear():
    assert compared("Some 1,700 lorries crossed the border", note="He owes them 1,700 books.").outcome == "unclear"
    assert compared("Some 1,700 women crossed the border", note="He owes 1,700 books.").outcome == "differs"


LOOSE = {
    ("268 participants have died", "Of those who took part for years, 268 died."): "unclear",
    ("68 of 101 patients had the virus", "The virus was in 68 of 101 chronic fatigue syndrome (CFS) cases."): "unclear",
    ("25 adults with schizophrenia were tested", "Outpatients (25 with schizophrenia) were tested."): "unclear",
    ("25 adults were tested", "Outpatients of the clinic (25 with schizophrenia) were tested."): "absent",
    ("thirteen men were killed as troops opened fire", "Troops opened fire, and killed thirteen."): "unclear",
    ("forty-two individuals took part", "Forty-two patients were enrolled."): "unclear",
    ("14,758 adults were examined", "14,758 subjects, all older than 20, were examined."): "matches",
    ("14,700 adults were examined", "14,700 women were examined."): "differs",
    ("The share was 9.1% of all cells", "The share was highest (9.1 ±0.6%) in healthy cells."): "matches",
    ("The share was 0.6% of all cells", "The share was highest (9.1 ±0.6%) in healthy cells."): "differs",
    ("It may weigh 13 lb", "Lobsters may weigh up to 5–6 kg (11–13 lb) at most"): "unclear",
    ("It may weigh 6 kg", "It may weigh up to 5–6 kg"): "matches",
    ("The park has 20,000 m² of prairie", "The park has 5 acres of restored prairie."): "unclear",
    ("The park has 30,000 m² of prairie", "The park has 5 acres of restored prairie."): "absent",
    ("winds of 125 mph were seen", "125-mile-per-hour winds were seen"): "matches",
}


@pytest.mark.parametrize(("sentence", "note"), LOOSE)
def test_numbers_that_do_not_say_of_what_they_are(sentence, note):
    assert compared(sentence, note=note).outcome == LOOSE[sentence, note]


def test_a_long_paragraph_is_parted_between_its_sentences():
    words = "There is a sentence without any figure before the one that counts. " * 30
    for pad in range(60):
        note = f"{words}{'x' * pad}. Nearly 98,732 people were reached by the agency in all of its camps. {words}"
        assert compared("The agency reaches 98,732 people in its camps.", note=note).outcome == "matches", pad


def test_a_number_in_common_is_worth_more_than_words():
    alike = (
        "Genotyped men were recruited from European centres for participation in the ageing study in 1999 and 5 more. "
    )
    sentence = "2,359 men were genotyped, recruited from European centres for participation in the ageing study."
    assert compared(sentence, note=f"{alike * 90} In total, 2,359 men were included.").outcome == "unclear"


YEARS = {
    ("6,000 fled since 2020", "6,000 fled since 2020 and hid"): "matches",
    ("6,000 fled since 2020", "6,000 fled since 2021"): "differs",
    ("6,000 fled since 2021", "6,000 fled since Sept. 2021"): "matches",
    ("6,000 fled since September 2021", "6,000 fled since the middle of Sept 2021"): "matches",
    ("6,000 fled since March 2021", "6,000 fled since April"): "differs",
    ("6,000 fled since the war", "6,000 fled since April"): "matches",
    ("6,000 fled since this year", "6,000 fled since the start of the year"): "matches",
}


@pytest.mark.parametrize(("sentence", "note"), YEARS)
def test_since_when_it_counts(sentence, note):
    assert compared(sentence, note=note).outcome == YEARS[sentence, note]


IN_LANGUAGES = {
    ("de", "Seit Mai 2021 flohen 390.000 Menschen", "Seit Jahresbeginn flohen 390.000 Menschen."): "differs",
    ("de", "Seit Januar flohen 390.000 Menschen", "Seit Anfang des Jahres flohen 390.000 Menschen."): "matches",
    ("de", "80 Prozent sind Frauen und Kinder", "Rund 80 Prozent sind Männer."): "differs",
    ("es", "Desde mayo huyeron 390.000 personas", "Desde principios de año huyeron 390.000 personas."): "differs",
    ("es", "Desde enero huyeron 390.000 personas", "Desde comienzos de este año huyeron 390.000 personas."): "matches",
    ("es", "El 80 por ciento son mujeres y niños", "Un 80 % son hombres."): "differs",
    (
        "fr",
        "Depuis mai, 390 000 personnes ont fui",
        "Depuis le début de l’année, 390 000 personnes ont fui.",
    ): "differs",
    (
        "fr",
        "Depuis janvier, 390 000 personnes ont fui",
        "Depuis le début d'année, 390 000 personnes fuient.",
    ): "matches",
    ("fr", "80 pour cent sont des femmes et des enfants", "Quelque 80 % sont des hommes."): "differs",
    ("it", "Da maggio 2021, 390.000 persone fuggite", "Dall'inizio dell'anno, 390.000 persone fuggite."): "differs",
    (
        "nl",
        "Sinds mei 2021 vluchtten 390.000 mensen",
        "Sinds het begin van het jaar vluchtten 390.000 mensen.",
    ): "differs",
    ("pt", "Desde maio, 390.000 pessoas fugiram", "Desde o início do ano, 390.000 pessoas fugiram."): "differs",
}


@pytest.mark.parametrize(("language", "sentence", "note"), IN_LANGUAGES)
def test_since_when_and_of_whom_in_other_languages(language, sentence, note):
    assert compared(sentence, note=note, language=language).outcome == IN_LANGUAGES[language, sentence, note]


def test_a_figure_belongs_to_the_date_next_to_it():
    note = "Since January 6,000 have fled, and since May 2,000 have fled."
    assert compared("2,000 have fled since May", note=note).outcome == "matches"
    assert compared("6,000 have fled since May", note=note).outcome == "differs"


def test_a_language_without_words_has_figures_with_signs():
    assert compared("80 % kobiet i dzieci", note="Około 80% to kobiety i dzieci.", language="pl").outcome == "matches"
    assert compared("90 % kobiet i dzieci", note="Około 80% to kobiety i dzieci.", language="pl").outcome == "differs"


def test_a_long_source_is_searched_where_it_is_likeliest():
    note = "\n\n".join(
        f"The {number}th of the rivers carried {number:,} tonnes of sand." for number in range(2_000, 9_000)
    )
    with Stopwatch() as watch:
        assert compared("The river carried 8,123 tonnes of sand", note=f"{note}\n\n{NOTE}").outcome == "matches"
        assert compared("Nearly 400,000 were forced from their homes", note=f"{note}\n\n{NOTE}").outcome == "matches"
    assert watch.seconds < 8


@pytest.mark.parametrize(
    "note", ["1 " * 100_000, "since " * 50_000, "5 per cent of " * 20_000, "1.1.1" * 50_000, "." * 200_000]
)
def test_nasty_sources_take_no_longer_than_others(note):
    with Stopwatch() as watch:
        compared("5 per cent of 6,000 people fled since May", note=note)
    assert watch.seconds < 8


_SENTENCES = st.lists(
    st.sampled_from(
        [
            "400,000",
            "80",
            "per cent",
            "since",
            "May",
            "2021",
            "people",
            "women",
            "a third of",
            "$5",
            "up to",
            "fled",
            ".",
        ]
    )
).map(" ".join)


@given(_SENTENCES, _SENTENCES)
@settings(max_examples=examples(60))
def test_any_two_texts_are_compared(sentence, note):
    claim = Statement(sentence, "en-GB")
    source = Statements(Captured(note), "en-GB")
    for figure in claim.figures:
        found = compare_quantity(figure, claim, source)
        assert found.outcome in ("matches", "differs", "unclear", "absent")
        assert bool(found.differences) == (found.outcome == "differs")


@given(_SENTENCES.filter(lambda words: "." not in words.split()))  # which would end the sentence of the source
@settings(max_examples=examples(60))
def test_a_sentence_says_what_it_says(sentence):
    claim = Statement(sentence, "en-GB")
    source = Statements(Captured(sentence), "en-GB")
    assert [compare_quantity(figure, claim, source).outcome for figure in claim.figures] == ["matches"] * len(
        claim.figures
    )
