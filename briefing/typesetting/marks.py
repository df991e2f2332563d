"""What is drawn on a page besides its text, as artifacts: the grounds of panels, and marks where it is folded."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.theme import POINTS_PER_MM
from briefing.typesetting.areas import Ground
from briefing.typesetting.recording import Artifact, Fragment, Recorder

__all__ = ["fold_marks", "ground"]

_FIRST, _LAST = 5 * POINTS_PER_MM, 8 * POINTS_PER_MM
"""Where a mark begins and ends, from the edge: office printers leave the first 5 mm empty."""
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
    """Draw short lines at both ends of each fold of a page, given from its left edge."""
    with recorder.fragment(width, height, artifact=_MARK) as made:
        for fold in folds:
            for y in (_FIRST, height - _LAST):
                recorder.fill_box(fold - _WIDTH / 2, y, _WIDTH, _LAST - _FIRST, colour)
    return made[0]
