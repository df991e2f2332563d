"""Figures become a picture, a table and a spoken text, all three equal.

``layout`` is what a placed chart is made of, ``scale`` finds round figures, ``broken`` marks one without nought,
``style`` says how charts look and ``unit`` sets what is counted. ``rows`` places bars and dots, ``lines`` (with
``moments`` below and ``ends`` beside them) places lines, ``placing`` chooses by the kind. ``speech`` says a chart.
``painting`` makes matplotlib's artists of the result: it alone imports matplotlib, and only ``drawing`` imports it,
when it draws.
"""

from briefing.charts.drawing import FiguresDrawing
from briefing.charts.speech import ChartWords, alt_text, figure_words, is_same_name, row_name

__all__ = ["ChartWords", "FiguresDrawing", "alt_text", "figure_words", "is_same_name", "row_name"]
