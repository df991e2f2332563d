"""What broken rules mean, in words for people who do not know the standards."""

from __future__ import annotations

import pytest
from made_pdfs import Made, words

from briefing.verifying import plain_words
from briefing.verifying.judging.conformance import check_conformance

UNTAGGED = "Something on a page is neither tagged nor marked as decoration."
COLOURS = "Nothing says how the colours are meant: the file has no output intent."


@pytest.mark.parametrize(
    ("standard", "rule", "sentence"),
    [
        ("PDF/UA-1", "PDFUA1-CONTENT-TAGGING-001", UNTAGGED),
        ("PDF/UA-1", "7.1-3", UNTAGGED),
        ("PDF/A-2a", "7.1-3", ""),
        ("PDF/UA-2", "7.1-3", ""),
        ("PDF/A-2a", "PDFA2A-DEVICE-GRAY-001", COLOURS),
        ("PDF/A-3b", "6.2.4.3-4", COLOURS),
        ("PDF/A-1b", "6.2.4.3-4", ""),
        ("PDF/UA-1", "PDFUA1-FONT-EMBEDDING-001", "A font is not embedded."),
        ("PDF/A-2a", "PDFA2A-ENCRYPTION-001", "The file is encrypted."),
        ("PDF/UA-1", "PDFUA1-ENCRYPTION-P-001", "The file forbids screen readers to take its text."),
        ("PDF/UA-1", "PDFUA1-METADATA-TITLE-001", "The file has no title in its metadata."),
        ("PDF/UA-1", "PDFUA1-TEXT-LANGUAGE-001", "Nothing says in which language a text is."),
        ("PDF/UA-1", "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", "A picture has no text alternative."),
        (
            "PDF/A-2b",
            "PDFA2B-CATALOG-ADDITIONAL-ACTIONS-001",
            "Something in the file runs, which a file to be kept must not do.",
        ),
        ("PDF/A-2a", "PDFA2A-HALFTONE-NAME-001", ""),
        ("PDF/UA-1", "something else", ""),
    ],
)
def test_the_rules_that_are_broken_most_often(standard, rule, sentence):
    assert plain_words(standard, rule) == sentence


def test_what_a_validator_says_of_a_later_part_does_not_speak_of_the_first():
    made = Made(b"1 0 0 rg " + words("red"))
    _, archival = check_conformance(made.data(), ())
    (colour,) = (each for each in archival.broken if each.rule == "PDFA2A-DEVICE-RGB-001")
    assert colour.message == "DeviceRGB is selected in page 1/DefaultRGB, but the PDF/A output colour space is None"
    assert not any("PDF/A-1" in each.message for each in archival.broken)
