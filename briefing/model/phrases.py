"""How languages say what is more than a day, a month or a year: the table behind ``wording``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing.model.languages import widening

__all__ = ["PHRASES", "Phrases", "phrases_of"]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one language; ``{}`` is the date."""

    about_year: str = "~{}"
    about_day: str = "~{}"
    until: str = "– {}"
    since: str = "{} –"
    until_day: str = ""
    """For a day, where that needs another word than a month or a year."""
    since_day: str = ""
    decade: str = "{0}–{1}"
    """Of its first year and its last."""
    century: str = "{0}–{1}"
    """Of its first year, its last, and its number as an English ordinal, in figures and in Roman numerals."""
    span: str = ""
    """From one date to another; without it, a dash stands between them."""
    either: str = " / "
    also: str = ", "
    """Between dates of which all are meant."""
    both: str = ", "
    """Before a time of day."""
    seasons: tuple[str, ...] = ()
    """Spring to winter; without them, the months are named."""
    season: str = "{} {}"
    """Of its name and its year."""
    intervals: bool = False
    """Whether Babel's intervals can be trusted: those of Persian name the first month twice, those of Arabic mix its
    countries, those of Pashto the parts of a date."""
    month_as_day: bool = False
    """Whether a month about which something was is said as a day is."""
    short_day: str = ""
    """Pattern of a day with a short month and its year, where the CLDR has that of another language."""
    month: str = ""
    """Pattern of a month and its year, where it is not that of the CLDR."""
    era_until: int = 999
    """The last year that is said with its era, so that it is taken for no number of years, nor for a year of another
    calendar."""
    declined: Phrases | None = None
    """How the language says a date behind "about", "until" and "since", where its months, decades and centuries change
    then."""


_ENGLISH = Phrases(
    about_year="c. {}",
    about_day="about {}",
    until="by {}",
    since="since {}",
    decade="{}s",
    century="{2} century",
    either=" or ",
    also=" and ",
    seasons=("spring", "summer", "autumn", "winter"),
    intervals=True,
    month_as_day=True,
)
_GERMAN = Phrases(
    about_year="um {}",
    about_day="um den {}",
    until="bis {}",
    since="seit {}",
    since_day="seit dem {}",
    decade="{}er Jahre",
    century="{3}. Jahrhundert",
    either=" oder ",
    also=" und ",
    seasons=("Frühjahr", "Sommer", "Herbst", "Winter"),
    intervals=True,
)
_FRENCH = Phrases(
    about_year="vers {}",
    about_day="vers le {}",
    until="jusqu’à {}",
    since="depuis {}",
    until_day="jusqu’au {}",
    since_day="depuis le {}",
    decade="années {}",
    century="{4}e siècle",
    either=" ou ",
    also=" et ",
    seasons=("printemps", "été", "automne", "hiver"),
    intervals=True,
)
_SPANISH = Phrases(
    about_year="hacia {}",
    about_day="hacia el {}",
    until="hasta {}",
    since="desde {}",
    until_day="hasta el {}",
    since_day="desde el {}",
    decade="década de {}",
    century="siglo {4}",
    either=" o ",
    also=" y ",
    seasons=("primavera", "verano", "otoño", "invierno"),
    season="{} de {}",
    intervals=True,
)
_PORTUGUESE = Phrases(
    about_year="cerca de {}",
    about_day="cerca de {}",
    until="até {}",
    since="desde {}",
    decade="década de {}",
    century="século {4}",
    either=" ou ",
    also=" e ",
    seasons=("primavera", "verão", "outono", "inverno"),
    season="{} de {}",
    intervals=True,
)
_DUTCH = Phrases(
    about_year="omstreeks {}",
    about_day="omstreeks {}",
    until="tot {}",
    since="sinds {}",
    decade="jaren {}",
    century="{3}e eeuw",
    either=" of ",
    also=" en ",
    seasons=("lente", "zomer", "herfst", "winter"),
    intervals=True,
)
_POLISH = Phrases(
    about_year="około {}",
    about_day="około {}",
    until="do {}",
    since="od {}",
    decade="lata {0}–{1}",
    century="{4} wiek",
    either=" lub ",
    also=" i ",
    seasons=("wiosna", "lato", "jesień", "zima"),
    intervals=True,
    declined=Phrases(
        decade="lat {0}–{1}",
        century="{4} wieku",
        seasons=("wiosny", "lata", "jesieni", "zimy"),
        month="MMMM y",
    ),
)
_RUSSIAN = Phrases(
    about_year="около {}",
    about_day="около {}",
    until="до {}",
    since="с {}",
    decade="{}-е годы",
    century="{4} век",
    either=" или ",
    also=" и ",
    seasons=("весна", "лето", "осень", "зима"),
    season="{} {}\u202fг.",
    intervals=True,
    declined=Phrases(
        decade="{}-х годов",
        century="{4} века",
        seasons=("весны", "лета", "осени", "зимы"),
        season="{} {}\u202fг.",
        month="MMMM y\u202f'г'.",
    ),
)
_UKRAINIAN = Phrases(
    about_year="близько {}",
    about_day="близько {}",
    until="до {}",
    since="з {}",
    decade="{0}–{1} роки",
    century="{4} століття",
    either=" або ",
    also=" і ",
    seasons=("весна", "літо", "осінь", "зима"),
    season="{} {}\u202fр.",
    intervals=True,
    declined=Phrases(
        decade="{0}–{1} років",
        century="{4} століття",
        seasons=("весни", "літа", "осені", "зими"),
        season="{} {}\u202fр.",
        month="MMMM y\u202f'р'.",
    ),
)
_TURKISH = Phrases(
    about_year="{} civarı",
    about_day="{} civarı",
    until="en geç {}",
    since="{} ve sonrası",
    decade="{0}–{1} yılları",
    century="{3}. yüzyıl",
    either=" veya ",
    also=" ve ",
    seasons=("ilkbaharı", "yazı", "sonbaharı", "kışı"),
    season="{1} {0}",
    intervals=True,
)
_PERSIAN = Phrases(
    about_year="حدود {}",
    about_day="حدود {}",
    until="تا {}",
    since="از {}",
    decade="دههٔ {}",
    century="قرن {3}",
    span="{} تا {}",
    either=" یا ",
    also=" و ",
    both="، ",
    seasons=("بهار", "تابستان", "پاییز", "زمستان"),
    era_until=1500,
)
_PASHTO = Phrases(
    about_year="شاوخوا {}",
    about_day="شاوخوا {}",
    until="تر {} پورې",
    since="له {} راهیسې",
    decade="د {} لسیزه",
    century="{3}مه پېړۍ",
    span="له {} تر {} پورې",
    either=" یا ",
    also=" او ",
    both="، ",
    seasons=("پسرلی", "اوړی", "منی", "ژمی"),
    era_until=1500,
)
_ARABIC = Phrases(
    about_year="نحو {}",
    about_day="نحو {}",
    until="حتى {}",
    since="منذ {}",
    decade="سنوات {0}–{1}",
    century="القرن {3}",
    either=" أو ",
    also=" و",
    both="، ",
    seasons=("ربيع", "صيف", "خريف", "شتاء"),
)
_URDU = Phrases(
    about_year="تقریباً {}",
    about_day="تقریباً {}",
    until="{} تک",
    since="{} سے",
    decade="{} کی دہائی",
    century="{3}ویں صدی",
    span="{} تا {}",
    either=" یا ",
    also=" اور ",
    both="، ",
    seasons=("بہار", "موسمِ گرما", "خزاں", "موسمِ سرما"),
)

PHRASES: Mapping[str, Phrases] = MappingProxyType(
    {
        "en": _ENGLISH,
        "de": _GERMAN,
        "fr": _FRENCH,
        "es": _SPANISH,
        "nl": _DUTCH,
        "pl": _POLISH,
        "pt": _PORTUGUESE,
        "ru": _RUSSIAN,
        "tr": _TURKISH,
        "uk": _UKRAINIAN,
        "fa": _PERSIAN,
        "fa-AF": replace(_PERSIAN, seasons=("بهار", "تابستان", "خزان", "زمستان"), short_day="d MMM y"),
        "ps": _PASHTO,
        "ar": _ARABIC,
        "ur": _URDU,
    }
)
"""By BCP 47 tag."""


def phrases_of(language: str) -> Phrases:
    """Find the phrases of a language by its BCP 47 tag; for an unknown one those without words."""
    return next((PHRASES[tag] for tag in widening(language) if tag in PHRASES), Phrases())
