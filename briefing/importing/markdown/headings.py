"""Headings: the first one as the title, their levels, their names, and the links that lead to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, rewritten, shown, verbatim
from briefing.reading.body import id_of_words
from briefing.reading.markdown import attributes_at_end

__all__ = ["linked", "with_plain_headings"]

_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<words>\S.*)$")
_RULE = re.compile(r" {0,3}(?P<sign>=+|-{2,})[ \t]*$")
_NOT_A_PARAGRAPH = re.compile(r"\s{0,3}(?:[>#|:]|[-*+][ \t]|\d{1,9}[.)][ \t]|```|~~~)|\s{4}|\s*$")
_UNNUMBERED = re.compile(r"\{-\}$")
_KRAMDOWN = re.compile(r"\{:(?P<inside>[^{}]*)\}$")
_ANCHOR = r"\]\((?:\s*<)?#(?P<anchor>[^()\s<>]+)(?:>\s*)?(?P<title>\s+\"[^\"\n]*\")?\)"
_IMPLICIT = r"(?<![\]!\\])\[(?P<words>[^\[\]\n^@!][^\[\]\n]*)\](?:\[\])?(?![\[({:])"


class _Heading(NamedTuple):
    """A heading at one line of a text."""

    place: int
    level: int
    words: str
    setext: bool


class Headed(NamedTuple):
    """A text whose headings are ours, and the title that stood at its head."""

    lines: Lines
    title: str


def with_plain_headings(lines: Lines, manuscript: Manuscript, title: str) -> Headed:
    """Take the title out, let sections begin at the second level, and keep of attributes what has a place."""
    headings = list(_headings(lines))
    out: list[Line | None] = list(lines)
    found = _title_of(headings, title, lines)
    taken = found is not None
    if found:
        out[found.place] = None
        if found.setext:
            out[found.place + 1] = None
        if _words_of(found.words) != found.words:
            message = f"A title is plain text, without marks and links: {shown(found.words)}"
            manuscript.warn(lines[found.place].number, message)
        title = title or _words_of(found.words)
        headings.remove(found)
    deeper = 1 if any(heading.level == 1 for heading in headings) else 0
    for heading in headings:
        number = lines[heading.place].number
        words = _plain_attributes(heading.words, manuscript, number)
        if heading.setext or deeper or words != heading.words:
            marks = "#" * min(6, heading.level + deeper)
            out[heading.place] = Line(f"{marks} {words}", number)
            if heading.setext:
                out[heading.place + 1] = None
    return Headed([line for line in out if line is not None], title if taken or title else "")


def _headings(lines: Lines) -> Iterator[_Heading]:
    kept = verbatim(lines)
    for index, line in enumerate(lines):
        if kept[index]:
            continue
        atx = _ATX.match(line.text)
        if atx:
            yield _Heading(index, len(atx["marks"]), _without_marks(atx["words"]), setext=False)
        elif index + 1 < len(lines) and (rule := _RULE.match(lines[index + 1].text)) and not kept[index + 1]:
            single = index == 0 or not lines[index - 1].text.strip() or bool(_ATX.match(lines[index - 1].text))
            if single and not _NOT_A_PARAGRAPH.match(line.text):
                yield _Heading(index, 1 if rule["sign"].startswith("=") else 2, line.text.strip(), setext=True)


def _without_marks(words: str) -> str:
    """Leave out the marks that close a heading."""
    plain = words.rstrip()
    opened = plain.rstrip("#")
    return opened.rstrip() if opened != plain and opened.endswith((" ", "\t")) else plain


def _title_of(headings: list[_Heading], title: str, lines: Lines) -> _Heading | None:
    """Find the heading that is the title: the first, where it says it again, or stands above everything else."""
    first = next(iter(headings), None)
    if first is None or first.level != 1:
        return None
    if title:
        return first if _folded(_words_of(first.words)) == _folded(title) else None
    alone = sum(heading.level == 1 for heading in headings) == 1
    above = not any(line.text.strip() for line in lines[: first.place])
    return first if alone or above else None


def _folded(words: str) -> list[str]:
    return words.casefold().split()


def _words_of(words: str) -> str:
    """Write a heading as the plain text of a field."""
    plain = attributes_at_end(_KRAMDOWN.sub("", _UNNUMBERED.sub("", words)))[0]
    plain = re.sub(r"!?\[([^\[\]]*)\]\([^()]*\)", r"\1", plain)
    plain = re.sub(r"(\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))", "", plain)
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain).split())


def _plain_attributes(words: str, manuscript: Manuscript, number: int) -> str:
    plain = _UNNUMBERED.sub("", words).rstrip()
    if kramdown := _KRAMDOWN.search(plain):
        plain = f"{plain[: kramdown.start()].rstrip()} {{{kramdown['inside'].strip()}}}"
    plain, found = attributes_at_end(plain)
    if found is None:
        return plain if plain != words else words
    kept = [f"#{found.id}"] if found.id else []
    kept += [".keep"] if "keep" in found.classes else []
    kept += [f"break={value}"] if (value := found.values.get("break", "")) in ("before", "avoid") else []
    if len(kept) != len(found.classes) + len(found.values) + bool(found.id):
        manuscript.warn(number, f"These attributes have no place in a briefing: {shown(words)}")
    return f"{plain} {{{' '.join(kept)}}}" if kept else plain


def linked(lines: Lines, manuscript: Manuscript) -> Lines:
    """Let links lead to the headings that they meant: by the name that another tool gives, or by the words."""
    targets = {name: heading for heading in reversed(list(_headings(lines))) for name in _names(heading.words)}
    typed = {found.id for line in lines if (found := attributes_at_end(line.text)[1]) and found.id}
    typed |= {name for line in lines for name in re.findall(r"\{[^{}]*#([^\s{}#=]+)[^{}]*\}", line.text)}
    wanted: dict[int, str] = {}

    def anchor(match: re.Match[str], number: int) -> str | None:
        name = match["anchor"]
        if name in typed:
            return None
        heading = targets.get(name.casefold())
        if heading is None:
            return None
        return f"](#{wanted.setdefault(heading.place, _own_id(heading) or name)}{match['title'] or ''})"

    def implicit(match: re.Match[str], number: int) -> str | None:
        heading = targets.get(_slug(match["words"]).casefold())
        if heading is None or _folded(_words_of(heading.words)) != _folded(match["words"]):
            return None
        name = wanted.setdefault(heading.place, _own_id(heading) or _slug(match["words"]))
        return f"[{match['words']}](#{name})"

    out = rewritten(lines, _ANCHOR, anchor, within="](")
    numbers = {lines[index].number: name for index, name in wanted.items()}
    out = rewritten(out, _IMPLICIT, implicit, within="[") if targets else out
    numbers |= {lines[index].number: name for index, name in wanted.items()}
    return [_named(line, numbers) for line in out]


def _named(line: Line, names: Mapping[int, str]) -> Line:
    name = names.get(line.number, "")
    if not name or not _ATX.match(line.text) or attributes_at_end(line.text)[1]:
        return line
    return line._replace(text=f"{line.text.rstrip()} {{#{name}}}")


def _own_id(heading: _Heading) -> str:
    found = attributes_at_end(heading.words)[1]
    return found.id if found else ""


def _names(words: str) -> Iterator[str]:
    """Yield the names that tools give a heading: Pandoc's, GitHub's, kramdown's, and ours."""
    plain = _words_of(words)
    yield from (name.casefold() for name in (_slug(plain), _pandoc_slug(plain), id_of_words(plain)) if name)


def _slug(words: str) -> str:
    """Make a heading's name as GitHub does."""
    return re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")


def _pandoc_slug(words: str) -> str:
    kept = re.sub(r"[^\w\-. ]", "", unicodedata.normalize("NFC", words.lower()))
    return re.sub(r"^[^^\W\d_]*?(?=[^\W\d_])", "", "-".join(kept.split()), count=1).lstrip("-._0123456789")
