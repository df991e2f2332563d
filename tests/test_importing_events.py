"""A file from elsewhere becomes a folder that builds at once, or nothing at all."""

from __future__ import annotations

import csv
import io
import json
import os

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_folders import told, write

import briefing
from briefing.cli import main
from briefing.cli.options import IMPORTED
from briefing.errors import BriefingError, ContentError, OutputError, errors_of
from briefing.importing import KINDS, LARGEST, import_file
from briefing.model import plain_text
from briefing.reading import read_folder

TABLE = "date,event,source,stressed\n1979,The *Soviet* invasion,x-1,yes\nby 1998,They take Kabul,https://bbc.co.uk/a,\n"
SHEET = "Year,Month,Day,Headline,Text\n2021,8,15,Kabul,It fell\n1996,,,Talks,1. First\n"
SLIDES = {
    "title": {"text": {"headline": "<b>Forty</b> years: a story", "text": "How it <i>began</i>."}},
    "events": [
        {
            "start_date": {"year": -44, "month": 3, "day": 15},
            "text": {"headline": "Caesar dies", "text": "<p>- At noon.</p><p>2. In *Rome*.</p>"},
            "media": {"url": "https://news.bbc.co.uk/1", "credit": "BBC"},
            "group": "Rome",
        },
        {"start_date": {"year": 1996}, "text": {"headline": "Again"}, "media": {"url": "https://www.bbc.com/2"}},
    ],
}
CROWDED = (
    "too-large\n  This text has more than 50 square brackets that open.\n"
    "  Leave some out, or write \\[ for those that begin no link and no citation."
)
LISTED = """---
title: Our years
language: en-GB
date: 2021
events:
  - {date: 15 August 2021, event: Kabul *falls*, sources: x}
---
Words.
"""


def imported(tmp_path, name, text, **options):
    """The files made of a text, by name, and what was said."""
    made = import_file(name, text.encode() if isinstance(text, str) else text, tmp_path / "new", **options)
    return {path.name: path.read_text(encoding="utf-8") for path in made.files}, told(made.diagnostics)


def shown(folder):
    reading = read_folder(folder)
    assert errors_of(reading.diagnostics) == ()
    return [
        (event.date.edtf, " ".join(plain_text(event.text).split()), frozenset(event.sources), event.stressed)
        for timeline in reading.briefing.timelines
        for event in timeline.events
    ]


def test_a_table_becomes_an_article_that_builds(tmp_path):
    files, said = imported(tmp_path, "forty-years.csv", TABLE)
    assert files == {
        "briefing.md": "---\ntitle: Forty years\nlanguage: en-GB\n---\n\n::: timeline\n"
        "- 1979, stressed: The *Soviet* invasion [@x-1]\n- by 1998: They take Kabul [@bbc]\n:::\n",
        "sources.yaml": 'x-1:\n  title: FILL IN\n\nbbc:\n  url: "https://bbc.co.uk/a"\n'.replace('"', ""),
    }
    assert said == []
    built = briefing.build(tmp_path / "new", tmp_path / "new.pdf")
    assert (built.pages, built.draft) == (1, True)


def test_what_shows_an_event_is_a_source_of_its_title_and_of_who_made_it(tmp_path):
    media = {"url": "https://www.youtube.com/watch?v=a", "caption": "<i>Kabul</i>, 1996", "credit": "Tolo"}
    events = [{"start_date": {"year": 1996}, "text": {"headline": "Talks"}, "media": media}]
    files, _ = imported(tmp_path, "a.json", json.dumps({"events": events}))
    assert files["sources.yaml"] == (
        'youtube:\n  title: Kabul, 1996\n  container: Tolo\n  url: "https://www.youtube.com/watch?v=a"\n'
    )


def test_brackets_that_are_escaped_may_be_many(tmp_path):
    event = {"start_date": {"year": 1}, "text": {"headline": "[" * 200}}
    files, said = imported(tmp_path, "a.json", json.dumps({"events": [event]}))
    assert said == []
    assert r"\[" * 200 in files["briefing.md"]


def test_a_source_of_words_alone_is_told(tmp_path):
    table = (
        'Datum,Ereignis,Quelle\n1979,Krieg,"dim ffynhonnell, hysbys"\n1980,Mehr,Jane Roe\n'
        '1981,Ende,"no source, known"\n1982,Rest,"Keine Quelle: bekannt"\n'
    )
    files, said = imported(tmp_path, "a.csv", table)
    assert "- 1979: Krieg [@dim-ffynhonnell-hysbys]\n- 1980: Mehr [@jane-roe]\n" in files["briefing.md"]
    assert "- 1981: Ende [no source, known]\n- 1982: Rest [no source: bekannt]\n" in files["briefing.md"]
    assert said == [
        "a.csv:2:12  warning  source-of-words\n  A source was made of words alone, without key or address: "
        '"dim ffynhonnell, hysbys" and 1 more.\n'
        "  Look whether each is a source. A reason for having none is written so: no source, date of record"
    ]


def test_what_is_no_file_is_not_waited_for(tmp_path, capsys):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert main(["import", str(pipe), "-o", str(tmp_path / "new")]) == 1
    said = f"error: {pipe} is not a file. What a program writes is read so: PROGRAM | briefing import -"
    assert capsys.readouterr().err == f"{said}\n"
    assert not (tmp_path / "new").exists()


def test_a_season_that_may_be_two_years_is_told(tmp_path):
    files, said = imported(tmp_path, "a.csv", "date,event\n2019-22,Talks\n")
    assert "- 2019-22: Talks" in files["briefing.md"]
    assert said == [
        'a.csv:2:9  warning  season-or-years\n  "2019-22" is read as summer 2019. If you mean years, write 2019–2022.\n'
        "  If you mean the season, write it in words: summer 2019."
    ]


def test_slides_become_a_timeline_and_what_they_tell_its_sections(tmp_path):
    files, said = imported(tmp_path, "a.json", json.dumps(SLIDES))
    assert files == {
        "briefing.md": '---\ntitle: "Forty years: a story"\nlanguage: en-GB\n---\n\nHow it *began*.\n\n::: timeline\n'
        "- 15 March 44 BC: Caesar dies [@bbc]\n- 1996: Again [@bbc-2]\n:::\n\n"
        "## Caesar dies\n\n\\- At noon.\n\n2\\. In \\*Rome\\*. [@bbc]\n",
        "sources.yaml": "bbc:\n  container: BBC\n  url: https://news.bbc.co.uk/1\n\nbbc-2:\n  url: https://www.bbc.com/2\n",
    }
    assert said == [
        f"a.json:1:{json.dumps(SLIDES).index(chr(34) + 'group') + 1}  warning  unplaced\n"
        '  A timeline has no place for "group": one value is left out.'
    ]
    reading = read_folder(tmp_path / "new")
    assert errors_of(reading.diagnostics) == ()
    (section,) = reading.briefing.sections[1:]
    assert [plain_text(each) for each in section.blocks] == ["- At noon.", "2. In *Rome*."]


def test_fields_become_a_timeline(tmp_path):
    files, said = imported(tmp_path, "a.md", LISTED)
    assert files["briefing.md"] == (
        "---\ntitle: Our years\ndate: 2021\nlanguage: en-GB\nevents:\n  - date: 15 August 2021\n"
        '    event: "Kabul *falls*"\n    sources: x\n---\n\n'
        "<!-- question: The file does not say who wrote it. Write authors at the head. -->\n\n"
        '<!-- question: What is the source "x"? It is cited here, and nothing lists it: see sources.yaml. -->\n\n'
        "Words.\n\n::: timeline\n:::\n"
    )
    assert files["sources.yaml"] == "x:\n  title: FILL IN\n"
    assert said == [
        "briefing.md:11:1  question  question\n  The file does not say who wrote it. Write authors at the head.\n"
        "  Answer it in the text, and delete this comment.",
        'briefing.md:13:1  question  question\n  What is the source "x"? It is cited here, and nothing lists it: see'
        " sources.yaml.\n  Answer it in the text, and delete this comment.",
    ]


def test_a_list_that_would_say_something_else_is_written_as_a_table(tmp_path):
    """In Markdown, a line ``[label]: word`` is no text but the target of a link."""
    files, _ = imported(tmp_path, "a.csv", 'date,event\n"[1667]",War\n1979,Peace\n')
    assert files["briefing.md"].endswith("::: timeline {events=events.csv}\n:::\n")
    assert files["events.csv"] == "date,event,source,stressed\n[1667],War,,\n1979,Peace,,\n"
    assert [event[:2] for event in shown(tmp_path / "new")] == [("[1667]", "War"), ("1979", "Peace")]


@pytest.mark.parametrize(
    ("name", "text", "options", "said"),
    [
        (
            "a.csv",
            "date,event\n31/06/2021,War\n44423,Peace [@\n",
            {},
            "a.csv:2:1  error  date-impossible\n  There is no 31 June: June has 30 days.\n"
            "  Correct the day or the month.\n"
            'a.csv:3:1  error  date-unreadable\n  "44423" is the number by which a spreadsheet keeps a day.\n'
            "  Give the column the form of a date there, such as 2021-08-15, and export it again.",
        ),
        (
            "a.csv",
            "event\nWar\n",
            {},
            "a.csv:2:1  error  wrong-shape\n  This event has no date.\n  Write it in a column or field called date.",
        ),
        (
            "a.csv",
            "date,event,text\n1979,War,See [@a b @c]\n",
            {},
            "a.csv:2:10  error  unreadable-citation\n  The citation [@a b @c] cannot be read.\n"
            "  Put a semicolon between two sources: [@first; @second, p. 7].",
        ),
        (
            "a.csv",
            "date,event\n1979,War [@{*}]\n",
            {},
            'a.csv:2:6  error  bad-key\n  "*" cannot be the key of a source.\n'
            "  A key begins with a letter or digit and has no spaces: massoud-2021.",
        ),
        ("a.csv", "date,event\n", {}, "a.csv:1:1  error  no-events\n  There are no events in this file.\n"
         "  Write some, one a row below the names of the columns; in TimelineJS's JSON in the list called events."),
        ("a.json", '{"events": []}', {}, "a.json:1:1  error  no-events\n  There are no events in this file.\n"
         "  Write some, one a row below the names of the columns; in TimelineJS's JSON in the list called events."),
        (
            "a.xlsx",
            "PK",
            {},
            "a.xlsx:1:1  error  damaged-file\n  This file is damaged, or not complete.\n"
                "  Open it in the program it comes from, and save it anew.",
            ),
            (
                "a.ods",
                "PK",
                {},
                "a.ods:1:1  error  unknown-kind\n  Files that end in .ods are not read.\n"
                '  Open it in a spreadsheet and save it as .xlsx, or as "CSV UTF-8".',
            ),
        (
            "standard input",
            "date,event\n",
            {},
            "standard input:1:1  error  unknown-kind\n  It cannot be told what kind of file this is.\n"
            f"  Say it: {' or '.join(f'--as {kind}' for kind in KINDS)}",
        ),
        ("a.csv", TABLE, {"language": "English"}, "error  unknown-language\n  'English' is not a language tag.\n"
         "  For instance: cy"),
        ("a.csv", TABLE, {"language": "zz-QQQ"}, "error  unknown-language\n"
         '  No language is known by the tag "zz-QQQ".\n'
         "  Write the tag of a language, such as cy for Welsh or fa-AF for Dari."),
        ("a.csv", f"date,event\n1979,{'[' * 51}\n", {}, f"a.csv:2:6  error  {CROWDED}"),
        ("a.csv", f"date,event,text\n1979,War,{'[' * 51}\n", {}, f"a.csv:2:10  error  {CROWDED}"),
        ("a.csv", b"x" * (LARGEST + 1), {}, 'a.csv:1:1  error  too-large\n  "a.csv" is larger than 5 MB.\n'
         "  Divide it."),
    ],
)  # fmt: skip
def test_nothing_is_written_where_something_is_wrong(tmp_path, name, text, options, said):
    with pytest.raises(ContentError) as raised:
        imported(tmp_path, name, text, **options)
    assert str(raised.value) == said
    assert list(tmp_path.iterdir()) == []


def test_what_is_in_a_folder_stays(tmp_path):
    write(tmp_path, {"new/mine.txt": "mine"})
    with pytest.raises(OutputError) as raised:
        imported(tmp_path, "a.csv", TABLE)
    assert str(raised.value) == (
        f"error  not-imported\n  {str(tmp_path / 'new')!a} is not empty.\n"
        "  Name a new folder: nothing of yours is overwritten."
    )
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(("name", "text"), [("-", json.dumps(SLIDES)), ("a.json", json.dumps(SLIDES))])
def test_the_command_line_tells_kinds_apart(tmp_path, monkeypatch, capsys, name, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.json").write_text(text)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert main(["import", name]) == 0
    folder = "imported" if name == "-" else "a"
    out, err = capsys.readouterr()
    assert out == f"{folder}/briefing.md\n{folder}/sources.yaml\nNext: briefing build {folder}\n"
    assert "warning  unplaced" in err


def test_the_command_line_names_what_was_written_as_the_folder_was_typed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefing.md").write_text("---\nmine: 1\n---\n\n# Title\n\nWords.\n")
    assert main(["import", "briefing.md", "-o", "new/folder"]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "briefing.md:" in line]
    assert lines == [
        "briefing.md:2:1  warning  unplaced",
        "new/folder/briefing.md:7:1  question  question",
    ]


def test_the_command_line_counts_what_is_wrong(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("a,b\n1,2\n")
    assert main(["import", "a.txt", "--as", "csv", "-o", "b"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", "Nothing was written: 1 error.")
    assert not (tmp_path / "b").exists()
    assert main(["import", "nothing.csv"]) == 1
    assert capsys.readouterr().err == "error: nothing.csv: No such file or directory.\n"


def test_the_command_line_knows_the_kinds():
    assert IMPORTED == KINDS


IN_EDTF = (
    "1979",
    "198X",
    "1996~",
    "2001?",
    "2021-05/2021-08",
    "2021-05/..",
    "../1998",
    "-0044",
    "2021-21",
    "Y-17000002",
)
IN_WORDS = ("by 1998", "about 20 August 2021", "the 1980s", "15/08/2021", "{1667,1668}", "5 May to 7 May 2021")
DATES = st.sampled_from(IN_EDTF + IN_WORDS)
WORDS = st.text(st.sampled_from("ab *_[]()\\`<>{}#:!|~^-+.'\"@;,1é\n"), min_size=1, max_size=25)
PLAIN = st.text(st.sampled_from("ab .,1é'"), min_size=1, max_size=25).filter(str.strip)
SOURCES = st.sampled_from(["", "x", "x; y, p. 3"])


def as_table(rows):
    text = io.StringIO()
    csv.writer(text).writerows([("date", "event", "source", "stressed"), *rows])
    return text.getvalue().encode()


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(DATES, PLAIN, SOURCES, st.sampled_from(["", "yes"])), min_size=1, max_size=5))
def test_events_come_back_as_they_went(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("events")
    data = as_table(rows)
    import_file("a.csv", data, folder / "new")
    live = write(
        folder / "live",
        {
            "briefing.md": "---\ntitle: a\nlanguage: en-GB\n---\n::: timeline {events=a.csv}\n:::\n",
            "sources.yaml": "x: {title: x}\ny: {title: y}\n",
            "a.csv": data,
        },
    )
    assert shown(folder / "new") == shown(live)
    assert len(shown(live)) == len(rows)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.tuples(DATES, WORDS, WORDS, st.just("")), max_size=4))
def test_whatever_a_table_says_is_imported_whole_or_not_at_all(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("events")
    try:
        import_file("a.csv", as_table(rows), folder / "new")
    except BriefingError as problem:
        assert errors_of(problem.diagnostics)
        assert not (folder / "new").exists()
    else:
        assert len(shown(folder / "new")) == len(rows)


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=3))
def test_whatever_slides_say_is_printed_as_text(tmp_path_factory, slides):
    folder = tmp_path_factory.mktemp("events")
    events = [
        {"start_date": {"year": 1996}, "text": {"headline": f"a {head}", "text": f"<p>{text}</p>b"}, "media": {"url": f"https://x.org/{url}"}}
        for head, text, url in slides
    ]  # fmt: skip
    import_file("a.json", json.dumps({"events": events}).encode(), folder / "new")
    assert len(shown(folder / "new")) == len(slides)


@settings(max_examples=examples(100), deadline=None)
@given(st.sampled_from(["a.csv", "a.json"]), st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_bytes_are_imported_or_refused(tmp_path_factory, name, data):
    folder = tmp_path_factory.mktemp("events")
    with pytest.raises(BriefingError):
        import_file(name, data, folder / "new")
    assert list(folder.iterdir()) == []
