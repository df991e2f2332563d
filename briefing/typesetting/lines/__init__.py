"""Words → lines.

    optimal   where lines end best: numbers alone
    hanging   punctuation that stands out of the edges
    cutting   words wider than their column
    breaking  the lines of a paragraph

A line is boxes on one baseline; widths are points.
"""

from briefing.typesetting.lines.breaking import LARGE_PRINT, Line, break_lines, least_width

__all__ = ["LARGE_PRINT", "Line", "break_lines", "least_width"]
