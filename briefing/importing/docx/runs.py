"""Runs of a document → runs in the few elements that are read, one for each piece of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from briefing.importing.docx.equations import equation_runs
from briefing.importing.docx.fields import Fields, Target, is_contents, target_of
from briefing.importing.docx.graphics import Graphics, alternative, words_in
from briefing.importing.docx.names import child, element, goes_on, integer, is_on, value
from briefing.importing.docx.package import Relationship
from briefing.importing.docx.plain import CODE, PictureFacts, picture_drawing
from briefing.importing.docx.signs import as_shown, field_of_form, font_of_symbols, sign
from briefing.importing.docx.styles import Styles
from briefing.importing.docx.told import Told

__all__ = ["Runs"]

_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@[^\s@])\S*", re.IGNORECASE)
_KEPT = {"w:t": "w:t", "w:tab": "w:tab", "w:ptab": "w:tab", "w:cr": "w:br"}
_BREAKS = frozenset({"page", "column"})
_SIGNS = {"w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "w:softHyphen": "\N{SOFT HYPHEN}"}
_LEFT_OUT = {"w:del": "tracked-deletion", "w:moveFrom": "moved-text"}
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_GRAPHICS = frozenset({"w:drawing", "w:pict", "w:object"})
_SHIFTS = ("superscript", "subscript")
_LEAST_SHIFT = 4
"""Half points that words are raised or lowered by where that says something."""
_LONGEST_SHIFTED = 20
"""Characters that may be a power or an index."""
_SILENT = frozenset(
    ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:delText", "w:footnoteRef", "w:endnoteRef", "w:annotationRef")
)


class Runs:
    """Goes through the words of one document, and knows what it met on the way."""

    def __init__(self, styles: Styles, graphics: Graphics, told: Told) -> None:
        self._styles, self._graphics, self._told = styles, graphics, told
        self.relationships: Mapping[str, Relationship] = {}
        """Of the part that is gone through."""
        self.paragraph = 0
        """Number of the paragraph that is gone through."""
        self.fields = Fields()
        self.links: dict[str, str] = {}
        """Ids of the addresses that words lead to."""
        self.anchors: set[str] = set()
        """Bookmarks that words lead to."""
        self.note_anchors: set[str] = set()
        """Those of them that stand around markers of notes."""
        self.pictures: list[PictureFacts] = []
        self.boxes: list[Element] = []
        """Contents of the text boxes met since somebody took them."""
        self.notes: dict[tuple[str, str], int] = {}
        """Paragraphs of the markers of notes, by kind and id."""
        self.comments: dict[str, int] = {}
        """The same of comments."""
        self.contents: list[str] = []
        """Words of tables of contents that were left out since somebody took them."""
        self._is_first_letter = False
        """Whether the paragraph is a large first letter, which Word moves to its place."""

    def read(self, parent: Iterable[Element], link: Target | None = None) -> Iterator[Element]:
        """Yield what stands in a paragraph, or in an element inside it."""
        if isinstance(parent, Element) and parent.tag == "w:p":
            self._is_first_letter = goes_on(child(parent, "w:pPr"))
        for part in parent:
            yield from self._part(part, link)

    def _part(self, part: Element, link: Target | None) -> Iterator[Element]:
        match part.tag:
            case "w:r":
                yield from self._run(part, link)
            case "w:hyperlink":
                yield from self.read(part, self._target(part))
            case "w:bookmarkStart":
                yield element("w:bookmarkStart", {"w:name": part.get("w:name", "")})
            case "w:fldSimple":
                yield from self._simple_field(part, link)
            case "w:ins" | "w:moveTo":
                if part.tag == "w:ins" and words_in(part):
                    self._told.tell("tracked-insertion", self.paragraph, words_in(part))
                yield from self.read(part, link)
            case "w:del" | "w:moveFrom":
                self._leave_out(part)
            case "w:sdt":
                yield from self._control(part, link)
            case "mc:AlternateContent":
                chosen = alternative(part)
                yield from self.read(chosen, link) if chosen is not None else ()
            case "m:oMath" | "m:oMathPara":
                yield from self._equation(part)
            case tag if tag not in _SILENT:
                yield from self.read(part, link)

    def _target(self, link: Element) -> Target | None:
        found = self.relationships.get(link.get("r:id", ""))
        bookmark = link.get("w:anchor", "")
        return Target(found.target if found else "", bookmark) if found or bookmark else None

    def _simple_field(self, field: Element, link: Target | None) -> Iterator[Element]:
        instruction = field.get("w:instr", "")
        if is_contents(instruction):
            self.contents.append(words_in(field))
        else:
            yield from self.read(field, target_of(instruction) or link)

    def _leave_out(self, part: Element) -> None:
        words = words_in(part, "w:delText") or words_in(part)
        if words:
            self._told.tell(_LEFT_OUT[part.tag], self.paragraph, words)

    def _control(self, control: Element, link: Target | None) -> Iterator[Element]:
        content = child(control, "w:sdtContent")
        if content is None:
            return
        if is_on(child(control, "w:sdtPr"), "w:showingPlcHdr"):
            self._told.tell("placeholder", self.paragraph, words_in(content))
            return
        yield from self.read(content, link)

    def _equation(self, equation: Element) -> Iterator[Element]:
        runs = list(equation_runs(equation))
        self._told.tell("equation", self.paragraph, "".join(text for run in runs for text in run.itertext()))
        yield from runs

    def _run(self, run: Element, link: Target | None) -> Iterator[Element]:
        properties = child(run, "w:rPr")
        style = value(properties, "w:rStyle")
        self._show_signs(run, properties, style)
        if self._has(properties, style, "w:vanish"):
            if words := words_in(run):
                self._told.tell("hidden-text", self.paragraph, words)
            return
        written = self._properties(properties, style)
        if shift := self._shift(run, properties, style):
            written.append(element("w:vertAlign", {"w:val": shift}))
        self._tell_marks(run, properties, style, link)
        for piece in self._pieces(run):
            if piece.tag in ("w:drawing", "w:footnoteReference", "w:endnoteReference"):
                made = element("w:r", None, piece)
            else:
                made = element("w:r", None, *([element("w:rPr", None, *written)] if written else []), piece)
            yield self._linked(made, self.fields.target or link)

    def _show_signs(self, run: Element, properties: Element | None, style: str) -> None:
        """Let letters be in the document, too, what they show there: its words are counted at the end."""
        own = child(properties, "w:rFonts")
        font = font_of_symbols(own if own is not None else self._styles.run_property(style, "w:rFonts"))
        for part in run:
            if part.tag == "w:t" and part.text:
                shown = as_shown(part.text, font)
                part.text = shown.text
                for letter in shown.unknown:
                    self._tell_symbol(f"U+{ord(letter):04X}", font)

    def _pieces(self, run: Element) -> Iterator[Element]:
        for part in run:
            match part.tag:
                case "w:fldChar":
                    if shown := field_of_form(part):
                        yield element("w:t", text=shown)
                    self.fields.mark(part.get("w:fldCharType", ""))
                case "w:instrText":
                    self.fields.instruct(part.text or "")
                case "mc:AlternateContent":
                    chosen = alternative(part)
                    yield from self._pieces(chosen) if chosen is not None else ()
                case _ if self.fields.is_contents:
                    self.contents.append(words_in(part) or " ")
                case _:
                    yield from self._piece(part)

    def _piece(self, part: Element) -> Iterator[Element]:
        match part.tag:
            case tag if tag in _KEPT:
                yield element(_KEPT[tag], text=part.text or "")
            case "w:br":
                kind = part.get("w:type", "")
                yield element("w:br", {"w:type": "page"} if kind in _BREAKS else None)
            case tag if tag in _SIGNS:
                yield element("w:t", text=_SIGNS[tag])
            case "w:sym":
                yield from self._symbol(part)
            case tag if tag in _NOTES:
                yield from self._marker(part)
            case "w:commentReference":
                self.comments.setdefault(part.get("w:id", ""), self.paragraph)
            case tag if tag in _GRAPHICS:
                yield from self._graphic(part)
            case "w:ruby":
                base, reading = child(part, "w:rubyBase"), child(part, "w:rt")
                above = f" ({words_in(reading)})" if reading is not None else ""
                yield element("w:t", text=(words_in(base) if base is not None else "") + above)
            case tag if tag not in _SILENT:
                yield from self._pieces(part)

    def _symbol(self, symbol: Element) -> Iterator[Element]:
        font, code = symbol.get("w:font", ""), symbol.get("w:char", "")
        try:
            found = sign(font, int(code, 16))
        except ValueError:
            found = ""
        if found:
            yield element("w:t", text=found)
        else:
            self._tell_symbol(code[:8], font)

    def _tell_symbol(self, code: str, font: str) -> None:
        self._told.tell("symbol-left-out", self.paragraph, f"sign {code} of {font[:40] or 'an unknown font'}")

    def _marker(self, reference: Element) -> Iterator[Element]:
        key = _NOTES[reference.tag], reference.get("w:id", "")
        self.notes.setdefault(key, self.paragraph)
        yield element(reference.tag, {"w:id": key[1]})

    def _graphic(self, graphic: Element) -> Iterator[Element]:
        drawn = self._graphics.read(graphic, self.relationships, self.paragraph)
        self.boxes += drawn.boxes
        for picture in drawn.pictures:
            yield picture_drawing(len(self.pictures))
            self.pictures.append(picture)
        if drawn.words:
            yield element("w:t", text=drawn.words)

    def _has(self, properties: Element | None, style: str, name: str) -> bool:
        own = is_on(properties, name)
        return self._styles.is_on(style, name) if own is None else own

    def _properties(self, properties: Element | None, style: str) -> list[Element]:
        """Write how words are set: what the author stressed, code, and the language."""
        written = [element(name) for name in ("w:b", "w:i") if self._has(properties, style, name)]
        if self._styles.is_code(style):
            written.append(element("w:rStyle", {"w:val": CODE}))
        elif language := self._language(properties, style):
            written.append(element("w:rStyle", {"w:val": language}))
        return written

    def _shift(self, run: Element, properties: Element | None, style: str) -> str:
        """Tell powers and indexes, also those that were only moved up or down by hand; empty for other words."""
        own = child(properties, "w:vertAlign")
        shift = own if own is not None else self._styles.run_property(style, "w:vertAlign")
        if shift is not None:
            return shift.get("w:val", "") if shift.get("w:val") in _SHIFTS else ""
        moved = integer(value(properties, "w:position")) or 0
        if self._is_first_letter or abs(moved) < _LEAST_SHIFT or not 0 < len(words_in(run)) <= _LONGEST_SHIFTED:
            return ""
        return "superscript" if moved > 0 else "subscript"

    def _language(self, properties: Element | None, style: str) -> str:
        """Tell the language of words, where it is another than that of the document."""
        own = child(properties, "w:lang")
        said = own if own is not None else self._styles.run_property(style, "w:lang")
        if self._has(properties, style, "w:rtl"):
            return (said.get("w:bidi", "") if said is not None else "") or self._styles.language_from_right
        found = said.get("w:val", "") if said is not None else ""
        same = found.partition("-")[0].lower() == self._styles.language.partition("-")[0].lower()
        return "" if same else found

    def _tell_marks(self, run: Element, properties: Element | None, style: str, link: Target | None) -> None:
        if not (words := words_in(run)):
            return
        if self._has(properties, style, "w:strike") or self._has(properties, style, "w:dstrike"):
            self._told.tell("struck-text", self.paragraph, words)
        if self._has(properties, style, "w:smallCaps"):
            self._told.tell("small-capitals", self.paragraph, words)
        if self._has(properties, style, "w:caps") and words != words.upper():
            self._told.tell("all-capitals", self.paragraph, words)
        own = child(properties, "w:u")
        line = own if own is not None else self._styles.run_property(style, "w:u")
        if line is not None and line.get("w:val", "none") != "none" and not (self.fields.target or link):
            self._told.tell("underlined-text", self.paragraph, words)
        if value(properties, "w:highlight") not in ("", "none"):
            self._told.tell("marked-text", self.paragraph, words)

    def _linked(self, run: Element, link: Target | None) -> Element:
        """Let a run lead to where it leads, if that can be followed."""
        if link is None or not words_in(run):
            return run
        if not link.address:
            self.anchors.add(link.bookmark)
            self.note_anchors.update((link.bookmark,) if link.marks_note else ())
            return element("w:hyperlink", {"w:anchor": link.bookmark}, run)
        address = link.address + (f"#{link.bookmark}" if link.bookmark else "")
        if not _ADDRESS.fullmatch(address):
            self._told.tell("unreadable-link", self.paragraph, address[:200])
            return run
        key = self.links.setdefault(address, f"link{len(self.links) + 1}")
        return element("w:hyperlink", {"r:id": key}, run)
