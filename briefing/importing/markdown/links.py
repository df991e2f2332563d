"""Where links lead: into the web and within the text; what leads elsewhere keeps its words, and is told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, as_comment, rewritten, shown, verbatim

__all__ = ["with_open_links"]

_LINK = r"""(?<![!\\])\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\]|!\[[^\[\]]*\]\([^()]*\)){0,2000}?)\]
    \(\s*+(?:<(?P<angled>[^<>\n]*)>|(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))
    (?P<title>\s++(?:"[^"\n]*"|'[^'\n]*'))?\s*+\)(?P<braces>\{[^{}\n]*\})?"""
_WIKI = r"(?P<picture>!?)\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<alias>[^\[\]\n]*))?\]\]"
_DEFINITION = re.compile(r" {0,3}\[(?P<label>[^\]\n^][^\]\n]*)\]:[ \t]+(?:<(?P<angled>[^<>]*)>|(?P<target>\S+))[^\n]*$")
_REFERENCE = r"(?<![!\\\]])\[(?P<words>[^\[\]\n]*)\](?:\[(?P<label>[^\[\]\n]*)\])?(?![\[({:])"
_OPEN = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@[^\s@]|#\S", re.IGNORECASE)
_BARE_HOST = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|int|gov|edu|uk|eu|de|fr|at|ch|ie|info)(?:/\S*)?$"
)
_SIZE = re.compile(r"\d{1,5}(?:x\d{1,5})?")
_PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?)$", re.IGNORECASE)


def with_open_links(lines: Lines, manuscript: Manuscript) -> Lines:
    """Keep the links that a reader of a printed page can follow."""
    lines = rewritten(lines, _WIKI, lambda match, number: _page(match, number, manuscript), within="[[")
    closed = _closed_definitions(lines)
    if closed:
        lines = _without_definitions(lines, closed, manuscript)
        lines = rewritten(
            lines, _REFERENCE, lambda match, number: _referring(match, number, closed, manuscript), within="["
        )
    pattern = f"(?x:{_LINK})"
    return rewritten(lines, pattern, lambda match, number: _link(match, number, manuscript), within="](")


def _is_open(target: str) -> bool:
    return bool(_OPEN.match(target))


def _tell(manuscript: Manuscript, number: int, typed: str) -> None:
    message = f"This leads to no address of the web, so only its words are kept: {shown(typed)}"
    manuscript.warn(number, message, "Write the whole address, with https:// before it.")


def _link(match: re.Match[str], number: int, manuscript: Manuscript) -> str | None:
    target, words = (match["angled"] or match["target"] or "").strip(), match["words"]
    if match["braces"] or match["title"]:
        rest = shown(f"{match['title'] or ''} {match['braces'] or ''}")
        manuscript.warn(number, f"Of a link the words and the address are kept; this is left out: {rest}")
    if _BARE_HOST.match(target):
        target = f"https://{target}"
    elif target.startswith("//"):
        target = f"https:{target}"
    if not _is_open(target):
        _tell(manuscript, number, match[0])
        return words
    if not words.strip():
        return f"<{target}>" if not target.startswith("#") else ""
    same = target in (match["angled"], match["target"])
    return None if same and not match["braces"] and not match["title"] else f"[{words}](<{target}>)"


def _page(match: re.Match[str], number: int, manuscript: Manuscript) -> str:
    """``[[Page|words]]`` and ``![[picture.png]]``, as Obsidian and wikis have them."""
    page, alias = match["page"].strip(), (match["alias"] or "").strip()
    if match["picture"] and _PICTURE.match(page):
        # a number alone is the width of the picture, not what it shows
        return f"![{'|' if _SIZE.fullmatch(alias) else ''}{alias}](<{page}>)"
    _tell(manuscript, number, match[0])
    return alias or page.rpartition("#")[0] or page


def _closed_definitions(lines: Lines) -> Mapping[str, str]:
    """Find the labels of targets that nobody can open; those of pictures are files."""
    found = {}
    for line, kept in zip(lines, verbatim(lines), strict=True):
        definition = None if kept else _DEFINITION.match(line.text)
        if definition:
            target = definition["angled"] or definition["target"] or ""
            if not _is_open(target) and not _PICTURE.match(target):
                found[definition["label"].casefold()] = target
    return found


def _without_definitions(lines: Lines, closed: Mapping[str, str], manuscript: Manuscript) -> Lines:
    out: Lines = []
    for line in lines:
        definition = _DEFINITION.match(line.text)
        if definition and definition["label"].casefold() in closed:
            _tell(manuscript, line.number, line.text)
            line = Line(as_comment(line.text), line.number)
        out.append(line)
    return out


def _referring(match: re.Match[str], number: int, closed: Mapping[str, str], manuscript: Manuscript) -> str | None:
    label = match["label"] or match["words"]
    if label.casefold() not in closed:
        return None
    _tell(manuscript, number, f"{match[0]} → {closed[label.casefold()]}")
    return match["words"]
