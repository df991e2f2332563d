"""An article folder read whole: everything at once, and never an exception."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_folders import HEAD, ids, picture, told, write

from briefing.errors import Diagnostic
from briefing.model import plain_text
from briefing.reading import Reading, read_folder

ARTICLE = """---
title: Who are the National Resistance Front?
standfirst: >
  The group that *holds* the valley. [@massoud-2021]
organisation: ours
series: Afghanistan
number: 12
date: 2 September 2021
information_as_of: 24 August 2021
authors: [Research desk, Someone]
contact: press@example.org
language: en-GB
keywords: Afghanistan, refugees
embargo: 3 September 2021, 00:01 BST
approved: {by: Jane Doe, on: 2 September 2021}
petition:
  ask: Tell the Government
  link: https://example.org/petition
  deadline: 10 September 2021
  text: Nearly *there*. [@massoud-2021]
licence: CC BY 4.0
image_credits: |
  Cover: Jane Doe
  Map: John Doe
---
## A heading

A sentence. [@massoud-2021]

![A flood](flood.png)
"""
FILES = {
    "briefing.md": ARTICLE,
    "sources.yaml": "massoud-2021: {title: Op-ed}\n",
    "ours.yaml": "name: Refugees Welcome\n",
    "flood.png": picture(),
}


def test_the_files_are_kept_as_they_were_read(tmp_path):
    folder = write(tmp_path / "a", {**FILES, "briefing.md": ARTICLE.replace("\n", "\r\n")})
    write(folder, {"sources/massoud-2021.txt": "The words.", "sent.jsonl": "{}", ".env": "x", "unused.png": picture()})
    read = {name: (folder / name).read_bytes() for name in FILES}
    assert read_folder(folder).files == read
    (folder / "ours.yaml").unlink()
    write(tmp_path, {"organisations/ours.yaml": "name: A\nlogo: logo.png\n", "organisations/logo.png": picture()})
    del read["ours.yaml"]
    shared = {"../organisations/ours.yaml": b"name: A\nlogo: logo.png\n", "../organisations/logo.png": picture()}
    assert read_folder(folder).files == {**read, **shared}


def test_a_language_edition_keeps_its_own_text_and_that_of_the_original(tmp_path):
    folder = write(tmp_path, {**FILES, "briefing.cy.md": HEAD.replace("en-GB", "cy") + "Testun.\n"})
    assert list(read_folder(folder, language="cy").files)[:3] == ["briefing.cy.md", "briefing.md", "sources.yaml"]


def test_an_article_with_everything(tmp_path):
    reading = read_folder(write(tmp_path, FILES))
    assert told(reading.diagnostics) == []
    assert reading.profile == tmp_path / "ours.yaml"
    briefing = reading.briefing
    masthead, petition = briefing.masthead, briefing.petition
    assert (masthead.title, masthead.language) == ("Who are the National Resistance Front?", "en-GB")
    assert plain_text(masthead.standfirst).startswith("The group that holds the valley.")
    assert (masthead.series, masthead.number, masthead.date.edtf) == ("Afghanistan", "12", "2021-09-02")
    assert (masthead.information_as_of.edtf, masthead.authors) == ("2021-08-24", ("Research desk", "Someone"))
    assert (masthead.contact, masthead.keywords) == (("press@example.org",), ("Afghanistan", "refugees"))
    assert masthead.embargo.until == "3 September 2021, 00:01 BST"
    assert (masthead.approved.by, masthead.approved.on.edtf) == ("Jane Doe", "2021-09-02")
    assert (petition.ask, petition.link) == ("Tell the Government", "https://example.org/petition")
    assert (petition.deadline.edtf, str(petition.position)) == ("2021-09-10", "briefing.md:17:3")
    assert plain_text(petition.text).startswith("Nearly there.")
    assert (briefing.licence, briefing.image_credits) == ("CC BY 4.0", ("Cover: Jane Doe", "Map: John Doe"))
    assert briefing.organisation.name == "Refugees Welcome"
    assert list(briefing.sources) == ["massoud-2021"]
    assert briefing.pictures["flood.png"].data == FILES["flood.png"]
    assert [plain_text(section.title) for section in briefing.sections] == ["A heading"]
    assert str(briefing.sections[0].position) == "briefing.md:26:1"


def test_only_title_language_and_text_are_needed(tmp_path):
    reading = read_folder(write(tmp_path, {"briefing.md": HEAD + "Text.\n"}))
    assert reading.diagnostics == ()
    assert (reading.briefing.organisation, reading.briefing.petition, reading.profile) == (None, None, None)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path):
    write(tmp_path / "one", FILES)
    write(tmp_path / "two", {**FILES, "briefing.md": "\ufeff" + ARTICLE.replace("\n", "\r\n")})
    assert read_folder(tmp_path / "one").briefing == read_folder(tmp_path / "two").briefing


def test_all_problems_at_once(tmp_path):
    article = (
        "---\ntitel: A\nlanguage: en\nsubtitle: a: b\norganisation: nobody\ndate: 03/04/2021\n---\n"
        "Text [@masoud-2021], [@other].\n\n![A map](Flood.png)\n\n![A map](Flood.png)\n"
    )
    reading = read_folder(write(tmp_path, {**FILES, "briefing.md": article}))
    assert [(str(each.position), each.severity, each.id) for each in reading.diagnostics] == [
        ("briefing.md:2:1", "error", "unknown-key"),
        ("briefing.md:4:11", "error", "yaml"),
        ("briefing.md:5:15", "error", "unknown-organisation"),
        ("briefing.md:6:7", "error", "date-ambiguous"),
        ("briefing.md:8:7", "error", "unknown-source"),
        ("briefing.md:8:23", "error", "unknown-source"),
        ("briefing.md:10:1", "error", "case-differs"),
    ]
    assert reading.briefing.masthead.subtitle == "a: b"


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        (
            "masoud-2021",
            'briefing.md:5:4  error  unknown-source\n  There is no source "masoud-2021". '
            "Did you mean massoud-2021?  (sources.yaml, line 1)",
        ),
        (
            "other",
            'briefing.md:5:4  error  unknown-source\n  There is no source "other".\n'
            "  List it in sources.yaml: other: and below it, further in, its title, date and url.",
        ),
    ],
)
def test_a_dead_citation(tmp_path, key, problem):
    folder = write(tmp_path, {**FILES, "briefing.md": f"{HEAD}A [@{key}]\n"})
    assert told(read_folder(folder).diagnostics) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Text",
            "briefing.md:1:1  error  no-front-matter\n  The article does not begin with its fields.\n"
            "  Begin the file with a line of three dashes, then title and language, then three dashes again.",
        ),
        (
            "---\ntitle: A\n\nText",
            "briefing.md:1:1  error  no-front-matter\n  The fields at the head of the article are not closed.\n"
            "  Put a line of three dashes below the last field.",
        ),
        (
            HEAD,
            "briefing.md:1:1  error  no-text\n  There is no text below the fields.\n"
            "  Write below the second line of dashes.",
        ),
        (
            HEAD + "::: handout\nText\n:::",
            "briefing.md:5:1  error  no-text\n  There is text for the handout, but none for the briefing.\n"
            "  Write the briefing outside of ::: handout.",
        ),
        (
            HEAD + "::: postcard\nText\n:::",
            "briefing.md:5:1  error  no-text\n  There is text for the postcard, but none for the briefing.\n"
            "  Write the briefing outside of ::: postcard.",
        ),
        (
            "---\njust words\n---\nText",
            "briefing.md:2:1  error  wrong-kind\n"
            "  Fields are expected here: a name, a colon, a space and a value in each line.",
        ),
        (
            f"---\ntitle: {'a' * 100_000}\n---\nText",
            "briefing.md:1:1  error  too-large\n  The fields at the head have more than 100000 characters.\n"
            "  Sentences stand in the body, below the second line of dashes.",
        ),
        (
            b"---\ntitle: A\nlanguage: en\n---\nCaf\xe9",
            "briefing.md:5:4  error  not-utf-8\n  This file is not UTF-8 text: the byte 0xE9 does not belong here.\n"
            "  Save the file as UTF-8: most editors offer it under Save as, Encoding.",
        ),
        (
            b"x" * 4_000_001,
            'briefing.md:1:1  error  too-large\n  "briefing.md" is larger than 4 MB.\n  Make the file smaller.',
        ),
    ],
    ids=range(9),
)
def test_an_article_that_is_none(tmp_path, text, problem):
    assert told(read_folder(write(tmp_path, {"briefing.md": text})).diagnostics) == [problem]


def test_blank_lines_before_the_fields_are_counted(tmp_path):
    reading = read_folder(write(tmp_path, {"briefing.md": "\n\n---\ntitel: A\nlanguage: en\n---\n[@a]\n"}))
    assert [str(each.position) for each in reading.diagnostics] == ["briefing.md:4:1", "briefing.md:7:2"]


def test_a_folder_that_is_none(tmp_path):
    write(tmp_path, {"file.md": "x", "empty/x": "x", "near/Briefing.md": "x"})
    assert told(read_folder(tmp_path / "nowhere").diagnostics) == [
        f'error  no-folder\n  There is no folder "{tmp_path / "nowhere"}".'
    ]
    assert told(read_folder(tmp_path / "file.md").diagnostics) == [
        f'error  no-folder\n  "{tmp_path / "file.md"}" is a file, not a folder.\n'
        "  Name the folder that holds briefing.md."
    ]
    assert told(read_folder(tmp_path / "empty").diagnostics) == [
        f'error  no-article\n  There is no briefing.md in "{tmp_path / "empty"}".\n'
        "  An article folder holds its text in briefing.md; briefing new writes a first one."
    ]
    assert ids(read_folder(tmp_path / "near").diagnostics) == ["case-differs"]
    assert ids(read_folder(tmp_path / "a\0b").diagnostics) == ["no-folder"]


def test_a_language_edition_shares_the_rest(tmp_path):
    edition = "---\ntitle: ناو\nlanguage: fa-AF\norganisation: ours\ndate: 2021-09-02\n---\nمتن [@massoud-2021]\n"
    folder = write(
        tmp_path, {**FILES, "briefing.fa-AF.md": edition, "sources.yaml": "massoud-2021: {date: 18 August 2021}"}
    )
    reading = read_folder(folder, language="fa-AF")
    assert told(reading.diagnostics) == []
    assert (reading.briefing.masthead.title, reading.briefing.position.file) == ("ناو", "briefing.fa-AF.md")
    assert reading.briefing.sources["massoud-2021"].date.edtf == "2021-08-18"
    assert reading.briefing.organisation.name == "Refugees Welcome"


def test_a_language_edition_that_is_none(tmp_path):
    folder = write(tmp_path, {"briefing.md": HEAD + "A", "briefing.de.md": HEAD + "A"})
    assert told(read_folder(folder, language="fa").diagnostics) == [
        f'error  no-edition\n  There is no briefing.fa.md in "{folder}".\n  There is: briefing.de.md, briefing.md.'
    ]
    assert told(read_folder(folder, language="../x").diagnostics) == [
        "error  no-edition\n  '../x' is not a language tag.\n  For instance: cy or fr-CH."
    ]
    assert told(read_folder(folder, language="fa_AF").diagnostics) == [
        "error  no-edition\n  'fa_AF' is not a language tag.\n  Did you mean fa-AF?"
    ]
    assert told(read_folder(folder, language="de").diagnostics) == [
        'briefing.de.md:3:11  warning  language-differs\n  This is the edition in "de", and its language is "en-GB".\n'
        "  One of the two is wrong."
    ]


def test_a_folder_that_may_not_be_read(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert told(read_folder(tmp_path).diagnostics) == [
        f"error  no-folder\n  {str(tmp_path)!a} cannot be read: Permission denied."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
def test_an_article_that_is_a_link_out_of_the_folder(tmp_path):
    write(tmp_path, {"secret.md": HEAD + "A", "article/x": "x"})
    (tmp_path / "article" / "briefing.md").symlink_to("../secret.md")
    assert ids(read_folder(tmp_path / "article").diagnostics) == ["outside-folder"]


def test_too_many_pictures(tmp_path):
    uses = "".join(f"![A](flood.png)\n\n![B](p{number}.png)\n\n" for number in range(200))
    reading = read_folder(write(tmp_path, {**FILES, "briefing.md": HEAD + uses}))
    assert reading.diagnostics[-1].message == "There are more than 200 pictures."


def check(folder, content):
    reading = read_folder(write(folder, {"briefing.md": content}))
    assert isinstance(reading, Reading)
    assert all(isinstance(each, Diagnostic) for each in reading.diagnostics)
    assert reading.briefing or reading.diagnostics


FIELDS = st.text(st.sampled_from("titlelanguage: en\n-[]{}'\"#@&*!|>%\\\t é"), max_size=80)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    check(tmp_path_factory.mktemp("any"), content)


@given(FIELDS, st.text(max_size=40))
def test_any_fields_and_text_are_read_or_refused(tmp_path_factory, fields, text):
    check(tmp_path_factory.mktemp("any"), f"---\n{fields}\n---\n{text}".encode())


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            "title: [\n",
            "briefing.md:3:9  error  yaml\n  A square bracket is opened and not closed.\n"
            "    you:   title: [\n    write: title: []",
        ),
        (
            "title: T\ndate: 2 May: 2021\n",
            "briefing.md:4:7  error  yaml\n  A colon followed by a space cannot stand in an unquoted value.\n"
            '    you:   date: 2 May: 2021\n    write: date: "2 May: 2021"',
        ),
        (
            "title: T\npetition: {\n",
            "briefing.md:4:11  error  yaml\n  A value cannot begin with { unless it stands in quotation marks.\n"
            '    you:   petition: {\n    write: petition: "{"',
        ),
    ],
)
def test_one_mistake_is_told_once(tmp_path, fields, problem):
    article = f"---\nlanguage: en\n{fields}---\nText.\n"
    assert told(read_folder(write(tmp_path, {"briefing.md": article})).diagnostics) == [problem]


def test_two_mistakes_of_one_line_are_told(tmp_path):
    article = "---\nlanguage: en\ntitle: T\nsubtilte: a: b\n---\nText.\n"
    reading = read_folder(write(tmp_path, {"briefing.md": article}))
    assert [each.id for each in reading.diagnostics] == ["unknown-key", "yaml"]


@pytest.mark.parametrize(
    ("fields", "told_of_it"),
    [
        ("disclaimer: see [the terms](https://example.org/terms)", "[the terms](https://example.org/terms)"),
        ("image_credits: [Jane, '[J](#j)']", "[J](#j)"),
        ("disclaimer: see the terms [here] (https://example.org)", None),
        ("standfirst: see [the terms](https://example.org/terms)", None),
    ],
)
def test_links_in_plain_texts_are_warned_of(tmp_path, fields, told_of_it):
    article = f"---\nlanguage: en\ntitle: T\n{fields}\n---\nText.\n"
    diagnostics = read_folder(write(tmp_path, {"briefing.md": article})).diagnostics
    name = fields.partition(":")[0]
    assert [(each.severity, each.id, each.message, each.hint) for each in diagnostics] == (
        []
        if told_of_it is None
        else [
            (
                "warning",
                "plain-text",
                f"{name} is plain text: the brackets of {told_of_it} are printed as typed.",
                "Write the words and the address as a reader is to see them.",
            )
        ]
    )


@pytest.mark.parametrize(
    ("typed", "keywords"),
    [
        ("floods, money,, public", ("floods", "money", "public")),
        ('"money, public"', ("money", "public")),
        ('[floods, "money, public", "a; b"]', ("floods", "money, public", "a; b")),
        ('["money, public"]', ("money, public",)),
        ("\n- money, public", ("money, public",)),
        ('[" ", a]', ("a",)),
        ("''", ()),
    ],
)
def test_a_list_of_keywords_is_taken_as_typed_and_a_text_parted_at_commas(tmp_path, typed, keywords):
    text = f"---\ntitle: T\nlanguage: en\nkeywords: {typed}\n---\nText.\n"
    assert read_folder(write(tmp_path, {"briefing.md": text})).briefing.masthead.keywords == keywords


def test_a_list_of_sources_that_is_not_read_is_the_one_thing_told(tmp_path):
    article = "---\ntitle: T\nlanguage: en-GB\n---\nA [@a]. B [@b].\n"
    folder = write(tmp_path, {"briefing.md": article, "sources.yaml": "# " + "x" * 1_000_001})
    assert told(read_folder(folder).diagnostics) == [
        'sources.yaml:1:1  error  too-large\n  "sources.yaml" is larger than 1 MB.\n  Make the file smaller.'
    ]


def test_a_source_with_a_mistake_keeps_no_other_from_being_missed(tmp_path):
    article = "---\ntitle: T\nlanguage: en-GB\n---\nA [@other].\n"
    folder = write(tmp_path, {"briefing.md": article, "sources.yaml": "a:\n  title: T\n  titel: T\n"})
    assert [each.id for each in read_folder(folder).diagnostics] == ["unknown-source", "unknown-key"]
