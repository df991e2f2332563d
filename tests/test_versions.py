"""Two versions of a briefing: what changed, how much it matters, and what readers have to be told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ContentError
from briefing.model.dates import date_from_edtf
from briefing.versions import Versions, against
from briefing.versions.words import respelled, words_in

HEAD = """---
title: A title
language: en-GB
date: 2 September 2021
version: 1
---
"""
SOURCES = """a:
  title: What A says
  date: 1 May 2021
  url: https://a.example/1
b:
  title: What B says
  date: 2 May 2021
  url: https://b.example/1
"""


def written(folder: Path, text: str, head: str = HEAD, sources: str = SOURCES) -> Path:
    folder.mkdir()
    (folder / "briefing.md").write_text(head + text, "utf-8")
    (folder / "sources.yaml").write_text(sources, "utf-8")
    return folder


def compared(tmp_path: Path, before: str, now: str, *, strict: bool = False, sources: str = SOURCES) -> Versions:
    old, new = written(tmp_path / "old", before), written(tmp_path / "new", now, sources=sources)
    return against(new, old, strict=strict)


def told(found: Versions) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(each.kind, each.weight, *each.what) for each in found.changes]


def significant(*changes: tuple[str, tuple[str, ...], tuple[str, ...]]) -> list[object]:
    return [(kind, "significant", before, now) for kind, before, now in changes]


FLED = "Nearly 250,000 people fled to Kabul in May 2021. [@a]"


@pytest.mark.parametrize(
    ("before", "now", "changes"),
    [
        (FLED, FLED.replace("250,000", "390,000"),
         [("figure-changed", ("Nearly 250,000 people",), ("Nearly 390,000 people",))]),
        (FLED, FLED.replace("Nearly 250,000", "250,000"),
         [("figure-changed", ("Nearly 250,000 people",), ("250,000 people",))]),
        (FLED, FLED.replace("people", "soldiers"),
         [("figure-changed", ("Nearly 250,000 people",), ("Nearly 250,000 soldiers",))]),
        (FLED, FLED.replace("May", "June"), [("date-changed", ("May 2021",), ("June 2021",))]),
        (FLED, FLED.replace("@a", "@b"), [("citation-changed", ("a",), ("b",))]),
        (FLED, FLED.replace("[@a]", "[@a; @b]"), [("citation-changed", (), ("b",))]),
        (FLED, FLED.replace(" [@a]", " [no source, known]"), [("citation-changed", ("a",), ())]),
        (FLED, f"{FLED} It rained on 12 villages. [@b]", [("claim-added", (), ())]),
        (f"{FLED} It rained. [@b]", FLED, [("claim-removed", (), ())]),
        ("The bill has 20 pages.", "The bill has 30 pages.",
         [("figure-changed", ("20 pages",), ("30 pages",))]),
        ("A Boeing 737 landed.", "A Boeing 747 landed.", [("figure-changed", ("737",), ("747",))]),
        ("Of 12 ministers 4 left: 4 of 12.", "Of 12 ministers 4 left: 12 of 4.",
         [("figure-changed", ("4", "4", "12"), ("4", "12", "4"))]),
        ("It reportedly has 6,000 troops. [@a]", "It has 6,000 troops. [@a]",
         [("figure-changed", ("reportedly has 6,000 troops",), ("6,000 troops",))]),
        ('She said: "We are ready to go on." [@a]', 'She said: "We are not ready to go on." [@a]',
         [("quotation-changed", ("We are ready to go on.",), ("We are not ready to go on.",))]),
        ("> We are ready.\n> -- A. Speaker [@a]", "> We are steady.\n> -- A. Speaker [@a]",
         [("quotation-changed", ("We are ready.",), ("We are steady.",))]),
        ("> We are ready.\n> -- A. Speaker [@a]", "> We are ready.\n> -- B. Hearer [@a]",
         [("quotation-changed", (), ())]),
        ("::: asks\n- **Members of Parliament**: ask for more.\n:::",
         "::: asks\n- **Members of Parliament**: ask for less.\n:::",
         [("ask-changed", (), ())]),
        ("::: asks\n- **Members of Parliament**: ask for more.\n:::",
         "::: asks\n- **The Minister**: ask for more.\n:::",
         [("ask-changed", (), ())]),
        ("::: timeline\n- 1979: The war began. [@a]\n:::", "::: timeline\n- 1978: The war began. [@a]\n:::",
         [("date-changed", ("1979",), ("1978",))]),
        ("| Town | Fled |\n|---|---|\n| Kabul | 12 |\n| Herat | 14 |",
         "| Town | Fled |\n|---|---|\n| Kabul | 14 |\n| Herat | 12 |",
         [("figure-changed", ("12",), ("14",)), ("figure-changed", ("14",), ("12",))]),
        ("| Who | Killed |\n|---|---|\n| Women | 4,120 |\n| Men | 2,210 |",
         "| Who | Killed |\n|---|---|\n| Men | 4,120 |\n| Women | 2,210 |",
         [("figure-changed", (), ()), ("figure-changed", (), ())]),
        ("| Who | Killed |\n|---|---|\n| Women | 4,120 |", "| Who | Saved |\n|---|---|\n| Women | 4,120 |",
         [("figure-changed", (), ())]),
        ("The Taliban seized it in 1996. [@a]", "The Taliban never seized it in 1996. [@a]",
         [("negation-changed", (), ("never",))]),
        ("The minister did not take bribes. [@a]", "The minister did often take bribes. [@a]",
         [("negation-changed", ("not",), ())]),
        (FLED.replace("fled", "could not flee"), FLED.replace("fled", "could safely flee"),
         [("negation-changed", ("not",), ())]),
        ('The Gazette said: "We have won it all." [@a]', 'The Taliban said: "We have won it all." [@a]',
         [("quotation-changed", (), ())]),
        ('"We have won it all," the minister said. [@a]', '"We have won it all," the general said. [@a]',
         [("quotation-changed", (), ())]),
        ('She said: "We have won it all." [@a]', 'She denied: "We have won it all." [@a]',
         [("negation-changed", (), ("denied",))]),
        ('She said: "We have won it all." [@a]', 'She asked: "We have won it all." [@a]',
         [("quotation-changed", (), ())]),
    ],
)  # fmt: skip
def test_what_changes_a_claim_is_significant(tmp_path, before, now, changes):
    assert told(compared(tmp_path, before, now)) == significant(*changes)


@pytest.mark.parametrize(
    ("before", "now", "changes"),
    [
        (FLED, FLED, []),
        ("They recieve aid. " + FLED, "They receive aid. " + FLED, [("spelling-changed", ("recieve",), ("receive",))]),
        ("Some 13 pllaces were promised. [@a]", "Some 13 places were promised. [@a]",
         [("spelling-changed", ("pllaces",), ("places",))]),
        (FLED.replace("Kabul", "Kabuul"), FLED, [("spelling-changed", ("Kabuul",), ("Kabul",))]),
        ("The the people fled. [@a]", "The people fled. [@a]", [("spelling-changed", ("the",), ("",))]),
        ("The co-operation ended.",
         "The cooperation ended.", [("spelling-changed", ("co operation",), ("cooperation",))]),
        (FLED, FLED.replace("250,000", "250\u00a0000"), []),
        (FLED, FLED.replace("250,000 people", "*250,000* people"), []),
        ("He said: \"It is over.\" [@a]", "He said: “It is over”. [@a]", []),
        ("Twelve villages burnt. [@a]", "12 villages burnt. [@a]", []),
        (f"{FLED}\n\nIt rained.", f"It rained.\n\n{FLED}", []),
        (f"## One\n\n{FLED}\n\n## Two\n\nIt rained.", f"## One\n\nIt rained.\n\n## Two\n\n{FLED}", []),
        ("It began on 9 September 2001. [@a]", "It began on 2001-09-09. [@a]", []),
        ("See [the report](https://a.example).", "See [the report](https://b.example).", []),
        (FLED.replace("[@a]", "[@a, p. 3]"), FLED.replace("[@a]", "[@a, p. 4]"),
         [("locator-changed", ("p. 3",), ("p. 4",))]),
        ("It rained on 12 men; then it snowed. [@a]", "It rained on 12 men. Then it snowed. [@a]", []),
        ("It rained on 12 men, and it snowed on 30 women. [@a]",
         "It rained on 12 men. And it snowed on 30 women. [@a]", []),
    ],
)  # fmt: skip
def test_spelling_typography_order_and_links_are_not(tmp_path, before, now, changes):
    found = compared(tmp_path, before, now)
    assert told(found) == [(kind, "minor", *words) for kind, *words in changes]
    assert not [each for each in found.diagnostics if each.severity != "note"]


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ("The Taliban seized it. [@a]", "The Front seized it. [@a]", "wording-changed"),
        (
            'In the old hall of the town she said: "We have won." [@a]',
            'In the cold hall of the town she said: "We have won." [@a]',
            "wording-changed",
        ),
        ("It did not rain. [@a]", "It never did rain. [@a]", "wording-changed"),
        ("War began. " + FLED, FLED, "wording-removed"),
        (FLED, FLED + " War went on.", "wording-added"),
        ("## The war\n\nx", "## The peace\n\nx", "wording-changed"),
    ],
)
def test_other_words_are_for_a_person_to_judge(tmp_path, before, now, kind):
    found = compared(tmp_path, before, now)
    assert told(found) == [(kind, "look", (), ())]
    severity = "warning" if "[@a]" in before and kind == "wording-changed" else "note"
    assert [each.severity for each in found.diagnostics] == [severity]


@pytest.mark.parametrize(
    ("before", "now", "message"),
    [
        ("It may rain on us.", "It may not rain on us.", 'The word "not" came in: this may say the opposite.'),
        ("It did not rain.", "It did rain.", 'The word "not" went out: this may say the opposite.'),
        ("It never did rain on the town.", "It did not rain on the town without end.",
         'This denied with "never" and now denies with "not", "without".'),
    ],
)  # fmt: skip
def test_a_denial_without_a_claim_is_a_warning(tmp_path, before, now, message):
    [found] = compared(tmp_path, before, now).diagnostics
    assert (found.severity, found.id, found.message) == ("warning", "negation-changed", message)
    assert found.hint == "Look whether it still says what its source says; if not, it is a correction as well."


def test_another_reason_of_a_waiver_is_told_once(tmp_path):
    before = FLED.replace("[@a]", "They came by road. Some 300 people walked. [no source, our own count]")
    found = compared(tmp_path, before, before.replace("our own count", "heard it"))
    assert told(found) == [("waiver-changed", "look", ("our own count",), ("heard it",))]
    assert [str(each) for each in found.diagnostics] == [
        "briefing.md:7:69  note  waiver-changed\n"
        '  The reason why no source is needed was "our own count" and is "heard it".'
    ]


def test_labels_of_a_table_without_numbers_are_words_like_others(tmp_path):
    before = "| Who | Where |\n|---|---|\n| A cook | At home |"
    found = compared(tmp_path, before, before.replace("Where", "Place").replace("cook", "guard"))
    assert told(found) == [("wording-changed", "look", (), ())] * 2


def test_a_label_of_a_number_is_told_with_both_rows(tmp_path):
    before = "| Who | Killed |\n|---|---|\n| Women | 4,120 |"
    found = compared(tmp_path, before, before.replace("Women", "Men"))
    assert str(found.diagnostics[-1]) == (
        "briefing.md:9:3  note  figure-changed\n  What numbers of a table stand for changed.\n"
        "    before: [Women] 4,120\n    now:    [Men] 4,120"
    )


def test_a_dated_statement_counts_when_strict(tmp_path):
    old, new = written(tmp_path / "old", FLED), written(tmp_path / "new", f"{FLED}\n\nIt ended in 1996.")
    assert told(against(new, old)) == [("wording-added", "look", (), ())]
    assert told(against(new, old, strict=True)) == significant(("claim-added", (), ()))


def test_a_source_is_a_work_and_not_an_address(tmp_path):
    changed = SOURCES.replace("https://a.example/1", "https://a.example/2").replace("What B", "Waht B")
    found = compared(tmp_path, f"{FLED}\n\nIt rained. [@b]", f"{FLED}\n\nIt rained. [@b]", sources=changed)
    assert [(each.kind, each.weight, each.name, *each.what) for each in found.changes] == [
        ("address-changed", "minor", "a", (), ()),
        ("spelling-changed", "minor", "b", ("What",), ("Waht",)),
    ]


def test_another_work_under_the_same_key_is_significant(tmp_path):
    changed = SOURCES.replace("1 May 2021", "3 May 2021").replace("What A says", "What C says")
    found = compared(tmp_path, FLED, FLED, sources=changed)
    assert [(each.kind, each.weight, each.name, *each.what) for each in found.changes] == [
        ("source-changed", "significant", "a.title", ("What A says",), ("What C says",)),
        ("source-changed", "significant", "a.date", ("2021-05-01",), ("2021-05-03",)),
    ]


def test_a_work_may_have_another_key(tmp_path):
    renamed = SOURCES.replace("a:\n", "a-2021:\n")
    assert told(compared(tmp_path, FLED, FLED.replace("@a", "@a-2021"), sources=renamed)) == []


CHANGED = FLED.replace("250,000", "390,000")
ENTRY = "\n\n::: corrections\n- {}: It said 250,000.\n:::\n"
DATE = "A significant change asks for a date later than that of the earlier version, 2 September 2021."
VERSION = 'A significant change asks for a higher version than that of the earlier one: "1".'


def lacking(found: Versions) -> list[str]:
    return [str(each) for each in found.diagnostics if each.severity == "error"]


def raised(date: str = "5 September 2021", version: str = "2") -> str:
    return HEAD.replace("2 September 2021", date).replace("version: 1", f"version: {version}")


def test_a_significant_change_asks_for_date_version_and_correction(tmp_path):
    found = compared(tmp_path, FLED, CHANGED)
    assert lacking(found) == [
        f"briefing.md:4:7  error  date-not-raised\n  {DATE}\n  Write the day of the change: date: 2021-09-05",
        f"briefing.md:5:10  error  version-not-raised\n  {VERSION}\n  Write: version: 2",
        "briefing.md:7:1  error  correction-missing\n"
        "  No entry of the corrections box tells readers of one significant change. Add, in your own words:\n"
        "    ::: corrections\n"
        '    - DATE: An earlier version said "Nearly 250,000 people"; it is "Nearly 390,000 people".\n'
        "    :::\n"
        "  The block may stand anywhere in the text.",
    ]


def test_what_it_asks_for_is_enough(tmp_path):
    old = written(tmp_path / "old", FLED + ENTRY.format("1 September 2021"))
    both = FLED.replace("250,000", "390,000") + ENTRY.format("1 September 2021") + ENTRY.format("5 September 2021")
    found = against(written(tmp_path / "new", both, raised()), old)
    assert (found.significant, lacking(found)) == (1, [])


@pytest.mark.parametrize(
    ("old", "new", "is_enough"),
    [
        ("1", "2", True), ("1", "1", False), ("2", "1", False), ("1", "1.1", True), ("1.9", "1.10", True),
        ("", "1", False), ("", "2", True), ("2", "", False), ("2, new figures", "3", True),
        ("first", "second", True), ("first", "first", False),
    ],
)  # fmt: skip
def test_a_version_is_raised(tmp_path, old, new, is_enough):
    before = written(tmp_path / "old", FLED, HEAD.replace("version: 1", f"version: {old}" if old else "series: x"))
    text, head = CHANGED + ENTRY.format("5 September 2021"), raised(version=new)
    now = written(tmp_path / "new", text, head if new else head.replace("version: ", "series: x"))
    assert ("version-not-raised" in str(lacking(against(now, before)))) == (not is_enough)


def test_an_entry_that_was_there_tells_nothing_new(tmp_path):
    entry = ENTRY.format("5 September 2021")
    old, new = written(tmp_path / "old", FLED + entry), written(tmp_path / "new", CHANGED + entry, raised())
    assert lacking(against(new, old)) == [
        "briefing.md:10:3  error  correction-missing\n"
        "  No entry of the corrections box tells readers of one significant change. Add, in your own words:\n"
        '    - 5 September 2021: An earlier version said "Nearly 250,000 people"; it is "Nearly 390,000 people".'
    ]


def test_an_entry_is_not_older_than_the_change(tmp_path):
    old, new = (
        written(tmp_path / "old", FLED),
        written(tmp_path / "new", CHANGED + ENTRY.format("1 May 2021"), raised()),
    )
    assert lacking(against(new, old)) == [
        "briefing.md:10:3  error  correction-missing\n"
        "  The new correction is dated before the change: the earlier version is of 2 September 2021.\n"
        "  Write the day of the change."
    ]


def test_what_is_corrected_on_the_same_day_keeps_its_date(tmp_path):
    text, head = CHANGED + ENTRY.format("2 September 2021"), raised("2 September 2021")
    old, new = written(tmp_path / "old", FLED), written(tmp_path / "new", text, head)
    assert lacking(against(new, old, today=date_from_edtf("2021-09-02"))) == []
    assert len(lacking(against(new, old, today=date_from_edtf("2021-09-03")))) == 2


def test_an_entry_is_not_younger_than_its_version(tmp_path):
    old = written(tmp_path / "old", FLED)
    new = written(tmp_path / "new", CHANGED + ENTRY.format("1 January 2022"), raised())
    assert lacking(against(new, old)) == [
        "briefing.md:10:3  error  correction-missing\n"
        "  The new correction is dated after this version, which is of 5 September 2021.\n"
        "  Write the day of the change."
    ]


def test_a_date_that_is_still_to_come_is_told(tmp_path):
    old = written(tmp_path / "old", FLED)
    new = written(tmp_path / "new", CHANGED + ENTRY.format("5 September 2021"), raised("23 November 2030"))
    warnings = [str(each) for each in against(new, old, today=date_from_edtf("2021-09-05")).diagnostics]
    assert warnings[0] == (
        "briefing.md:4:7  warning  date-to-come\n"
        "  The date of this version, 23 November 2030, is still to come: today is 5 September 2021.\n"
        "  Leave it where this version is published on that day; else write the day of the change."
    )
    assert "date-to-come" not in str(against(new, old, today=date_from_edtf("2030-11-23")).diagnostics)


def test_a_correction_is_proposed_for_each_change_in_the_very_words(tmp_path):
    before = "Nearly 4,000 families reportedly fled. [@a]\n\nIt has 6,000 troops. [@a]\n\nIt rained. [@b]"
    now = "Nearly 4,000 families fled. [@a]\n\nIt has 7,000 troops. [@a]"
    head = raised("2021-09-05")
    found = against(written(tmp_path / "new", now, head), written(tmp_path / "old", before))
    proposed = next(each for each in found.diagnostics if each.id == "correction-missing")
    assert proposed.details == (
        "::: corrections",
        '- 2021-09-05: An earlier version said "Nearly 4,000 families reportedly"; it is "Nearly 4,000 families".',
        '- 2021-09-05: An earlier version said "6,000 troops"; it is "7,000 troops".',
        "- 2021-09-05: An earlier version said …; it says now ….",
        ":::",
    )


def test_what_was_said_of_the_whole_and_went_is_told(tmp_path):
    head = HEAD.replace("version: 1\n", "version: 1\nembargo: 3 September 2021, 00:01 BST\nchanged_names: [Laila]\n")
    found = against(written(tmp_path / "new", FLED), written(tmp_path / "old", FLED, head))
    assert [(each.kind, each.weight) for each in found.changes] == [("field-changed", "look")] * 2
    assert [str(each) for each in found.diagnostics] == [
        "briefing.md:1:1  note  field-changed\n"
        '  embargo was "3 September 2021, 00:01 BST" and is nothing.\n'
        "  No page says any longer before when nothing may be published: see that the moment is past. "
        "In the earlier version: line 6.",
        "briefing.md:1:1  note  field-changed\n"
        '  changed_names was "declared" and is nothing.\n'
        "  Readers are no longer told that names were changed: see that none of them is. "
        "In the earlier version: line 7.",
    ]
    assert "Laila" not in str(found)


def test_the_description_of_a_confidential_source_is_called_what_it_is(tmp_path):
    described = "a:\n  confidential: yes\n  described_as: {}\n"
    old = written(tmp_path / "old", FLED, sources=described.format("A doctor in Kabul"))
    new = written(tmp_path / "new", FLED, sources=described.format("A nurse in Herat"))
    assert [(each.kind, each.name) for each in against(new, old).changes] == [("source-changed", "a.described_as")]


def test_title_and_standfirst_count_and_their_spelling_does_not(tmp_path):
    old = written(tmp_path / "old", FLED, HEAD.replace("A title", "A title about refugees"))
    new = written(tmp_path / "new", FLED, HEAD.replace("A title", "A titel about refugees"))
    other = written(tmp_path / "other", FLED, HEAD.replace("A title", "Another thing"))
    assert [each.weight for each in against(new, old).changes] == ["minor"]
    assert [(each.kind, each.weight) for each in against(other, old).changes] == [("title-changed", "significant")]


def test_each_language_edition_is_compared(tmp_path):
    old, new = written(tmp_path / "old", FLED), written(tmp_path / "new", FLED)
    for folder, number in ((old, "250.000"), (new, "390.000")):
        text = HEAD.replace("en-GB", "de").replace("A title", "Ein Titel")
        (folder / "briefing.de.md").write_text(f"{text}Fast {number} Menschen flohen. [@a]", "utf-8")
    found = against(new, old)
    assert {each.position.file for each in found.diagnostics if each.id == "figure-changed"} == {"briefing.de.md"}
    assert [each.kind for each in against(new, old, language="de").changes] == ["figure-changed"]


def test_what_is_no_article_is_said(tmp_path):
    new = written(tmp_path / "new", FLED)
    with pytest.raises(ContentError) as caught:
        against(new, tmp_path / "nowhere")
    assert str(caught.value) == f'error  no-folder\n  There is no folder "{tmp_path / "nowhere"}".'


def test_words_that_changed_in_two_ways_are_shown_once(tmp_path):
    found = compared(tmp_path, FLED, CHANGED.replace("May 2021", "June 2021"))
    assert [(each.id, each.details) for each in found.diagnostics if each.severity == "note"] == [
        (
            "date-changed",
            (
                "before: Nearly [250,000] people fled to Kabul in [May] 2021.",
                "now:    Nearly [390,000] people fled to Kabul in [June] 2021.",
            ),
        ),
        ("figure-changed", ()),
    ]


def test_what_differs_is_shown_with_a_few_words_around_it(tmp_path):
    long = "one two three four five six seven eight nine ten eleven"
    before, now = f"It {long} fled, {long}. [@a]", f"It {long} stayed, {long}. [@a]"
    found = compared(tmp_path, before, now)
    assert found.changes[0].lines == (
        "… eight nine ten eleven [fled], one two three four …",
        "… eight nine ten eleven [stayed], one two three four …",
    )


def test_a_sentence_that_was_divided_goes_with_its_other_half(tmp_path):
    before = "The council counted 12 men in the north and it counted 30 women in the south. [@a]"
    now = "The council counted 12 men in the north. It also counted 30 women in the south. [@a]"
    assert [each.weight for each in compared(tmp_path, before, now).changes] == ["look"]


@pytest.mark.parametrize(
    ("before", "now", "is_spelling"),
    [
        ("recieve", "receive", True), ("goverment", "government", True), ("title", "titel", True),
        ("naive", "naïve", True), ("can not", "cannot", True), ("Massoud", "Masoud", True),
        ("Iraq", "Iran", False), ("legal", "illegal", False),
        ("soldier", "soldiers", False), ("now", "not", False), ("million", "billion", False), ("12", "13", False),
        ("prosecuted", "persecuted", False), ("increase", "decrease", False), ("Taliban", "Taleban", False),
    ],
)  # fmt: skip
def test_spelling_is_told_from_another_word(before, now, is_spelling):
    assert (respelled(words_in(f"a {before} b"), words_in(f"a {now} b")) is not None) == is_spelling


def test_another_place_in_the_source_hides_no_other_words(tmp_path):
    before, now = "The Front seized it. [@a, p. 3]", "The Taliban seized it. [@a, p. 4]"
    found = compared(tmp_path, before, now)
    assert [(each.kind, each.weight) for each in found.changes] == [
        ("locator-changed", "minor"),
        ("wording-changed", "look"),
    ]
