"""How dates are worded: the forms behind prepositions, the signs of scripts, and years before Christ."""

from __future__ import annotations

import pytest

from briefing.errors import Position
from briefing.model.dates import Date, date_from_edtf
from briefing.model.phrases import PHRASES
from briefing.model.wording import date_words
from briefing.reading.dates import read_date


def words_of(edtf: str, language: str) -> str:
    """Word a date with plain spaces."""
    return date_words(date_from_edtf(edtf), language).replace("\u202f", " ").replace("\u2009", " ")


BEHIND = (
    *("1996~", "../2021-05", "../2021-08-15", "2021-22~", "../2021-22", "2021-22/..", "198X~", "../198X", "198X/.."),
    *("../19XX", "19XX/..", "1996~/..", "-0043/.."),
)
WORDED_BEHIND = {
    "en-GB": """
        c. 1996 | by May 2021 | by 15 August 2021 | about summer 2021 | by summer 2021 | since summer 2021
        about the 1980s | by the 1980s | since the 1980s | by the 20th century | since the 20th century
        since c. 1996 | since 44 BC
    """,
    "de": """
        um 1996 | bis Mai 2021 | bis zum 15. August 2021 | um den Sommer 2021 | bis zum Sommer 2021
        seit dem Sommer 2021 | um die 1980er Jahre | bis zu den 1980er Jahren | seit den 1980er Jahren
        bis zum 20. Jahrhundert | seit dem 20. Jahrhundert | seit etwa 1996 | seit 44 v. Chr.
    """,
    "fr": """
        vers 1996 | jusqu’en mai 2021 | jusqu’au 15 août 2021 | vers l’été 2021 | jusqu’à l’été 2021
        depuis l’été 2021 | vers les années 1980 | jusqu’aux années 1980 | depuis les années 1980
        jusqu’au XXe siècle | depuis le XXe siècle | depuis 1996 environ | depuis 44 av. J.-C.
    """,
    "es": """
        hacia 1996 | hasta mayo de 2021 | hasta el 15 de agosto de 2021 | hacia el verano de 2021
        hasta el verano de 2021 | desde el verano de 2021 | hacia la década de 1980 | hasta la década de 1980
        desde la década de 1980 | hasta el siglo XX | desde el siglo XX | desde aproximadamente 1996
        desde 44 a. C.
    """,
    "it": """
        1996 circa | fino a maggio 2021 | fino al 15 agosto 2021 | estate 2021 circa | fino all’estate 2021
        dall’estate 2021 | anni 1980 circa | fino agli anni 1980 | dagli anni 1980 | fino al XX secolo
        dal XX secolo | dal 1996 circa | dal 44 a.C.
    """,
    "nl": """
        omstreeks 1996 | tot mei 2021 | tot 15 augustus 2021 | omstreeks de zomer van 2021 | tot de zomer van 2021
        sinds de zomer van 2021 | omstreeks de jaren 1980 | tot de jaren 1980 | sinds de jaren 1980
        tot de 20e eeuw | sinds de 20e eeuw | sinds omstreeks 1996 | sinds 44 v.Chr.
    """,
    "pt": """
        por volta de 1996 | até maio de 2021 | até 15 de agosto de 2021 | por volta do verão de 2021
        até o verão de 2021 | desde o verão de 2021 | por volta da década de 1980 | até a década de 1980
        desde a década de 1980 | até o século XX | desde o século XX | aproximadamente desde 1996 | desde 44 a.C.
    """,
    "pt-PT": """
        por volta de 1996 | até maio de 2021 | até 15 de agosto de 2021 | por volta do verão de 2021
        até ao verão de 2021 | desde o verão de 2021 | por volta da década de 1980 | até à década de 1980
        desde a década de 1980 | até ao século XX | desde o século XX | aproximadamente desde 1996 | desde 44 a.E.C.
    """,
    "pl": """
        około 1996 | do maja 2021 | do 15 sierpnia 2021 | około lata 2021 | do lata 2021 | od lata 2021
        około lat 1980–1989 | do lat 1980–1989 | od lat 1980–1989 | do XX wieku | od XX wieku | od około 1996
        od 44 p.n.e.
    """,
    "ru": """
        около 1996 г. | до мая 2021 г. | до 15 августа 2021 г. | около лета 2021 г. | до лета 2021 г.
        с лета 2021 г. | около 1980-х годов | до 1980-х годов | с 1980-х годов | до XX века | с XX века
        примерно с 1996 г. | с 44 г. до н. э.
    """,
    "uk": """
        близько 1996 р. | до травня 2021 р. | до 15 серпня 2021 р. | близько літа 2021 р. | до літа 2021 р.
        з літа 2021 р. | близько 1980–1989 років | до 1980–1989 років | з 1980–1989 років | до XX століття
        з XX століття | приблизно з 1996 р. | з 44 до н. е.
    """,
    "tr": """
        1996 civarı | en geç Mayıs 2021 | en geç 15 Ağustos 2021 | 2021 yazı civarı | en geç 2021 yazı
        2021 yazı ve sonrası | 1980–1989 yılları civarı | en geç 1980–1989 yılları | 1980–1989 yılları ve sonrası
        en geç 20. yüzyıl | 20. yüzyıl ve sonrası | 1996 civarı ve sonrası | MÖ 44 ve sonrası
    """,
}
"""What each of ``BEHIND`` becomes, with bars between them."""


@pytest.mark.parametrize("language", WORDED_BEHIND)
def test_what_stands_behind_a_preposition_has_its_article_and_case(language: str) -> None:
    expected = [words.strip() for line in WORDED_BEHIND[language].strip().splitlines() for words in line.split(" | ")]
    assert [words_of(each, language) for each in BEHIND] == expected


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("fr", "2021-05-01", "1er mai 2021"),
        ("fr", "2021-04-28/2021-05-01", "28 avr. – 1er mai 2021"),
        ("fr", "2021-05-01/2021-05-11", "1er–11 mai 2021"),
        ("fr", "0001", "1 ap. J.-C."),
        ("fr", "00XX", "Ier siècle"),
        ("fr", "20XX", "XXIe siècle"),
        ("it", "../2021-05-01", "fino al 1º maggio 2021"),
        ("it", "2021-05-08/..", "dall’8 maggio 2021"),
        ("it", "2021-05-18/..", "dal 18 maggio 2021"),
        ("it", "../2021-04", "fino ad aprile 2021"),
        ("it", "07XX/..", "dall’VIII secolo"),
        ("it", "-0799/..", "dall’800 a.C."),
        ("it", "-1799/..", "dal 1800 a.C."),
        ("it", "{2021-21,2021-22}", "primavera 2021 ed estate 2021"),
        ("es", "[2021-09,2021-10]", "septiembre de 2021 u octubre de 2021"),
        ("es", "{2021-23,2021-24}", "otoño de 2021 e invierno de 2021"),
        ("pt", "../2021-05-01", "até 1º de maio de 2021"),
        ("pt-PT", "../2021-05-01", "até 1 de maio de 2021"),
        ("pt", "2021-05-11/..", "desde 11 de maio de 2021"),
        ("ru", "2021-05-02/..", "со 2 мая 2021 г."),
        ("ru", "190X/..", "с 1900–1909 гг."),
    ],
)
def test_words_fit_where_they_meet(language: str, edtf: str, words: str) -> None:
    assert words_of(edtf, language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1996?"),
        ("el", "1996?"),
        ("he", "1996?"),
        ("fa", "۱۹۹۶؟"),
        ("fa-AF", "۱۹۹۶؟"),
        ("ps", "۱۹۹۶؟"),
        ("ar", "١٩٩٦؟"),
        ("ur", "۱۹۹۶؟"),
        ("ckb", "١٩٩٦؟"),
        ("uz-Arab", "۱۹۹۶؟"),
        ("ja", "1996？"),
        ("zh-Hant", "1996？"),
        ("ko", "1996?"),
    ],
)
def test_an_uncertain_year_has_the_question_mark_of_its_readers(language: str, words: str) -> None:
    assert words_of("1996?", language) == words
    read = read_date(words, Position("briefing.md"), language)
    assert isinstance(read, Date)
    assert read.edtf == "1996?"


@pytest.mark.parametrize(
    ("language", "day", "month", "century"),
    [
        ("en", "March 15, 44 BC", "March 44 BC", "5th century BC"),
        ("en-GB", "15 March 44 BC", "March 44 BC", "5th century BC"),
        ("es", "15 de marzo de 44 a. C.", "marzo de 44 a. C.", "siglo V a. C."),
        ("cy", "15 Mawrth 44 CC", "Mawrth 44 CC", "500 CC–401 CC"),
        ("fa-AF", "۱۵ مارچ ۴۴ ق.م.", "مارچ ۴۴ ق.م.", "قرن ۵ ق.م."),
        ("hu", "i. e. 44. március 15.", "i. e. 44. március", "i. e. 500.–i. e. 401."),
        ("ja", "紀元前44年3月15日", "紀元前44年3月", "紀元前500年–紀元前401年"),
        ("ps", "۴۴ مارچ ۱۵ له میلاد وړاندې", "۴۴ مارچ له میلاد وړاندې", "۵مه پېړۍ له میلاد وړاندې"),
        ("ru", "15 марта 44 г. до н. э.", "март 44 г. до н. э.", "V век до н. э."),
        ("th", "15 มีนาคม ก่อน ค.ศ. 44", "ก่อน ค.ศ. มีนาคม 44", "ก่อน ค.ศ. 500–ก่อน ค.ศ. 401"),
        ("tr", "MÖ 15 Mart 44", "MÖ Mart 44", "MÖ 5. yüzyıl"),
    ],
)
def test_years_before_christ_stand_where_other_years_do(language: str, day: str, month: str, century: str) -> None:
    assert [words_of(each, language) for each in ("-0043-03-15", "-0043-03", "-04XX")] == [day, month, century]
    for words, edtf in ((day, "-0043-03-15"), (month, "-0043-03")):
        read = read_date(words, Position("briefing.md"), language)
        assert isinstance(read, Date)
        assert read.edtf == edtf


def test_every_language_has_words_for_every_kind() -> None:
    for language, phrases in PHRASES.items():
        for forms in (phrases.alone, phrases.about, phrases.until, phrases.since):
            assert (len(forms.seasons), forms.century != "{0}–{1}") == (4, True), language
