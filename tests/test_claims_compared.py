"""What the captured texts of sources, and the text itself, say otherwise than a claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_folders import HEAD, told, write
from stopwatch import Stopwatch

from briefing.capturing import capture
from briefing.checking import check
from briefing.claims import ledger_of
from briefing.importing import import_file
from briefing.reading import read_folder

EXAMPLE = Path(__file__).parent.parent / "assets/northern-alliance/sources"
KINDS = ("quote-differs", "figure-differs", "hedge-dropped")
OPINION = "I write from the valley today, ready to follow in my father's footsteps, with fighters who are prepared."
NOTE = """Some 80 per cent of nearly a quarter of a million people forced to flee since the end of May are women.

Nearly 400,000 were forced from their homes since the beginning of the year."""
SOURCES = (
    "op:\n  title: Opinion\nun:\n  title: Note\nour:\n  title: Ours\n  own: yes\nfr:\n  title: F\n  language: fr\n"
    "five:\n  title: Five\n"
)


@pytest.fixture
def folder(tmp_path) -> Path:
    texts = {"sources/op.txt": OPINION, "sources/un.txt": NOTE, "sources.yaml": SOURCES}
    texts["sources/five.txt"] = "All studies of more than 32 centres were read."
    return write(tmp_path / "piece", texts)


def found(folder: Path, text: str, **files: str) -> list[str]:
    """Write an article and say what is told about its claims."""
    write(
        folder, {"briefing.md": f"{HEAD}{text}\n", **{name.replace("__", "/"): words for name, words in files.items()}}
    )
    return told(each for each in check(read_folder(folder).briefing) if each.id in KINDS)


def statuses(folder: Path, text: str) -> list[str]:
    write(folder, {"briefing.md": f"{HEAD}{text}\n"})
    return [claim.status for claim in ledger_of(read_folder(folder).briefing).claims if claim.kind != "date"]


QUOTED = "“I write from the valley today, ready to follow,” he said. [@op]"
STATUSES = {
    QUOTED: ["verbatim"],
    "He said: “I write from [Panjshir] today … with fighters”. [@op]": ["verbatim"],
    "He said: “I write from our valley now, ready to follow”. [@op]": ["differs"],
    "He said: “Nobody shall ever take it from us”. [@op]": ["differs"],
    "He said: “Nobody shall ever take it from us”. [@op; @fr]": ["attributed"],
    "He said: “I write from our valley now, ready to follow”. [@op; @fr]": ["differs"],
    "He said: “Nobody shall ever take it from us”. [@fr]": ["attributed"],
    "He said: “I write from the valley today”. [@un; @op]": ["verbatim"],
    "He said: “Nobody shall ever take it from us”. [@op; @our]": ["differs"],
    "He said: “Nobody shall ever take it from us”. [@op] [no source, he told us]": ["attributed"],
    "Nearly 400,000 people were forced from their homes. [@un]": ["matches"],
    "Nearly 390,000 people were forced from their homes. [@un]": ["differs"],
    "Nearly 390,000 people were forced from their homes. [@un; @fr]": ["attributed"],
    "Some 12 million people live there. [@un]": ["differs"],
    "Three women were forced to flee. [@un]": ["attributed"],
}


@pytest.mark.parametrize("text", STATUSES)
def test_what_is_said_of_a_claim_that_was_compared(folder, text):
    assert statuses(folder, text) == STATUSES[text]


def test_a_text_in_another_language_is_not_compared(folder):
    write(folder, {"sources/fr.txt": "Près de 400 000 personnes ont fui."})
    assert statuses(folder, "He said: “Nearly 400,000 people have fled from us”. [@fr]") == ["attributed"]


def test_a_translated_quotation_is_not_compared(folder):
    edition = "---\ntitle: Título\nlanguage: es\n---\nDijo: «Escribo hoy desde el valle». [@op]\n"
    write(folder, {"briefing.md": f"{HEAD}{QUOTED}\n", "briefing.es.md": edition})
    (claim,) = ledger_of(read_folder(folder, language="es").briefing).claims
    assert claim.status == "attributed"


def test_what_is_not_in_an_excerpt_may_be_in_what_it_leaves_out(folder):
    write(folder, {"sources/op.txt": f"{OPINION}\n\n[…]\n", "sources/un.txt": f"[…]\n\n{NOTE}"})
    assert statuses(folder, "He said: “Nobody shall ever take it from us”. [@op]") == ["attributed"]
    assert statuses(folder, "He said: “I write from our valley now, ready to follow”. [@op]") == ["differs"]
    assert statuses(folder, "Some 12 million people live there. [@un]") == ["attributed"]
    assert statuses(folder, "Some 390,000 people live there. [@un]") == ["attributed"]
    assert statuses(folder, "Nearly 390,000 people were forced from their homes. [@un]") == ["differs"]


def test_claims_beyond_all_measure_are_not_compared(folder, monkeypatch):
    text = "\n\n".join(
        f"He said: “We have {number:,} of them in our own hands”. [@op]" for number in range(2_000, 2_030)
    )
    assert set(statuses(folder, text)) == {"differs"}
    monkeypatch.setattr("briefing.claims.compared._MOST_LETTERS", 100_000)
    assert statuses(folder, text).count("differs") == 9


@pytest.mark.slow
def test_many_claims_and_long_sources_take_seconds(folder):
    text = "\n\n".join(
        f"He said: “We hold {number:,} of them in our own hands”. [@op]" for number in range(2_000, 3_000)
    )
    write(folder, {"sources/op.txt": "We hold 1,000 of the hands of our own in them. " * 40_000})
    with Stopwatch() as watch:
        assert "attributed" in statuses(folder, text)
    assert watch.seconds < 40


_PIECES = [
    *("“We", "hold", "out”,", "he", "said.", "Nearly", "400,000", "people", "80 per cent", "since May", "reportedly"),
    *("[@op]", "[@un]", "[no source, x]", "[…]", "“", "\n\n", "\n- ", "> ", "\n::: summary\n", "\n:::\n"),
]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join), st.lists(st.sampled_from(_PIECES)).map(" ".join))
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_article_is_compared_with_any_source(folder, text, source):
    write(folder, {"sources/op.txt": source, "briefing.md": f"{HEAD}{text}\n"})
    briefing = read_folder(folder).briefing
    if briefing:
        assert all(each.message and each.position for each in check(briefing) if each.id in KINDS)


def test_the_example_says_what_its_sources_say():
    briefing = read_folder(EXAMPLE.parent).briefing
    assert [each for each in check(briefing) if each.id in KINDS] == []
    compared = [claim.status for claim in ledger_of(briefing).claims if claim.found]
    assert (compared.count("verbatim"), compared.count("matches"), len(compared)) == (4, 14, 18)


def test_where_the_words_stand_is_known(folder):
    write(folder, {"briefing.md": f"{HEAD}{QUOTED}\n"})
    (claim,) = ledger_of(read_folder(folder).briefing).claims
    assert (claim.found_in, claim.found.outcome) == ("op", "verbatim")
    assert OPINION[claim.found.start : claim.found.end] == "I write from the valley today, ready to follow"


def test_a_quotation_that_differs(folder):
    assert found(folder, "He said: “I write from our valley, ready to follow in his footsteps”. [@op]") == [
        "briefing.md:5:11  error  quote-differs\n"
        "  This is not what op says.\n"
        "    you:    I write from [our] valley, ready to follow in [his] footsteps\n"
        "    source: I write from [the] valley [today], ready to follow in [my father's] footsteps\n"
        '  Copy the source\'s words, or mark what you left out with "…".'
    ]


def test_a_quotation_that_is_not_there(folder):
    assert found(folder, "He said: “Nobody shall ever take it from us”. [@op]") == [
        "briefing.md:5:11  error  quote-differs\n"
        '  "Nobody shall ever take it from us" is not in op, nor anything like it.\n'
        "  Look whether another source has them; the text of this one is sources/op.txt."
    ]


def test_a_quotation_that_another_source_has(folder):
    assert found(folder, "He said: “I write from the valley today, ready to follow”. [@un]") == [
        "briefing.md:5:11  error  quote-differs\n"
        '  "I write from the valley today, ready to follow" is not in un, nor anything like it.\n'
        "  op has these words: [@op]."
    ]


def test_a_figure_that_differs(folder):
    assert found(folder, "Since May 2021, nearly 390,000 people were forced from their homes. [@un]") == [
        "briefing.md:5:17  error  figure-differs\n"
        '  "nearly 390,000 people since May 2021" is not in un. It says two other things:\n'
        '    since the end of May: "nearly a quarter of a million people"\n'
        '    since the beginning of the year: "Nearly 400,000"\n'
        "  Choose one, or print both."
    ]
    assert found(folder, "Some 70 per cent of those who were forced to flee are women. [@un]") == [
        "briefing.md:5:1  error  figure-differs\n"
        '  "Some 70 per cent" is not in un. It says another thing:\n'
        '    "Some 80 per cent of nearly a quarter of a million people forced to flee since the end of May are women"\n'
        "  If you worked it out yourself, say so behind the citation: [no source, our sum]."
    ]


def test_what_is_said_again_is_told_once(folder):
    event = "::: timeline\n- 2021: Some 12 million people live there. [@un]\n:::\n"
    text = f"Some 12 million people live there. [@un]\n\n{event}\nHere, some 12 million people live there. [@un]"
    assert found(folder, text) == [
        "briefing.md:5:1  error  figure-differs\n"
        '  "Some 12 million people" is not in un.\n'
        "  If you worked it out yourself, say so behind the citation: [no source, our sum]. "
        "The same is said in line 8 and line 11."
    ]


def test_the_same_words_with_another_source_are_told_apart(folder):
    quoted = "He said: “Nobody shall ever take it from us”. [@{}]"
    text = "\n\n".join(quoted.format(key) for key in ("op", "un", "op", "op", "op", "op", "op", "op"))
    places = [(each.splitlines()[0], each.partition("/")[2]) for each in found(folder, text)]
    assert places == [
        (
            "briefing.md:5:11  error  quote-differs",
            "op.txt. The same is said in line 9, line 11, line 13, line 15, line 17 and 1 more.",
        ),
        ("briefing.md:7:11  error  quote-differs", "un.txt."),
    ]


def test_a_figure_that_is_not_there(folder):
    assert found(folder, "Some 12 million people live there. [@un]") == [
        "briefing.md:5:1  error  figure-differs\n"
        '  "Some 12 million people" is not in un.\n'
        "  If you worked it out yourself, say so behind the citation: [no source, our sum]."
    ]


SUMMARY = "::: summary\n- {}\n:::\n\n{}"
HEDGES = {
    ("The front has retaken three districts.", "The front has reportedly retaken three districts of Baghlan."): (
        'The summary says "The front has retaken three districts"; line 9 says "reportedly".'
    ),
    ("There are 6,000 troops in the valley.", "It says it has 6,000 troops in the valley."): (
        'The summary says "There are 6,000 troops in the valley"; line 9 says "says it has".'
    ),
    ("There is room for 20,000 refugees.", "Room for up to 20,000 refugees was promised."): (
        'The summary says "There is room for 20,000 refugees"; line 9 says "up to 20,000 refugees".'
    ),
    ("80 per cent of those forced to flee are women. [@un]", "Nothing."): (
        'The summary says "80 per cent of those forced to flee are women"; un says "Some 80 per cent".'
    ),
    ("250,000 people were forced to flee. [@un]", "Nothing."): (
        'The summary says "250,000 people were forced to flee"; un says "nearly a quarter of a million people".'
    ),
}


@pytest.mark.parametrize(("short", "text"), HEDGES)
def test_a_hedge_that_was_lost_on_the_way(folder, short, text):
    (only,) = found(folder, SUMMARY.format(short, text))
    place, _, rest = only.partition("  ")
    assert place.startswith("briefing.md:6:")
    assert rest == (
        f"warning  hedge-dropped\n  {HEDGES[short, text]}\n  Say it here too, or cite a source that confirms it."
    )


KEPT = [
    ("The front has reportedly retaken three districts.", "The front has reportedly retaken three districts."),
    ("The front has retaken three districts.", "The front has reportedly lost three villages."),
    ("The front has retaken three districts.", "The front has retaken three districts. Reportedly it was easy."),
    ("There is room for about 20,000 refugees.", "Room for up to 20,000 refugees was promised."),
    ("There may be room for 20,000 refugees.", "Room for up to 20,000 refugees was promised."),
    ("There is room for ∼20,000 refugees.", "Room for up to 20,000 refugees was promised."),
    ("The 32 studies were read again. [@five]", "Nothing."),
    ("20,000 refugees is the most there is room for.", "Room for up to 20,000 refugees was promised."),
    ("There is room for 20,000 refugees.", "Up to 20,000 lorries crossed over."),
    (
        "There is room for 20,000 refugees.",
        "There is room for 20,000 refugees, and for up to 20,000 refugees more room.",
    ),
    (
        "Four in five of those forced to flee are women. [@un]",
        "Some 80 per cent of those forced to flee are women. [@un]",
    ),
    ("Nearly 400,000 were forced from their homes. [@un]", "Nothing."),
]


@pytest.mark.parametrize(("short", "text"), KEPT)
def test_hedges_that_were_not_lost(folder, short, text):
    assert found(folder, SUMMARY.format(short, text)) == []


PLACES = {
    "::: figures\n- **20,000** refugees have room. [@our]\n:::\n": "key figure",
    "::: handout\nThere is room for 20,000 refugees.\n:::\n": "handout",
    "::: timeline\n- 2021: there is room for 20,000 refugees [@our]\n:::\n": "event",
    "::: asks\n- **Members**: give room for 20,000 refugees, by 10 September 2021.\n:::\n": "ask",
}


@pytest.mark.parametrize("block", PLACES)
def test_hedges_travel_everywhere(folder, block):
    (told_once,) = found(folder, f"{block}\nRoom for up to 20,000 refugees was promised.")
    assert told_once.splitlines()[1].startswith(f"  The {PLACES[block]} says ")


ARTICLE = """Who holds the valley?

A first resistance was formed in 1979. The Taliban seized power in 1996.

The front was founded by Ahmad Massoud. “I write from Panjshir Valley, ready to follow in my father’s footsteps, with
Mujahideen fighters who are prepared to once again take on the Taliban,” wrote Massoud, in an op-ed for the Washington
Post.

According to UNHRC, since May 2021, nearly 390,000 Afghans have been displaced within the country – 80 per cent are
women and children.

He has hope, but few, “We have stores of ammunition and arms that we have patiently collected since my father’s time,
because we knew this day might come.” Said Massoud in his op-ed for the Washington Post.
"""
"""The faults of a real article, in words of our own but for what it quotes."""


def test_an_article_as_it_was_imported_beside_its_two_sources(tmp_path):
    folder = tmp_path / "piece"
    import_file("article.txt", ARTICLE.encode(), folder)
    for key, name in {"washington-post": "massoud-2021.txt", "unhrc": "unhcr-2021.txt"}.items():
        capture(folder, key, (EXAMPLE / name).read_bytes(), name=name)
    briefing = read_folder(folder).briefing
    text = (folder / "briefing.md").read_text().splitlines()
    problems = [each for each in check(briefing) if each.id in KINDS]
    assert [text[each.position.line - 1][each.position.column - 1 :][:20] for each in problems] == [
        "I write from Panjshi",
        "nearly 390,000 Afgha",
        "80 per cent are wome",
    ]
    event = next(number for number, line in enumerate(text, 1) if line.startswith("- since May 2021: "))
    assert [str(each).partition("  ")[2] for each in problems] == [
        "error  quote-differs\n"
        "  This is not what washington-post says.\n"
        "    you:    I write from Panjshir Valley, ready to follow … father’s footsteps, with [Mujahideen] fighters "
        "who are prepared\n"
        "    source: I write from [the] Panjshir Valley [today], ready to follow … father’s footsteps, with "
        "[mujahideen] fighters who are prepared\n"
        '  Copy the source\'s words, or mark what you left out with "…".',
        "error  figure-differs\n"
        '  "nearly 390,000 Afghans since May 2021" is not in unhrc. It says two other things:\n'
        '    since the end of May: "nearly a quarter of a million Afghans"\n'
        '    since the beginning of the year: "Nearly 400,000"\n'
        f'  "80 per cent" belongs to the first. Choose one, or print both. The same is said in line {event}.',
        "warning  hedge-dropped\n"
        '  The event says "80 per cent are women and children"; unhrc says "Some 80 per cent".\n'
        "  Say it here too, or cite a source that confirms it.",
    ]
    quoted = [claim.status for claim in ledger_of(briefing).claims if claim.kind == "quotation"]
    assert quoted == ["differs", "verbatim"]


def test_a_figure_of_something_else_is_told_and_stays_attributed(folder):
    text = "Rents rose by 8 per cent. [@un]"
    write(folder, {"sources/un.txt": "Rents fell by 8 per cent."})
    assert found(folder, text) == []
    assert statuses(folder, text) == ["attributed"]
    briefing = read_folder(folder).briefing
    assert [*told(each for each in check(briefing) if each.id == "figure-unlike")] == [
        'briefing.md:5:15  warning  figure-unlike\n  un has "8 per cent", but where you say "rose" it says "fell":\n'
        "    source: Rents fell by 8 per cent.\n"
        "  See whether both mean the same; if so, say why behind the citation: [no source, WHY]."
    ]


def test_what_is_not_compared_is_told(folder, monkeypatch):
    one = "He said: “We have {:,} of them in our own hands”. [@op]"
    text = "\n\n".join(map(one.format, range(2_000, 2_030)))
    write(folder, {"briefing.md": f"{HEAD}{text}\n"})
    monkeypatch.setattr("briefing.claims.compared._MOST_LETTERS", 100_000)
    briefing = read_folder(folder).briefing
    assert [str(each) for each in check(briefing) if each.id == "comparing-stopped"] == [
        "briefing.md:23:11  warning  comparing-stopped\n"
        "  Of 30 cited quotations and figures 21 were not compared: the texts of their sources are too long to be "
        "searched for so many. This is the first.\n"
        "  Keep of the longest texts in sources/ only what you cite, with a line […] for what is left out."
    ]


def test_many_figures_share_the_reading_of_their_source(folder, monkeypatch):
    text = "\n\n".join(f"They have {number:,} tonnes of rice. [@op]" for number in range(2_000, 2_030))
    write(folder, {"sources/op.txt": "They have 1,234 tonnes of rice and more of it. " * 2_000})
    monkeypatch.setattr("briefing.claims.compared._MOST_LETTERS", 400_000)
    assert statuses(folder, text).count("attributed") == 0


LISTED_ONLY = {
    "„Das ist ein Armutszeugnis“, sagte Ministerin Prien. [@op]": "differs",
    "„Das ist kein Armutszeugnis“, sagte Ministerin Prien. [@op]": "verbatim",
    "„Davon steht dort rein gar nichts“, sagte Ministerin Prien. [@op]": "attributed",
    "Er nannte es „ein Armutszeugnis“. [@op]": "attributed",
    "„Das ist ein Armutszeugnis“, sagte Ministerin Prien.": "unsourced",
}


@pytest.mark.parametrize("text", LISTED_ONLY)
def test_a_quotation_that_is_only_listed_differs_where_its_source_has_something_like_it(folder, text):
    sources = "op:\n  title: Rede\n"
    write(folder, {"sources/op.txt": "Das ist kein Armutszeugnis.", "sources.yaml": sources})
    head = HEAD.replace("language: en-GB", "language: de")
    write(folder, {"briefing.md": f"{head}{text}\n"})
    found = [claim.status for claim in ledger_of(read_folder(folder).briefing).claims if claim.kind == "quotation"]
    assert found in ([LISTED_ONLY[text]], [])
