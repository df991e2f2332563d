"""Sources from YAML, BibTeX and CSL-JSON, and captured texts."""

from __future__ import annotations

import json
import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from reading_folders import ids, told, write

from briefing.errors import Position
from briefing.reading.fields import LANGUAGE_NAMES, PATTERNS, Kind, language_tag
from briefing.reading.sources import read_sources
from briefing.reading.sources.bibtex import read_bibtex
from briefing.reading.sources.csl import read_csl
from briefing.reading.sources.latex import plain_address, plain_words
from briefing.reading.yaml import Scalar

ZOTERO = r"""
@comment{jabref-meta: databaseType:biblatex;}
@string{post = {The Washington Post}}

@article{massoud-2021,
	title = {The mujahideen resistance to the {Taliban} begins now},
	author = {Massoud, Ahmad and {UNHCR} and García~Márquez, Gabriel and others},
	journal = post # { (online)},
	date = {2021-08-18},
	url = {https://www.example.org/a\_b--c\%20d},
	urldate = {2021-08-24},
	note = "Attributed; page not found",
}
@Online(second,
  author = "Jos{\'e} {\"O}zt{\"u}rk",
  title = {H{\o}yesterett \& l'{\^E}tat: 50\,\% -- ``so''},
  subtitle = {A subtitle},
  year = 2021, month = aug, day = 5,
  archiveurl = {https://web.archive.org/x}, own = {yes}
)
"""


def test_bibtex_as_zotero_and_jabref_write_it(tmp_path):
    sources, problems, *_ = read_sources(write(tmp_path, {"works.bib": ZOTERO}), ())
    assert told(problems) == []
    first, second = sources.values()
    assert (first.key, first.type, first.title) == (
        "massoud-2021",
        "article-journal",
        "The mujahideen resistance to the Taliban begins now",
    )
    assert first.authors == ("Ahmad Massoud", "UNHCR", "Gabriel García\u00a0Márquez", "et al.")
    assert (first.container, first.url) == ("The Washington Post (online)", "https://www.example.org/a_b--c%20d")
    assert (first.date.edtf, first.accessed.edtf, first.note) == (
        "2021-08-18",
        "2021-08-24",
        "Attributed; page not found",
    )
    assert first.position == Position("works.bib", 5, 1)
    assert (second.title, second.authors) == ("Høyesterett & l'Êtat: 50\u202f% – “so”: A subtitle", ("José Öztürk",))
    assert (second.date.edtf, second.archived, second.own) == ("2021-08-05", "https://web.archive.org/x", True)


BIBLIOGRAPHIC = r"""
@article{a, title = {A}, journal = {J}, volume = 12, number = 3, pages = {3--9}, doi = {10.1000/a\_b},
  isbn = {978}, author = {One, A}, editor = {Two, B}, abstract = {Long.}, booktitle = {K}}
@techreport{b, title = {B}, issue = {TR-7}, pages = {12 - 14, 20}, doi = {https://doi.org/10.1000/182}, isbn = {979}}
"""


def test_where_in_a_journal_it_stands(tmp_path):
    sources, problems, *_ = read_sources(write(tmp_path, {"w.bib": BIBLIOGRAPHIC}), ())
    placed = [(each.volume, each.issue, each.pages, each.doi) for each in sources.values()]
    assert placed == [("12", "3", "3–9", "10.1000/a_b"), ("", "TR-7", "12–14, 20", "10.1000/182")]
    assert told(problems) == [
        "w.bib:2:1  note  unused-field\n  A briefing has no place for these fields; they are not printed:\n"
        "    abstract: a\n    booktitle: a\n    editor: a\n    isbn: a and 1 more"
    ]


def test_where_in_a_journal_it_stands_as_csl_has_it(tmp_path):
    works = [
        {"id": "a", "title": "A", "volume": 12, "issue": "3", "page": "3-9", "DOI": "10.1000/182", "ISBN": "978"},
        {"id": "b", "title": "B", "number": 7, "custom": {"own": False, "x": 1}, "abstract": ""},
        {"id": "c", "title": "C", "number": 7, "issue": 8},
    ]
    sources, problems, *_ = read_sources(write(tmp_path, {"sources.json": json.dumps(works)}), ())
    placed = [(each.volume, each.issue, each.pages, each.doi) for each in sources.values()]
    assert placed == [("12", "3", "3–9", "10.1000/182"), ("", "7", "", ""), ("", "8", "", "")]
    assert told(problems) == [
        "sources.json:1:3  note  unused-field\n  A briefing has no place for these fields; they are not printed:\n"
        "    ISBN: a\n    custom.x: b\n    number: c"
    ]


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("en", "en"),
        ("en_GB", "en-GB"),
        (" fa-AF ", "fa-AF"),
        ("English", "en"),
        ("ngerman", "de"),
        ("prs", "fa-AF"),
        ("fre", "fr"),
        ("brazil", "pt-BR"),
        ("", ""),
        ("en; fr", ""),
        ("the English of Kabul", ""),
    ],
)
def test_a_language_as_bibliographies_name_it(typed, tag):
    assert language_tag(typed) == tag


def test_every_language_that_has_a_name_has_a_tag_that_a_source_may_have():
    assert set(LANGUAGE_NAMES) > {"english", "ngerman", "zho"}
    assert [tag for tag in LANGUAGE_NAMES.values() if not re.fullmatch(PATTERNS[Kind.LANGUAGE], tag)] == []
    assert {tag for tag in LANGUAGE_NAMES.values() if Locale.parse(tag, sep="-").english_name is None} == set()


def test_the_language_of_a_work_in_each_format(tmp_path):
    works = [{"id": "d", "title": "D", "language": "French"}, {"id": "e", "title": "E", "language": "of the heart"}]
    files = {
        "sources.yaml": "a:\n  title: A\n  language: fa-AF\n",
        "sources.json": json.dumps(works),
        "w.bib": "@book{b, title = {B}, langid = {ngerman}, language = {German}}\n"
        "@book{c, title = {C}, langid = {elvish}, language = {en-US}}\n"
        "@book{f, title = {F}, language = {elvish}}",
    }
    sources, problems, *_ = read_sources(write(tmp_path, files), ())
    assert {key: source.language for key, source in sources.items()} == {
        "a": "fa-AF", "b": "de", "c": "en-US", "d": "fr", "e": "", "f": "",
    }  # fmt: skip
    assert told(problems) == [
        "sources.json:1:52  note  unused-field\n  A briefing has no place for these fields; they are not printed:\n"
        "    language: e",
        "w.bib:3:1  note  unused-field\n  A briefing has no place for these fields; they are not printed:\n"
        "    language: f",
    ]


def test_what_is_no_language_of_a_work(tmp_path):
    assert told(read_sources(write(tmp_path, {"sources.yaml": "a:\n  language: English\n"}), ())[1]) == [
        "sources.yaml:2:13  error  wrong-kind\n  language takes a language tag, such as en-GB.\n  Write language: en"
    ]


def test_not_every_field_without_a_place_is_named():
    fields = ", ".join(f"x{number:02d} = 1" for number in range(25))
    [problem] = read_bibtex(f"@book{{a, {fields}, {'y' * 90} = 1}}", "w.bib")[1]
    assert len(problem.details) == 21
    assert (problem.details[0], problem.details[-1]) == ("x00: a", "and 6 more")


@pytest.mark.parametrize(
    "doi", ["10.1000/182", "doi:10.1000/182", "DOI: 10.1000/182", "https://dx.doi.org/10.1000/182"]
)
def test_a_doi_in_any_dress(tmp_path, doi):
    sources, problems, *_ = read_sources(write(tmp_path, {"sources.yaml": f"a:\n  title: A\n  doi: '{doi}'\n"}), ())
    assert (told(problems), sources["a"].doi) == ([], "10.1000/182")


def test_what_is_no_doi(tmp_path):
    assert told(read_sources(write(tmp_path, {"sources.yaml": "a:\n  doi: 11.1000/182\n"}), ())[1]) == [
        "sources.yaml:2:8  error  wrong-kind\n  doi takes a DOI, such as 10.1000/182.\n  For instance: doi: 10.1000/182"
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", []),
        ("% none yet\n\n", []),
        ("@comment{none yet}", []),
        ("@@@{{{", ["unreadable"]),
        ("Some words", ["unreadable"]),
        ("@book", ["unreadable"]),
    ],
)
def test_a_file_without_an_entry(text, problems):
    told_of_it = (
        "w.bib:1:1  error  bibtex\n  This file has no entry that can be read.\n"
        "  Export the file anew: an entry begins with @ and its kind, such as @article{massoud-2021,"
    )
    assert read_bibtex(text, "w.bib")[0] == ()
    assert told(read_bibtex(text, "w.bib")[1]) == [told_of_it for _ in problems]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"{\'e}", "é"),
        (r"\'{e}", "é"),
        (r"\'e", "é"),
        (r"{\'\i}", "í"),
        (r"\c{c}a", "ça"),
        (r"\c c", "ç"),
        (r"\v{S}krabec", "Škrabec"),
        (r"\H{o}", "ő"),
        (r"{\ss}", "ß"),
        (r"Stra\ss{}e", "Straße"),
        (r"\AA ngstr\"om", "Ångström"),
        (r"\l{}\'od\'z", "łódź"),
        (r"a~b", "a\u00a0b"),
        (r"pp. 1--2 --- so", "pp. 1–2 — so"),
        (r"\textit{Title} and \emph{more}", "Title and more"),
        (r"\{x\} \$5 \#1 a\_b", "{x} $5 #1 a_b"),
        (r"\href{https://example.org}{here}", "here"),
        ("one\n  two", "one two"),
        ('a < b & "c"', 'a < b & "c"'),
    ],
)
def test_latex_becomes_plain_text(text, plain):
    assert plain_words(text) == plain


def test_addresses_keep_their_dashes_and_tildes():
    assert plain_address(r"\url{https://x.org/~me/a--b\_c\%20}") == "https://x.org/~me/a--b_c%20"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "@book{a, title = {B}\n",
            "w.bib:1:1  error  bibtex\n"
            "  This entry is not complete: a field, a comma or its last brace is missing.\n"
            "  Export the file anew, or look for a missing brace or comma.",
        ),
        (
            "@book{a,\n title = {B\n}\n",
            "w.bib:1:1  error  bibtex\n"
            "  This entry is not complete: a field, a comma or its last brace is missing.\n"
            "  Export the file anew, or look for a missing brace or comma.",
        ),
        (
            "@book{a,\n title = {{B}\n}\n",
            "w.bib:1:1  error  bibtex\n"
            "  This entry is not complete: a field, a comma or its last brace is missing.\n"
            "  Export the file anew, or look for a missing brace or comma.",
        ),
        (
            "\n@book{, title = {B}}",
            "w.bib:2:1  error  bibtex\n  This entry has no key.\n"
            "  Export the file anew, or look for a missing brace or comma.",
        ),
    ],
)
def test_a_broken_entry_is_told_and_the_rest_read(text, problem):
    listed, problems = read_bibtex(text + "\n@book{last, title = {Z}}", "w.bib")
    assert told(problems)[0] == problem
    assert listed == () or listed[-1].key == "last"


def test_csl_json(tmp_path):
    works = [
        {
            "id": "http://zotero.org/users/1/items/A",
            "citation-key": "massoud-2021",
            "type": "article-newspaper",
            "title": "The resistance",
            "author": [{"family": "Massoud", "given": "Ahmad"}, {"literal": "UNHCR"}],
            "container-title": "The Washington Post",
            "URL": "https://example.org/",
            "issued": {"date-parts": [[2021, 8, "18"]]},
            "accessed": {"raw": "24 August 2021"},
            "custom": {"own": True, "archived": "https://web.archive.org/x"},
        },
        {"id": 7, "title": "Span", "issued": {"date-parts": [[1979], [1989]]}},
    ]
    folder = write(tmp_path, {"sources.json": json.dumps(works, indent=1)})
    sources, problems, *_ = read_sources(folder, ())
    assert told(problems) == []
    first, second = sources.values()
    assert (first.key, first.title, first.authors) == ("massoud-2021", "The resistance", ("Ahmad Massoud", "UNHCR"))
    assert (first.date.edtf, first.accessed.edtf, first.own) == ("2021-08-18", "2021-08-24", True)
    assert (second.key, second.date.edtf) == ("7", "1979/1989")
    assert first.position.line == 4


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "w.json:1:2  error  csl-json\n  This is not JSON.\n  Export the file anew."),
        (
            "{}",
            "w.json:1:1  error  csl-json\n  This is not CSL-JSON: a list of works is expected.\n  [{ … }, { … }]",
        ),
        (
            '[{"title": "A"}]',
            "w.json:1:1  error  csl-json\n  Work 1 of this file has no id.\n  The id is the key to cite it by.",
        ),
        (
            "[" * 100_000,
            "w.json:1:1  error  csl-json\n  Values stand in one another too deep.\n  Export the file anew.",
        ),
    ],
)
def test_csl_json_that_is_none(text, message):
    assert told(read_csl(text, "w.json")[1]) == [message]


def test_sources_by_key_and_in_a_list(tmp_path):
    folder = write(
        tmp_path,
        {
            "sources.yaml": "a-1:\n  title: A\n  authors: [B, C]\n  date: 18 August 2021\n  own: yes\n",
            "more.yml": "- key: d-2\n  title: D\n",
            "sources/a-1.txt": "\ufeffThe words\r\nof A.\n",
        },
    )
    named = tuple(Scalar(name, Position("briefing.md", 5)) for name in ("sources.yaml", "more.yml"))
    sources, problems, *_ = read_sources(folder, named)
    assert told(problems) == []
    assert list(sources) == ["a-1", "d-2"]
    assert (sources["a-1"].own, sources["a-1"].authors, sources["a-1"].captured) == (
        True,
        ("B", "C"),
        "The words\nof A.\n",
    )
    assert sources["a-1"].position == Position("sources.yaml", 1, 1)
    assert sources["d-2"].captured is None


def test_nothing_listed_is_nothing_wrong(tmp_path):
    assert read_sources(tmp_path, ()) == ({}, (), {}, {})
    empty = {"sources.yaml": b"# none yet\n"}
    assert read_sources(write(tmp_path, empty), ()) == ({}, (), empty, {})


def test_the_files_that_list_sources_are_kept_as_they_were_read(tmp_path):
    files = {"works.bib": b"@book{b, title = {B}}\r\n% a remark", "sources.yaml": b"\xef\xbb\xbfa: {title: A}\n"}
    others = {"sources/a.txt": b"The words.", "notes.txt": b"Private.", "mps.csv": b"name\n", "other.yaml": b"c: {}"}
    assert read_sources(write(tmp_path, {**files, **others}), ()).files == files
    named = (Scalar("works.bib", Position("briefing.md", 5)),)
    assert read_sources(tmp_path, named).files == {"works.bib": files["works.bib"]}


@pytest.mark.parametrize(
    ("files", "named", "problems"),
    [
        (
            {"sources.yaml": "a: {title: A}\n", "b.bib": "@book{a, title = {B}}"},
            (),
            [
                "b.bib:1:1  error  duplicate-source\n  The key a is taken: sources.yaml, line 1.\n"
                "  Each source has its own key."
            ],
        ),
        (
            {"sources.yaml": "two words: {title: A}\n"},
            (),
            [
                'sources.yaml:1:1  error  bad-key\n  "two words" cannot be cited.\n'
                "  A key begins with a letter or digit and has no spaces: massoud-2021."
            ],
        ),
        (
            {"sources.yaml": "a: {date: 03/04/2021, tilte: B}\n"},
            (),
            [
                'sources.yaml:1:23  error  unknown-key\n  There is no field "tilte". Did you mean title?',
                'sources.yaml:1:11  error  date-ambiguous\n  "03/04/2021" can be read in two ways.\n'
                "  Write 3 April 2021 or 4 March 2021.",
            ],
        ),
        (
            {"sources.yaml": "a: A\n"},
            (),
            [
                "sources.yaml:1:1  error  wrong-kind\n  A source takes a group of fields.\n"
                "  A source is its key and a colon; below it, further in, its fields: title, authors, date, url."
            ],
        ),
        (
            {},
            ("works.bib",),
            ['briefing.md:5:1  error  missing-file\n  There is no file "works.bib".'],
        ),
        (
            {"works.doc": "x"},
            ("works.doc",),
            [
                'briefing.md:5:1  error  sources-format\n  "works.doc" is not a kind of file that lists sources.\n'
                "  Sources stand in .yaml, .bib or .json (CSL-JSON) files."
            ],
        ),
        (
            {"sources.yaml": b"a: {title: \xe9}"},
            (),
            [
                "sources.yaml:1:12  error  not-utf-8\n"
                "  This file is not UTF-8 text: the byte 0xE9 does not belong here.\n"
                "  Save the file as UTF-8: most editors offer it under Save as, Encoding."
            ],
        ),
        (
            {"sources.yaml": "a: {title: A}\n", "sources/a.txt": b"x" * 2_000_001},
            (),
            ['sources/a.txt:1:1  error  too-large\n  "sources/a.txt" is larger than 2 MB.\n  Make the file smaller.'],
        ),
    ],
)
def test_what_is_wrong_is_told(tmp_path, files, named, problems):
    scalars = tuple(Scalar(name, Position("briefing.md", 5)) for name in named)
    assert told(read_sources(write(tmp_path, files), scalars)[1]) == problems


def test_names_made_of_names_do_not_grow_without_end():
    doubling = "@string{a = {bomb}}\n" + "@string{a = a # a}\n" * 60
    listed, problems = read_bibtex(doubling, "w.bib")
    assert listed == ()
    assert told(problems)[0] == (
        "w.bib:14:1  error  bibtex\n  A value has more than 20000 characters.\n"
        "  Export the file anew, or look for a missing brace or comma."
    )


def test_there_is_a_limit(tmp_path):
    many = "".join(f"@book{{k{number}, title = {{T}}}}\n" for number in range(2001))
    sources, problems, *_ = read_sources(write(tmp_path, {"w.bib": many}), ())
    assert len(sources) == 2000
    assert told(problems) == [
        "w.bib:2001:1  error  too-large\n  There are more than 2000 sources.\n  Take those out that nothing cites."
    ]


BIBTEXISH = st.text(st.sampled_from("@book{}(),=\"# \n\\'~$a1-"), max_size=80)
JSONISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "title", "author", "issued", "date-parts", "custom", "family", "citation-key", "own"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.one_of(BIBTEXISH, st.text(max_size=60)))
def test_any_text_is_read_as_bibtex_or_refused(text):
    listed, problems = read_bibtex(text, "w.bib")
    assert all(each.key for each in listed)
    assert set(ids(problems)) <= {"bibtex", "unused-field"}
    assert "{" not in plain_address(text)
    assert plain_words(text) == plain_words(text).strip()


@given(JSONISH)
def test_any_json_is_read_as_csl_or_refused(value):
    listed, problems = read_csl(json.dumps(value), "w.json")
    assert all(each.key for each in listed)
    assert set(ids(problems)) <= {"csl-json", "unused-field"}
