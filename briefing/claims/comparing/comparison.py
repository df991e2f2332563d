"""What came of looking for a claim in the text of a source."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["ABSENT", "UNCLEAR", "Comparison", "Outcome"]

Outcome = Literal["verbatim", "marked", "matches", "differs", "unclear", "absent"]
"""``verbatim``: word for word; ``marked``: but for changes that are marked as such, "[they]" or "…"; ``matches``: the
same figure of the same thing; ``differs``: something near it; ``unclear``: its number stands in a row of numbers, such
as a table's, that do not say of what; ``absent``: nothing near it, but for its number in
another unit perhaps."""


class Comparison(NamedTuple):
    """A claim beside what its source says."""

    outcome: Outcome
    excerpt: str = ""
    """The words of the source, white space as one; empty where nothing is near."""
    differences: tuple[str, ...] = ()
    """Lines that show them to the author."""
    start: int = 0
    """Where these words begin in the captured text."""
    end: int = 0
    advice: str = ""
    """A sentence about what else in the claim's sentence the differences bear on; may be empty."""
    elsewhere: str = ""
    """Key of another source that has the words of an absent quotation."""
    unlike: tuple[str, str] | None = None
    """Of an unclear figure: a word of the claim's sentence and the one of the source's that says something else. Of a
    quotation with marked changes: one of them and the words that it stands for, where it may turn round what is said;
    one of the two may be empty."""
    hedged: str = ""
    """The words with which the source says that the figure is not sure; empty where it does not, or does not match."""
    is_withheld: bool = False
    """Whether the words of the source are left out, for it is confidential: what came of looking for them is all there
    is. Of ``unlike`` the word of the claim is left; ``hedged`` says by a sign that there is something."""

    def withheld(self) -> Comparison:
        """Leave the words of the source out, and where they stand."""
        unlike = (self.unlike[0], "") if self.unlike else None
        hedged = "…" if self.hedged else ""
        return Comparison(self.outcome, elsewhere=self.elsewhere, unlike=unlike, hedged=hedged, is_withheld=True)


ABSENT = Comparison("absent")
UNCLEAR = Comparison("unclear")
