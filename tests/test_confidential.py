"""Of a confidential source nothing leaves the house but how it is described."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from reading_folders import told, write

from briefing import build, check, export, ledger
from briefing.capturing import capture
from briefing.cli import main
from briefing.importing import import_file
from briefing.press import load
from briefing.protecting import protected_words
from briefing.reading.sources.confidential import captures_without

HEAD = "---\ntitle: A case\nlanguage: en-GB\n{more}---\n"
TEXT = 'A doctor said that "nobody came to help us for three days". [@doctor-a] Some 400 people fled. [@unhcr]\n'
SOURCES = """\
# met in Herat
doctor-a:
  # at his brother's house
  title: Interview with Dr Karimi
  type: interview
  authors: [Ahmad Karimi]
  family_names: [Karimi]
  container: Herat Gazette
  publisher: Clinic of Herat
  volume: LXXVII
  issue: Quarterly
  pages: A779–A780
  doi: 10.7777/herat
  date: 3 March 2017
  url: https://secret.example.org/herat
  accessed: 4 March 2017
  archived: https://web.archive.org/web/2017/https://secret.example.org/herat
  note: He asked not to be named, Herat
  language: ps
  confidential: yes
  described_as: A doctor in the west, spoken to in 2017
unhcr:
  title: News comment
  publisher: UNHCR
  date: 13 August 2021
  url: https://www.unhcr.org/x
"""
CAPTURES = """\
# Herat
[doctor-a]
url = "https://secret.example.org/herat"
captured = 2017-03-04

["doctor-a.2017-03-03"]
url = "https://secret.example.org/herat"

# unhcr
[unhcr]
url = "https://www.unhcr.org/x"
"""
WORDS = "Nobody came to help us for three days, he said in Herat.\n"
SECRETS = ("Herat", "Karimi", "secret.exa", "LXXVII", "Quarterly", "A779", "2017-03", "March 2017", "obody came")
"""What is in the list and in the captured text, but not in the article."""
PRINTED = "A doctor in the west, spoken to in 2017."


@pytest.fixture
def folder(tmp_path) -> Path:
    return article(tmp_path / "piece")


CITING = "::: summary\n- Some said so. [@doctor-a]\n- Some 400 people fled. [@unhcr]\n:::\n\nThat is all.\n"


def article(folder: Path, more: str = "", text: str = CITING) -> Path:
    files = {
        "briefing.md": HEAD.format(more=more) + text,
        "sources.yaml": SOURCES,
        "sources/doctor-a.txt": WORDS,
        "sources/unhcr.txt": "Some 400 people fled.\n",
        "sources/captures.toml": CAPTURES,
    }
    return write(folder, files)


def unpacked(path: Path) -> str:
    """Everything in a file that can be unpacked: streams and strings of a PDF, members of an archive, its text."""
    data = path.read_bytes()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if not data.startswith(b"%PDF"):
        return data.decode()
    with pikepdf.open(path) as pdf:
        objects = [str(each.unparse(resolved=True), "latin-1") for each in pdf.objects]
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        pictures = [each for each in streams if "/Filter" in each and "DCT" in str(each.Filter)]
        texts = [each.read_bytes().decode("utf-8", "replace") for each in streams if each not in pictures]
        strings = [
            str(value) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) for value in each.values()
        ]
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
    return "\n".join([*objects, *texts, *strings, *pages])


def tells_nothing(text: str) -> None:
    assert not [word for word in SECRETS if word in text]


@pytest.mark.parametrize("style", ["", "citation_style: apa\n"])
@pytest.mark.parametrize("template", ["briefing", "handout"])
@pytest.mark.parametrize("edition", ["screen", "archive"])
def test_no_pdf_holds_more_than_the_description(tmp_path, style, template, edition):
    folder = article(tmp_path / "piece", style)
    found = unpacked(build(folder, tmp_path / "a.pdf", template=template, edition=edition).path)
    tells_nothing(found)
    printed = " ".join(found.split())
    assert PRINTED in printed
    assert "News comment" in printed


@pytest.mark.parametrize("kind", ["html", "docx", "md"])
def test_no_export_holds_more_than_the_description(folder, tmp_path, kind):
    exported = export(folder, tmp_path / "out" / f"a.{kind}", kind=kind)
    files = [exported.path, *exported.beside]
    tells_nothing("\n".join([*map(unpacked, files), *(path.name for path in files)]))
    assert "A doctor in the west, spoken to in 2017" in unpacked(exported.path)
    assert not (tmp_path / "out" / "sources" / "doctor-a.txt").exists()
    if kind == "md":
        assert (tmp_path / "out" / "sources" / "unhcr.txt").exists()
        import_file("a.md", exported.path.read_bytes(), tmp_path / "again", beside=exported.path.parent)
        assert load(tmp_path / "again").briefing.sources["doctor-a"].confidential


def test_an_archive_says_what_it_left_out_and_can_be_taken_out_and_built_again(folder, tmp_path):
    built = build(folder, tmp_path / "a.pdf", edition="archive")
    notes = [each for each in built.diagnostics if each.id in ("attached", "attached-reduced")]
    assert told(notes) == [
        "note  attached\n  The file carries briefing.md as typed, with its comments.\n"
        "  Read them once more before you hand the file on.",
        "note  attached-reduced\n  The file carries sources.yaml without comments and without what is confidential.\n"
        "  Of confidential sources it has described_as and the key alone.",
    ]
    with pikepdf.open(built.path) as pdf:
        out = write(tmp_path / "out", {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()})
    assert (out / "sources.yaml").read_text() == (
        '"doctor-a":\n  confidential: "yes"\n  described_as: "A doctor in the west, spoken to in 2017"\n\n"unhcr":\n'
        '  title: "News comment"\n  publisher: "UNHCR"\n  date: "13 August 2021"\n  url: "https://www.unhcr.org/x"\n'
    )
    assert build(out, tmp_path / "b.pdf", edition="archive").path.read_bytes() == built.path.read_bytes()


def test_quotations_are_compared_with_its_captured_text(tmp_path):
    folder = article(tmp_path / "piece", text=TEXT)
    assert [(each.status, each.sources) for each in ledger(folder).claims] == [
        ("verbatim", ("doctor-a",)),
        ("matches", ("unhcr",)),
    ]


def test_nothing_knows_more_of_it_than_the_description(folder):
    source = load(folder).briefing.sources["doctor-a"]
    assert (source.title, source.url, source.authors, source.date) == (PRINTED[:-1], "", (), None)
    assert source.captured
    tells_nothing(repr(source))


def problems(folder: Path, sources: str, name: str = "sources.yaml", text: str = "Some said so. [@a]\n") -> list[str]:
    write(folder, {"briefing.md": HEAD.format(more="") + text, name: sources})
    ours = ("confidential", "described", "source-incomplete", "unused-source", "unused-field")
    return told(each for each in check(folder) if each.id.startswith(ours))


def test_it_needs_a_description_and_a_description_needs_it(tmp_path):
    assert problems(tmp_path / "a", "a:\n  title: T\n  confidential: yes\n") == [
        "sources.yaml:1:1  error  confidential-undescribed\n"
        "  The source a is confidential, and nothing says how it is printed.\n"
        "  Say what a reader may know: described_as: a doctor in Kabul, interviewed in August 2021",
    ]
    assert problems(tmp_path / "b", "a:\n  title: T\n  date: 2021\n  described_as: A doctor\n") == [
        "sources.yaml:1:1  error  described-not-confidential\n"
        "  The source a is described, but not confidential: all its fields would be printed.\n"
        "  Add confidential: yes, or take described_as out."
    ]
    assert problems(tmp_path / "c", "a:\n  confidential: yes\n  described_as: A doctor\n") == []


@pytest.mark.parametrize(
    "slip",
    [
        "confidential: ja",
        "confidential: y",
        "confidential: on",
        "confidential: [yes]",
        "confidential:",
        "confidental: yes",
        "Confidential: yes",
        "described_as: A doctor",
        "descibed_as: A doctor",
        "confidential: no\n  described_as: A doctor",
    ],
)
def test_a_slip_of_the_pen_makes_no_source_known(tmp_path, slip):
    secret = "a:\n  title: Talk with Karimi\n  url: https://secret.example.org/herat\n"
    files = {"briefing.md": HEAD.format(more="") + "Some said so. [@a]\n", "sources.yaml": f"{secret}  {slip}\n"}
    found = load(write(tmp_path / "piece", files))
    assert [each for each in found.diagnostics if each.severity == "error"]
    assert found.briefing.sources["a"].confidential
    tells_nothing(repr(found.briefing.sources) + found.files["sources.yaml"].decode())


def test_what_is_said_not_to_be_confidential_is_not(tmp_path):
    sources = "a:\n  title: T\n  date: 2021\n  confidential: no\n"
    assert problems(tmp_path / "a", sources) == []
    assert not load(tmp_path / "a").briefing.sources["a"].confidential


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("a.bib", "@misc{a, title = {T}, confidential = {yes}, described_as = {A doctor}}\n"),
        ("sources.json", '[{"id": "a", "title": "T", "custom": {"confidential": "yes", "described_as": "A doctor"}}]'),
    ],
)
def test_lists_of_other_programs_hold_no_confidential_sources(tmp_path, name, sources):
    (problem,) = problems(tmp_path / "a", sources, name)
    assert problem.endswith(
        f"error  confidential-elsewhere\n  The source a is confidential, and {name} is a list that other programs "
        "write and copy.\n  Move it to sources.yaml."
    )


def test_an_article_that_tells_it_after_all_is_warned_of(tmp_path):
    text = "Dr ahmad\nkarimi said so. [@karimi-a] See [this](https://secret.example.org/herat).\n"
    sources = SOURCES.replace("doctor-a", "karimi-a")
    assert problems(tmp_path / "a", sources, text=text)[:3] == [
        "briefing.md:5:4  warning  confidential-told\n  This says what is confidential of the source karimi-a.\n"
        "  Take it out.",
        "briefing.md:6:40  warning  confidential-told\n  This says what is confidential of the source karimi-a.\n"
        "  Take it out.",
        "sources.yaml:2:1  warning  confidential-key\n"
        "  The key of this confidential source has a word of what is confidential.\n"
        "  Keys are attached and exported with the text: choose one that says nothing, such as source-a.",
    ]


def test_lists_of_captured_texts_say_nothing_of_it():
    assert captures_without(CAPTURES.encode(), {"doctor-a"}) == b'[unhcr]\nurl = "https://www.unhcr.org/x"\n'
    assert captures_without(b"doctor-a = {url = 'x'}\n", {"doctor-a"}) == b""
    assert captures_without(b"[doctor-a\n", {"doctor-a"}) == b""


def test_its_words_are_captured_as_those_of_others(folder):
    stored = capture(folder, "doctor-a", b"Nobody came.", name="a.txt")
    assert stored.files[0] == folder / "sources" / "doctor-a.txt"


def test_its_link_is_asked_for_by_nobody(folder):
    from briefing.online.links import links_of

    found = load(folder).briefing
    assert [address.host for address in links_of(found, lambda *_arguments: None).links] == ["www.unhcr.org"]


WITHHELD = """\
A doctor said: “Nobody came to help those people for three days”. [@doctor-a]

A doctor said: “We have never asked anybody for bread”. [@doctor-a]

In 2021 the clinic took in 412 patients. [@doctor-a] Of 90 villages 30 per cent were burnt. [@doctor-a]

::: summary
- 700 families fled to caves. [@doctor-a]
:::
"""
THEIR_WORDS = """\
Nobody came to help us fifty people for three days, he said in Herat.

In 2019 the clinic of Herat took in 412 patients.

Of 90 villages 60 per cent were burnt, said Karimi.

Reportedly 700 families fled to caves of Herat.
"""


@pytest.fixture
def withheld(tmp_path) -> Path:
    folder = article(tmp_path / "piece", text=WITHHELD)
    return write(folder, {"sources/doctor-a.txt": THEIR_WORDS})


def test_no_word_that_it_is_compared_with_is_told(withheld):
    hidden = "Its words are confidential and shown nowhere: compare them yourself, in sources/doctor-a.txt."
    ids = ("quote-differs", "figure-differs", "figure-unlike", "hedge-dropped")
    assert told(each for each in check(withheld) if each.id in ids) == [
        f"briefing.md:5:17  error  quote-differs\n  This is not what doctor-a says.\n  {hidden}",
        "briefing.md:7:17  error  quote-differs\n"
        '  "We have never asked anybody for bread" is not in doctor-a, nor anything like it.\n'
        "  Look whether another source has them; the text of this one is sources/doctor-a.txt.",
        "briefing.md:9:28  warning  figure-unlike\n"
        '  doctor-a has "412 patients", but where you say "2021" it says another thing.\n'
        f"  {hidden}",
        "briefing.md:9:69  error  figure-differs\n"
        f'  "30 per cent" is not in doctor-a. It says another thing.\n  {hidden}',
        "briefing.md:12:3  warning  hedge-dropped\n"
        '  The summary says "700 families fled to caves"; doctor-a, which is confidential, is not so sure of it.\n'
        "  Say it here too, or cite a source that confirms it.",
    ]


@pytest.mark.parametrize("words", [["--ledger"], ["--ledger", "--format", "json"], ["--ledger", "--format", "csv"]])
def test_no_ledger_has_a_word_of_it(withheld, capsys, words):
    main(["check", str(withheld), *words])
    out = capsys.readouterr().out
    assert "doctor-a" in out
    nothing_of_their_words(out)


@pytest.mark.parametrize("kind", ["text", "json", "github"])
def test_no_check_writes_a_word_of_it_into_a_log(withheld, capsys, kind):
    main(["check", str(withheld), "--format", kind])
    out = capsys.readouterr().out
    assert "quote-differs" in out
    nothing_of_their_words(out)


def test_no_sheet_shows_a_word_of_it(withheld, tmp_path):
    main(["check", str(withheld), "--sheet", "-o", str(tmp_path / "sheet.pdf")])
    found = unpacked(tmp_path / "sheet.pdf")
    nothing_of_their_words(found)
    words = " ".join(found.split())
    assert "The words that are kept have the number, but perhaps of another thing; they are confidential" in words
    assert "The words that are kept do not have it; they are confidential and not shown here." in words


def nothing_of_their_words(text: str) -> None:
    assert not [word for word in ("Herat", "Karimi", "fifty", "2019", "60 per cent", "eportedly") if word in text]


def test_a_confidential_source_is_not_named_as_the_one_that_has_the_words(folder):
    words = {"briefing.md": HEAD.format(more="") + TEXT.replace("[@doctor-a]", "[@unhcr]")}
    (problem,) = told(each for each in check(write(folder, words)) if each.id == "quote-differs")
    assert problem.endswith(
        "is not in unhcr, nor anything like it.\n"
        "  Look whether another source has them; the text of this one is sources/unhcr.txt."
    )


@pytest.mark.parametrize(
    ("name", "typed", "place"),
    [
        ("sources.yaml", "# notes with Gulnara\n{sources}", "sources.yaml:1:14"),
        ("sources.yaml", "{sources}  # and Gulnara\n", "sources.yaml:27:9"),
        ("sources.yaml", "{sources}gulnara-2021:\n  title: A\n", "sources.yaml:27:1"),
        ("sources.yaml", "{sources}x:\n  title: To Gulnara\n", "sources.yaml:28:13"),
        ("sources.yaml", "doctor-a: # Gulnara\n  authors: [Gulnara]  # not Gulnara\n{rest}", "sources.yaml:1:13"),
        ("sources/captures.toml", "{captures}# Gulnara\n", "sources/captures.toml:12:3"),
    ],
)
def test_what_stands_around_a_confidential_source_is_compared_at_its_place(folder, tmp_path, name, typed, place):
    rest = "  confidential: yes\n  described_as: A doctor\n" + SOURCES[SOURCES.index("unhcr:") :]
    write(folder, {name: typed.format(sources=SOURCES, captures=CAPTURES, rest=rest)})
    write(tmp_path, {"list.txt": "Gulnara\n"})
    problems = check(folder, protected=protected_words([tmp_path / "list.txt"]))
    assert (problems[0].id, str(problems[0].position)) == ("protected-word", place)
    assert {each.position.line for each in problems} == ({1, 2} if "rest" in typed else {problems[0].position.line})


def test_its_own_fields_may_hold_protected_words_for_they_go_nowhere(folder, tmp_path):
    write(tmp_path, {"list.txt": "Karimi\nsecret.example.org\nHerat Gazette\n"})
    assert "protected-word" not in {
        each.id for each in check(folder, protected=protected_words([tmp_path / "list.txt"]))
    }


def told_of(
    tmp_path: Path, fields: str, text: str, description: str = "A doctor in the west", key: str = "a"
) -> list[str]:
    sources = f"{key}:\n  confidential: yes\n  described_as: {description}\n{fields}"
    files = {"briefing.md": HEAD.format(more="") + f"{text} [@{key}]\n", "sources.yaml": sources}
    found = load(write(tmp_path, files)).diagnostics
    return [f"{each.position} {each.id}" for each in found if each.id in ("confidential-told", "confidential-key")]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ('authors: ["Karimi, Ahmad"]', "Mr Karimi told us."),
        ("authors: [Dr Ahmad Karimi]", "So Karimi’s wife says."),
        ("authors: [Said Ali]", "So Ali said."),
        ("title: Interview with Dr Karimi", "Mr KARIMI told us."),
        ("title: Interview with Ahmad Karimi", "By Ahmad  Karimi."),
        ("container: Kabul Star", "In the Kabul Star."),
        ("publisher: Clinic of Herat", "At the clinic of Herat."),
        ("note: midwife of Deh Afghanan, 40", "From Deh Afghanan."),
    ],
)
def test_names_that_are_hidden_are_found_in_the_article(tmp_path, fields, text):
    (place,) = told_of(tmp_path, f"  {fields}\n", text)
    assert place.startswith("briefing.md:5:")
    assert place.endswith(" confidential-told")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("authors: [Clinic of Herat]", "A clinic in Herat."),
        ("authors: [Said Ali]", "Nobody was an ali."),
        ("authors: [Doctor Ahmad Karimi]", "A doctor told us."),
        ("title: Interview", "In an interview."),
        ("title: Interview with Dr Karimi", "In an interview with a nurse."),
        ("note: He asked not to be named", "He asked for help."),
    ],
)
def test_words_that_tell_nothing_are_not_warned_of(tmp_path, fields, text):
    assert told_of(tmp_path, f"  {fields}\n", text) == []


@pytest.mark.parametrize("description", ["Dr Ahmad Karimi", "Mr Karimi, a doctor"])
def test_a_description_that_names_its_source_is_warned_of(tmp_path, description):
    fields = "  authors: [Ahmad Karimi]\n"
    assert told_of(tmp_path, fields, "So it is.", description) == ["sources.yaml:3:17 confidential-told"]
    assert str(next(each for each in load(tmp_path).diagnostics if each.id == "confidential-told")) == (
        "sources.yaml:3:17  warning  confidential-told\n"
        "  The description of the source a says what is confidential of it, and is printed.\n  Take it out."
    )


def test_a_key_of_a_name_in_a_title_is_warned_of(tmp_path):
    fields = "  title: Interview with Dr Karimi\n"
    assert told_of(tmp_path, fields, "So it is.", key="karimi-2021") == ["sources.yaml:1:1 confidential-key"]
    assert told_of(tmp_path, fields, "So it is.", key="interview-a") == []
