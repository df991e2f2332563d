"""Where templates, words and fonts are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

__all__ = ["assets_folder", "package_folder", "templates_folder"]

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """Find the folder that holds one folder for each template, and the words of the interface."""
    return _folder("templates")


def assets_folder() -> Path:
    """Find the folder that holds fonts and example briefings."""
    return _folder("assets")


def package_folder() -> Path:
    """Find the folder of the program's own modules."""
    return _PACKAGE


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
