"""Quotation marks and apostrophes: what is typed, and what is set in each language."""

from __future__ import annotations

import pytest
from typography_tools import typeset

NESTED = "\"yes 'no' yes\""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“yes ‘no’ yes”"),
        ("en-US", "“yes ‘no’ yes”"),
        ("de", "„yes ‚no‘ yes“"),
        ("de-AT", "„yes ‚no‘ yes“"),
        ("de-CH", "«yes ‹no› yes»"),
        ("fr", "«_yes “no” yes_»"),
        ("fr-CH", "«_yes ‹no› yes_»"),
        ("fr-CA", "«~yes “no” yes~»"),
        ("es", "«yes “no” yes»"),
        ("es-MX", "“yes ‘no’ yes”"),
        ("it", "«yes “no” yes»"),
        ("pt", "“yes ‘no’ yes”"),
        ("pt-PT", "«yes “no” yes»"),
        ("ca", "«yes “no” yes»"),
        ("nl", "“yes ‘no’ yes”"),
        ("pl", "„yes «no» yes”"),
        ("cs", "„yes ‚no‘ yes“"),
        ("sk", "„yes ‚no‘ yes“"),
        ("hu", "„yes »no« yes”"),
        ("ro", "„yes «no» yes”"),
        ("sv", "”yes ’no’ yes”"),
        ("fi", "”yes ’no’ yes”"),
        ("da", "“yes ‘no’ yes”"),
        ("nb", "«yes ‘no’ yes»"),
        ("ru", "«yes „no“ yes»"),
        ("uk", "«yes „no“ yes»"),
        ("el", "«yes “no” yes»"),
        ("tr", "“yes ‘no’ yes”"),
        ("cy", "“yes ‘no’ yes”"),
        ("ga", "“yes ‘no’ yes”"),
        ("bg", "„yes 'no' yes“"),
        ("fa", "«yes ‹no› yes»"),
        ("fa-AF", "«yes ‹no› yes»"),
        ("ps", "«yes “no” yes»"),
        ("ar-MA", "«yes “no” yes»"),
        ("ur", "”yes ’no‘ yes“"),
        ("ckb", "«yes “no” yes»"),
        ("ug", "«yes ‹no› yes»"),
        ("he", "”yes ’no’ yes”"),
        ("yi", "”yes ’no’ yes”"),
        ("hi", "“yes ‘no’ yes”"),
        ("th", "“yes ‘no’ yes”"),
        ("am", "«yes ‹no› yes»"),
        ("ja", NESTED),
        ("zh-Hans", NESTED),
        ("ko", NESTED),
        ("", NESTED),
    ],
)
def test_each_language_has_its_marks(language, expected):
    assert typeset(NESTED, language) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # Single ones that stand in no others are only made round.
        ("'yes' and \"no\"", "‘yes’ and “no”"),
        ("'yes \"no\" yes'", "‘yes “no” yes’"),
        ("\"'Go,' he said.\"", "“‘Go,’ he said.”"),
        ('"one" "two"', "“one” “two”"),
        ('("a"), ["b"]', "(“a”), [“b”]"),
        ('"(a) b (c)"', "“(a) b (c)”"),
        ('He said: "[My] forces..."', "He said: “[My] forces…”"),
        ('"...and so on..."', "“…and so on…”"),
        ('"A"-"B"; "C"/"D"; so--"said"--he', "“A”-“B”; “C”/“D”; so–“said”–he"),
        ('"What?" "Yes!" "No."', "“What?” “Yes!” “No.”"),
        ('the "Guardian"\'s report', "the “Guardian”’s report"),
        ('"80 per cent", "in 1996"', "“80~per~cent”, “in 1996”"),
        ("'The Times' said; 'sanctions' too", "‘The Times’ said; ‘sanctions’ too"),
    ],
)
def test_pairs(typed, expected):
    assert typeset(typed, "en") == expected


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "don't, O'Brien, the Taliban's", "don’t, O’Brien, the Taliban’s"),
        ("en", "the Smiths' house", "the Smiths’ house"),
        ("en", "Qa'ida, Sana'a, al-Qa'ida", "Qa’ida, Sana’a, al-Qa’ida"),
        ("en", "the '90s, the 1990's, rock 'n' roll, 'tis", "the ’90s, the 1990’s, rock ’n’ roll, ’tis"),
        ("en", "class of '68", "class of ’68"),
        ("en", '"\'Tis."', "“’Tis.”"),
        ("de", "Wie geht's? 's ist spät; Jens' Auto, die '68er", "Wie geht’s? ’s ist spät; Jens’ Auto, die ’68er"),
        ("fr", "l'Afghanistan, aujourd'hui, l'\"homme\"", "l’Afghanistan, aujourd’hui, l’«_homme_»"),
        ("it", "un po' di, gli anni '90, la 'ndrangheta", "un po’ di, gli anni ’90, la ’ndrangheta"),
        ("nl", "'s morgens, 't is", "’s morgens, ’t is"),
        ("tr", "Ankara'da", "Ankara’da"),
        ("uk", "п'ять", "п’ять"),
        ("af", "'n man", "’n man"),
    ],
)
def test_apostrophes(language, typed, expected):
    assert typeset(typed, language) == expected


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", 'one" and two'),
        ("en", '"one and two'),
        ("en", '"one" and "two'),
        ("en", 'a " b " c'),
        ("en", '""one""'),
        ("en", "''one''"),
        ("en", 'ab"cd'),
        ("en", "'Abd al-Rahman"),
        ("en", "5'10\" tall, a 6\" pipe, 34°31'N"),
        ("en", '"He is 5\'10" tall"'),
        ("en", "\"'"),
        ("de", "'Hans' Auto'"),
        # What was typed as it is printed.
        ("en", "“yes ‘no’ yes” Jami‘at, «a»"),
        ("en", '“yes"'),
        ("de", "»ja«"),
    ],
)
def test_what_is_not_sure_stays_as_typed(language, typed):
    assert typeset(typed, language) == typed


def test_marks_that_cross_leave_the_inner_ones():
    assert typeset("\"a 'b\" c'", "en") == "“a 'b” c'"


def test_a_year_in_a_quotation_may_be_either():
    assert typeset("in '90 the people' left", "en") == "in '90 the people' left"


def test_a_single_mark_without_partner_leaves_double_ones():
    assert typeset('"go to \'Ali" she said', "en") == "“go to 'Ali” she said"


@pytest.mark.parametrize("typed", [" 'a" * 30_000 + ' a"' * 30_000, " \"'a" * 20_000, "'" * 100_000, ' "a' * 30_000])
@pytest.mark.timeout(10)
def test_very_many_marks_take_no_long_time(typed):
    assert typeset(typed, "en") == typed
