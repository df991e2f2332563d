"""Turn a picture that stands in a paragraph of its own into a figure with its caption and credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from markdown_it.token import Token

from briefing.errors import Position
from briefing.model import Element, Node, is_blank
from briefing.model.briefing import Inline
from briefing.model.consents import PEOPLE
from briefing.reading.body.findings import PictureUse
from briefing.reading.body.inline import InlineReader, alternative_text
from briefing.reading.body.typed import Typed
from briefing.reading.files import without_detours
from briefing.reading.markdown import Attributes
from briefing.reading.spelling import did_you_mean

__all__ = ["is_picture_paragraph", "read_pictures"]

_VALUES = ("alt", "caption", "credit", "crop", "fig-alt", "focus", "people", "width")
_CREDIT = re.compile(r"(?:^|(?<=\s))(?:Credits?|Photo|Photograph|Picture):\s", re.IGNORECASE)
_WIDTH = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s?(%|mm|cm)$")
_SHAPE = re.compile(r"([1-9]\d{0,3})\s?[:/×x]\s?([1-9]\d{0,3})", re.ASCII)
_POINT = re.compile(r"(\d{1,2}|100)\s?%[\s,]+(\d{1,2}|100)\s?%", re.ASCII)
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//)", re.IGNORECASE)
_WIDEST_MM = 1_000


def is_picture_paragraph(tokens: Sequence[Token]) -> bool:
    """Tell whether a paragraph holds pictures and nothing else."""
    kinds = {token.type for token in tokens if token.content or token.type != "text"}
    return "image" in kinds and kinds <= {"image", "softbreak"}


def read_pictures(tokens: Sequence[Token], typed: Typed, inline: InlineReader) -> tuple[Element, ...]:
    """Read each picture of such a paragraph into a ``figure``."""
    return tuple(_Figure(token, typed, inline).read() for token in tokens if token.type == "image")


class _Figure:
    """One picture with what is typed about it."""

    def __init__(self, token: Token, typed: Typed, inline: InlineReader) -> None:
        self.token = token
        self.typed = typed
        self.inline = inline
        self.attributes: Attributes = token.meta.get("attributes") or Attributes(0)
        self.position = typed.at(token.meta["at"])

    def read(self) -> Element:
        self._report_unknown()
        caption = self._caption()
        children = (self._image(), caption) if caption else (self._image(),)
        attributes = {}
        if self.attributes.id:
            attributes["id"] = self.inline.findings.typed_id(self.attributes.id, self.position)
        return Element("figure", children, attributes, self.position)

    def _report(self, kind: str, message: str, hint: str, position: Position | None = None) -> None:
        self.inline.findings.report("error", kind, message, position or self.position, hint)

    def _report_unknown(self) -> None:
        known = 'A picture takes {people=none width=60% crop=3:2 focus="40% 30%" credit="…" caption="…" alt="…" #name}.'
        for name, place in self.attributes.places.items():
            if name not in _VALUES:
                message = f'"{name}" is not known here.{did_you_mean(name, _VALUES)}'
                self._report("unknown-attribute", message, known, self.typed.at(place))
        for name in dict.fromkeys(self.attributes.repeated):
            message = f"{name[:40]} stands here more than once."
            self._report("option-twice", message, "Take out all but one.", self.typed.at(self.attributes.places[name]))
        for name in self.attributes.classes:
            self._report("unknown-attribute", f'".{name}" is not known here.', known)

    def _image(self) -> Element:
        people = self._people()
        name = without_detours(unquote(str(self.token.attrs.get("src", ""))))
        if _REMOTE.match(name):
            hint = "Save it beside the text and write its file name: nothing is fetched while building."
            self._report("remote-picture", f'"{name[:80]}" is not a file of this folder.', hint)
        elif not name:
            self._report("missing-picture", "This picture has no file name.", "Write ![What it shows](name.jpg).")
        else:
            self.inline.findings.pictures.append(PictureUse(name, self.position, people.get("data-people", "")))
        attributes = {"src": name, "alt": self._alternative(), **self._width(), **self._crop(), **people}
        return Element("img", (), attributes, self.position)

    def _alternative(self) -> str:
        values = self.attributes.values
        words = values.get("fig-alt") or values.get("alt") or alternative_text(self.token)
        if is_blank(words):
            message = "This picture has no words for those who cannot see it."
            hint = "The PDF cannot be made accessible without it. Say what it shows: ![A flooded street](flood.png)."
            self._report("missing-alt", message, hint)
        return words.strip()

    def _width(self) -> dict[str, str]:
        typed = self.attributes.values.get("width")
        if typed is None:
            return {}
        found = _WIDTH.match(typed.strip())
        number = float(found[1]) * (10 if found[2] == "cm" else 1) if found else 0
        if found is None or not 0 < number <= (100 if found[2] == "%" else _WIDEST_MM):
            hint = "Write a share of the column, such as 60%, or a length, such as 45mm or 4.5cm."
            message = f'"{typed[:40]}" is no width for a picture.'
            self._report("unreadable-width", message, hint, self.typed.at(self.attributes.places["width"]))
            return {}
        return {"data-width": f"{number:g}{'%' if found[2] == '%' else 'mm'}"}

    def _crop(self) -> dict[str, str]:
        """Read to what shape the picture is cut, and around which point of it."""
        crop = self._matching("crop", _SHAPE, "shape", "Write width and height, such as 3:2 or 1:1.")
        focus = self._matching("focus", _POINT, "point", "Write how far from left and top, such as 40% 30%.")
        if focus and "crop" not in self.attributes.values:
            message = "focus= says around what a picture is cut, and this one is not."
            place = self.typed.at(self.attributes.places["focus"])
            self._report("focus-without-crop", message, "Add a shape, such as crop=3:2, or take it out.", place)
        read = {"data-crop": ":".join(crop), "data-focus": " ".join(f"{int(share)}%" for share in focus)}
        return {name: value for name, value in read.items() if value}

    def _matching(self, name: str, pattern: re.Pattern[str], kind: str, hint: str) -> tuple[str, ...]:
        typed = self.attributes.values.get(name)
        found = pattern.fullmatch(typed.strip()) if typed is not None else None
        if typed is not None and found is None:
            message = f'"{typed[:40]}" is no {kind} for a picture.'
            self._report(f"unreadable-{name}", message, hint, self.typed.at(self.attributes.places[name]))
        return found.groups() if found else ()

    def _people(self) -> dict[str, str]:
        typed = self.attributes.values.get("people")
        if typed is None:
            return {}
        people = "-".join(typed.casefold().replace("_", " ").split())
        if people not in PEOPLE:
            hint = f"It takes one of {', '.join(PEOPLE)}."
            message = f'people="{typed[:40]}" does not say who can be recognised.'
            self._report("unreadable-people", message, hint, self.typed.at(self.attributes.places["people"]))
            return {}
        return {"data-people": people}

    def _caption(self) -> Element | None:
        caption, credit = self._caption_and_credit()
        children: list[Node] = list(caption)
        if credit:
            children += [" "] if children else []
            children.append(Element("span", credit, {"class": "credit"}, self.position))
        return Element("figcaption", tuple(children), {}, self.position) if children else None

    def _caption_and_credit(self) -> tuple[Inline, Inline]:
        words = self._caption_words()
        split = None if "credit" in self.attributes.values else _CREDIT.search(words.text)
        if split is None:
            return self.inline.read(words), self.inline.read(self._value("credit"))
        return self.inline.read(words.part(0, split.start())), self.inline.read(words.part(split.start()))

    def _caption_words(self) -> Typed:
        if "caption" in self.attributes.values:
            return self._value("caption")
        if title := str(self.token.attrs.get("title", "")):
            return self._found(title, self.token.meta["at"])
        # as Quarto has it: with fig-alt the brackets hold the caption
        return self._found(self.token.content if "fig-alt" in self.attributes.values else "", self.token.meta["at"])

    def _value(self, name: str) -> Typed:
        return self._found(self.attributes.values.get(name, ""), self.attributes.places.get(name, 0))

    def _found(self, words: str, start: int) -> Typed:
        """Look words up in what was typed; where escapes have changed them, only the picture's place is known."""
        place = self.typed.text.find(words, start)
        return Typed.pin(words, self.position) if place < 0 else self.typed.part(place, place + len(words))
