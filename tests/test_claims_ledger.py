"""All claims of a briefing, each with what stands behind it; and what is said of those that nothing is behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stopwatch import Stopwatch

from briefing.checking import check
from briefing.claims import Claim, Ledger, ledger_of
from briefing.claims import ledger as ledger_module
from briefing.memory import Memory
from briefing.model import Briefing
from briefing.reading import read_folder

HEAD = "---\ntitle: Who are they?\nlanguage: en-GB\n---\n"
SOURCES = "a:\n  title: A\n  date: 2020\nb:\n  title: B\n  date: 2020\nours:\n  title: O\n  date: 2020\n  own: yes\n"
ADD = "Add a source: [@key], or say why none is needed: [no source, REASON]."


def read(folder: Path, text: str, **files: str) -> Briefing:
    for name, content in {"briefing.md": text, "sources.yaml": SOURCES, **files}.items():
        (folder / name).write_text(content, encoding="utf-8")
    briefing = read_folder(folder).briefing
    assert briefing is not None
    return briefing


def entered(folder: Path, body: str, *, head: str = HEAD, **files: str) -> Ledger:
    return ledger_of(read(folder, head + body, **files))


def row(claim: Claim) -> tuple[str, str, str, str, str]:
    """What is told and what is behind it; in small letters what is only listed."""
    kind = claim.kind if not claim.counts else claim.kind.upper()
    behind = ", ".join((*claim.sources, *filter(None, [claim.waiver])))
    return f"{claim.position.line}:{claim.position.column}", kind, claim.text, claim.status, behind


def told(folder: Path, text: str, **files: str) -> list[str]:
    """What is said of open claims."""
    return [str(each) for each in check(read(folder, text, **files)) if each.id == "no-source"]


@pytest.mark.parametrize(
    ("typed", "status", "behind"),
    [
        ("", "unsourced", ""),
        ("[@a]", "attributed", "a"),
        ("[@a, p. 7; @b]", "attributed", "a, b"),
        ("[@ours]", "unsourced", "ours"),
        ("[@ours; @a]", "attributed", "ours, a"),
        ("[no source, counted by us]", "waived", "counted by us"),
        ("[@ours] [no source, it is what we said]", "waived", "ours, it is what we said"),
        ("[@a] [no source, known]", "attributed", "a, known"),
    ],
)
def test_what_stands_behind_a_claim(tmp_path, typed, status, behind):
    (claim,) = entered(tmp_path, f"They have 6,000 troops. {typed}\n").claims
    assert row(claim) == ("5:11", "FIGURE", "They have 6,000 troops", status, behind)
    assert claim.is_open is (status == "unsourced")
    assert claim.own_only is (behind == "ours")


def test_quotations_figures_and_dates_are_claims_in_the_order_of_the_file(tmp_path):
    body = """::: figures
- **nearly 400,000** people fled in 2021. [@a]
  They join 2.9 million others.
:::

In 1996 they came. “We will fight,” she said. [@b, p. 3]

> They went away.
> -- Jane Doe [@b]

::: timeline Years
- 1979: 5,000 men come [@a]
:::
"""
    assert [row(claim) for claim in entered(tmp_path, body).claims] == [
        ("6:3", "FIGURE", "nearly 400,000", "attributed", "a"),
        ("6:37", "date", "nearly 400,000 people fled in 2021", "attributed", "a"),
        ("7:13", "FIGURE", "They join 2.9 million others", "attributed", "a"),
        ("10:4", "date", "In 1996 they came", "attributed", "b"),
        ("10:21", "QUOTATION", "We will fight,", "attributed", "b"),
        ("12:3", "QUOTATION", "They went away.", "attributed", "b"),
        ("16:3", "DATE", "5,000 men come", "attributed", "a"),
        ("16:9", "FIGURE", "5,000 men come", "attributed", "a"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## In 1996 they had 6,000 troops\n\nText.",
        "Do they have 6,000 troops?",
        "::: asks\n- **The Minister**: take in 20,000 people, by 10 September 2021.\n:::\n\nText.",
        "Type `6,000 troops` here.",
        "    6,000 troops\n\nText.",
        "He is known as the “Lion of the Valley”.",
    ],
)
def test_what_is_no_claim(tmp_path, text):
    assert entered(tmp_path, text + "\n").claims == ()


def test_what_is_often_no_claim_in_a_language_is_only_listed(tmp_path):
    head = HEAD.replace("en-GB", "fr")
    ledger = entered(tmp_path, "Il a déclaré : « Nous partirons demain. » Ils ont 6 000 soldats.", head=head)
    assert [(claim.kind, claim.counts) for claim in ledger.claims] == [("quotation", False), ("figure", True)]


def test_who_asks_in_a_quotation_makes_a_claim(tmp_path):
    (claim,) = entered(tmp_path, "She said: “Do they have 6,000 troops?”\n").claims
    assert (claim.kind, claim.text) == ("quotation", "Do they have 6,000 troops?")


def test_what_is_asked_is_listed_apart(tmp_path):
    ledger = entered(tmp_path, "::: asks\n- **The Minister**: take in 20,000 people.\n:::\n\nText.\n")
    assert [row(claim) for claim in ledger.asked] == [("6:29", "FIGURE", "take in 20,000 people", "unsourced", "")]


def test_a_title_has_the_sources_of_the_same_claim_in_the_text(tmp_path):
    head = "---\ntitle: They have 6,000 troops\nlanguage: en-GB\n"
    head += "standfirst: 7,000 troops?  No.  In all 5,000 troops.\n---\n"
    ledger = entered(tmp_path, "There are 6,000 troops, it is said. [@a]\n", head=head)
    assert [row(claim) for claim in ledger.claims] == [
        ("2:18", "FIGURE", "They have 6,000 troops", "attributed", "a"),
        ("4:40", "FIGURE", "In all 5,000 troops", "unsourced", ""),
        ("6:11", "FIGURE", "There are 6,000 troops", "attributed", "a"),
    ]


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        ("Nearly 400,000 flee", "Nearly 400,000 Afghans fled. [@a]", "attributed"),
        ("Nearly 400,000 children flee", "Nearly 400,000 Afghans fled. [@a]", "unsourced"),
        ("Nearly 400,000 flee", "Nearly 400,000 Afghans fled.", "unsourced"),
        ("“We will fight”, he says", "“We will *fight*,” he said. [@a]", "attributed"),
        ("“We will fight”, he says", "“We shall fight,” he said. [@a]", "unsourced"),
    ],
)
def test_the_same_claim_in_a_title(tmp_path, title, text, status):
    head = f"---\ntitle: {title}\nlanguage: en-GB\n---\n"
    assert entered(tmp_path, text + "\n", head=head).claims[0].status == status


def test_claims_are_counted_by_what_is_behind_them(tmp_path):
    body = "They have 6,000 troops. [@ours] She has 4,000 guns. [@a] He has 3,000 cars.\n\nThey came in 1996.\n"
    ledger = entered(tmp_path, body)
    assert ledger.counted() == {"own": 1, "attributed": 1, "unsourced": 1}
    assert ledger.counted(strict=True) == {"own": 1, "attributed": 1, "unsourced": 2}


def test_a_memory_changes_nothing(tmp_path):
    briefing, memory = read(tmp_path, HEAD + "They have 6,000 troops. [@a]\n"), Memory()
    assert ledger_of(briefing, memory) == ledger_of(briefing, memory) == ledger_of(briefing)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("6,000 troops", "6,000 troops"),
        ("On the whole, they have 6,000 troops, we hear.", "they have 6,000 troops"),
        (
            "The front that holds the valley reportedly has the support of 6,000 troops who came over the high passes",
            "… has the support of 6,000 troops who came over the high passes",
        ),
    ],
)
def test_a_figure_is_shown_with_the_words_around_it(tmp_path, words, text):
    assert [claim.text for claim in entered(tmp_path, words + "\n").claims] == [text]


# what is said


def test_each_open_claim_is_told_at_its_place(tmp_path):
    text = """They have *6,000 troops*, it is said.
“We shall go,” she said. She has 4,000 guns. [@ours]

> They went away.
> -- Jane Doe
"""
    assert told(tmp_path, HEAD + text) == [
        f'briefing.md:5:12  open  no-source\n  "They have 6,000 troops" has only your own text behind it.\n  {ADD}',
        f'briefing.md:6:2  open  no-source\n  The quotation "We shall go," has only your own text behind it.\n  {ADD}',
        f'briefing.md:6:34  open  no-source\n  "She has 4,000 guns" has only your own text behind it.\n  {ADD}',
        f'briefing.md:8:3  open  no-source\n  The quotation "They went away." has no source.\n  {ADD}',
    ]


def test_two_figures_that_are_told_in_the_same_words_are_named(tmp_path):
    assert told(tmp_path, f"{HEAD}Some 80 per cent of 5,000 people.\n") == [
        f'briefing.md:5:1  open  no-source\n  The "Some 80 per cent" of "Some 80 per cent of 5,000 people" has no '
        f"source.\n  {ADD}",
        f'briefing.md:5:21  open  no-source\n  The "5,000 people" of "Some 80 per cent of 5,000 people" has no '
        f"source.\n  {ADD}",
    ]


def test_in_a_title_it_is_told_where_a_source_can_stand(tmp_path):
    assert told(tmp_path, "---\ntitle: They have 6,000 troops\nlanguage: en-GB\n---\nText.\n") == [
        'briefing.md:2:18  open  no-source\n  "They have 6,000 troops" has no source.\n'
        "  A source cannot stand here: say the same in the text, and cite one there: [@key]."
    ]


def test_an_event_is_told_once_whatever_figures_it_has(tmp_path):
    text = "::: timeline T\n- 1979: 5,000 men and 4,000 guns come\n:::\n"
    assert told(tmp_path, HEAD + text) == [
        f'briefing.md:6:3  open  no-source\n  The event "5,000 men and 4,000 guns come" has no source.\n  {ADD}'
    ]


def test_an_event_with_our_own_text_behind_it_is_open(tmp_path):
    assert told(tmp_path, HEAD + "::: timeline T\n- 1979: War [@ours]\n:::\n") == [
        f'briefing.md:6:3  open  no-source\n  The event "War" has only your own text behind it.\n  {ADD}'
    ]


def test_many_figures_of_a_table_are_told_with_their_number(tmp_path):
    rows = "".join(f"| {year} | {year - 1970},000 people |\n" for year in range(1979, 1984))
    hint = "Cite one for all of them in the caption below the table, : What it shows. [@key], or one in each cell."
    assert told(tmp_path, HEAD + "| Year | People |\n|--|--|\n" + rows) == [
        "briefing.md:7:10  open  no-source\n"
        "  None of the 5 figures of this table has a source; this is the first.\n"
        "    briefing.md:8:10: 10,000 people\n"
        "    briefing.md:9:10: 11,000 people\n"
        "    briefing.md:10:10: 12,000 people\n"
        "    briefing.md:11:10: 13,000 people\n"
        f"  {hint}"
    ]


def test_dated_statements_are_told_when_they_are_asked_for(tmp_path):
    briefing = read(tmp_path, HEAD + "They came in 1996. They went in 2001. [no source, known]\n")
    assert [each for each in check(briefing, strict=True) if each.severity == "open"] == []
    briefing = read(tmp_path, HEAD + "They came in 1996.\n")
    assert [each for each in check(briefing) if each.severity == "open"] == []
    assert [str(each) for each in check(briefing, strict=True) if each.severity == "open"] == [
        f'briefing.md:5:14  open  no-source\n  "They came in 1996" has no source.\n  {ADD}'
    ]


def test_what_a_language_edition_lacks_is_told_once_in_its_original(tmp_path):
    files = {"briefing.cy.md": "---\ntitle: Pwy?\nlanguage: cy\n---\nMae ganddynt 6,000 o filwyr, 80%.\n"}
    read(tmp_path, HEAD + "They have 6,000 troops.\n", **files)
    reading = read_folder(tmp_path, language="cy")
    found = [str(each) for each in check(reading.briefing, original=reading.original) if each.id == "no-source"]
    assert found == [f'briefing.md:5:11  open  no-source\n  "They have 6,000 troops" has no source.\n  {ADD}']


def test_an_event_of_two_timelines_is_one_claim(tmp_path):
    timeline = "::: timeline T {events=a.csv}\n:::\n\n"
    ledger = entered(tmp_path, timeline * 2, **{"a.csv": "date,event,source\n1979,War,a\n"})
    assert [(str(claim.position), claim.text, claim.sources) for claim in ledger.claims] == [
        ("a.csv:2:6", "War", ("a",))
    ]


def test_more_claims_than_are_looked_at_are_open(tmp_path, monkeypatch):
    monkeypatch.setattr(ledger_module, "MOST_CLAIMS", 2)
    text = "They have 6,000 troops. She has 4,000 guns. He has 3,000 cars. [no source, counted]\n"
    assert [str(each) for each in check(read(tmp_path, HEAD + text)) if each.severity == "open"] == [
        "briefing.md:5:33  open  too-many-claims\n"
        "  This briefing has more than 20,000 quotations and figures; the others are not looked at.\n  Divide it."
    ]


# anything that can be typed

PIECES = st.sampled_from([
    "6,000 troops", "80 per cent", "£5 million", "in 1996", "“we will fight”", '"no"', "she said", "‘it', he wrote",
    ". ", ", ", "? ", " ", "\n", "\n\n", "> ", "- ", "## ", "**", "*", "`", "é", "\u200f", "٪۸۰", "５％", "{.x}",
    "[@a]", "[@ours]", "[no source, x]", "^[a note of 5 km]", "[^n]", "\n\n[^n]: 7 km. [@a]\n\n", "<!-- 5 km -->",
    "[5 km](https://example.org)", "| a | 5 km |\n|--|--|\n| 3 | 4 km |\n", "::: box\n", ":::\n",
    "\n::: summary\n- 5 km\n:::\n", "\n::: figures\n- **5 km** long\n:::\n",
    "\n::: timeline T\n- 1979: 5 men came\n:::\n",
])  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_has_a_ledger_with_places_in_its_file(tmp_path_factory, body):
    (folder := tmp_path_factory.mktemp("article")).joinpath("briefing.md").write_text(HEAD + body, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    briefing = read_folder(folder).briefing
    if briefing is None:
        return
    ledger = ledger_of(briefing)
    lines = (HEAD + body).split("\n")
    for claim in ledger.claims:
        assert claim.position >= claim.passage
        assert len(lines[claim.position.line - 1]) >= claim.position.column
        assert (claim.status == "unsourced") is not (bool(claim.waiver) or any(key != "ours" for key in claim.sources))
    assert list(ledger.claims) == sorted(ledger.claims, key=lambda claim: claim.position)
    assert ledger == ledger_of(briefing, Memory())


def test_thousands_of_figures_in_one_sentence_are_checked_in_time(tmp_path):
    briefing = read(tmp_path, HEAD + "::: summary\n- 5,000 men.\n:::\n" + "nearly 5,000 men. [@a] " * 2_000)
    with Stopwatch() as watch:
        assert [each.id for each in check(briefing) if each.severity == "open"] == ["no-source"]
    assert watch.seconds < 20
