"""Pictures: taken from beside the file, on lines of their own, with what our pictures take.

A picture that is not there, or that stands on the web, is kept as a comment or a link, and asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from briefing.importing.given import Given
from briefing.importing.markdown.manuscript import Lines, Manuscript, as_comment, rewritten, shown
from briefing.importing.pictures import Pictures
from briefing.reading.fields import TO_FILL_IN
from briefing.reading.files import Refusal, without_detours
from briefing.reading.markdown import Attributes, attributes_at_end

__all__ = ["Album", "with_own_pictures"]

_PICTURE = r"""!\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\]){0,2000}?)\]
    \(\s*+(?:<(?P<angled>[^<>\n]*)>|(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*|[^()<>"\n]+?\.\w{3,4}))
    (?:\s++(?P<title>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'))?\s*+\)(?P<braces>\{[^{}\n]*\})?"""
_LINKED = (
    r"\[\s*+(?P<picture>!\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)(?:\{[^{}\n]*\})?)"
    r"\s*+\]\((?P<target>[^()\n]*)\)"
)
_INSIDE_ANOTHER = re.compile(r"[ \t]*(?:[|>]|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\[\^)")
_UNSAFE = re.compile(r"[^\w.-]+")
_LENGTH = re.compile(r"(?P<number>\d{1,4}(?:\.\d+)?)\s*(?P<unit>%|mm|cm|in)$")
_SIZE = re.compile(r"\|\s*(?P<size>\d{1,5}(?:x\d{1,5})?)\s*$")
_VALUES = ("caption", "credit")
_ENDINGS = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}


class Album:
    """The pictures that are taken into the folder, by the names under which they stand there."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._pictures = Pictures()
        self._known: dict[str, str | Refusal] = {}
        self._names: dict[str, str] = {}
        """By the name that the same picture has among all of them."""
        self.files: dict[str, bytes] = {}

    def take(self, target: str) -> str | Refusal:
        """Take a picture by the path that the text names; give its name, or say why it has none."""
        if target not in self._known:
            self._known[target] = self._take(target)
        return self._known[target]

    def _take(self, target: str) -> str | Refusal:
        data = next(filter(None, map(self._given.beside, _paths(target))), None)
        if data is None:
            return Refusal("missing-file", "There is no such file beside the text.")
        taken = self._pictures.take(data)
        if isinstance(taken, Refusal):
            return taken
        if taken in self._names:
            return self._names[taken]
        usable = self._pictures.files[taken]
        name = self._free(PurePosixPath(unquote(target)).stem, _ENDINGS.get(usable[:3], _ENDINGS.get(usable[:4], "")))
        self.files[name] = usable
        self._names[taken] = name
        return name

    def _free(self, stem: str, ending: str) -> str:
        plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", stem)).strip("-._")[:60] or "picture"
        name, number = f"{plain}{ending}", 1
        while name.casefold() in {each.casefold() for each in self.files}:
            number += 1
            name = f"{plain}-{number}{ending}"
        return name


def _paths(target: str) -> list[str]:
    """List the paths that a target may mean: as typed, decoded, and from the root of a site or its static folder."""
    path = without_detours(unquote(target.partition("?")[0].partition("#")[0]))
    from_root = path.lstrip("/")
    return list(dict.fromkeys((target, path, from_root, f"static/{from_root}", PurePosixPath(from_root).name)))


def with_own_pictures(lines: Lines, manuscript: Manuscript, album: Album) -> Lines:
    """Rewrite pictures as ours, and take their files."""

    def picture(match: re.Match[str], number: int) -> str | None:
        return _Picture(match, number, manuscript, album.take).written()

    def linked(match: re.Match[str], number: int) -> str:
        manuscript.warn(number, f"A picture cannot be a link; it led to {shown(match['target'])}.")
        return match["picture"]

    lines = rewritten(lines, _LINKED, linked, within="![")
    return rewritten(lines, f"(?x:{_PICTURE})", picture, within="![")


class _Picture:
    """One picture as it was typed."""

    def __init__(
        self, match: re.Match[str], number: int, manuscript: Manuscript, take: Callable[[str], str | Refusal]
    ) -> None:
        self._match = match
        self._number = number
        self._manuscript = manuscript
        self._take = take
        self._target = (match["angled"] or match["target"] or "").strip()
        self._words = self._without_size()
        braces = match["braces"] or ""
        self._attributes = attributes_at_end(f" {braces}")[1] or Attributes(0)
        if braces and not self._attributes.end:
            manuscript.warn(number, f"These attributes of a picture are left out: {shown(braces)}")

    def _without_size(self) -> str:
        """Take away the size in dots of a screen that Obsidian writes behind a bar."""
        words: str = self._match["words"]
        size = _SIZE.search(words)
        if size is None:
            return words
        message = f"This size of a picture is left out: {size['size']}."
        self._manuscript.warn(self._number, message, "For a width, write {width=50%} behind it.")
        return words[: size.start()].rstrip()

    def written(self) -> str | None:
        if urlsplit_scheme(self._target):
            return self._remote()
        name = self._take(self._target)
        if isinstance(name, Refusal):
            return self._missing(name)
        if _INSIDE_ANOTHER.match(self._line()) and not self._alone_in_item():
            self._manuscript.warn(self._number, f"A picture cannot stand here; its words are kept: {self._shown()}")
            return self._words or f"({name})"
        return self._apart(self._own(name))

    def _shown(self) -> str:
        return shown(self._match[0])

    def _line(self) -> str:
        text = self._match.string
        return text[text.rfind("\n", 0, self._match.start()) + 1 :]

    def _alone_in_item(self) -> bool:
        line = self._line().split("\n")[0]
        return bool(re.fullmatch(r"[ \t]*(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+)", line.replace(self._match[0], "")))

    def _apart(self, typed: str) -> str | None:
        """Put a picture on a line of its own, unless it stands among nothing but pictures."""
        rest = re.sub(f"(?x:{_PICTURE})", "", self._match.string)
        if not rest.strip() or self._alone_in_item():
            return None if typed == self._match[0] else typed
        return f"\n\n{typed}\n\n"

    def _own(self, name: str) -> str:
        """Write a picture with the attributes that ours take; the same where it has no others."""
        values = dict(self._attributes.values)
        words = self._words or values.get("fig-alt", "") or values.get("alt", "")
        kept = {key: values[key] for key in _VALUES if key in values}
        if self._attributes.id.startswith("fig-") and "fig-alt" not in values and not self._match["title"]:
            kept.setdefault("caption", words)
        if "fig-alt" in values:
            kept["fig-alt"] = values["fig-alt"]
        if width := _width(values.get("width", "")):
            kept["width"] = width
        typed_words = self._alternative(words, kept)
        lost = [f".{each}" for each in self._attributes.classes]
        lost += [f"{key}={value}" for key, value in values.items() if key not in kept and key != "alt"]
        if lost:
            self._manuscript.warn(self._number, f"These attributes of a picture are left out: {', '.join(lost)}")
        elif name == self._target and typed_words == self._match["words"] and kept == values:
            return self._match[0]
        title = f" {self._match['title']}" if self._match["title"] else ""
        return f"![{typed_words}](<{name}>{title}){_braces(self._attributes.id, kept)}"

    def _alternative(self, words: str, kept: Mapping[str, str]) -> str:
        if words.strip() or kept.get("fig-alt", "").strip():
            return words
        question = f"What does the picture {self._target} show? Say it for those who cannot see it."
        self._manuscript.ask(self._number, question)
        return f"{TO_FILL_IN}: what this picture shows"

    def _remote(self) -> str:
        question = (
            f"The picture {self._target} is on the web, and nothing is fetched. Save it beside the text, and write"
            " its file name in place of this link."
        )
        self._manuscript.ask(self._number, question)
        self._tell_title()
        words = self._words.strip() or self._target
        return f"[{words}](<{self._target}>)" if self._target.startswith("http") else words

    def _missing(self, why: Refusal) -> str:
        question = f"The picture {self._target or 'without a file name'} is left out. {why.message} {why.hint}".strip()
        self._manuscript.ask(self._number, question)
        if self._match.string.strip() == self._match[0] and not self._line()[:1].isspace():
            return as_comment(self._match[0])
        self._tell_title()
        return self._words

    def _tell_title(self) -> None:
        if self._match["title"] or self._match["braces"]:
            self._manuscript.warn(self._number, f"What is said of this picture is left out: {self._shown()}")


def urlsplit_scheme(target: str) -> bool:
    """Tell whether a target stands on the web, or nowhere in a folder."""
    try:
        return bool(urlsplit(target).scheme) or target.startswith("//")
    except ValueError:  # brackets that hold no address
        return True


def _width(typed: str) -> str:
    """Write a width as ours; empty where it is counted in dots of a screen."""
    found = _LENGTH.match(typed.strip())
    if found is None or not float(found["number"]):
        return ""
    if found["unit"] == "%":
        return typed.strip() if float(found["number"]) <= 100 else ""
    return f"{float(found['number']) * 25.4:.1f}mm" if found["unit"] == "in" else typed.strip().replace(" ", "")


def _braces(identifier: str, values: Mapping[str, str]) -> str:
    written = [f"#{identifier}"] if identifier else []
    for key, value in values.items():
        plain = value.replace("\\", "\\\\").replace('"', '\\"')
        written.append(f"{key}={value}" if re.fullmatch(r"[\w.%]+", value) else f'{key}="{plain}"')
    return f"{{{' '.join(written)}}}" if written else ""
