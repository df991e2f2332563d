"""Quotations in a text: marks of all styles, and who says what stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.claims.quotations import Quoted, quotations_in

SPEECH = (
    ("“We write from the valley today,” he wrote in a newspaper.", ["We write from the valley today,"]),
    ('"We write from the valley today," he wrote.', ["We write from the valley today,"]),
    ("‘We don’t know,’ said Jane. ‘Nobody does.’", ["We don’t know,", "Nobody does."]),
    ("'We don't know the soldiers' names,' said Jane.", ["We don't know the soldiers' names,"]),
    ('He told Reuters: "No."', ["No."]),
    ("They hope, “We knew this might come.” Said Jane in her op-ed.", ["We knew this might come."]),
    ('She said that "the plan is dead".', ["the plan is dead"]),
    ('“[My forces] want to fight,” Mr Massoud told Reuters.', ["[My forces] want to fight,"]),
    ('“It is over,” Jane Doe, head of policy at the charity, told the committee.', ["It is over,"]),
    ('He called it a "disgrace to the nation".', ["disgrace to the nation"]),
    ('"We knew it," he wrote. "We knew this might come."', ["We knew it,", "We knew this might come."]),
    ('According to the minister, it was "a very good year".', ["a very good year"]),
    ('“No nation can be free while another is not.” — Jane Doe', ["No nation can be free while another is not."]),
    ('The law provides that the President "shall keep the committees fully informed".',
     ["shall keep the committees fully informed"]),
    ("“This paragraph has no closing mark, for the speech goes on.",
     ["This paragraph has no closing mark, for the speech goes on."]),
    ("“He said ‘never’ to me,” she recalled.", ["He said ‘never’ to me,"]),
    ("“We won’t go...” he said", ["We won’t go..."]),
    ("She said: “We are here. We stay.", ["We are here. We stay."]),
    ("In her words, 'this is a disgrace'.", ["this is a disgrace"]),
    ("In her words, ‘this is a disgrace’.", ["this is a disgrace"]),
    ("The chief executive called the case “a clear-cut failure”.", ["a clear-cut failure"]),
    ("It was what he called “a lapse”.", ["a lapse"]),
    ('The Times described it as "a shambles".', ["a shambles"]),
    ("The minister branded the plan “an insult”.", ["an insult"]),
    ("They chanted “death to the king”.", ["death to the king"]),
    ("He was found guilty of “gross negligence”.", ["gross negligence"]),
    ("It ruled that the fine was “manifestly excessive”.", ["manifestly excessive"]),
    ("She told MPs she would “never” resign.", ["never"]),
    ("He said she “will stay”.", ["will stay"]),
    ('Mr Smith: "No deal."', ["No deal."]),
    ("‘He said “never” to me,’ she recalled.", ["He said “never” to me,"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SPEECH, ids=[text for text, _ in SPEECH])
def test_speech_is_told_by_the_words_beside_it(text, words):
    found = quotations_in(text, "en")
    assert [(each.words, each.is_speech) for each in found] == [(each, True) for each in words]


@pytest.mark.parametrize("behind", ["klagt Eva Müller", "so Eva Müller", "so die Ministerin", "sagte sie"])
def test_speakers_in_german(behind):
    assert [each.is_speech for each in quotations_in(f"„Das ist falsch“, {behind}.", "de")] == [True]


TERMS = (
    "Ahmad Shah Massoud, known as the “Lion of Panjshir”, was killed.",
    'He read "War and Peace" on the train.',
    'the so-called "war on terror"',
    'The term "weapon of mass destruction" means any of these.',
    'He wrote "War and Peace".',
    'It is "fine".',
    'She said the "Lion" was dead.',
    "A hill like this is called “a drumlin”.",
    "She said a “drone” fell.",
    "They call the process “data hygiene”.",
    'Correct: "No deal."',
    'You might say: "It will all be fine in the end."',
    'If they say "This is my problem, not yours", listen.',
    'a button that says "Clone this project now"',
)


@pytest.mark.parametrize("text", TERMS)
def test_terms_nicknames_and_titles_are_no_speech(text):
    assert [each.is_speech for each in quotations_in(text, "en")] == [False]


NOTHING = (
    "The soldiers' camp and the '90s aren't far.",
    'a man of 6\' 2" and a 5" gun',
    "’Tis the season of rock ’n’ roll.",
    "An opening “ without an end",
    "Dogs’ and cats’ food",
    "",
)


@pytest.mark.parametrize("text", NOTHING)
def test_apostrophes_feet_and_inches_quote_nothing(text):
    assert quotations_in(text, "en") == ()


STYLES = (
    ("de", "Er sagte: „Das ist falsch und es bleibt so.“"),
    ("de", "Er sagte: »Das ist falsch und es bleibt so.«"),
    ("fr", "Il a déclaré : « C’est faux et cela le restera. »"),
    ("fr", "Il a déclaré : «C’est faux et cela le restera.»"),
    ("ja", "彼は言った：「これは正しくないし、これからもそうだ。」"),
    ("fa", "او گفت: «این درست نیست و نخواهد بود.»"),
    ("pl", "Powiedział: „To nieprawda i tak zostanie.”"),
    ("sv", "Han sade: ”Det är fel och så förblir det.”"),
    ("xx", 'Lo ma: "ti ra so lo ma ti."'),
)


@pytest.mark.parametrize(("language", "text"), STYLES, ids=[text for _, text in STYLES])
def test_marks_of_every_style_are_known(language, text):
    (found,) = quotations_in(text, language)
    assert found.is_speech
    assert found.end == len(text)
    assert (
        found.start == max(text.rfind(mark) for mark in ": ：" if mark in text[: len(found.words)]) + 1 or found.start
    )


def test_offsets_hold_the_marks_and_the_words_do_not():
    assert quotations_in("Il a dit : « oui », puis « non merci ».", "fr")[0] == Quoted(11, 18, "oui", is_speech=True)


@given(st.text("ab \"'“”‘’„«»‹›「」.,:sé\n", max_size=60), st.sampled_from(["en", "de", "fr", "sv", "xx", ""]))
def test_quotations_of_any_text_stand_in_their_order(text, language):
    end = 0
    for quoted in quotations_in(text, language):
        assert end <= quoted.start < quoted.end <= len(text)
        assert quoted.words in text[quoted.start : quoted.end]
        end = quoted.end


@pytest.mark.parametrize("text", ['"a" ', "“a ", "‘a ", "a' ", "«", '"a," he said. ', "“‘", "said ", '"'])
def test_long_texts_take_linear_time(text):
    with Stopwatch() as watch:
        quotations_in((text * 100_000)[:100_000], "en")
    assert watch.seconds < 3
