"""Dates as they stand in a text of one language."""

from __future__ import annotations

from briefing.errors import Position
from briefing.model import Date
from briefing.model.wording import date_words
from briefing.reading.dates import read_date

__all__ = ["day_in_words", "day_of_text"]


def day_in_words(date: Date, language: str) -> str:
    """Give the words that were typed, if they are read as the same date in a text of that language; else its words."""
    tried = (date.typed, date_words(date, language), date.edtf)
    return next((words for words in tried if words and _is_read_as(words, date, language)), date.edtf)


def _is_read_as(words: str, date: Date, language: str) -> bool:
    read = read_date(words, Position(""), language)
    return isinstance(read, Date) and read.edtf == date.edtf


def day_of_text(text: str, language: str, original: str) -> str:
    """Give a date that was typed in a text of either language as it is read in the first of them."""
    for each in (language, original):
        read = read_date(text, Position(""), each)
        if isinstance(read, Date):
            return day_in_words(read, language)
    return text
