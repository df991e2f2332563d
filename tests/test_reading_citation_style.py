"""A citation style, by its name or from a file of the folder."""

from __future__ import annotations

import pytest
from reading_folders import HEAD, told, write

from briefing.model import CitationStyle
from briefing.reading import read_folder
from briefing.reading.citation_style import read_citation_style
from briefing.reading.sources import read_bibtex, read_csl
from briefing.resources import install_command

STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl"/>'


def article(field: str) -> str:
    return HEAD.replace("language:", f"citation_style: {field}\nlanguage:") + "Text.\n"


def test_a_file_of_the_folder(tmp_path):
    found = read_folder(write(tmp_path, {"briefing.md": article("ours.csl"), "ours.csl": STYLE}))
    assert told(found.diagnostics) == []
    assert (found.briefing.citation_style.name, found.briefing.citation_style.data) == ("ours.csl", STYLE.encode())
    assert str(found.briefing.citation_style.position) == "briefing.md:3:17"
    assert found.files["ours.csl"] == STYLE.encode()


def test_that_of_the_organisation_unless_the_article_has_its_own(tmp_path):
    text = article("ours.csl").replace("language:", "organisation: us\nlanguage:")
    files = {"briefing.md": text, "ours.csl": STYLE, "us.yaml": "name: Us\ncitation_style: theirs.csl\n"}
    folder = write(tmp_path, {**files, "theirs.csl": f"{STYLE}<!-- -->"})
    assert read_folder(folder).briefing.citation_style.name == "ours.csl"
    write(folder, {"briefing.md": text.replace("citation_style: ours.csl\n", "")})
    found = read_folder(folder)
    assert found.briefing.citation_style.name == "theirs.csl"
    assert found.files["theirs.csl"].startswith(STYLE.encode())


def test_an_edition_has_that_of_its_original(tmp_path):
    edition = HEAD.replace("en-GB", "de") + "Text.\n"
    folder = write(tmp_path, {"briefing.md": article("ours.csl"), "briefing.de.md": edition, "ours.csl": STYLE})
    assert isinstance(read_folder(folder, language="de").briefing.citation_style, CitationStyle)


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("none.csl", 'missing-file\n  There is no file "none.csl".'),
        ("../a.csl", 'outside-folder\n  "../a.csl" leads out of this folder.\n  Copy the file into the folder.'),
        (
            "A Style",
            'bad-citation-style\n  "A Style" is not the name of a citation style.\n'
            "  Type a name, such as apa, or that of a file, such as ours.csl.",
        ),
    ],
)
def test_what_is_no_style(tmp_path, field, message):
    found = read_folder(write(tmp_path, {"briefing.md": article(field)}))
    assert told(found.diagnostics) == [f"briefing.md:3:17  error  {message}"]
    assert found.briefing.citation_style is None


def test_a_name_without_the_extra(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing.resources.citation_styles._PACKAGE", "no_such_package")
    found = read_folder(write(tmp_path, {"briefing.md": article("apa")}))
    assert told(found.diagnostics) == [
        'briefing.md:3:17  error  citation-style-not-installed\n  The citation style "apa" is not installed.\n'
        f"  Type: {install_command('styles')}   or put the file apa.csl into the folder and name that: apa.csl."
    ]


@pytest.fixture
def styles(tmp_path, monkeypatch):
    """Two styles as the extra has them, one of which is the other."""
    link = '<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/>'
    files = {"styles/apa.csl": STYLE, "styles/dependent/of-a-journal.csl": f"<style>{link}</style>"}
    write(tmp_path / "made_styles", {"__init__.py": "raise AssertionError('it is not imported')\n", **files})
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("briefing.resources.citation_styles._PACKAGE", "made_styles")


@pytest.mark.usefixtures("styles")
def test_a_second_name_for_a_style(tmp_path):
    found = read_folder(write(tmp_path / "article", {"briefing.md": article("of-a-journal")})).briefing.citation_style
    assert (found.name, found.data) == ("of-a-journal", STYLE.encode())


@pytest.mark.usefixtures("styles")
def test_an_unknown_name(tmp_path):
    found = read_folder(write(tmp_path / "article", {"briefing.md": article("apaa")}))
    assert told(found.diagnostics) == [
        'briefing.md:3:17  error  unknown-citation-style\n  There is no citation style "apaa". Did you mean apa?\n'
        "  A style is called as on zotero.org/styles: chicago-author-date. Or name a file: ours.csl."
    ]


@pytest.mark.usefixtures("styles")
def test_a_file_that_is_a_second_name_for_a_style_that_is_not_there(tmp_path):
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/gone"/>'
    found = read_folder(write(tmp_path / "article", {"briefing.md": article("a.csl"), "a.csl": link}))
    assert told(found.diagnostics)[0].splitlines()[1] == (
        '  The citation style "a.csl" is another one under a second name: gone.'
    )


def test_without_the_field_nothing_is_looked_for(tmp_path):
    assert read_citation_style(tmp_path / "nowhere", None) == (None, None, ())


@pytest.mark.parametrize(
    ("typed", "name", "family"),
    [
        ('{"family": "Márquez", "given": "Gabriel"}', "Gabriel Márquez", ("Márquez",)),
        (
            '{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}',
            "Jan van den Berg",
            ("van den Berg",),
        ),
        ('{"family": "King", "given": "Martin", "suffix": "Jr."}', "Martin King Jr.", ("King",)),
        ('{"literal": "Human Rights Watch"}', "Human Rights Watch", ()),
        ('{"family": "UNHCR"}', "UNHCR", ()),
    ],
)
def test_which_part_of_a_name_is_the_familys_in_csl(typed, name, family):
    [work], _ = read_csl(f'[{{"id": "a", "author": [{typed}]}}]', "a.json")
    assert names_in(work) == {"authors": (name,), **({"family_names": family} if family else {})}


@pytest.mark.parametrize(
    ("typed", "name", "family"),
    [
        ("García Márquez, Gabriel", "Gabriel García Márquez", ("García Márquez",)),
        ("Ludwig van Beethoven", "Ludwig van Beethoven", ("van Beethoven",)),
        ("King, Jr., Martin", "Martin King, Jr.", ("King",)),
        ("{Human Rights Watch}", "Human Rights Watch", ()),
    ],
)
def test_which_part_of_a_name_is_the_familys_in_bibtex(typed, name, family):
    [work], _ = read_bibtex(f"@book{{a, author = {{{typed}}}}}", "a.bib")
    assert names_in(work) == {"authors": (name,), **({"family_names": family} if family else {})}


def names_in(work):
    entries = {entry.name: entry.value for entry in work.record.entries if entry.name in ("authors", "family_names")}
    return {name: tuple(item.text for item in value.items) for name, value in entries.items()}
