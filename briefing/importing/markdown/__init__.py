"""Markdown as Pandoc, Hugo, Jekyll, Quarto and others have it → an article, text to text.

An author's text stays as it was typed, line by line; only what a briefing has otherwise, or not at all, is rewritten
where it stands. Nothing is lost: what has no place is kept as words or as a comment, or quoted in a warning at its
line.

    manuscript      lines that know where they were typed, and what is told about them
    foreign_fields  the table of fields
    heads           fields in YAML, TOML, JSON and as Pandoc's and MultiMarkdown's lines
    fields          fields of other tools → ours
    references      lists of sources
    cells           cells of code, raw blocks, formulas, LaTeX
    shortcodes      Hugo's and Quarto's shortcodes, Jekyll's Liquid
    html_tables     tables of HTML
    tags            HTML
    tables          Pandoc's tables
    lists           Pandoc's lists
    divs            fenced divs, callouts, alerts
    headings        the title, levels and names of headings
    links           where links lead
    illustrations   pictures
    obsidian        names of blocks, fields inside the text
    data_files      the files that blocks are made from
    citing          citations and references within the text
    inline          what stands inside a sentence
    repairing       whatever reading still refuses
    markdown        the whole way

``read_markdown`` is the way in.
"""

from briefing.importing.markdown.markdown import read_markdown

__all__ = ["read_markdown"]
