"""Which files are attached, and under which names."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from archiving_samples import HERE, said_of, small

from briefing.archiving import attached_files
from briefing.errors import ContentError, Position
from briefing.evidence import Evidence, LedgerEntries, SourceEntry
from briefing.model import CitationStyle, Organisation, Picture, Source

PICTURE = Picture("maps/flood.PNG", b"png", "PNG", 1, 1)
LOGO = Picture("logo.jpg", b"jpg", "JPEG", 1, 1)
NOTHING = Evidence(LedgerEntries("A title", "en"), {})
ORGANISATION = Organisation("Ours", Position("ours.yaml", 1), logo=LOGO)


def attached(files, **options):
    made = small(**options)
    return attached_files(made, files, said_of(made), NOTHING)


def test_each_file_is_described():
    files = {
        "briefing.md": b"text",
        "sources.yaml": b"a",
        "works.BIB": b"b",
        "zotero.json": b"c",
        "events.json": b"d",
        "events.csv": b"e",
        "maps/flood.PNG": b"png",
        "ours.yaml": b"name: Ours",
        "logo.jpg": b"jpg",
    }
    sources = {"a": Source("a", Position("zotero.json"))}
    made = attached(files, organisation=ORGANISATION, pictures={PICTURE.name: PICTURE}, sources=sources)
    assert [(each.name, each.media_type, each.relationship, each.description) for each in made] == [
        ("briefing.md", "text/markdown", "Source", "The text of the briefing, as typed"),
        ("sources.yaml", "application/yaml", "Source", "The sources of the briefing, as typed"),
        ("works.BIB", "application/x-bibtex", "Source", "The sources of the briefing, as typed"),
        ("zotero.json", "application/vnd.citationstyles.csl+json", "Source", "The sources of the briefing, as typed"),
        ("events.json", "application/json", "Source", "The events of a timeline"),
        ("events.csv", "text/csv", "Source", "The events of a timeline"),
        ("maps/flood.PNG", "image/png", "Source", "A picture of the briefing"),
        ("ours.yaml", "application/yaml", "Source", "The profile of the organisation, as typed"),
        ("logo.jpg", "image/jpeg", "Source", "The logo"),
        ("briefing.jsonld", "application/ld+json", "Supplement", "The briefing in the words of schema.org"),
        ("claims.json", "application/json", "Supplement", "The claims of the briefing, and what stands behind each"),
    ]
    assert {each.name: each.data for each in made if each.relationship == "Source"} == files


def test_citation_styles_are_told_from_lists_of_sources():
    theirs = CitationStyle("a.csl", b"", Position("../organisations/ours.yaml", 2))
    organisation = replace(ORGANISATION, position=Position("../organisations/ours.yaml"), citation_style=theirs)
    own = CitationStyle("b.CSL", b"", Position("briefing.md", 2))
    files = {"b.CSL": b"", "../organisations/a.csl": b""}
    made = attached(files, organisation=organisation, citation_style=own)
    assert [(each.name, each.media_type, each.description) for each in made[:2]] == [
        ("b.CSL", "application/vnd.citationstyles.style+xml", "A citation style"),
        ("organisations/a.csl", "application/vnd.citationstyles.style+xml", "A citation style"),
    ]


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("", ""),
        ("organisations/", "organisations/"),
        ("../organisations/", "organisations/"),
        ("/home/jane/.config/briefing/organisations/", "organisations/"),
        ("C:/Users/Jane/briefing/organisations/", "organisations/"),
    ],
)
def test_a_profile_from_elsewhere_moves_in_with_its_logo(folder, inside):
    organisation = replace(ORGANISATION, position=Position(f"{folder}ours.yaml"))
    files = {"briefing.md": b"", f"{folder}ours.yaml": b"", f"{folder}logo.jpg": b""}
    names = [each.name for each in attached(files, organisation=organisation)]
    assert names == ["briefing.md", f"{inside}ours.yaml", f"{inside}logo.jpg", "briefing.jsonld", "claims.json"]


def test_a_language_edition_has_a_description_of_its_own():
    assert attached({}, position=Position("briefing.cy.md"))[0].name == "briefing.cy.jsonld"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("organisations/logo.jpg", "organisations/logo.jpg"),
        ("Organisations/LOGO.jpg", "organisations/logo.jpg"),
        ("briefing.JSONLD", "briefing.jsonld"),
        (unicodedata.normalize("NFD", "organisations/é.jpg"), "organisations/é.jpg"),
    ],
)
def test_two_files_of_one_name_are_refused(name, shown):
    logo = replace(LOGO, name="é.jpg") if "é" in shown else LOGO
    organisation = replace(ORGANISATION, position=Position("../organisations/ours.yaml"), logo=logo)
    files = {name: b"", "../organisations/ours.yaml": b"", f"../organisations/{logo.name}": b""}
    with pytest.raises(ContentError) as caught:
        attached(files, organisation=organisation, pictures={name: replace(PICTURE, name=name)})
    assert str(caught.value) == (
        f'error  attached-twice\n  Two files would be attached as "{shown}".\n'
        "  Give the picture of the article another name."
    )


def test_a_briefing_without_files_still_describes_itself():
    only, ledger = attached({})
    assert ledger.name == "claims.json"
    assert (only.name, only.relationship) == ("briefing.jsonld", "Supplement")
    assert only.data.startswith(b'{\n  "@context": "https://schema.org",\n')
    assert only.data.endswith(b"}\n")
    assert HERE.file == "briefing.md"


def test_words_of_sources_have_the_names_that_they_have_in_a_folder():
    whole = SourceEntry("a", "A", sha256="1", file="sources/a.txt", file_sha256="1", whole=True)
    part = SourceEntry("b", "B", sha256="2", file="sources/b.txt", file_sha256="3")
    silent = SourceEntry("c", "C")
    texts = {"sources/a.txt": "All of A.\n", "sources/b.txt": "Some of B: é.\n"}
    evidence = Evidence(LedgerEntries("A title", "en", sources=(whole, part, silent)), texts, "[a]\n")
    made = small()
    found = attached_files(made, {}, said_of(made), evidence)
    assert [(each.name, each.data, each.media_type, each.relationship, each.description) for each in found[:-2]] == [
        ("sources/a.txt", b"All of A.\n", "text/plain", "Source", "The whole text of a"),
        ("sources/b.txt", "Some of B: é.\n".encode(), "text/plain", "Source", "Excerpts from b"),
        ("sources/captures.toml", b"[a]\n", "application/toml", "Source", "Where the words of sources come from"),
    ]
