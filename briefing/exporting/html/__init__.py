"""Document → one HTML page that holds all it shows.

    svg       a drawing as paths → SVG
    colours   a theme's colours → those of a page, by day and by night
    elements  the document's tree → elements as HTML has them
    page      the whole page, with ``style.css`` inside

There is no script in it and nothing is fetched; what a reader's program does not know is left to that program.
"""

from briefing.exporting.html.page import GENERATOR, html_page

__all__ = ["GENERATOR", "html_page"]
