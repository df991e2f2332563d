"""A claim, what stands behind it, and all claims of a briefing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from briefing.claims.comparing import Comparison
from briefing.claims.passages import ClaimKind, Mark, Place
from briefing.claims.quantities import Quantity
from briefing.errors import Position

__all__ = ["LONGEST_SENTENCE", "NO_CLAIMS", "Claim", "Ledger", "Status"]

LONGEST_SENTENCE = 2_000
"""Characters of a sentence whose figures are compared; what is longer is none, such as a list without full stops."""
Status = Literal["verbatim", "matches", "attributed", "differs", "unsourced", "waived"]
"""``verbatim``: a quotation that stands so in its source, but for marked changes perhaps; ``matches``: a figure that
does; ``attributed``: a source is named, and it is not known what it says; ``differs``: it says something else;
``waived``: the author says why no source is needed; ``unsourced``: none of these, for nothing is cited, or only what
the organisation wrote itself."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is told and can be traced."""

    kind: ClaimKind
    text: str
    """Its words: a quotation without its marks; a figure or a date with the words around it."""
    sentence: str
    place: Place
    position: Position
    """Where its first word was typed; where that is not found, where its passage was."""
    passage: Position
    """Where the paragraph, item or cell begins that it stands in."""
    block: Position
    """Where the timeline, table or chart begins that it stands in; else its passage."""
    status: Status
    cited: tuple[Mark, ...] = ()
    """The citations that cover it, the nearest first."""
    waiver: str = ""
    """Why no source is needed; may stand beside citations."""
    counts: bool = True
    """Whether it is open without a source; if not, it is only listed."""
    quantity: Quantity | None = None
    """Of a figure; ``None`` where its words are not read as one."""
    edtf: str = ""
    """The date of a dated statement."""
    found: Comparison | None = None
    """What came of looking for it in the text of a source."""
    found_in: str = ""
    """Key of that source."""
    was_looked_for: bool = False
    """Whether it was compared with the text of a source, whatever came of it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the sources that are cited for it."""
        return tuple(dict.fromkeys(mark.key for mark in self.cited))

    @property
    def is_marked(self) -> bool:
        """Whether it is verbatim but for changes that are marked as such, "[they]" or "…"."""
        return self.status == "verbatim" and self.found is not None and self.found.outcome == "marked"

    @property
    def is_open(self) -> bool:
        """Whether it keeps the briefing a draft."""
        return self.counts and self.status == "unsourced"

    @property
    def own_only(self) -> bool:
        """Whether nothing is behind it but what the organisation wrote itself."""
        return self.status == "unsourced" and bool(self.cited)


class Ledger(NamedTuple):
    """All claims of a briefing, in the order in which they were typed."""

    claims: tuple[Claim, ...] = ()
    asked: tuple[Claim, ...] = ()
    """Figures in what people are asked to do: no claims, but they should say no more than the text does."""
    is_whole: bool = True
    """Whether there were no more claims than are looked for."""
    uncompared: tuple[Claim, ...] = ()
    """Claims that were not compared with their sources, whose texts are too long together."""

    def counted(self, *, strict: bool = False) -> Mapping[str, int]:
        """Count the claims that need a source, by status; ``own`` are those with none but your own text.

        With ``strict`` all dated statements need one, too.
        """
        counting = (claim for claim in self.claims if claim.counts or (strict and claim.kind == "date"))
        return Counter("own" if claim.own_only else claim.status for claim in counting)


NO_CLAIMS = Ledger()
