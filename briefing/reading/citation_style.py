"""The name of a citation style, or of a file → the style as it stands in its file.

Names are looked up in the extra ``styles``, files in the folder where the name of the file was typed. What the style
says is not looked at here, but that it may be another style under a second name. See:
https://docs.citationstyles.org/en/stable/specification.html#file-types.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.model import CitationStyle
from briefing.reading.files import Refusal, read_inside
from briefing.reading.limits import CITATION_STYLE_BYTES
from briefing.reading.spelling import did_you_mean
from briefing.reading.yaml import Scalar
from briefing.resources import citation_style_file, citation_style_names, install_command

__all__ = ["FoundStyle", "parent_of_style", "read_citation_style", "style_named"]

_ENDING = ".csl"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?")
"""How the repository of styles calls its files."""
_LINK = re.compile(rb"<link\s[^<>]*>")
_PARENT = re.compile(rb"""\bhref=["']https?://www\.zotero\.org/styles/([a-z0-9-]{1,100})["']""")


class FoundStyle(NamedTuple):
    """What was found under a name."""

    style: CitationStyle | None = None
    file: bytes | None = None
    """That of the folder, where the name is that of a file."""
    diagnostics: tuple[Diagnostic, ...] = ()


def read_citation_style(folder: Path, typed: Scalar | None) -> FoundStyle:
    """Read a style that a field names; without the field nothing is found, and nothing is wrong."""
    if typed is None:
        return FoundStyle()
    is_file = typed.text.lower().endswith(_ENDING)
    data = read_inside(folder, typed.text, CITATION_STYLE_BYTES) if is_file else style_named(typed.text)
    if isinstance(data, Refusal):
        return FoundStyle(diagnostics=(data.at(typed.position),))
    parent = parent_of_style(data)
    whole = style_named(parent) if parent else data
    if isinstance(whole, Refusal):
        message = f'The citation style "{typed.text}" is another one under a second name: {parent}.'
        return FoundStyle(diagnostics=(Diagnostic("error", whole.id, message, typed.position, whole.hint),))
    return FoundStyle(CitationStyle(typed.text, whole, typed.position), data if is_file else None)


def style_named(name: str) -> bytes | Refusal:
    """Read the file of a style by its name in the extra ``styles``."""
    if not _NAME.fullmatch(name):
        message = f'"{name}" is not the name of a citation style.'
        return Refusal("bad-citation-style", message, "Type a name, such as apa, or that of a file, such as ours.csl.")
    path = citation_style_file(name)
    if path is None:
        return _unknown(name)
    try:
        return path.read_bytes()
    except OSError as problem:
        return Refusal("unreadable-file", f'The citation style "{name}" cannot be read: {problem.strerror}.')


def _unknown(name: str) -> Refusal:
    known = citation_style_names()
    if not known:
        file = f"{name}{_ENDING}"
        hint = f"Type: {install_command('styles')}   or put the file {file} into the folder and name that: {file}."
        return Refusal("citation-style-not-installed", f'The citation style "{name}" is not installed.', hint)
    hint = "A style is called as on zotero.org/styles: chicago-author-date. Or name a file: ours.csl."
    return Refusal("unknown-citation-style", f'There is no citation style "{name}".{did_you_mean(name, known)}', hint)


def parent_of_style(data: bytes) -> str:
    """Name the style that a file is under a second name; empty for a style of its own."""
    links = (link for link in _LINK.findall(data) if b"independent-parent" in link)
    found = next((match for link in links if (match := _PARENT.search(link))), None)
    return found[1].decode("ascii") if found else ""
