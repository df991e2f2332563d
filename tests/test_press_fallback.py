"""The fonts of the user's own folder: what is said of them, and which files are refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from approving import besides_sign_off
from fontTools.ttLib import TTFont
from reading_folders import told, write

import briefing
from briefing.errors import TemplateError
from briefing.press import fallback
from briefing.resources import assets_folder

TIBETAN = "---\ntitle: Title\nlanguage: en\n---\nOne word: ཀཀཀ.\n"
NAME = "NotoSerifTibetan-Regular.ttf"


@pytest.fixture(scope="module")
def letters() -> bytes:
    """A font with one Tibetan letter, which looks like another."""
    font = TTFont(assets_folder() / "fonts" / "source-serif-4" / "SourceSerif4-Roman.ttf")
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("ཀ")] = table.cmap[ord("a")]
    file = BytesIO()
    font.save(file, reorderTables=None)
    return file.getvalue()


@pytest.fixture
def configuration(tmp_path: Path, letters: bytes) -> Path:
    """A folder of settings with that font in it."""
    fonts = tmp_path / "configuration" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / NAME).write_bytes(letters)
    return tmp_path / "configuration"


def article(folder: Path, text: str = TIBETAN) -> Path:
    return write(folder / "article", {"briefing.md": text})


def used(configuration: Path) -> str:
    return (
        f"note  own-fonts\n  Fonts of {configuration / 'fonts'} are used: {NAME} (Noto Serif Tibetan).\n"
        "  The same file is made only where these fonts are the same."
    )


def test_check_and_build_say_which_fonts_of_the_folder_are_used(tmp_path: Path, configuration: Path) -> None:
    folder = article(tmp_path)
    assert besides_sign_off(briefing.check(folder, configuration=configuration)) == [used(configuration)]
    built = briefing.build(folder, tmp_path / "made.pdf", configuration=configuration)
    assert besides_sign_off(built.diagnostics) == [used(configuration)]


def test_fonts_that_an_article_does_not_show_are_not_named(tmp_path: Path, configuration: Path) -> None:
    folder = article(tmp_path, TIBETAN.replace("ཀཀཀ", "a"))
    assert besides_sign_off(briefing.check(folder, configuration=configuration)) == []


def test_a_press_that_is_kept_names_them_of_the_documents_that_show_them(tmp_path: Path, configuration: Path) -> None:
    press = briefing.press.Press(fonts=configuration / "fonts")
    said = []
    for text in (TIBETAN, TIBETAN.replace("ཀཀཀ", "a"), TIBETAN):
        found = briefing.load(article(tmp_path, text)).briefing
        said.append(told(press.render(found).diagnostics))
    assert said == [[used(configuration)], [], [used(configuration)]]


def refused(folder: Path, configuration: Path) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        briefing.build(folder, folder / "made.pdf", configuration=configuration)
    return told(caught.value.diagnostics)


def test_a_font_file_that_is_too_large_is_refused(tmp_path: Path, configuration: Path, monkeypatch) -> None:
    monkeypatch.setattr(fallback, "_MOST_MEGABYTES", 0)
    assert refused(article(tmp_path, TIBETAN), configuration) == [
        f"error  font\n  The font file {configuration / 'fonts' / NAME} has more than 0 MB.\n"
        "  Put the font as the Noto project gives it in its place."
    ]


def test_a_font_file_that_may_not_be_read_is_refused(tmp_path: Path, configuration: Path, monkeypatch) -> None:
    opened = Path.open

    def forbidden(path: Path, *arguments: str, **options: str) -> object:
        if path.name == NAME:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", forbidden)
    assert refused(article(tmp_path), configuration) == [
        f"error  font\n  The font file {configuration / 'fonts' / NAME} cannot be read: Permission denied.\n"
        "  Put the font as the Noto project gives it in its place."
    ]
