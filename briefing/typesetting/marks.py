"""What is drawn on a page besides its text, as artifacts: the grounds of panels, and marks where it is folded."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.theme import POINTS_PER_MM
from briefing.typesetting.areas import Ground
from briefing.typesetting.recording import Artifact, Fragment, Recorder

__all__ = ["MARKS_FROM", "fold_marks", "ground"]

MARKS_FROM = 5 * POINTS_PER_MM
"""Where a mark begins, from the edge: office printers leave the first 5 mm empty."""
_LENGTH = 3 * POINTS_PER_MM
_WIDTH = 0.4
"""Points: thinner lines do not survive a copier."""
_GROUND = Artifact("Layout")
_MARK = Artifact("Page")


def ground(recorder: Recorder, area: Ground) -> Fragment:
    """Fill the area of a panel."""
    with recorder.fragment(area.width, area.height, artifact=_GROUND) as made:
        recorder.fill_box(0, 0, area.width, area.height, area.colour)
    return made[0]


def fold_marks(recorder: Recorder, folds: Sequence[float], width: float, height: float, colour: str) -> Fragment:
    """Draw short lines at both ends of each fold of a page, given from its left edge.

    The fragment leaves out the margin ``MARKS_FROM`` on each side of a page of that width and height.
    """
    width, height = width - 2 * MARKS_FROM, height - 2 * MARKS_FROM
    with recorder.fragment(width, height, artifact=_MARK) as made:
        for fold in folds:
            for y in (0.0, height - _LENGTH):
                recorder.fill_box(fold - MARKS_FROM - _WIDTH / 2, y, _WIDTH, _LENGTH, colour)
    return made[0]
