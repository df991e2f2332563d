"""Text → its figures: percentages, money, measures, and counts of people and things.

    pieces    text → words, numbers and signs
    money     signs and codes of currencies
    numbers   pieces → the value of a number in figures or words
    ranges    pieces → a number, from one to another, a fraction, or so many in so many
    units     what stands beside a number → what it measures or counts
    names     numbers that count nothing: dates, pages, ages, names
    hedges    "nearly" and the like, before a number and behind
    figures   all of them together

What is found is a figure; whether it needs a source of its own, ``Quantity.only_lists`` tells.
"""

from briefing.claims.quantities.figures import Quantity, figures_in

__all__ = ["Quantity", "figures_in"]
