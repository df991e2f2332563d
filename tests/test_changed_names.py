"""Readers are told that names were changed, wherever they read, and never which."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reading_folders import told, write

from briefing import build, check, export
from briefing.importing import import_file
from briefing.press import load

SENTENCE = "Some names have been changed to protect people."
ARTICLE = """\
---
title: A village
language: {language}
changed_names: [Gulnara, Omid]
---
Gulnara and Omid's mother fled.
"""


def article(folder: Path, language: str = "en-GB") -> Path:
    return write(folder, {"briefing.md": ARTICLE.format(language=language)})


def text_of(path: Path) -> str:
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    return " ".join(" ".join(pages).replace("\ufffe\r\n", "").split())


@pytest.mark.parametrize("edition", ["screen", "large-print", "grey", "archive"])
@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_every_template_and_edition_says_so(tmp_path, template, edition):
    built = build(article(tmp_path / "a"), tmp_path / "a.pdf", template=template, edition=edition)
    assert SENTENCE in text_of(built.path)


def test_without_such_names_nothing_is_said(tmp_path):
    folder = write(tmp_path / "a", {"briefing.md": "---\ntitle: A\nlanguage: en-GB\n---\nThey fled.\n"})
    assert "names" not in text_of(build(folder, tmp_path / "a.pdf").path)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Einige Namen wurden zum Schutz der Personen geändert."),
        ("fr", "Certains noms ont été changés pour protéger les personnes."),
        ("es", "Se han cambiado algunos nombres para proteger a las personas."),
        ("ar", "غُيّرت بعض الأسماء لحماية أصحابها."),
        ("fa-AF", "بعضی نام‌ها برای حفاظت از افراد تغییر داده شده است."),
        ("ps", "ځینې نومونه د خلکو د خوندي ساتلو لپاره بدل شوي دي."),
        ("ur", "لوگوں کی حفاظت کے لیے کچھ نام بدل دیے گئے ہیں۔"),
    ],
)
def test_it_is_said_in_the_language_of_the_article(tmp_path, language, sentence):
    exported = export(article(tmp_path / "a", language), tmp_path / "a.html", kind="html")
    assert sentence in exported.path.read_text(encoding="utf-8").replace("\u202f", " ")


@pytest.mark.parametrize("kind", ["html", "docx", "md"])
def test_every_export_says_so_and_comes_back(tmp_path, kind):
    exported = export(article(tmp_path / "a"), tmp_path / f"a.{kind}", kind=kind)
    data = exported.path.read_bytes()
    if kind != "docx":
        assert SENTENCE in data.decode()
        assert "changed_names" not in data.decode()
        assert data.decode().count("Omid") == 1  # in the text, and in no list of those that are not real
    imported = import_file(exported.path.name, data, tmp_path / "again", beside=tmp_path)
    assert not [each for each in imported.diagnostics if each.severity == "warning"]
    text = (tmp_path / "again" / "briefing.md").read_text(encoding="utf-8")
    assert text.count("Some names") == 1  # a comment, or a question
    assert load(tmp_path / "again").briefing.changed_names == ()


def test_an_imported_text_that_tells_of_changed_names_asks_which(tmp_path):
    exported = export(article(tmp_path / "a"), tmp_path / "a.md", kind="md")
    data = exported.path.read_bytes()
    question = (
        "<!-- question: The text told its readers: Some names have been changed to protect people. "
        "Which names? Say it at its head: changed_names: [NAME]. -->"
    )
    import_file("a.md", data, tmp_path / "again", beside=tmp_path)
    assert question in (tmp_path / "again" / "briefing.md").read_text(encoding="utf-8")
    declared = data.replace(b"lang:", b"changed_names: [Omid]\nlang:")
    import_file("a.md", declared, tmp_path / "declared", beside=tmp_path)
    assert "question" not in (tmp_path / "declared" / "briefing.md").read_text(encoding="utf-8")
    assert load(tmp_path / "declared").briefing.changed_names == ("Omid",)


def test_an_edition_has_those_of_its_original(tmp_path):
    folder = article(tmp_path / "a")
    write(folder, {"briefing.de.md": "---\ntitle: Ein Dorf\nlanguage: de\n---\nGulnara und Omids Mutter flohen.\n"})
    assert load(folder, language="de").briefing.changed_names == ("Gulnara", "Omid")
    built = build(folder, tmp_path / "a.pdf", language="de")
    assert "Einige Namen wurden zum Schutz der Personen geändert." in text_of(built.path)


def test_a_name_that_the_text_does_not_have_is_told(tmp_path):
    folder = article(tmp_path / "a")
    assert not [each for each in check(folder) if each.id == "changed-name-unused"]
    write(folder, {"briefing.md": ARTICLE.format(language="en-GB").replace("Omid's", "the")})
    assert told(each for each in check(folder) if each.id == "changed-name-unused") == [
        "briefing.md:4:16  warning  changed-name-unused\n"
        '  The changed name "Omid" stands nowhere in the text.\n'
        "  Take it out, or write it as the text does. Real names belong in the protected list, not here."
    ]
