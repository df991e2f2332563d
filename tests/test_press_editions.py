"""The archive edition, from folder to file and back."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from archiving_samples import taken_apart, unpacked
from conforming import ATTACHING, assert_conforming
from reading_folders import picture, told, write
from typesetting_tools import opened

import briefing
from briefing.errors import BriefingError, ContentError
from briefing.press import Attached, Press, default_output
from briefing.resources import assets_folder
from briefing.verifying.judging.conformance import ARCHIVAL

DOCS = Path(__file__).parent.parent / "docs" / "archive.md"
ARTICLE = """---
title: A title
language: en-GB
organisation: ours
date: 2 September 2021
# A private remark.
licence: CC BY 4.0
sources: [sources.yaml, works.bib]
---
Some text, [@a] and more. [@b]

![A flood](<bilder/Überschwemmung (1).png>)
"""
FILES = {
    "briefing.md": ARTICLE.replace("\n", "\r\n"),
    "sources.yaml": "\ufeffa: {title: A, publisher: P}\n# not for everybody\n",
    "works.bib": "@book{b, title = {B}, publisher = {P}}\n",
    "bilder/Überschwemmung (1).png": picture(),
}
SHARED = {
    "organisations/ours.yaml": "name: Ours\nlogo: logo.png\nlogo_alt: Ours\n",
    "organisations/logo.png": picture("JPEG"),
}
PRIVATE = {
    "mps.csv": "name,address\n",
    "people.xlsx": "PK",
    "sent.jsonl": "{}\n",
    "notes.txt": "Mind the gap.",
    "draft.md": "No.",
    "briefing.md~": "Old.",
    "briefing.cy.md": ARTICLE,
    ".env": "KEY=1",
    ".briefing/journal.db": "x",
    "sources/a.txt": "The words of A.",
    "other.yaml": "c: {title: C}",
    "references.json": "[]",
    "unused.png": picture(),
    "briefing.jsonld": "{}",
}  # fmt: skip


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    """An article with a shared profile, and much beside it that concerns nobody else."""
    write(tmp_path, SHARED)
    return write(tmp_path / "piece", {**FILES, **PRIVATE})


def archived(folder: Path, path: Path, **options: object) -> briefing.Built:
    return briefing.build(folder, path, edition="archive", **options)


def test_only_what_the_briefing_refers_to_is_attached_byte_for_byte(piece, tmp_path):
    built = archived(piece, tmp_path / "a.pdf")
    files = taken_apart(built.path)
    names = [*FILES, *SHARED, "briefing.jsonld", "claims.json"]
    assert sorted(files) == sorted(names)
    assert {name: files[name] for name in FILES} == {name: (piece / name).read_bytes() for name in FILES}
    assert {name: files[name] for name in SHARED} == {name: (tmp_path / name).read_bytes() for name in SHARED}
    assert files["briefing.jsonld"] != b"{}"
    assert built.attached == (
        *(Attached(name, len(files[name]), "Source") for name in names[:-2]),
        *(Attached(name, len(files[name]), "Supplement") for name in names[-2:]),
    )


def test_build_says_what_goes_along_as_typed(piece, tmp_path):
    said = [each for each in archived(piece, tmp_path / "a.pdf").diagnostics if each.id == "attached"]
    assert told(said) == [
        "note  attached\n  The file carries briefing.md, sources.yaml, works.bib and organisations/ours.yaml as typed, "
        "with their comments.\n  Read them once more before you hand the file on."
    ]
    assert set(said) <= set(briefing.check(piece, edition="archive"))
    assert not [each for each in briefing.check(piece) if each.id == "attached"]


def test_the_bytes_are_those_that_were_read(piece):
    found = briefing.load(piece)
    (piece / "briefing.md").write_text("Other words.", "utf-8")
    (piece / "bilder" / "Überschwemmung (1).png").unlink()
    rendered = Press(edition="archive").render(found.briefing, files=found.files)
    with opened(rendered.data) as pdf:
        attached = pdf.attachments["briefing.md"].get_file().read_bytes()
    assert attached == FILES["briefing.md"].encode()


@pytest.mark.parametrize("template", ["briefing", "handout"])
@pytest.mark.parametrize("article", ["example", "starter", "piece"])
def test_an_archive_can_be_made_again_from_itself(example, piece, tmp_path, article, template):
    folder = {"example": example, "starter": assets_folder() / "starter", "piece": piece}[article]
    first = archived(folder, tmp_path / "a.pdf", template=template).path
    copy = unpacked(first, tmp_path / "elsewhere" / "any name")
    assert archived(copy, tmp_path / "b.pdf", template=template).path.read_bytes() == first.read_bytes()


def test_the_documentation_shows_what_is_attached_to_the_example(example, tmp_path):
    shown = re.findall(r"^  (\S+) +\d+ kB  (\w+)$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert shown == [(each.name, each.relationship) for each in archived(example, tmp_path / "a.pdf").attached]


def test_the_recipe_of_the_documentation_makes_an_archive_again(piece, tmp_path, monkeypatch):
    first = archived(piece, tmp_path / "northern-alliance-archive.pdf").path
    assert any(each.startswith("bilder/") for each in taken_apart(first))
    (recipe,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(recipe, str(DOCS), "exec"), {})
    assert archived(tmp_path / "folder", tmp_path / "b.pdf").path.read_bytes() == first.read_bytes()


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="pdfdetach of poppler-utils is not installed")
def test_so_does_pdfdetach_where_the_folders_are_there(piece, tmp_path):
    first = archived(piece, tmp_path / "a.pdf").path
    for name in taken_apart(first):
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdfdetach", "-enc", "UTF-8", "-saveall", "-o", "folder", first.name], cwd=tmp_path, check=True)
    assert archived(tmp_path / "folder", tmp_path / "b.pdf").path.read_bytes() == first.read_bytes()


def test_the_same_bytes_whatever_the_folder_is_called_and_when_it_was_saved(piece, tmp_path):
    first = archived(piece, tmp_path / "a.pdf").path.read_bytes()
    other = tmp_path / "x" / "Ein anderer Ort"
    shutil.copytree(piece, other)
    shutil.copytree(tmp_path / "organisations", tmp_path / "x" / "organisations")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    assert archived(other, tmp_path / "b.pdf").path.read_bytes() == first


def dates_of(path: Path) -> set[str]:
    with opened(path.read_bytes()) as pdf:
        return {str(pdf.docinfo.ModDate), *(str(each.EF.F.Params.ModDate) for each in pdf.Root.AF)}


def test_every_date_in_the_file_is_that_of_the_briefing_or_of_the_epoch(piece, tmp_path):
    assert dates_of(archived(piece, tmp_path / "a.pdf").path) == {"D:20210902000000+00'00'"}
    assert dates_of(archived(piece, tmp_path / "a.pdf", epoch=1_700_000_000).path) == {"D:20231114221320+00'00'"}


def test_an_archive_without_a_date_says_none_and_conforms(piece, tmp_path):
    undated = ARTICLE.replace("date: 2 September 2021\n", "")
    (piece / "briefing.md").write_text(undated, encoding="utf-8")
    data = archived(piece, tmp_path / "a.pdf").path.read_bytes()
    assert_conforming(data, ATTACHING)
    with opened(data) as pdf:
        assert {"/CreationDate", "/ModDate"}.isdisjoint(pdf.docinfo.keys())
        assert not any("/ModDate" in each.EF.F.Params for each in pdf.Root.AF)
    assert b"<xmp:CreateDate>" not in data


def test_no_place_on_this_machine_gets_into_the_file(piece, tmp_path):
    configuration = write(tmp_path / "settings", SHARED)
    shutil.rmtree(tmp_path / "organisations")
    built = archived(piece, tmp_path / "a.pdf", configuration=configuration)
    assert "organisations/logo.png" in [each.name for each in built.attached]
    with opened(built.path.read_bytes()) as pdf:
        assert not [each for each in pdf.objects if tmp_path.name.encode() in _everything(each)]


def _everything(thing: pikepdf.Object) -> bytes:
    """What an object says, and what its stream holds."""
    if not isinstance(thing, pikepdf.Stream):
        return thing.unparse()
    data = thing.read_raw_bytes() if thing.get("/Filter") == "/DCTDecode" else thing.read_bytes()
    return pikepdf.Dictionary(dict(thing)).unparse() + data


@pytest.mark.parametrize("template", ["briefing", "handout"])
@pytest.mark.parametrize(("edition", "archival"), [("screen", ARCHIVAL), ("archive", ATTACHING)])
def test_every_edition_conforms(piece, tmp_path, template, edition, archival):
    built = briefing.build(piece, tmp_path / "a.pdf", template=template, edition=edition)
    assert_conforming(built.path.read_bytes(), archival)


def test_pages_are_those_of_the_screen(piece, tmp_path):
    screen, archive = (briefing.build(piece, tmp_path / f"{name}.pdf", edition=name) for name in ("screen", "archive"))
    assert screen.attached == ()
    with opened(screen.path.read_bytes()) as one, opened(archive.path.read_bytes()) as other:
        pairs = zip(one.pages, other.pages, strict=True)
        assert all(first.Contents.read_bytes() == second.Contents.read_bytes() for first, second in pairs)
        assert not {"/AF", "/Names"} & set(one.Root.keys())


def test_metadata_in_xmp_and_in_json_ld_agree(example, tmp_path):
    with opened(archived(example, tmp_path / "a.pdf").path.read_bytes()) as pdf:
        info = {name: str(value) for name, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            assert (info["/Title"], info["/Subject"]) == (xmp["dc:title"], xmp["dc:description"])
            assert info["/Author"] == "; ".join(xmp["dc:creator"])
            assert info["/Keywords"] == xmp["pdf:Keywords"]
            assert (xmp["dc:language"], xmp["pdfaid:part"]) == ({"en-GB"}, "3")
            assert (
                xmp["dc:rights"]
                == xmp["xmpRights:UsageTerms"]
                == ("Text under Creative Commons Attribution 4.0 (CC BY 4.0).")
            )
            assert xmp["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by/4.0/"
        written = pdf.attachments["briefing.jsonld"].get_file().read_bytes().decode("utf-8")
    assert all(f'"{words}"' in written for words in (info["/Title"], info["/Subject"], "en-GB"))


def test_two_files_of_one_name_stop_build_and_check(piece, tmp_path):
    write(piece, {"organisations/logo.png": picture()})
    text = (piece / "briefing.md").read_text("utf-8")
    (piece / "briefing.md").write_text(text + "\n![Other](organisations/logo.png)\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        archived(piece, tmp_path / "a.pdf")
    assert 'Two files would be attached as "organisations/logo.png".' in str(caught.value)
    assert caught.value.diagnostics[0] in briefing.check(piece, edition="archive")
    assert not (tmp_path / "a.pdf").exists()
    assert briefing.build(piece, tmp_path / "a.pdf").attached == ()


def test_an_edition_that_is_not_there(piece):
    with pytest.raises(BriefingError) as caught:
        briefing.build(piece, edition="archiv")
    assert str(caught.value) == (
        'error  unknown-edition\n  There is no edition "archiv".\n'
        "  Editions are screen, large-print, grey, press, archive."
    )


@pytest.mark.parametrize(
    ("template", "language", "edition", "name"),
    [
        ("briefing", None, "screen", "piece.pdf"),
        ("briefing", None, "archive", "piece-archive.pdf"),
        ("handout", "cy", "archive", "piece-handout-cy-archive.pdf"),
    ],
)
def test_an_edition_has_a_name_of_its_own(template, language, edition, name):
    assert default_output(Path("a/piece"), template, language, edition) == Path("build", name)
