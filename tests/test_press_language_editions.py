"""Language editions from folder to file: what the author of the original is told, drafts, and what is attached."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from approving import approve
from language_editions import EDITION, ORIGINAL, changed, folder_of
from reading_folders import told, write

import briefing
from briefing.checking import content_hash
from briefing.errors import ContentError
from briefing.reading.sources import gathering
from briefing.reading.sources.yaml import read_yaml


def others(folder):
    """What the check of the original says of the editions."""
    return [each for each in told(briefing.check(folder)) if "edition" in each]


def test_the_original_names_its_editions(tmp_path):
    assert others(folder_of(tmp_path)) == [
        "note  language-editions\n  In other languages there is: briefing.cy.md.\n"
        "  Each is checked by itself: --language cy."
    ]
    (tmp_path / "briefing.cy.md").unlink()
    assert others(tmp_path) == []


def test_the_original_names_editions_that_have_not_followed(tmp_path):
    folder = folder_of(tmp_path, original=changed(ORIGINAL, "nearly 400,000", "nearly 500,000", "Text. [@a]", "Text."))
    write(folder, {"briefing.de.md": "---\ntitle: A\n---\nA [@z]\n"})
    assert others(folder)[:2] == [
        "briefing.cy.md:1:1  warning  edition-behind\n  This edition does not follow the original in 2 places.\n"
        "  To see them: --language cy.",
        "briefing.de.md:1:1  warning  edition-with-errors\n  This edition has 2 errors.\n  To see them: --language de.",
    ]


def test_what_is_named_as_an_edition_and_is_none_is_told(tmp_path):
    folder = folder_of(tmp_path)
    for name in ("de_DE", "old", "german", "und", "a copy"):
        write(folder, {f"briefing.{name}.md": "A"})
    hint = "An edition has the tag of its language in its name, briefing.cy.md; call anything else otherwise."
    assert [each for each in others(folder) if "misnamed" in each] == [
        f'briefing.{name}.md:1:1  warning  misnamed-edition\n  This file is not taken for an edition: "{name}" is not '
        f"the tag of a language that is known.\n  {said}"
        for name, said in (
            ("a copy", hint),
            ("de_DE", "Call it briefing.de-DE.md."),
            ("german", "Call it briefing.de.md."),
            ("old", hint),
            ("und", hint),
        )
    ]
    assert "  In other languages there is: briefing.cy.md." in "\n".join(others(folder)).splitlines()


def test_errors_of_the_original_are_told_once(tmp_path):
    folder = folder_of(tmp_path, original=changed(ORIGINAL, "date: 2 September", "date: 2 Septmber"))
    found = briefing.check(folder)
    assert [each.id for each in found].count("date-unreadable") == 1
    assert "edition-with-errors" not in [each.id for each in found]


def test_an_unchecked_translation_is_a_draft_with_a_mark_on_every_page(tmp_path):
    folder = folder_of(tmp_path, changed(EDITION, "Agoriad.", "Agoriad.\n\n\\newpage\n\nTudalen."))
    built = briefing.build(folder, tmp_path / "made.pdf", language="cy")
    assert (built.pages, built.draft) == (2, True)
    with pdfium.PdfDocument(built.path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    mark = "Machine-made translation from English, to be checked by a speaker of Welsh"
    assert [mark in " ".join(page.split()) for page in pages] == [True, True]
    with pytest.raises(ContentError, match="translation-unchecked"):
        briefing.build(folder, tmp_path / "final.pdf", language="cy", final=True)
    assert not briefing.build(approve(folder), tmp_path / "original.pdf", final=True).draft


def test_a_checked_translation_is_final(tmp_path):
    folder = approve(checked(tmp_path, content_of(tmp_path)))
    assert not briefing.build(folder, tmp_path / "made.pdf", language="cy", final=True).draft
    words = words_of(tmp_path / "made.pdf")
    assert "Machine-made translation from English, to be checked" not in words
    assert "Translation checked by Jane Doe, 2 Medi 2021." in words


def test_a_translation_that_changed_after_its_check_has_its_mark_again(tmp_path):
    folder = checked(tmp_path, content_of(tmp_path), "Agoriad.", "Agoriad arall.")
    with pytest.raises(ContentError, match="translation-check-lapsed"):
        briefing.build(folder, tmp_path / "final.pdf", language="cy", final=True)
    assert briefing.build(folder, tmp_path / "made.pdf", language="cy").draft
    words = words_of(tmp_path / "made.pdf")
    assert "Machine-made translation from English, to be checked by a speaker of Welsh" in words
    assert "Translation checked" not in words


def test_a_check_that_names_no_text_is_none_of_a_machine_s_work(tmp_path):
    folder = checked(tmp_path, "")
    with pytest.raises(ContentError, match="translation-check-without-hash"):
        briefing.build(folder, tmp_path / "final.pdf", language="cy", final=True)
    briefing.build(folder, tmp_path / "made.pdf", language="cy")
    assert "Translation checked" not in words_of(tmp_path / "made.pdf")


def content_of(tmp_path):
    return content_hash(briefing.load(folder_of(tmp_path), language="cy").briefing)


def checked(tmp_path, content, *change):
    """A folder with a machine's translation, checked, and then changed."""
    fields = f"translated_by: machine\ntranslation_checked: {{by: Jane Doe, on: 2021-09-02, content: '{content}'}}\n"
    text = changed(EDITION, "translated_by: machine\n", fields)
    return folder_of(tmp_path, changed(text, *change) if change else text)


def words_of(path):
    with pdfium.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_the_archive_edition_holds_both_texts(tmp_path):
    write(tmp_path, {"ours.yaml": "name: Ours", "ours.cy.yaml": "name: Ein"})
    folder = folder_of(tmp_path, original=changed(ORIGINAL, "number:", "organisation: ours\nnumber:"))
    built = briefing.build(folder, tmp_path / "made.pdf", language="cy", edition="archive")
    assert [each.name for each in built.attached] == [
        "briefing.cy.md",
        "briefing.md",
        "sources.yaml",
        "ours.yaml",
        "ours.cy.yaml",
        "briefing.cy.jsonld",
        "claims.json",
    ]


def test_what_editions_share_is_read_once(tmp_path, monkeypatch):
    folder = folder_of(tmp_path)
    write(folder, {f"briefing.{tag}.md": EDITION.replace("language: cy", f"language: {tag}") for tag in ("de", "fr")})
    read = []

    def noted(text, file):
        read.append(file)
        return read_yaml(text, file)

    monkeypatch.setitem(gathering._FORMATS, "yaml", noted)
    found = briefing.check(folder)
    assert "briefing.cy.md, briefing.de.md, briefing.fr.md" in str(found)
    assert read == ["sources.yaml"]


def test_no_more_than_forty_editions_are_read(tmp_path):
    folder = folder_of(tmp_path)
    tags = [f"en-{first}{second}" for first in "abcdefg" for second in "abcdefg"]
    write(folder, {f"briefing.{tag}.md": "" for tag in tags})
    found = [each for each in briefing.check(folder) if "edition" in each.id]
    assert [each.id for each in found].count("edition-with-errors") == 39
    assert found[-1].message.endswith("briefing.en-fd.md, ….")
