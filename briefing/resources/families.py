"""Script, language and role → the font families that serve, as far as they are on this machine.

What is known stands in ``assets/fonts/families.toml``. A family ships with the project, or lies in a package that holds
fonts, or in a folder of the user's. Packages are found and never imported; no file is named but those of the table.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from briefing.resources.folders import assets_folder
from briefing.resources.installing import install_command, pip_command

__all__ = ["Family", "FontFile", "font_families", "hint_for"]

_SLOPES_AND_WEIGHTS = {
    "regular": (False, False),
    "italic": (True, False),
    "bold": (False, True),
    "bold_italic": (True, True),
}


class FontFile(NamedTuple):
    """One OpenType font with TrueType outlines; there may be axes for width and weight in it."""

    name: str
    """File name, for messages and for the PDF."""
    path: Path
    italic: bool
    bold: bool
    """A static bold; a variable font is not bold, and is pinned to each weight."""


class Family(NamedTuple):
    """Fonts that were drawn to stand together."""

    name: str
    files: tuple[FontFile, ...]
    """What is on this machine of it; empty where it is not there. The upright regular weight comes first."""
    scale: float
    """Size to set it at, as a factor: at this it looks as large as the Latin fonts that come with the program."""
    leading: float
    """From line to line at least, as a multiple of the size that it stands in for; 0 where any leading will do."""
    extra: str
    """The extra of the project that brings it; empty where none does."""
    wanted: str
    """Name of the file that the user's folder would need to have; empty where it is not looked for there."""


def font_families(script: str, language: str, role: str, folder: Path | None = None) -> tuple[Family, ...]:
    """Find the families that can set a script, in the order in which they are to be tried.

    Families that are not on this machine are among them, without files. An unknown script has none.

    Args:
        script: code of ISO 15924, as Unicode gives it to a character; ``Zsye`` for emoji and ``Zsym`` for signs that
            belong to no script.
        language: tag of BCP 47 of the text: Chinese, Japanese and Korean draw the same ideographs differently.
        role: ``reading`` or ``informing``, the theme's two roles of fonts.
        folder: the user's own folder of fonts.
    """
    row = _table()["scripts"].get(script)
    if row is None:
        return ()
    names: list[str] = row.get(role, row["reading"])
    first = _nearest(row.get("first", {}), language)
    return tuple(_family(name, folder) for name in sorted(names, key=lambda name: name != first))


def hint_for(script: str, language: str, folder: Path | None = None) -> str:
    """Say what to install so that a text of this script can be set, one of whose characters is in no font.

    Nothing where all that is known is installed.

    The arguments are those of `font_families`.
    """
    families = font_families(script, language, "reading", folder)
    missing = next((each for each in families if not each.files), None)
    if missing is None:
        return ""
    name = _table()["scripts"][script]["name"]
    if missing.wanted:
        place = f"the folder {folder}" if folder else "the folder fonts of your configuration"
        return f"Put the font for {name}, {missing.wanted} of the Noto fonts, into {place}."
    row = _table()["families"][missing.name]
    if missing.extra and not _package_folder(row["package"]):
        return f"Install the fonts for {name}: {install_command(missing.extra)}"
    return _hint_for_package(row["package"], Path(row["regular"]).name)


def _hint_for_package(package: str, file: str) -> str:
    """Say which version of a package holds a file that the installed one has under another name, or no more."""
    distribution, version = package.replace("_", "-"), _table()["packages"][package]["version"]
    command = pip_command(f"{distribution}=={version}")
    return f"The package {distribution} that is installed has no {file}; its version {version} has it: {command}"


def _nearest(choices: Mapping[str, str], language: str) -> str | None:
    """Look a language up, with all its subtags or the first of them; the longest match counts."""
    subtags = language.lower().split("-")
    known = {tag.lower(): name for tag, name in choices.items()}
    tags = ("-".join(subtags[:length]) for length in range(len(subtags), 0, -1))
    return next((known[tag] for tag in tags if tag in known), None)


def _family(name: str, folder: Path | None) -> Family:
    table = _table()
    row = table["families"][name]
    in_folder, package = row.get("folder", False), row.get("package")
    if in_folder:
        files = _noto_files(name, folder)
    else:
        home = _package_folder(package) if package else assets_folder() / "fonts"
        files = _files(row, home)
    return Family(
        name,
        tuple(files),
        row.get("scale", 1.0),
        row.get("leading", 0.0),
        table["packages"][package]["extra"] if package else "",
        f"{_stem(name)}-Regular.ttf" if in_folder else "",
    )


def _files(row: Mapping[str, Any], home: Path | None) -> Iterator[FontFile]:
    for kind, (italic, bold) in _SLOPES_AND_WEIGHTS.items():
        if home and kind in row and (path := home / row[kind]).is_file():
            yield FontFile(path.name, path, italic, bold)


def _noto_files(name: str, folder: Path | None) -> Iterator[FontFile]:
    """Find a family under the names that the Noto project and Google Fonts give its files."""
    if folder is None:
        return
    stem = _stem(name)
    for ending in ("[wght].ttf", "[wdth,wght].ttf", "-VariableFont_wght.ttf", "-VariableFont_wdth,wght.ttf"):
        if (path := folder / f"{stem}{ending}").is_file():
            yield FontFile(path.name, path, italic=False, bold=False)
            return
    yield from _files({"regular": f"{stem}-Regular.ttf", "bold": f"{stem}-Bold.ttf"}, folder)


def _stem(name: str) -> str:
    return name.replace(" ", "")


def _package_folder(package: str) -> Path | None:
    """Find where a package is installed, without running anything of it."""
    spec = find_spec(package)
    # A folder without __init__.py that happens to have the name is no package that pip installed.
    return Path(spec.origin).parent if spec and spec.origin else None


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((assets_folder() / "fonts" / "families.toml").read_text(encoding="utf-8"))
