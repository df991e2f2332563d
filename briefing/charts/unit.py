"""What is counted, said once over a chart."""

from __future__ import annotations

from briefing.charts.layout import Label, label
from briefing.charts.style import Setting
from briefing.model.numbers import PER_CENT

__all__ = ["unit_label"]


def unit_label(setting: Setting) -> Label | None:
    """Put the unit in the upper corner, its top at a height of nought; none where each figure says it."""
    if setting.unit in ("", PER_CENT):
        return None
    return label(setting.words(setting.unit, setting.lettering.tick, setting.width), 0.0, 0.0)
