"""What the press reads beside the article and where it writes: refusals, end to end."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

import briefing
from briefing.errors import BriefingError, OutputError, TemplateError
from briefing.resources import templates_folder

ARTICLE = """---
title: A
language: en
organisation: ours
---
One. [@a]

![A map](map.png)
"""


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    """An article that reads a file of each kind."""
    folder = tmp_path / "piece"
    (folder / "sources").mkdir(parents=True)
    (folder / "briefing.md").write_text(ARTICLE, "utf-8")
    (folder / "sources.yaml").write_text("a:\n  title: B\n  publisher: C\n", "utf-8")
    (folder / "sources" / "a.txt").write_text("One.", "utf-8")
    (folder / "ours.yaml").write_text("name: Ours\nlogo: logo.png\nlogo_alt: Ours\n", "utf-8")
    for name in ("map.png", "logo.png"):
        Image.new("RGB", (600, 400)).save(folder / name)
    shutil.copytree(templates_folder() / "briefing", folder / "tpl")
    return folder


def refused(*arguments: Path, **options: str) -> str:
    with pytest.raises(BriefingError) as caught:
        briefing.build(*arguments, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    "name",
    [
        "briefing.md",
        "sources.yaml",
        "sources/a.txt",
        "map.png",
        "ours.yaml",
        "logo.png",
        "tpl/document.html",
        "tpl/theme.toml",
    ],
)
def test_no_build_writes_over_what_it_is_made_from(piece: Path, name: str) -> None:
    before = (piece / name).read_bytes()
    assert refused(piece, piece / name, template=str(piece / "tpl")) == (
        f"error  own-source\n  {piece / name} is what the briefing is made from; the PDF needs a name of its own."
    )
    assert (piece / name).read_bytes() == before


def test_no_build_writes_over_another_file(piece: Path) -> None:
    notes = piece / "briefing.fa.md"
    notes.write_text("Mine.", "utf-8")
    assert refused(piece, notes) == (
        f"error  not-a-pdf\n  {notes} is there already. It is not a PDF; choose another name."
    )
    assert notes.read_text("utf-8") == "Mine."


def test_a_place_is_refused_before_the_pages_are_set(piece: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.press.Press.render", None)
    with pytest.raises(OutputError):
        briefing.build(piece, piece)


def own_template(piece: Path) -> tuple[Path, str]:
    return piece / "tpl" / "theme.toml", str(piece / "tpl")


def test_a_template_without_its_theme(piece: Path) -> None:
    theme, template = own_template(piece)
    theme.unlink()
    assert refused(piece, template=template) == (
        "error  theme\n  The template tpl has no theme.toml.\n  Copy that of one of our templates."
    )


def test_a_folder_in_the_place_of_the_theme(piece: Path) -> None:
    theme, template = own_template(piece)
    theme.unlink()
    theme.mkdir()
    assert refused(piece, template=template) == (
        "tpl/theme.toml:1:1  error  theme\n  theme.toml is a folder, not a file."
    )


def test_a_theme_that_is_not_utf_8(piece: Path) -> None:
    theme, template = own_template(piece)
    theme.write_bytes("# one\n# é\n".encode("latin-1"))
    assert refused(piece, template=template) == (
        "tpl/theme.toml:2:1  error  theme\n  theme.toml is not UTF-8 text.\n"
        "  Save the file as UTF-8: most editors offer it under Save as."
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "none.ttf",
            'There is no font file "none.ttf" beside the theme or among the fonts that come with the program.',
        ),
        (
            "../../piece/logo.png",
            'There is no font file "../../piece/logo.png" beside the theme or among the fonts that come with the '
            "program.",
        ),
        ("\\u0000", "The font file '\\x00' cannot be read: it is no name of a file."),
    ],
)
def test_a_wrong_font_file_is_said_with_its_line(piece: Path, name: str, words: str) -> None:
    theme, template = own_template(piece)
    lines = theme.read_text("utf-8").splitlines()
    at = lines.index("[fonts.informing]") + 1
    lines[at] = f'regular = "{name}"'
    theme.write_text("\n".join(lines), "utf-8")
    with pytest.raises(TemplateError) as caught:
        briefing.build(piece, template=template)
    assert str(caught.value) == f"tpl/theme.toml:{at + 1}:1  error  theme\n  {words}"
