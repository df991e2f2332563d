"""Pictures of a document → figures of the article, with their files."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import Diagnostic, Position
from briefing.importing.archives import Archive
from briefing.importing.docx.plain import PictureFacts
from briefing.importing.found import Question
from briefing.importing.pictures import Pictures
from briefing.model import Element
from briefing.reading.files import Refusal

__all__ = ["Figures"]

_NARROWEST = 0.1
_WIDEST = 0.95
"""Shares of the column: a picture between them has its width said."""
_MISSING = Refusal("picture-broken", "This picture is missing or damaged.", "Save it beside the briefing.")
_TO_SAY = "FILL IN what this picture shows"


class Figures:
    """Makes the figures of one document."""

    def __init__(self, archive: Archive, pictures: Sequence[PictureFacts]) -> None:
        self._archive, self._facts = archive, pictures
        self._pictures = Pictures()
        self.questions: list[Question] = []
        self.diagnostics: list[Diagnostic] = []

    @property
    def files(self) -> dict[str, bytes]:
        """The pictures that are shown, by their names."""
        return self._pictures.files

    def figure(self, number: int, position: Position) -> Element | None:
        """Make a figure of a picture; ``None`` where it cannot be shown, which is told."""
        facts = self._facts[number]
        data = self._archive.read(facts.member)
        if isinstance(data, Diagnostic):
            self._tell(_MISSING, facts, position)
            return None
        name = self._pictures.take(data)
        if isinstance(name, Refusal):
            self._tell(name, facts, position)
            return None
        if not facts.words:
            text = f"Nothing says what the picture {name} shows, for those who cannot see it."
            self.questions.append(Question(f'{text} Write it in place of "{_TO_SAY}".', position))
        attributes = {"src": name, "alt": facts.words or _TO_SAY}
        if _NARROWEST <= facts.share <= _WIDEST:
            attributes["data-width"] = f"{facts.share:.0%}"
        return Element("figure", (Element("img", (), attributes, position),), {}, position)

    def _tell(self, refusal: Refusal, facts: PictureFacts, position: Position) -> None:
        shown = (f"It shows: {facts.words}",) if facts.words else ()
        message = f"{refusal.message} It is left out."
        self.diagnostics.append(Diagnostic("warning", refusal.id, message, position, refusal.hint, shown))
