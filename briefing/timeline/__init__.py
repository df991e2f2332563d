"""Events become a picture, a table and a spoken sequence, all three equal.

``order`` puts events in order, ``span`` finds where each lies in time and where the axis is broken, ``text`` says
what happened, ``signs`` chooses how a date is drawn. ``horizontal`` (with ``axis``, ``hanging``, ``flags``,
``raising`` and ``lanes``) places events on one axis, ``stacked`` on several, ``vertical`` down a rail; ``placing``
chooses the form, ``key`` explains unusual signs, and ``parting`` cuts off what stands on one page. ``painting`` makes
matplotlib's artists of the result: it alone imports matplotlib, and only ``chart`` imports it, when it draws.
"""

from briefing.timeline.chart import Chart
from briefing.timeline.order import ordered
from briefing.timeline.speech import SpokenWords, Telling, table_rows
from briefing.timeline.text import KeyWords, marked, said, with_mark_in_brackets

__all__ = [
    "Chart",
    "KeyWords",
    "SpokenWords",
    "Telling",
    "marked",
    "ordered",
    "said",
    "table_rows",
    "with_mark_in_brackets",
]
