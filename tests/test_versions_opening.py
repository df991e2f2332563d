"""An earlier version as a PDF: what is taken out of it, and what is not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pikepdf
import pytest

from briefing.errors import ContentError, VerificationError
from briefing.verifying import attached_files
from briefing.verifying.words import AGAIN
from briefing.versions import against
from briefing.versions.opening import opened_version

ARTICLE = "---\ntitle: A title\nlanguage: en-GB\ndate: 2 September 2021\n---\nNearly {} people fled. [@a]\n"
SOURCES = b"a:\n  title: What A says\n"


def pdf(path: Path, files: dict[str, bytes]) -> Path:
    with pikepdf.new() as made:
        made.add_blank_page()
        for number, (name, data) in enumerate(files.items()):
            attached = pikepdf.AttachedFileSpec(made, data, filename=name)
            made.attachments[f"{number}"] = attached
        made.save(path)
    return path


def test_an_archive_is_an_earlier_version(tmp_path: Path) -> None:
    files = {"briefing.md": ARTICLE.format("250,000").encode(), "sources.yaml": SOURCES}
    old, new = pdf(tmp_path / "old.pdf", files), tmp_path / "new"
    new.mkdir()
    (new / "briefing.md").write_bytes(files["briefing.md"])
    (new / "sources.yaml").write_bytes(SOURCES)
    assert against(new, old).changes == ()
    (new / "briefing.md").write_text(ARTICLE.format("390,000"), "utf-8")
    assert [each.kind for each in against(new, old).changes] == ["figure-changed"]


def test_only_what_an_article_is_read_from_is_taken_out(tmp_path: Path) -> None:
    hostile = ("../outside.md", "/etc/outside.md", "a/../../outside.md", ".hidden.md", "run.py", "a\\b.md", "C:x.md")
    plain = ("briefing.md", "organisations/one.yaml", "figures 1.csv", "picture (2).PNG")
    old = pdf(tmp_path / "old.pdf", dict.fromkeys((*hostile, *plain, "briefing.md/x.md"), b"x"))
    with opened_version(old) as (folder, _):
        found = sorted(each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())
    assert found == sorted(plain)
    assert not folder.exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["old.pdf"]


def test_nothing_stands_beside_what_is_taken_out(tmp_path: Path) -> None:
    old = pdf(tmp_path / "old.pdf", {"briefing.md": b"text"})
    with opened_version(old) as (folder, _):
        assert [each.name for each in folder.parent.iterdir()] == [folder.name]
        assert folder.parent != Path(tempfile.gettempdir())


def test_what_is_damaged_is_empty(tmp_path: Path) -> None:
    old = pdf(tmp_path / "old.pdf", {"briefing.md": b"text"})
    with pikepdf.open(old, allow_overwriting_input=True) as made:
        stream = made.attachments["0"].obj.EF.F
        stream.write(b"no deflated data", filter=pikepdf.Name.FlateDecode)
        made.save(old, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert attached_files(old) == ({"briefing.md": b""}, ("briefing.md",))


def test_what_was_altered_is_told(tmp_path: Path) -> None:
    files = {"briefing.md": ARTICLE.format("250,000").encode(), "sources.yaml": SOURCES}
    old, new = pdf(tmp_path / "old.pdf", files), tmp_path / "new"
    new.mkdir()
    for name, data in files.items():
        (new / name).write_bytes(data)
    with pikepdf.open(old, allow_overwriting_input=True) as made:
        made.attachments["0"].obj.EF.F.write(ARTICLE.format("390,000").encode())
        made.save(old)
    assert str(against(new, old).diagnostics[0]) == (
        "warning  earlier-version-altered\n"
        f"  The earlier version {old} was changed since it was made: not all in it is what was attached.\n"
        "    briefing.md\n"
        "  Compare with a copy that nobody has changed."
    )


def test_a_pdf_without_an_article_is_none(tmp_path: Path) -> None:
    old = pdf(tmp_path / "old.pdf", {"notes.md": b"x"})
    with pytest.raises(ContentError) as caught:
        against(tmp_path, old)
    assert str(caught.value) == (
        f"error  no-article\n  There is no article inside {old}.\n"
        '  Name a folder, or a PDF that was made with "--edition archive".'
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", f"{{}}: the file is empty. {AGAIN}"),
        (b"\x89PNG\r\n", "{}: this is not a PDF but, it seems, a PNG picture."),
        (
            b"%PDF-1.7\n%%EOF",
            f"{{}}: the file is damaged beyond repair. {AGAIN}",
        ),
    ],
)
def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path, data: bytes, sentence: str) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(data)
    with pytest.raises(VerificationError) as caught:
        against(tmp_path, old)
    assert caught.value.diagnostics[0].message == sentence.format(old)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("{", "{}: the program that reads it answered nonsense."),
        ("[]", "{}: the program that reads it answered nonsense."),
        ('{"files": {"a.md": "?"}}', "{}: the program that reads it answered nonsense."),
        ('{"refused": {}}', "{}: the program that reads it broke down, or took too long."),
    ],
)
def test_the_program_that_reads_it_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, sentence: str
) -> None:
    old = pdf(tmp_path / "old.pdf", {"briefing.md": b"x"})
    monkeypatch.setattr("briefing.verifying.attached._CHILD", f"print({answer!r})")
    with pytest.raises(VerificationError) as caught:
        attached_files(old)
    assert caught.value.diagnostics[0].message == sentence.replace("{}", str(old))
