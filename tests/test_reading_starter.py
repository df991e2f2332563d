"""The starter folder: writes itself whole or not at all, and reads without an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_folders import write

import briefing
from briefing.checking import check
from briefing.errors import ContentError, OutputError, errors_of
from briefing.reading import read_folder, write_starter

NAMES = ["briefing.md", "our-organisation.yaml", "sources.yaml", "visits.png"]


@pytest.mark.parametrize("exists", [False, True])
def test_it_reads_without_an_error_and_uses_each_element(tmp_path, exists):
    folder = tmp_path / "new"
    if exists:
        folder.mkdir()
    written = write_starter(folder)
    assert written == tuple(folder / name for name in NAMES)
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    reading = read_folder(folder)
    assert errors_of((*reading.diagnostics, *check(reading.briefing))) == ()
    assert {(each.severity, each.id) for each in reading.diagnostics} == {("open", "fill-in")}
    for element in ("summary", "figures", "asks", "petition", "timelines", "handout", "sections", "notes", "pictures"):
        assert getattr(reading.briefing, element), element


def test_it_builds_at_once_into_two_full_pages_and_no_final_version(tmp_path):
    write_starter(tmp_path / "new")
    built = briefing.build(tmp_path / "new", tmp_path / "new.pdf")
    assert (built.pages, built.draft) == (2, True)
    with pytest.raises(ContentError, match="This cannot be final: 11 things are open"):
        briefing.build(tmp_path / "new", tmp_path / "final.pdf", final=True)


def test_a_note_to_the_author_is_not_printed(tmp_path):
    write_starter(tmp_path / "new")
    assert "note to you" in (tmp_path / "new" / "briefing.md").read_text(encoding="utf-8")
    assert "note to you" not in str(read_folder(tmp_path / "new").briefing)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("full", "is not empty.\n  Name a new folder: nothing of yours is overwritten."),
        ("full/mine.txt", "is a file."),
        ("full/mine.txt/new/er", "cannot be written: Not a directory."),
        ("a\0b", "cannot be written: embedded null byte."),
    ],
)
def test_it_refuses_and_leaves_everything_as_it_was(tmp_path, name, problem):
    folder = write(tmp_path, {"full/mine.txt": "mine"}) / name
    with pytest.raises(OutputError) as raised:
        write_starter(folder)
    assert str(raised.value) == f"error  no-starter\n  {str(folder)!a} {problem}"
    assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")] == ["full", "full/mine.txt"]


def test_folders_around_it_are_made_too(tmp_path):
    assert write_starter(tmp_path / "a" / "b" / "new")[0] == tmp_path / "a" / "b" / "new" / "briefing.md"


@pytest.mark.parametrize("exists", [False, True])
def test_it_leaves_nothing_half_behind(tmp_path, monkeypatch, exists):
    folder = tmp_path / "new" if exists else tmp_path / "a" / "new"
    if exists:
        folder.mkdir()
    rename = Path.rename

    def fail_at_the_third(path, target):
        if path.name == "sources.yaml":
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_at_the_third)
    with pytest.raises(OutputError, match="cannot be written: No space left on device"):
        write_starter(folder)
    assert list(tmp_path.rglob("*")) == ([folder] if exists else [])
