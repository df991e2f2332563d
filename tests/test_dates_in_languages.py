"""Dates in words of many languages: what is typed is read, what is printed is read back, and nothing is guessed."""

from __future__ import annotations

import calendar
import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefing.errors import Diagnostic, Position
from briefing.model.dates import Date, date_from_edtf
from briefing.model.edtf import Choice, DateError, Interval, Point, parse_edtf
from briefing.model.phrases import PHRASES
from briefing.model.wording import date_words
from briefing.reading.dates import read_date
from briefing.reading.dates.lexicon import VOCABULARIES, lexicon_of
from briefing.reading.dates.pieces import keys_of

HERE = Position("briefing.md", 3, 7)


def edtf(typed: str, language: str) -> str:
    """Read a date that must be one."""
    result = read_date(typed, HERE, language)
    assert isinstance(result, Date), str(result)
    return result.edtf


TYPED = {
    "de": """
        spätestens 1998 = ../1998 | bis spätestens im Mai 2021 = ../2021-05 | frühestens 1998 = 1998/..
        nicht vor 1998 = 1998/.. | 26. März 2020 um 20.30 Uhr = 2020-03-26T20:30
        26. März 2020, 20 Uhr = 2020-03-26T20:00
        15. August 2021 = 2021-08-15 | 15. Aug. 2021 = 2021-08-15 | MÄRZ 2021 = 2021-03 | Jänner 2021 = 2021-01
        um 1996 = 1996~ | ca. 1996 = 1996~ | wahrscheinlich 1996 = 1996? | Anfang Mai 2021 = 2021-05-05~
        Mitte Mai 2021 = 2021-05-15~ | seit Ende Mai 2021 = 2021-05-31~/.. | die 1980er Jahre = 198X
        in den 1980ern = 198X | Anfang der 1980er Jahre = 1982~ | vor 1998 = ../1997 | nach 1998 = 1999/..
        bis zum 5. Dezember 2026 = ../2026-12-05 | ab 1996 = 1996/.. | zwischen 1996 und 2001 = 1996/2001
        von 1996 bis 2001 = 1996/2001 | in den Jahren 1996 bis 2001 = 1996/2001
        Mai - August 2021 = 2021-05/2021-08 | vom 15. bis 20. August 2021 = 2021-08-15/2021-08-20
        15.-20. August 2021 = 2021-08-15/2021-08-20 | im Frühjahr 2021 = 2021-21 | 19. Jahrhundert = 18XX
        5. Jh. v. Chr. = -04XX | 44 v. Chr. = -0043 | 480 bis 323 v. Chr. = -0479/-0322 | 5–10 n. Chr. = 0005/0010
        79 n. Chr. = 0079 | 26. März 2020 um 20:00 Uhr = 2020-03-26T20:00
        26. März 2020, 20:00–22:00 = 2020-03-26T20:00/2020-03-26T22:00
        1. oder 2. Mai 2021 = [2021-05-01,2021-05-02] | 1960 und Dezember 1961 = {1960,1961-12}
        20. 8. 2021 = 2021-08-20 | etwa seit 1996 = 1996~/.. | wahrscheinlich bis Mai 2021 = ../2021-05?
    """,
    "fr": """
        au plus tard en 1998 = ../1998 | 1998 au plus tard = ../1998 | pas avant 1998 = 1998/..
        26 mars 2020 à 20 h = 2020-03-26T20:00 | 26 mars 2020, 20h30 = 2020-03-26T20:30
        26 mars 2020 à midi = 2020-03-26T12:00
        1er mai 2021 = 2021-05-01 | 1ᵉʳ mai 2021 = 2021-05-01 | le 15 aout 2021 = 2021-08-15 | janv. 2021 = 2021-01
        début mai 2021 = 2021-05-05~ | mi-août 2021 = 2021-08-15~ | depuis la fin de mai 2021 = 2021-05-31~/..
        les années 1980 = 198X | au début des années 1980 = 1982~ | les années 1996 à 2001 = 1996/2001
        vers 1996 = 1996~ | avant 1998 = ../1997 | après le 31 décembre 2001 = 2002-01-01/..
        de 1996 à 2001 = 1996/2001 | du 15 au 20 août 2021 = 2021-08-15/2021-08-20 | entre 1996 et 2001 = 1996/2001
        XIXe siècle = 18XX | le XXᵉ siècle = 19XX | IIe siècle av. J.-C. = -01XX | 44 av. J.-C. = -0043
        probablement 1996 = 1996? | jusqu'en 1998 = ../1998 | d'ici 2030 = ../2030 | à partir de 1996 = 1996/..
        1501 – années 1510 = 1501/151X | jusqu'en 1998 environ = ../1998~ | probablement avant 1998 = ../1997?
        à l'été 2021 = 2021-22 | 26 mars 2020 à 20:00 = 2020-03-26T20:00 | mars ou avril 2021 = [2021-03,2021-04]
        le 26 mars 2020 de 20:00 à 22:00 = 2020-03-26T20:00/2020-03-26T22:00
    """,
    "es": """
        a más tardar en 1998 = ../1998 | no antes de 1998 = 1998/..
        15 de agosto de 2021 = 2021-08-15 | 1.º de mayo de 2021 = 2021-05-01 | setiembre de 2021 = 2021-09
        principios de mayo de 2021 = 2021-05-05~ | a mediados de 2021 = 2021-06~ | finales de los años 1980 = 1989~
        década de 1980 = 198X | los años 1980 = 198X | siglo XX = 19XX | siglo V a. C. = -04XX | 44 a.C. = -0043
        antes de 1998 = ../1997 | después de 1998 = 1999/.. | de 1996 a 2001 = 1996/2001 | 1667 o 1668 = [1667,1668]
        entre 1996 y 2001 = 1996/2001 | desde 1996 en adelante = 1996/.. | hasta 1998 = ../1998 | hacia 1996 = 1996~
        del 15 al 20 de agosto de 2021 = 2021-08-15/2021-08-20 | 26 de marzo de 2020 a las 20:00 = 2020-03-26T20:00
    """,
    "it": """
        al più tardi nel 1998 = ../1998 | non prima del 1998 = 1998/..
        15 agosto 2021 = 2021-08-15 | 1º maggio 2021 = 2021-05-01 | l'8 settembre 2001 = 2001-09-08
        ago. 2021 = 2021-08 | circa 1996 = 1996~ | 1996 circa = 1996~ | dal 1996 al 2001 = 1996/2001
        tra il 1996 e il 2001 = 1996/2001 | entro il 1998 = ../1998 | da maggio 2021 = 2021-05/..
        gli anni 1980 = 198X | V secolo a.C. = -04XX | prima del 1998 = ../1997 | nell'estate 2021 = 2021-22
        metà maggio 2021 = 2021-05-15~ | 26 marzo 2020 alle ore 20:00 = 2020-03-26T20:00
    """,
    "pt": """
        o mais tardar em 1998 = ../1998 | não antes de 1998 = 1998/..
        1º de maio de 2021 = 2021-05-01 | a 15 de agosto de 2021 = 2021-08-15 | cerca de 1996 = 1996~
        anos 1980 = 198X | de 1996 a 2001 = 1996/2001 | entre 1996 e 2001 = 1996/2001 | até 1998 = ../1998
        século V a.C. = -04XX | verão de 2021 = 2021-22 | início de maio de 2021 = 2021-05-05~
        depois de 1998 = 1999/..
    """,
    "nl": """
        uiterlijk 1998 = ../1998 | niet voor 1998 = 1998/..
        15 augustus 2021 = 2021-08-15 | rond 1996 = 1996~ | van 1996 tot 2001 = 1996/2001
        tot en met 1998 = ../1998 | tussen 1996 en 2001 = 1996/2001 | de jaren 1980 = 198X | 20e eeuw = 19XX
        44 v. Chr. = -0043 | begin mei 2021 = 2021-05-05~ | eind mei 2021 = 2021-05-31~ | vóór 1998 = ../1997
        zomer 2021 = 2021-22
    """,
    "pl": """
        najpóźniej w 1998 = ../1998 | nie wcześniej niż w 1998 = 1998/..
        15 sierpnia 2021 r. = 2021-08-15 | w maju 2021 = 2021-05 | około 1996 = 1996~ | od 1996 do 2001 = 1996/2001
        między 1996 a 2001 = 1996/2001 | lata 1980–1989 = 198X | w latach 1996–2001 = 1996/2001
        lata 1996–2001 = 1996/2001 | od lata 2021 = 2021-22/.. | w XX wieku = 19XX | I wiek n.e. = 00XX
        V wiek p.n.e. = -04XX | latem 2021 = 2021-22 | na początku maja 2021 = 2021-05-05~ | przed 1998 = ../1997
    """,
    "ru": """
        не позднее 1998 года = ../1998 | не ранее мая 2021 = 2021-05/..
        15 августа 2021 года = 2021-08-15 | в мае 2021 года = 2021-05 | с 1996 по 2001 год = 1996/2001
        к 1998 году = ../1998 | 1980-е = 198X | в 1980-х годах = 198X | в ХХ веке = 19XX | V век до н. э. = -04XX
        44 г. до н. э. = -0043 | летом 2021 года = 2021-22 | в конце мая 2021 = 2021-05-31~
        15-го мая 2021 = 2021-05-15 | 26 марта 2020 в 20:00 = 2020-03-26T20:00
    """,
    "uk": """
        не пізніше 1998 року = ../1998 | не раніше 1998 = 1998/..
        15 серпня 2021 = 2021-08-15 | у травні 2021 року = 2021-05 | з 1996 по 2001 рік = 1996/2001 | 1940-ві = 194X
        у 1980-х роках = 198X | ХХ століття = 19XX | влітку 2021 = 2021-22 | наприкінці травня 2021 = 2021-05-31~
    """,
    "tr": """
        en geç 1998 = ../1998 | en erken 1998 = 1998/..
        15 Ağustos 2021 = 2021-08-15 | KASIM 2021 = 2021-11 | İlkbahar 2021 = 2021-21 | 1998'den beri = 1998/..
        2010'dan itibaren = 2010/.. | 1998’den önce = ../1997 | 1998'e kadar = ../1998
        1996'dan 2001'e kadar = 1996/2001 | 1996 ile 2001 arasında = 1996/2001 | 1980'ler = 198X
        1990'lı yıllar = 199X | 20. yüzyıl = 19XX | MÖ 44 = -0043 | 2021 yazında = 2021-22
        Mayıs 2021 sonunda = 2021-05-31~ | 15 Ağustos 2021'de = 2021-08-15 | 1996 civarı = 1996~
    """,
    "fa": """
        ۱۵ اوت ۲۰۲۱ = 2021-08-15 | 15 آگوست 2021 = 2021-08-15 | ۲۰۲۱-۰۸-۱۵ = 2021-08-15 | ۲۰۲۱/۰۸/۱۵ = 2021-08-15
        دههٔ ۱۹۸۰ = 198X | دهه ۱۹۸۰ = 198X | دهه‌ی ۱۹۸۰ = 198X | دهۀ ۱۹۸۰ = 198X | اواخر مهٔ ۲۰۲۱ = 2021-05-25~
        پیش از ۱۹۹۸ = ../1997 | از ۱۹۹۶ تا ۲۰۰۱ = 1996/2001 | بین ۱۹۹۶ و ۲۰۰۱ = 1996/2001 | ۱۹۹۶ به بعد = 1996/..
        ۴۴ ق.م. = -0043 | ۴۴ پیش از میلاد = -0043 | ۱۹۹۶؟ = 1996? | ۱۲۵۸ میلادی = 1258 | در سال ۱۹۹۶ = 1996
        ۱۵ اوت ۲۰۲۱ ساعت ۱۰:۰۰ = 2021-08-15T10:00
    """,
    "pt-PT": "até ao verão de 2021 = ../2021-22 | aproximadamente desde a primavera de 2021 = 2021-21~/..",
    "fa-AF": "۱۵۰۱ تا دههٔ ۱۵۱۰ = 1501/151X | ۱۵ اگست ۲۰۲۱ = 2021-08-15 | از می ۲۰۲۱ = 2021-05/.. | خزان ۲۰۲۱ = 2021-23",
    "ps": """
        د ۲۰۲۱ کال د اګست ۱۵ = 2021-08-15 | تر ۱۹۹۸ مخکې = ../1997 | له ۱۹۹۸ وروسته = 1999/..
        له ۱۹۹۶ تر ۲۰۰۱ پورې = 1996/2001 | د ۱۹۹۶ او ۲۰۰۱ ترمنځ = 1996/2001 | د ۲۰۲۱ کال په مې کې = 2021-05
    """,
    "ar": """
        ١٥ أغسطس ٢٠٢١ = 2021-08-15 | ١٥ اغسطس ٢٠٢١ = 2021-08-15 | ١٥ أَغُسْطُس ٢٠٢١ = 2021-08-15
        ١٥ آب ٢٠٢١ = 2021-08-15 | ١٥ آب/أغسطس ٢٠٢١ = 2021-08-15 | 15 غشت 2021 = 2021-08-15
        كانون الثاني ٢٠٢١ = 2021-01 | حوالي عام ١٩٩٦ = 1996~ | أواخر أيار ٢٠٢١ = 2021-05-25~
        بعد عام ١٩٩٨ = 1999/.. | من ١٩٩٦ إلى ٢٠٠١ = 1996/2001 | بين ١٩٩٦ و٢٠٠١ = 1996/2001
        مايو وأغسطس ٢٠٢١ = {2021-05,2021-08} | القرن ٢٠ = 19XX | ٤٤ ق.م = -0043
    """,
    "ur": """
        ۱۵ اگست ۲۰۲۱ء = 2021-08-15 | 1996 سے 2001 تک = 1996/2001 | ۱۹۹۸ سے پہلے = ../1997 | ۱۹۹۸ کے بعد = 1999/..
        ۱۹۹۶ کے قریب = 1996~ | ۴۴ ق م = -0043
    """,
    "en-US": """
        August 15-20, 2021 = 2021-08-15/2021-08-20 | 15 August 2021, 10:00 UTC+4:30 = 2021-08-15T10:00+04:30
        May or June 2021 = [2021-05,2021-06] | ~1996 = 1996~ | 1996 – = 1996/.. | – 1998 = ../1998
    """,
    "cs": "15. srpna 2021 = 2021-08-15 | srpen 2021 = 2021-08",
    "el": "15 Αυγούστου 2021 = 2021-08-15 | Αύγουστος 2021 = 2021-08",
    "he": "15 באוגוסט 2021 = 2021-08-15 | אוגוסט 2021 = 2021-08",
    "hi": "15 अगस्त 2021 = 2021-08-15",
    "hy": "15 օգոստոսի, 2021 թ. = 2021-08-15",
    "ja": "2021年8月15日 = 2021-08-15 | 1996年 = 1996",
    "ko": "2021년 8월 15일 = 2021-08-15",
    "th": "15 สิงหาคม 2021 = 2021-08-15",
    "vi": "tháng 12 năm 2021 = 2021-12",
}
"""What people type, by language: words = EDTF."""


def typed_and_read(language: str) -> list[tuple[str, str]]:
    pairs = (
        pair.rpartition(" = ") for line in TYPED[language].splitlines() for pair in line.split(" | ") if pair.strip()
    )
    return [(typed.strip(), read.strip()) for typed, _, read in pairs]


@pytest.mark.parametrize("language", TYPED)
def test_reads_what_people_type(language: str) -> None:
    pairs = typed_and_read(language)
    assert [(typed, edtf(typed, language)) for typed, _ in pairs] == pairs


def examples_in_docs() -> list[tuple[str, str]]:
    text = (Path(__file__).parent.parent / "docs" / "dates.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]{2})` \S.* \| (.+) \|$", text, re.MULTILINE)
    return [(language, typed) for language, examples in rows for typed in re.findall("`(.+?)`", examples)]


def test_the_examples_of_the_documentation_are_read() -> None:
    examples = examples_in_docs()
    assert {language for language, _ in examples} | {"en"} == set(VOCABULARIES)
    assert [each for each in examples if isinstance(read_date(each[1], HERE, each[0]), Diagnostic)] == []


@pytest.mark.parametrize(
    ("language", "typed", "since"),
    [
        ("ar", "من ١٩٩٦ إلى اليوم", "منذ ١٩٩٦"),
        ("de", "von 1996 bis heute", "seit 1996"),
        ("es", "desde 1996 hasta la actualidad", "desde 1996"),
        ("fa", "از ۱۹۹۶ تا امروز", "از ۱۹۹۶"),
        ("fr", "de 1996 à nos jours", "depuis 1996"),
        ("nl", "van 1996 tot heden", "sinds 1996"),
        ("pl", "od 1996 do dziś", "od 1996"),
        ("ps", "له ۱۹۹۶ تر نن پورې", "له ۱۹۹۶ راهیسې"),
        ("pt", "de 1996 até hoje", "desde 1996"),
        ("ru", "с 1996 по настоящее время", "с 1996\u202fг"),
        ("tr", "1996'dan bugüne kadar", "1996 ve sonrası"),
        ("uk", "з 1996 до сьогодні", "з 1996\u202fр"),
        ("ur", "۱۹۹۶ سے آج تک", "۱۹۹۶ سے"),
    ],
)
def test_what_lasts_until_today_is_said_by_its_beginning(language: str, typed: str, since: str) -> None:
    read = read_date(typed, HERE, language)
    assert isinstance(read, Diagnostic)
    assert (read.message.partition('" ')[2], read.hint) == (
        "is no date: it changes from day to day.",
        f"Write {since}.",
    )
    assert edtf(since, language) == "1996/.."


@pytest.mark.parametrize("language", VOCABULARIES)
def test_a_season_of_edtf_that_may_be_two_years_is_refused_in_words_that_are_read(language: str) -> None:
    read = read_date("1939-41", HERE, language)
    assert isinstance(read, Diagnostic)
    assert (read.id, read.message) == ("date-ambiguous", '"1939-41" can be read in two ways.')
    years, season = (date_words(date_from_edtf(each), language) for each in ("1939/1941", "1939-41"))
    assert read.hint == f"Write {years} or {season}".removesuffix(".") + "."
    assert (edtf(years, language), edtf(season, language)) == ("1939/1941", "1939-07/1939-12")


@pytest.mark.parametrize(
    ("language", "typed", "kind", "message", "hint"),
    [
        (
            "fr",
            "03/04/2021",
            "ambiguous",
            '"03/04/2021" can be read in two ways.',
            "Write 3 avril 2021 or 4 mars 2021.",
        ),
        (
            "ru",
            "03.04.2021",
            "ambiguous",
            '"03.04.2021" can be read in two ways.',
            "Write 3 апреля 2021\u202fг. or 4 марта 2021\u202fг.",
        ),
        (
            "fa-AF",
            "۳/۴/۲۰۲۱",
            "ambiguous",
            '"۳/۴/۲۰۲۱" can be read in two ways.',
            "Write ۳ اپریل ۲۰۲۱ or ۴ مارچ ۲۰۲۱.",
        ),
        (
            "pl",
            "od lata 2020",
            "ambiguous",
            '"od lata 2020" can be read in two ways.',
            "Write lato 2020 or lata 2020–2029.",
        ),
        ("de", "heute", "unreadable", '"heute" is no date: it changes from day to day.', "Write the date itself."),
        (
            "fr",
            "aujourd'hui",
            "unreadable",
            '"aujourd\'hui" is no date: it changes from day to day.',
            "Write the date itself.",
        ),
        (
            "ar",
            "الأحد ١٥ أغسطس ٢٠٢١",
            "unreadable",
            '"الأحد" does not belong in a date.',
            "Leave the day of the week out.",
        ),
        (
            "sv",
            "söndag 15 augusti 2021",
            "unreadable",
            '"söndag" does not belong in a date.',
            "Leave the day of the week out.",
        ),
        ("de", "15. Augst 2021", "unreadable", '"Augst" is not a word of a date.', "Did you mean August?"),
        ("fa", "سپتامر ۲۰۲۱", "unreadable", '"سپتامر" is not a word of a date.', "Did you mean سپتامبر?"),
        ("es", "agusto de 2021", "unreadable", '"agusto" is not a word of a date.', "Did you mean agosto?"),
        (
            "de",
            "80er Jahre",
            "unreadable",
            '"80er" is not a decade.',
            "Write it in full: 1980er Jahre.",
        ),
        (
            "fr",
            "les années 1900",
            "unreadable",
            '"années 1900" can mean ten years or a hundred.',
            "Write 1900–1909 for the ten years, XXe siècle for the hundred.",
        ),
        (
            "fr",
            "le siècle",
            "unreadable",
            '"le siècle" cannot be read as a date.',
            "Write it as 9 septembre 2001, années 1980, jusqu’en 1998 or depuis mai 2021, or in EDTF: 2001-09-09.",
        ),
        ("de", "2001 bis 1996", "reversed", '"2001 bis 1996" ends before it begins.', "Put the earlier date first."),
        (
            "fr",
            "31 juin 2021",
            "impossible",
            "There is no 31 June: June has 30 days.",
            "Correct the day or the month.",
        ),
        ("nl", "20 augustus", "unreadable", '"20 augustus" has no year.', "Add the year."),
        (
            "fa",
            "۲۴ مرداد ۱۴۰۰",
            "unreadable",
            '"مرداد" belongs to another calendar.',
            "Write the day of the Gregorian calendar, such as ۱۵ اوت ۲۰۲۱ or 2021-08-15.",
        ),
        (
            "prs",
            "۲۴ اسد ۱۴۰۰",
            "unreadable",
            '"اسد" belongs to another calendar.',
            "Write the day of the Gregorian calendar, such as ۱۵ اگست ۲۰۲۱ or 2021-08-15.",
        ),
        (
            "ar",
            "١٢ ربيع الأول ١٤٤٣",
            "unreadable",
            '"ربيع الأول" belongs to another calendar.',
            "Write the day of the Gregorian calendar, such as ١٥ أغسطس ٢٠٢١ or 2021-08-15.",
        ),
        (
            "ps",
            "۱۴۰۰",
            "unreadable",
            '"۱۴۰۰" may be a year of the Solar Hijri calendar.',
            "Write the Gregorian year. Where ۱۴۰۰ is that, write ۱۴۰۰ م.",
        ),
        (
            "fa",
            "1400/05/24",
            "unreadable",
            '"1400" may be a year of the Solar Hijri calendar.',
            "Write the Gregorian year. Where 1400 is that, write 1400 م.",
        ),
        (
            "th",
            "15 สิงหาคม 2564",
            "unreadable",
            '"2564" may be a year of the Buddhist calendar.',
            "Write the Gregorian year. Where 2564 is that, write 2564 ค.ศ.",
        ),
        (
            "de",
            "seit",
            "unreadable",
            '"seit" cannot be read as a date.',
            "Write it as 9. September 2001, 1980er Jahre, bis 1998 or seit Mai 2021, or in EDTF: 2001-09-09.",
        ),
        (
            "it",
            "verso",
            "unreadable",
            '"verso" cannot be read as a date.',
            "Write it as 9 settembre 2001, anni 1980, fino al 1998 or da maggio 2021, or in EDTF: 2001-09-09.",
        ),
        (
            "sv",
            "hösten 2021",
            "unreadable",
            '"hösten" is not a word of a date.',
            "In words of this language a year, a month or a day is read: 9 september 2001. "
            "Write it so, or in EDTF: 2001-09-09, 2021-05/.., ../1998, 198X.",
        ),
    ],
)
def test_refuses_in_the_language(language: str, typed: str, kind: str, message: str, hint: str) -> None:
    assert read_date(typed, HERE, language) == Diagnostic("error", f"date-{kind}", message, HERE, hint)


@pytest.mark.parametrize(
    ("language", "printed", "words"),
    [
        ("ru", "198X/..", "с 1980-х годов"),
        ("ru", "19XX~", "около XX века"),
        ("ru", "../2021-22", "до лета 2021\u202fг."),
        ("ru", "-0043-03~", "около марта 44\u202fг. до н. э."),
        ("pl", "2021-05~", "około maja 2021"),
        ("pl", "../2021-22", "do lata 2021"),
        ("uk", "../198X", "до 1980–1989 років"),
        ("de", "-04XX", "5. Jahrhundert v. Chr."),
        ("de", "190X", "1900–1909"),
        ("en-GB", "{1960,1961-12}", "1960 and December 1961"),
        ("ar", "{1960,1961-12}", "١٩٦٠ وديسمبر ١٩٦١"),
        ("fa", "1258", "۱۲۵۸ م."),
        ("fa", "1400-05-24", "۲۴ مهٔ ۱۴۰۰ م."),
        ("en-GB", "-0043-03-15T10:00", "15 March 44 BC, 10:00"),
    ],
)
def test_words_take_the_form_that_their_place_asks_for(language: str, printed: str, words: str) -> None:
    assert date_words(date_from_edtf(printed), language) == words
    assert printed in ("190X", edtf(words, language))


def test_every_language_that_is_worded_is_read() -> None:
    assert {tag.partition("-")[0] for tag in PHRASES} <= set(VOCABULARIES)


@pytest.mark.parametrize("language", VOCABULARIES)
def test_no_word_of_a_table_is_listed_in_vain(language: str) -> None:
    lexicon = lexicon_of(language)
    for name, listed in VOCABULARIES[language]._asdict().items():
        if name not in ("months", "joined", "examples", "is_whole"):
            for phrase in filter(None, listed.split(",")):
                assert name in lexicon.meanings[keys_of(phrase)].roles, phrase
    for names in VOCABULARIES[language].months:
        for number, month in enumerate(names.split(","), 1):
            assert not month.strip() or lexicon.meanings[keys_of(month)].month == number, month


OTHERS = (
    "af am az be bg bn bs ca cs cy da el et eu fi ga gl he hi hr hu hy id is ja ka kk km ko ku lo lt lv mk mn ms my"
)
MORE = "ne nb pa-Arab ro si sk sl sq sr sv sw ta te tg th tk uz uz-Arab vi yue zh zh-Hant zu ckb so ti"


@pytest.mark.parametrize("language", f"{OTHERS} {MORE}".split())
def test_days_and_months_of_the_cldr_are_read(language: str) -> None:
    printed = [f"2021-{month:02d}{day}" for month in range(1, 13) for day in ("", "-15")]
    printed += ["1996", "1996~", "1996?", "../1998", "1998/..", "2021-05/2021-08", "2021-08-15T10:00"]
    printed += ["-0043", "-0043-03", "-0043-03-15", "0900-03-15"]
    words = {each: date_words(date_from_edtf(each), language) for each in printed}
    assert {each: edtf(typed, language) for each, typed in words.items()} == dict(zip(printed, printed, strict=True))


def test_two_months_that_differ_in_an_accent_alone_are_not_told_apart() -> None:
    """Jola has Su for June and Sú for July."""
    read = read_date("15 Sú 2021", HERE, "dyo")
    assert isinstance(read, Diagnostic)
    assert (read.id, read.message) == ("date-unreadable", '"Sú" is not a word of a date.')


words_of_a_language = st.sampled_from(sorted(VOCABULARIES)).flatmap(
    lambda language: st.tuples(
        st.just(language),
        st.lists(
            st.sampled_from(
                [*lexicon_of(language).spellings.values(), "1996", "15", "44", "20:00", "–", "?", "UTC", "XX"]
            ),
            max_size=6,
        ).map(" ".join),
    )
)


@settings(deadline=None)
@given(words_of_a_language)
def test_any_words_are_read_or_refused(typed: tuple[str, str]) -> None:
    language, text = typed
    result = read_date(text, HERE, language)
    if isinstance(result, Date):
        assert result.first is None or result.last is None or result.first < result.last
    else:
        assert (result.position, bool(result.hint)) == (HERE, True)


years = st.one_of(st.integers(1000, 9999), st.integers(1900, 2100), st.integers(-3000, 999))


@st.composite
def points(draw: st.DrawFn) -> Point:
    """Draw what languages word each in its own way.

    Left out is what they word like something else: years after 9999, which need an era or EDTF; decades before the year
    1000 and those that begin a century, and millennia, all said as spans; seasons of north and south, quarters and
    halves; full minutes that were typed with their seconds. "Lata 2020" is the 2020s in Polish, and the summer of 2020.
    """
    doubts = {"approximate": draw(st.booleans()), "uncertain": draw(st.booleans())}
    kind = draw(st.sampled_from(["year", "month", "day", "time", "season", "decade", "century"]))
    year = draw(years)
    if kind == "decade":
        decade = draw(st.integers(100, 999).filter(lambda number: number % 10))
        return Point(decade * 10, unspecified=1, **doubts)
    if kind == "century":
        century = draw(st.integers(-40, 98))
        return Point(century * 100 + (century < 0), unspecified=2, **doubts)
    if kind == "year":
        return Point(year, **doubts)
    if kind == "season":
        return Point(year + (year % 10 == 0), draw(st.integers(21, 24)), **doubts)
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(2001, month)[1])) if kind != "month" else 0
    if kind != "time":
        return Point(year, month, day, **doubts)
    second = draw(st.integers(0, 59))
    seconds = draw(st.integers(0, 1439)) * 60 + second
    zone = draw(st.none() | st.integers(-14 * 60, 14 * 60))
    return Point(year, month, day, 0, seconds, second > 0, zone, **doubts)


def is_in_order(interval: Interval) -> bool:
    try:
        parse_edtf(str(interval))
    except DateError:
        return False
    return interval.start != interval.end


spans = st.builds(Interval, points(), points()).filter(is_in_order)
open_ends = st.builds(Interval, points(), st.none()) | st.builds(Interval, st.none(), points())
members = points() | spans | open_ends
sets = st.builds(Choice, st.lists(members, min_size=2, max_size=4).map(tuple), st.booleans())


@settings(deadline=None)
@given(st.one_of(points(), spans, open_ends, sets), st.sampled_from(sorted(PHRASES)))
def test_what_is_printed_is_read_back(value: Point | Interval | Choice, language: str) -> None:
    date = date_from_edtf(str(value))
    words = date_words(date, language)
    assume(len(words) <= 100)
    assert edtf(words, language) == date.edtf, words
