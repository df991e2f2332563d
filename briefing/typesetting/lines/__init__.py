"""Words → lines.

    optimal   where lines end best: numbers alone
    hanging   punctuation that stands out of the edges
    cutting   words wider than their column
    breaking  the lines of a paragraph

A line is boxes on one baseline; widths are points.
"""

from briefing.typesetting.lines.breaking import Line, break_lines, least_width

__all__ = ["Line", "break_lines", "least_width"]
