"""All of the text: a mark that it is an export, the fields, the works, the body."""

from __future__ import annotations

from briefing.exporting.markdown.body import body
from briefing.exporting.markdown.head import head
from briefing.exporting.markdown.works import references
from briefing.model import Briefing
from briefing.reading import Article
from briefing.resources import templates_folder
from briefing.templating import read_words
from briefing.writing import CHANGED_NAMES, EMBARGO, EXPORT_MARK, as_inline

__all__ = ["markdown_text"]


def markdown_text(article: Article, briefing: Briefing, *, draft: bool = False) -> bytes:
    """Write an article, in UTF-8; ``briefing`` is what was made of it and of the files around it.

    A draft is marked as one in the comment.
    """
    mark = f"{EXPORT_MARK} DRAFT" if draft else EXPORT_MARK
    fields = head(article.front.fields, briefing)
    works = references(briefing.sources.values())
    text = f"{_embargoed(briefing)}{body(briefing, article.body.charts)}{_told(briefing)}"
    return f"---\n{mark}\n{fields}{works}---\n\n{text}".encode()


def _embargoed(briefing: Briefing) -> str:
    """Tell readers of other programs, who do not see the fields, of an embargo before they read anything else."""
    embargo, language = briefing.masthead.embargo, briefing.masthead.language
    if embargo is None:
        return ""
    words = read_words(templates_folder() / "words", language).text("embargo").format(until=embargo.until)
    return f"::: {EMBARGO}\n{as_inline((words,), pandoc=True)}\n:::\n\n"


def _told(briefing: Briefing) -> str:
    """Tell readers of other programs, who do not see the fields, of changed names."""
    if not briefing.changed_names:
        return ""
    words = read_words(templates_folder() / "words", briefing.masthead.language)
    return f"\n::: {CHANGED_NAMES}\n{words.text('changed_names')}\n:::\n"
