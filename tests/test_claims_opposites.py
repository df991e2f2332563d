"""Figures that are equal and said of other things: ends of changes, rounded shares, years, groups, directions."""

from __future__ import annotations

import pytest
from stopwatch import Stopwatch
from test_claims_figures_compared import compared

from briefing.claims.comparing import Captured, Statement, Statements, compare_quantity

ENDS = {
    ("The budget rose to £5 million.", "The budget rose from £3 million to £5 million."): "matches",
    ("The budget was £3 million.", "The budget rose from £3 million to £5 million."): "matches",
    ("The budget rose to £3 million.", "The budget rose from £3 million to £5 million."): "unclear",
    ("Bills rise to £597.", "Bills rise from £440 to £597."): "matches",
    ("The budget rose to £5m from £3m.", "The budget rose from £3 million to £5 million."): "matches",
    ("The budget rose from £3 million to £5 million.", "The budget rose to £5m from £3m."): "matches",
    ("The budget rose from £3 million to £5 million.", "The budget rose by £3m and is now £5 million."): "differs",
    ("The budget rose to £3 million.", "The budget rose by £3 million."): "unclear",
    ("Prices are £3 million.", "Prices range from £3 million to £5 million."): "unclear",
    ("Prices are £3 million.", "Prices are between £3 million and £5 million."): "differs",
    ("The budget rose to £4 million.", "The budget rose from £3 million to £5 million."): "differs",
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "note"), ENDS)
def test_both_ends_of_a_change_are_figures(sentence, note):
    assert compared(sentence, note=note).outcome == ENDS[sentence, note]


SHARES = {
    ("36 per cent", "36.4%"): "matches",
    ("80 per cent", "79.6%"): "matches",
    ("2 per cent", "1.97%"): "matches",
    ("half", "49.7%"): "matches",
    ("a quarter of", "24.8%"): "matches",
    ("two thirds of", "66.4%"): "matches",
    ("one in three", "32.7%"): "matches",
    ("1 in 8", "12.7%"): "matches",
    ("1 in 12,500", "0.1%"): "differs",
    ("one in ten", "9.6%"): "matches",
    ("3 per cent", "3.4%"): "unclear",
    ("1.5 per cent", "1.46%"): "matches",
    ("37 per cent", "36.4%"): "differs",
    ("36.4 per cent", "36%"): "differs",
    ("two thirds of", "62%"): "differs",
    ("half", "47%"): "differs",
}


@pytest.mark.parametrize(("share", "exact"), SHARES)
def test_rounded_shares(share, exact):
    found = compared(f"{share} the women work nights", note=f"{exact} of the women work nights.")
    assert found.outcome == SHARES[share, exact]


OTHER_WORDS = {
    ("en-GB", "A million and a half people came.", "1.5m people came."): "matches",
    ("en-GB", "1 million and a half people came.", "1.5m people came."): "matches",
    ("es", "Un millón y medio de personas vino.", "Vinieron 1,5 millones de personas."): "matches",
    ("en-GB", "It covers 5,000 square kilometres.", "It covers 5,000 sq. km of land."): "matches",
    ("de", "Das kostet 5 Milliarden Euro.", "Das kostet 5 Mrd. €."): "matches",
    ("de", "Das kostet 5 Mio. €.", "Das kostet 5 Millionen Euro."): "matches",
    ("de", "33 Prozent der Frauen gehen.", "Ein Drittel will gehen, sagen die Frauen."): "matches",
    ("de", "45 Prozent der Frauen gehen.", "Ein Drittel will gehen, sagen die Frauen."): "differs",
    ("ar", "٢٥٪ من النساء يعملن.", "ربع النساء يعملن."): "unclear",
    ("en-GB", "The tax raises £4 million.", "The tax raises £4bn."): "differs",
    ("en-GB", "There are 4 million people.", "There are 4 billion people."): "differs",
}


@pytest.mark.parametrize(("language", "sentence", "note"), OTHER_WORDS)
def test_other_words_for_a_number(language, sentence, note):
    assert compared(sentence, note=note, language=language).outcome == OTHER_WORDS[language, sentence, note]


CONTRARY = [
    ("Fewer than 1,000 people came.", "More than 1,000 people came."),
    ("At most 1,000 people came.", "At least 1,000 people came."),
    ("More than 1,000 people came.", "Up to 1,000 people came."),
    ("Nearly 1,000 people came.", "Over 1,000 people came."),
]


@pytest.mark.parametrize(("sentence", "note"), CONTRARY)
def test_contrary_hedges_differ(sentence, note):
    assert compared(sentence, note=note).outcome == "differs"


UNLIKE = {
    ("en-GB", "In 2025, 4,500 people drowned.", "In 2024, 4,500 people drowned."): ("2025", "2024"),
    ("en-GB", "In May 4,500 people drowned.", "In June 4,500 people drowned."): ("May", "June"),
    ("en-GB", "On 3 May 4,500 people drowned.", "On 4 May 4,500 people drowned."): ("3 May", "4 May"),
    ("en-GB", "Men earn £500 a week.", "Women earn £500 a week."): ("Men", "Women"),
    ("en-GB", "Men earn £500 more than women.", "Women earn £500 more than men."): ("Men", "Women"),
    ("en-GB", "Boys are 12 per cent likelier to fail.", "Girls are 12 per cent likelier to fail."): ("Boys", "Girls"),
    ("en-GB", "Rents rose by 8 per cent.", "Rents fell by 8 per cent."): ("rose", "fell"),
    ("en-GB", "The attack killed 300 people.", "The attack injured 300 people."): ("killed", "injured"),
    ("en-GB", "The war costs £4 billion a month.", "The war costs £4 billion a year."): ("a month", "a year"),
    ("en-GB", "They earn 8 per cent more.", "They earn 8 per cent less."): ("more", "less"),
    ("en-GB", "More than 1,000 people came.", "About 1,000 people came."): (
        "More than 1,000 people",
        "About 1,000 people",
    ),
    ("en-GB", "Men earn £500.", "Women earn £500 and men earn £9,000."): ("Men", "Women"),
    ("en-GB", "Some 412 members voted for it.", "Some 412 members voted against it."): ("voted for", "against"),
    ("en-GB", "Some 412 members backed it.", "Some 412 members rejected it."): ("backed", "rejected"),
    ("de", "412 Menschen stimmten für den Antrag.", "412 Menschen stimmten gegen den Antrag."): (
        "stimmten für",
        "stimmten gegen",
    ),
    ("es", "412 personas votaron a favor.", "412 personas votaron en contra."): ("a favor", "en contra"),
    ("fr", "412 personnes ont voté pour la loi.", "412 personnes ont voté contre la loi."): ("voté pour", "contre"),
    ("it", "412 persone hanno votato a favore.", "412 persone hanno votato contro."): ("a favore", "contro"),
    ("nl", "412 mensen stemden voor de wet.", "412 mensen stemden tegen de wet."): ("stemden voor", "tegen"),
    ("pt", "412 pessoas votaram a favor da lei.", "412 pessoas votaram contra a lei."): ("a favor", "contra"),
    ("de", "Die Mieten stiegen um 8 Prozent.", "Die Mieten sanken um 8 Prozent."): ("stiegen", "sanken"),
    ("fr", "Les loyers ont augmenté de 8 %.", "Les loyers ont baissé de 8 %."): ("augmenté", "baissé"),
    ("es", "El ataque mató a 300 personas.", "El ataque hirió a 300 personas."): ("mató", "hirió"),
    ("it", "Gli uomini guadagnano 500 euro.", "Le donne guadagnano 500 euro."): ("uomini", "donne"),
    ("nl", "De huren stegen met 8 procent.", "De huren daalden met 8 procent."): ("stegen", "daalden"),
    ("pt", "Custa 4 milhões de euros por mês.", "Custa 4 milhões de euros por ano."): ("por mês", "por ano"),
}  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "note"), UNLIKE)
def test_a_figure_of_something_else_does_not_match(language, sentence, note):
    found = compared(sentence, note=note, language=language)
    assert (found.outcome, found.unlike) == ("unclear", UNLIKE[language, sentence, note])


COUNTED = {
    ("Some 300 soldiers went there.", "Some 300 tanks went there."): ("Some 300 soldiers", "Some 300 tanks"),
    ("Of them 80 per cent of refugees are ill.", "Of them 80 per cent of prisoners are ill."): (
        "refugees",
        "prisoners",
    ),
    ("Some 90 of 120 schools were closed.", "Some 90 of 210 schools were closed."): (
        "Some 90 of 120 schools",
        "Some 90 of 210 schools",
    ),
    ("They said 40 people died in the raid.", "They denied that 40 people died in the raid."): ("", "denied that"),
    ("They denied that 40 people died in the raid.", "They said 40 people died in the raid."): ("denied that", ""),
}
NOT_APART = [
    ("Some 300 homes burned there.", "Some 300 houses burned there."),
    ("Some 300 soldiers went with their tanks.", "Some 300 tanks went there with their crews."),
    ("Some 90 of 2,100 schools were closed.", "Some 90 of 2,097 schools were closed."),
    ("Of them 80 per cent of those who fled are ill.", "Of them 80 per cent of refugees who fled are ill."),
    ("Some 300 members came.", "Some 300 delegates came."),
    ("They denied that 40 people died.", "The ministry denied that 40 people died."),
]


@pytest.mark.parametrize(("sentence", "note"), COUNTED)
def test_the_same_number_of_other_things_does_not_match(sentence, note):
    found = compared(sentence, note=note)
    assert (found.outcome, found.unlike) == ("unclear", COUNTED[sentence, note])


@pytest.mark.parametrize(("sentence", "note"), NOT_APART)
def test_other_names_of_the_same_things_do(sentence, note):
    assert compared(sentence, note=note).outcome == "matches"


OTHER_UNITS = {
    ("The fee is 300 euros a head.", "The fee is 300 dollars a head."): '"300 dollars a head"',
    ("The road is 40 km long.", "The road is 40 miles long."): '"40 miles long"',
    ("Support rose by 5 per cent in polls.", "Support rose by 5 percentage points in polls."): (
        '"5 percentage points in polls"'
    ),
}


@pytest.mark.parametrize(("sentence", "note"), OTHER_UNITS)
def test_the_number_in_another_unit_is_shown(sentence, note):
    found = compared(sentence, note=note)
    assert (found.outcome, found.differences) == ("absent", (OTHER_UNITS[sentence, note],))
    assert found.advice == "If you worked it out in another unit, say so behind the citation: [no source, our sum]."


ALIKE = [
    ("In 2024, 4,500 people drowned.", "In 2024, 4,500 people drowned, and in 2025, 5,200."),
    ("In 2025, 5,200 people drowned.", "In 2024, 4,500 people drowned, and in 2025, 5,200 people did."),
    ("In 2025, 5,200 people drowned.", "4,500 people drowned in 2024 and 5,200 people in 2025."),
    ("In 2024, 4,500 people drowned.", "Some 4,500 people drowned, compared with 4,200 people in 2023."),
    ("In 2024, 4,500 people drowned.", "As of 3 March 2025, 4,500 people had drowned."),
    ("Bills rise to £597 by 2030.", "In 2025 bills rise to £597 by 2030."),
    ("Women earn £500.", "Women earn £500 and men earn £900."),
    ("Women earn £500 more than men.", "Women earn £500 more than men."),
    ("The attack killed 300 people.", "The attack killed or injured 300 people."),
    ("Rents rose by 8 per cent.", "After they fell for years, rents rose by 8 per cent."),
    ("Rents rose by 8 per cent.", "Rents fell by 3 per cent. Rents then rose by 8 per cent."),
    ("They earn £500 a month.", "They earned £500 a month a year ago."),
    ("In May 300 people came.", "300 people may come."),
    ("Some 412 members voted for it.", "Some 412 members voted for it and 90 members against."),
    ("Some 412 members voted for it.", "It passed with the votes of 412 members."),
]


@pytest.mark.parametrize(("sentence", "note"), ALIKE)
def test_words_that_belong_to_other_figures_say_nothing(sentence, note):
    assert compared(sentence, note=note).outcome == "matches"


def test_the_number_that_belongs_to_the_year_is_shown():
    found = compared(
        "In 2025, 4,500 people drowned.", note="In 2024, 4,500 people drowned. In 2025, 5,200 people drowned."
    )
    assert (found.outcome, found.differences) == ("differs", ('2024: "4,500 people"', '2025: "5,200 people"'))


def test_a_number_is_found_among_many_sentences_that_are_alike():
    line = "In place {} there were {} people. Ms Khan: we will stay in place {} for good and a day. "
    note = "\n".join(
        line.format(i, i + 1_000, i) + "Other words follow here to make it long. " * 10 for i in range(300)
    )
    assert compared("Some 1014 people came, and “we will stay,” said Ms Khan.", note=note).outcome == "matches"


def test_many_figures_are_looked_for_in_many_sentences():
    note = "\n".join(
        f"The river of the {number}th valley carried {number:,} tonnes." for number in range(2_000, 12_000)
    )
    source = Statements(Captured(note), "en-GB")
    with Stopwatch() as watch:
        for number in range(4_000, 7_000):
            claim = Statement(f"The river of the valley carried {number:,} tonnes.", "en-GB")
            assert compare_quantity(claim.figures[0], claim, source).outcome == "matches"
    assert watch.seconds < 20


def test_who_rounded_too_far_is_told_to_say_so():
    rounded = 'If you rounded it, say so with a word such as "about".'
    assert compared("37 per cent of women work", note="36.4% of women work.").advice == rounded
    assert compared("About 37 per cent of women work", note="36.4% of women work.").outcome == "matches"
    assert compared("57 per cent of women work", note="36.4% of women work.").advice == ""
