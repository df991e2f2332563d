"""What an editor would say: doubtful or open, at the place where it was typed."""

from __future__ import annotations

import pytest
from reading_folders import HEAD, picture, told, write

from briefing.checking import check
from briefing.checking.embargo import names_a_moment
from briefing.reading import read_folder

LISTED = "  title: A\n  date: 2021\n"


def checked(tmp_path, article, **files):
    names = {name.replace("_", "."): content for name, content in files.items()}
    reading = read_folder(write(tmp_path, {"briefing.md": article, **names}))
    assert told(reading.diagnostics) == []
    return told(check(reading.briefing))


def head(fields):
    return f"---\ntitle: Title\nlanguage: en-GB\n{fields}---\n"


def test_a_plain_article_gives_no_cause(tmp_path):
    assert checked(tmp_path, HEAD + "Text [@a].\n", sources_yaml=f"a:\n{LISTED}") == []


CITING = {
    "body": HEAD + "## *Heading*\n\n> Quoted. [@a]\n",
    "note": HEAD + "Text.[^1]\n\n[^1]: Note. [@a]\n",
    "nested": HEAD + "## One\n\n### Two\n\n- Item [@a]\n",
    "standfirst": head("standfirst: So it is. [@a]\n") + "Text.\n",
    "petition": head("petition: {ask: B, link: 'https://examples.org', text: 'C. [@a]'}\n") + "Text.\n",
    "summary": HEAD + "::: summary\n- Point. [@a]\n:::\n",
    "figures": HEAD + "::: figures\n- **1** thing. [@a]\n:::\n",
    "asks": HEAD + "::: asks\n- **All**: do it, by 1 May 2022. [@a]\n:::\n",
    "timeline": HEAD + "::: timeline\n- 1979: it begins [@a]\n:::\n",
    "handout": HEAD + "::: handout\nText. [@a]\n:::\n\nText.\n",
    "postcard": HEAD + "::: postcard\nText. [@a]\n:::\n\nText.\n",
    "box": HEAD + "::: box Box\nText. [@a]\n:::\n",
}


@pytest.mark.parametrize("article", CITING.values(), ids=CITING)
def test_a_source_is_used_wherever_it_is_cited(tmp_path, article):
    assert checked(tmp_path, article, sources_yaml=f"a:\n{LISTED}") == []


def test_an_article_need_not_cite_itself(tmp_path):
    assert checked(tmp_path, CITING["box"], sources_yaml=f"a:\n{LISTED}\nb:\n{LISTED}  own: yes\n") == []


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (
            f"b:\n{LISTED}",
            "sources.yaml:1:1  warning  unused-source\n  Nothing cites the source b.\n"
            "  Cite it, [@b], or take it out of the list.",
        ),
        (
            "a:\n  date: 2021\n",
            "sources.yaml:1:1  warning  source-incomplete\n  The source a has no title.\n  A reader has to find it.",
        ),
        (
            "a:\n  title: A\n",
            "sources.yaml:1:1  warning  source-incomplete\n  The source a has neither a date nor an address.\n"
            "  A reader has to find it.",
        ),
        (
            "a:\n  title: A\n  url: https://example.org\n",
            "sources.yaml:1:1  note  source-undated\n  One source does not say when it was read: a.\n"
            "  Pages change and vanish: add accessed, and the address of an archived copy.",
        ),
    ],
)
def test_sources(tmp_path, source, problem):
    others = "" if source.startswith("a") else f"a:\n{LISTED}"
    assert checked(tmp_path, HEAD + "Text [@a].\n", sources_yaml=source + others) == [problem]


@pytest.mark.parametrize(
    ("citation", "problem"),
    [
        ("[@other]", None),
        ("[@ours; @other]", None),
        ("[no source, counted by us]", None),
        ("[@ours]", 'The figure "12" has only your own text behind it.'),
        ("", 'The figure "12" has no source.'),
    ],
)
def test_a_key_figure_needs_evidence_that_is_not_ours(tmp_path, citation, problem):
    sources = f"ours:\n{LISTED}  own: yes\nother:\n{LISTED}"
    article = f"{HEAD}::: figures\n- **12** things. {citation}\n:::\n\nText. [@ours; @other]\n"
    hint = "Add a source: [@key], or say why none is needed: [no source, REASON]."
    expected = [f"briefing.md:6:3  open  no-source\n  {problem}\n  {hint}"] if problem else []
    assert checked(tmp_path, article, sources_yaml=sources) == expected


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            "petition:\n  ask: Sign\n  link: https://example.org\n  question: Is it this one?\n",
            "briefing.md:7:13  question  petition-question\n  Is it this one?\n"
            "  When it is answered, take the line out.",
        ),
        (
            "petition:\n  ask: Sign\n",
            "briefing.md:5:3  question  petition-without-link\n"
            "  The petition has no link: nobody can sign it.\n  Add its address: link: https://…",
        ),
        (
            "embargo: Friday\n",
            'briefing.md:4:10  error  embargo-unreadable\n  The embargo "Friday" does not name one moment.\n'
            "  Write day, time and zone: 3 September 2021, 00:01 BST",
        ),
        (
            "authors: [Jane Doe, Other]\napproved: {by: 'jane  doe, head of policy', on: 2 September 2021}\n",
            "briefing.md:5:11  warning  approver-is-author\n"
            '  "jane  doe, head of policy" has written the text and cannot release it.\n'
            "  A second person reads and releases it.",
        ),
    ],
)
def test_fields(tmp_path, fields, problem):
    assert [each for each in checked(tmp_path, head(fields) + "Text.\n") if "approval-without" not in each] == [problem]


@pytest.mark.parametrize("title", ["Untitled", "untitled document", "No title"])
def test_what_programs_write_for_a_title_is_none(tmp_path, title):
    assert checked(tmp_path, f"---\ntitle: {title}\nlanguage: en\n---\nText.\n") == [
        "briefing.md:2:8  warning  untitled\n"
        f'  "{title}" is no title: windows, search results and screen readers would say it.\n'
        "  Write in a few words what the briefing is about."
    ]


@pytest.mark.parametrize("words", ["flood.png", "IMG_0042.JPG", "Photo of 3 May.jpeg"])
def test_the_name_of_a_file_says_nothing_of_a_picture(tmp_path, words):
    assert checked(tmp_path, f"{HEAD}![{words}](a.png)\n", **{"a.png": picture()}) == [
        "briefing.md:5:1  warning  alt-is-file-name\n"
        f'  "{words}" is the name of a file; it says nothing to those who cannot see the picture.\n'
        "  Say what the picture shows: ![A flooded street](flood.png)."
    ]


@pytest.mark.parametrize("words", ["A flooded street", "The file a.png is open", ".png"])
def test_words_for_a_picture_are_left_alone(tmp_path, words):
    assert checked(tmp_path, f"{HEAD}![{words}](a.png)\n", **{"a.png": picture()}) == []


@pytest.mark.parametrize(
    ("fields", "line", "hint"),
    [
        ("", 6, 'End it with a day: "…, by 31 December 2030."'),
        ("date: 12 May 2026\n", 7, 'End it with a day: "…, by 31 December 2026."'),
        ("information_as_of: 2024\n", 7, 'End it with a day: "…, by 31 December 2024."'),
    ],
)
def test_an_ask_without_a_date(tmp_path, fields, line, hint):
    assert checked(tmp_path, head(fields) + "::: asks\n- **Members**: vote for it.\n:::\n") == [
        f'briefing.md:{line}:3  note  ask-without-date\n  The ask of "Members" has no date.\n  {hint}'
    ]


@pytest.mark.parametrize(("fields", "year"), [("", 2030), ("date: 2026-05-12\n", 2026)])
def test_an_ask_without_a_date_in_another_language(tmp_path, fields, year):
    text = head(fields).replace("language: en-GB", "language: de") + "::: asks\n- **Alle**: stimmen Sie zu.\n:::\n"
    [note] = [each for each in checked(tmp_path, text) if "ask-without-date" in each]
    assert note.splitlines()[1:] == [
        '  The ask of "Alle" has no date.',
        f'  End it with a day, typed as figures: "… {year}-12-31." The page says it in words.',
    ]


def test_a_table_without_names_for_its_columns(tmp_path):
    assert checked(tmp_path, HEAD + "|   |   |\n|---|---|\n| a | b |\n") == [
        "briefing.md:5:1  warning  table-without-header\n"
        "  The first row of this table is empty: its columns have no names.\n"
        "  Name each column there, for those who hear the table instead of seeing it."
    ]


def test_a_logo_without_words(tmp_path):
    profile = "name: Ours\nlogo: logo.png\n"
    article = head("organisation: ours\n") + "Text.\n"
    assert checked(tmp_path, article, ours_yaml=profile, logo_png=picture()) == [
        "ours.yaml:2:7  error  missing-alt\n  The logo says nothing to those who do not see it.\n"
        "  Say what it shows: logo_alt: Ours"
    ]


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("3 September 2021, 00:01 BST", True),
        ("3. Dezember 2021, 00:01 MEZ", True),
        ("3. Dezember 2021 um 00:01 MEZ", True),
        ("3 September 2021 at 00.01 GMT+1", True),
        ("2021-09-03T00:01 +01:00", True),
        ("2021-09-03 00:01Z", True),
        ("00:01 BST on 3 September 2021", True),
        ("00:01 Europe/London, 3 September 2021", True),
        ("3 September 2021", False),
        ("3 September 2021, 00:01", False),
        ("3 September 2021, 25:01 BST", False),
        ("September 2021, 00:01 BST", False),
        ("03/04/2021, 00:01 BST", False),
        ("about 3 September 2021, 00:01 BST", False),
        ("", False),
    ],
)
def test_an_embargo_names_one_moment(text, good):
    assert names_a_moment(text, "de") == good


def test_how_dates_were_read(tmp_path):
    typed = ("the 1980s", "1990", "by 1998", "2021-08-15", "../2030", "2019-05/2019-08")
    events = "".join(f"- {each}: A [no source, x]\n" for each in typed)
    text = f"Text.\n\n::: timeline\n{events}:::\n"
    assert checked(tmp_path, HEAD + text) == [
        "briefing.md:7:1  note  dates-read\n"
        "  The dates of this timeline were read so, on the left as typed, on the right as understood:\n"
        "    the 1980s = 198X\n    by 1998 = ../1998\n    2021-08-15 = 15 August 2021\n    ../2030 = by 2030\n"
        "    2019-05/2019-08 = May – August 2019"
    ]


WARNED = "  If you mean the season, write it in words: summer 2019."


def warned(typed, place, season="summer 2019", years="2019–2022", words=WARNED):
    told = f'  "{typed}" is read as {season}. If you mean years, write {years}.\n'
    return f"{place}  warning  season-or-years\n{told}{words}"


def test_a_season_that_may_be_two_years_is_told_wherever_it_is_typed(tmp_path):
    head = HEAD.replace("language: en-GB", "language: en-GB\ndate: 2019-22\ninformation_as_of: in 2019-22")
    listed = "- 2019-22: A [no source, x]\n- by 2019-22?: A [no source, x]\n- 2001-21: A [no source, x]\n"
    clear = "- 2024-22: A [no source, x]\n- 2019-22/..: A [no source, x]\n- 2019-12: A [no source, x]\n"
    (tmp_path / "a.csv").write_text("date,event\n2019-22,A [no source; x]\n")
    (tmp_path / "c.csv").write_text("When,Share\n2018,1\n2019-22,2\n")
    (tmp_path / "sources.yaml").write_text("key:\n  title: T\n  date: 2019-22\n")
    text = (
        f"Text. [@key]\n\n::: timeline\n{listed}{clear}:::\n\n::: timeline {{events=a.csv}}\n:::\n\n"
        "::: chart {data=c.csv kind=line title=Shares unit=%}\n[no source, x]\n:::\n"
    )
    found = [each for each in checked(tmp_path, head + text) if "season-or-years" in each]
    spring = "  If you mean the season, write it in words: spring 2001."
    assert sorted(found) == sorted([
        warned("2019-22", "briefing.md:4:7"),
        warned("2019-22", "briefing.md:5:20"),
        warned("2019-22", "briefing.md:10:3"),
        warned("2019-22", "briefing.md:11:3"),
        warned("2001-21", "briefing.md:12:3", "spring 2001", "2001–2021", spring),
        warned("2019-22", "a.csv:2:9"),
        warned("2019-22", "c.csv:3:1"),
        warned("2019-22", "sources.yaml:1:1"),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "before,1\nafter,2\n",
            "The 2 rows of this line are names: they stand at equal steps, in the order of their file.",
        ),
        ("2001,1\n2003,2\n", "The 2 rows of this line are dates, from 2001 to 2003, each at its place in time."),
        (
            "May 2001,1\n2003,2\n",
            "The 2 rows of this line are dates, from 2001-05 to 2003, each at its place in time."
            " They were read so, on the left as typed, on the right as understood:\n    May 2001 = 2001-05",
        ),
    ],
)
def test_which_axis_a_line_was_given(tmp_path, rows, expected):
    tmp_path.joinpath("data.csv").write_text("When,People\n" + rows, encoding="utf-8")
    text = "Text.\n\n::: chart Title {data=data.csv kind=line unit=people}\n[no source, x]\n:::\n"
    assert checked(tmp_path, HEAD + text) == [f"briefing.md:7:1  note  axis-read\n  {expected}"]


def test_how_dates_from_right_to_left_were_read(tmp_path):
    """A mark on either side keeps the words on the left and the EDTF on the right of a line that is reordered."""
    head = HEAD.replace("language: en-GB", "language: fa-AF")
    text = "Text.\n\n::: timeline\n- ۱۵ اگست ۲۰۲۱: A [no source, x]\n:::\n"
    [note] = [each for each in checked(tmp_path, head + text) if "dates-read" in each]
    assert note == (
        "briefing.md:7:1  note  dates-read\n"
        "  The dates of this timeline were read so, on the left as typed, on the right as understood:\n"
        "    \u200e۱۵ اگست ۲۰۲۱\u200e = 2021-08-15"
    )


SHEET = HEAD + "Text.\n\n" + "::: timeline {events=a.csv}\n:::\n\n" * 2


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("1979", "by 1998", "1996", "about 1996", "1990s"), ""),
        (("1181 BC", "since 1180 BC", "before 1996"), ""),
        (("1990s", "1992", "1991"), "a.csv:4:8  1991 stands below 1992"),
        (("1181 BC", "since 1780 BC"), "a.csv:3:17  since 1780 BC stands below 1181 BC"),
        (("1979", "2001", "1990", "2021", "1970"), "a.csv:4:8  1990 stands below 2001"),
        (("1996", "since about 1996"), ""),
        (("2001", "{1960,1961}"), "a.csv:3:15  1960 and 1961 stands below 2001"),
    ],
)
def test_a_file_whose_events_are_out_of_order_is_noted_once(tmp_path, dates, said):
    rows = "".join(f'"{date}",A,"no source, x"\n' for date in dates)
    found = [each for each in checked(tmp_path, SHEET, **{"a.csv": f"date,event,source\n{rows}"}) if "out-of" in each]
    place, _, words = said.partition("  ")
    assert found == [
        f"{place}  note  out-of-order\n"
        f'  The events of "a.csv" are not in order of time: {words}.\n'
        "  Sort them, the oldest first. Where dates leave the order open, that of the file decides."
    ] * bool(said)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2001", "1979", "1996"), ""),
        (("since May 2021", "15 August 2021", "2001"), ""),
        (("15 August 2021", "since May 2021", "since April 2021"), "7:3  since May 2021 stands below 15 August 2021"),
        (("1985", "1980 to 1990"), "7:3  1980 to 1990 stands below 1985"),
        (("1985", "1980s", "about 1984", "by 1990"), ""),
        (("2021-08-15", "1990", "1980/..", "1979"), "8:3  since 1980 stands below 1990"),
    ],
)
def test_a_list_is_told_of_what_its_order_decides_against_beginnings(tmp_path, dates, said):
    rows = "".join(f"- {date}: A [no source, x]\n" for date in dates)
    found = [each for each in checked(tmp_path, f"{HEAD}::: timeline\n{rows}:::\n") if "out-of" in each]
    place, _, words = said.partition("  ")
    assert found == [
        f"briefing.md:{place}  note  out-of-order\n"
        f"  The events of this timeline are not in order of time: {words}.\n"
        "  If you mean it so, leave it: where dates leave the order open, yours stands. Else put the oldest first."
    ] * bool(said)


ADD = "Add a source: [@key], or say why none is needed: [no source, REASON]."


def test_an_event_without_a_source_is_open(tmp_path):
    text = """::: timeline T
- 1979: The *Soviet Union* invades
- 1980: War [no source, year of record]
- 1981: War
:::
"""
    assert [each for each in checked(tmp_path, HEAD + text) if "note" not in each] == [
        f'briefing.md:{line}:3  open  no-source\n  The event "{words}" has no source.\n  {ADD}'
        for line, words in ((6, "The Soviet Union invades"), (8, "War"))
    ]


def test_many_events_without_a_source_are_told_with_their_number(tmp_path):
    table = "date,event,source\n" + "".join(f"{year},In {year},\n" for year in range(1979, 1984))
    told_of = f"""a.csv:2:6  open  no-source
  {{}} of this timeline {{}} source; this is the first.
    a.csv:3:6: In 1980
    a.csv:4:6: In 1981
    a.csv:5:6: In 1982
    a.csv:6:6: In 1983
  {ADD}"""
    assert checked(tmp_path, SHEET, **{"a.csv": table}) == [told_of.format("None of the 5 events", "has a")]
    one_more = table + '1990,Peace,"no source, of record"\n'
    assert checked(tmp_path, SHEET, **{"a.csv": one_more}) == [told_of.format("5 of the 6 events", "have no")]


def test_timelinejs_cites_nothing(tmp_path):
    file = '{"events": [{"start_date": {"year": "1979"}, "text": {"headline": "War"}}]}'
    assert checked(tmp_path, SHEET.replace("a.csv", "a.json"), **{"a.json": file}) == [
        'a.json:1:67  open  no-source\n  The event "War" has no source.\n'
        "  This kind of file cites nothing: let briefing import make a list of it, and add a source to each."
    ]
