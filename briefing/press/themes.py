"""Template and briefing → the theme, in the colours and fonts of the briefing's organisation."""

from __future__ import annotations

from pathlib import Path

from briefing.editions import SCREEN
from briefing.errors import Diagnostic, Position, TemplateError
from briefing.model import Briefing, Organisation
from briefing.resources import assets_folder
from briefing.templating import Template, find_template
from briefing.theme import Theme, load_theme

__all__ = ["plain_theme", "theme_of"]


def theme_of(template: Template, briefing: Briefing, page: str | None, edition: str) -> Theme:
    """Load the theme for an edition and a size of paper, or the theme's own.

    Raises:
        TemplateError: with every mistake of the theme.
    """
    return _theme(template, briefing.organisation, page, edition)


def plain_theme(template: Template, *, page: str | None = None) -> Theme:
    """Load the theme of a form, in its own colours and fonts: it is no organisation's.

    Raises:
        TemplateError: with every mistake of the theme.
    """
    return _theme(template, None, page, SCREEN.name)


def _theme(template: Template, organisation: Organisation | None, page: str | None, edition: str) -> Theme:
    file = f"{template.name}/theme.toml"

    def read_font(name: str) -> bytes:
        for folder in (template.folder, assets_folder() / "fonts"):
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path.read_bytes()
        raise FileNotFoundError(name)

    return load_theme(
        _theme_text(template.folder),
        file=file,
        read_font=read_font,
        read_theme=lambda name: _theme_text(find_template(name)),
        organisation=organisation,
        size=page,
        edition=edition,
    )


def _theme_text(folder: Path) -> str:
    path, file = folder / "theme.toml", f"{folder.name}/theme.toml"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message, hint = f"The template {folder.name} has no theme.toml.", "Copy that of one of our templates."
        raise TemplateError(Diagnostic("error", "theme", message, hint=hint)) from error
    except OSError as error:
        reason = "is a folder, not a file" if path.is_dir() else f"cannot be read: {error.strerror or error}"
        message = f"theme.toml {reason}."
        raise TemplateError(Diagnostic("error", "theme", message, Position(file))) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message, hint = "theme.toml is not UTF-8 text.", "Save the file as UTF-8: most editors offer it under Save as."
        raise TemplateError(Diagnostic("error", "theme", message, Position(file, line), hint)) from error
