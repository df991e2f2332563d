"""What the columns of a table are called, and what stands in some of them, in the languages whose dates are read.

English names are in ``columns``: they are known beside those of any other language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["LANGUAGES", "TableWords", "every", "listed"]


class TableWords(NamedTuple):
    """The words of one language, with commas between them. Capitals and accents do not count."""

    date: str
    start: str
    end: str
    year: str
    month: str
    day: str
    """Years, months and days also name the order of figures: ``Datum (Tag/Monat/Jahr)``."""
    time: str
    event: str
    text: str
    source: str
    stressed: str
    yes: str
    no: str
    no_source: str
    """What a reason follows in place of a source."""
    figures: str = ""
    """What stands for a figure of the day, of the month and of the year: ``T, M, J`` of ``TT.MM.JJJJ``."""


LANGUAGES: Mapping[str, TableWords] = MappingProxyType(
    {
        "ar": TableWords(
            date="التاريخ, تاريخ, متى",
            start="البداية, بداية, من, تاريخ البدء, تاريخ البداية",
            end="النهاية, نهاية, إلى, حتى, تاريخ الانتهاء, تاريخ النهاية",
            year="السنة, سنة, العام",
            month="الشهر, شهر",
            day="اليوم, يوم",
            time="الوقت, وقت, الساعة",
            event="الحدث, حدث, الأحداث, أحداث, العنوان, عنوان, ماذا حدث",
            text="النص, نص, الوصف, وصف, التفاصيل, تفاصيل",
            source="المصدر, مصدر, المصادر, مصادر, المرجع, المراجع",
            stressed="مهم, بارز",
            yes="نعم",
            no="لا",
            no_source="بدون مصدر, بلا مصدر, لا مصدر, لا يوجد مصدر",
        ),
        "de": TableWords(
            date="Datum, Daten, wann, Zeitpunkt",
            start="Beginn, Anfang, Start, von, Startdatum, Anfangsdatum",
            end="Ende, bis, Enddatum",
            year="Jahr",
            month="Monat",
            day="Tag",
            time="Uhrzeit, Zeit",
            event="Ereignis, Ereignisse, was, Was geschah, Überschrift, Titel",
            text="Beschreibung, Text, Einzelheiten, Erläuterung",
            source="Quelle, Quellen, Beleg, Belege, Nachweis",
            stressed="hervorgehoben, wichtig",
            yes="ja",
            no="nein",
            no_source="keine Quelle, ohne Quelle",
            figures="T, M, J",
        ),
        "es": TableWords(
            date="fecha, fechas, cuándo",
            start="inicio, comienzo, desde, fecha de inicio",
            end="fin, final, hasta, fecha de fin, fecha final",
            year="año",
            month="mes",
            day="día",
            time="hora",
            event="evento, eventos, acontecimiento, acontecimientos, suceso, hecho, título, titular, qué pasó",
            text="texto, descripción, detalles",
            source="fuente, fuentes, referencia, referencias",
            stressed="destacado, importante",
            yes="sí",
            no="no",
            no_source="sin fuente, ninguna fuente",
            figures="D, M, A",
        ),
        "fa": TableWords(
            date="تاریخ, تاریخ‌ها, کی",
            start="آغاز, شروع, از, تاریخ آغاز, تاریخ شروع",
            end="پایان, تا, تاریخ پایان",
            year="سال",
            month="ماه",
            day="روز",
            time="ساعت, وقت",
            event="رویداد, رویدادها, رخداد, رخدادها, عنوان, چه شد",
            text="متن, شرح, توضیح, توضیحات, جزئیات",
            source="منبع, منابع, مأخذ",
            stressed="مهم, برجسته",
            yes="بله, بلی, آری",
            no="نه, خیر, نخیر",
            no_source="بدون منبع, بی‌منبع, بی منبع, منبع ندارد",
        ),
        "fr": TableWords(
            date="date, dates, quand",
            start="début, date de début, depuis",
            end="fin, date de fin",
            year="année, an",
            month="mois",
            day="jour",
            time="heure",
            event="événement, événements, titre, fait, ce qui s’est passé",
            text="texte, description, détails",
            source="source, sources, référence, références",
            stressed="important, mis en avant, souligné",
            yes="oui",
            no="non",
            no_source="sans source, aucune source, pas de source",
            figures="J, M, A",
        ),
        "it": TableWords(
            date="data, date, quando",
            start="inizio, dal, da, data di inizio",
            end="fine, al, data di fine",
            year="anno",
            month="mese",
            day="giorno",
            time="ora",
            event="evento, eventi, avvenimento, avvenimenti, titolo, fatto, che cosa è successo",
            text="testo, descrizione, dettagli",
            source="fonte, fonti, riferimento, riferimenti",
            stressed="importante, in evidenza",
            yes="sì",
            no="no",
            no_source="senza fonte, nessuna fonte",
            figures="G, M, A",
        ),
        "nl": TableWords(
            date="datum, data, wanneer",
            start="begin, start, van, vanaf, begindatum, startdatum",
            end="einde, eind, tot, einddatum",
            year="jaar",
            month="maand",
            day="dag",
            time="tijd",
            event="gebeurtenis, gebeurtenissen, wat, titel, kop, wat er gebeurde",
            text="tekst, beschrijving, omschrijving, toelichting",
            source="bron, bronnen, verwijzing, verwijzingen",
            stressed="belangrijk, uitgelicht",
            yes="ja",
            no="nee",
            no_source="geen bron, zonder bron",
            figures="D, M, J",
        ),
        "pl": TableWords(
            date="data, daty, kiedy",
            start="początek, od, data początkowa, data rozpoczęcia",
            end="koniec, do, data końcowa, data zakończenia",
            year="rok",
            month="miesiąc",
            day="dzień",
            time="godzina, czas",
            event="wydarzenie, wydarzenia, zdarzenie, zdarzenia, co, tytuł, nagłówek",
            text="tekst, opis, szczegóły",
            source="źródło, źródła, odnośnik",
            stressed="ważne, wyróżnione",
            yes="tak",
            no="nie",
            no_source="brak źródła, bez źródła",
            figures="D, M, R",
        ),
        "ps": TableWords(
            date="نېټه, تاریخ",
            start="پیل, د پیل نېټه, له",
            end="پای, د پای نېټه, تر",
            year="کال",
            month="میاشت",
            day="ورځ",
            time="وخت, ساعت",
            event="پېښه, پېښې, سرلیک",
            text="متن, توضیح, تفصیل",
            source="سرچینه, سرچینې, منبع",
            stressed="مهم, مهمه",
            yes="هو",
            no="نه",
            no_source="بې سرچینې, سرچینه نه لري, سرچینه نشته",
        ),
        "pt": TableWords(
            date="data, datas, quando",
            start="início, começo, desde, data de início",
            end="fim, até, término, data de fim",
            year="ano",
            month="mês",
            day="dia",
            time="hora",
            event="evento, eventos, acontecimento, acontecimentos, título, facto, fato, o que aconteceu",
            text="texto, descrição, detalhes",
            source="fonte, fontes, referência, referências",
            stressed="destaque, destacado, importante",
            yes="sim",
            no="não",
            no_source="sem fonte, nenhuma fonte",
            figures="D, M, A",
        ),
        "ru": TableWords(
            date="дата, даты, когда",
            start="начало, с, дата начала",
            end="конец, окончание, по, до, дата окончания",
            year="год",
            month="месяц",
            day="день, число",
            time="время",
            event="событие, события, что, что произошло, заголовок, название",
            text="текст, описание, подробности",
            source="источник, источники, ссылка, ссылки",
            stressed="важно, важное, выделено",
            yes="да",
            no="нет",
            no_source="без источника, нет источника",
            figures="Д, М, Г",
        ),
        "tr": TableWords(
            date="tarih, tarihler, ne zaman",
            start="başlangıç, başlangıç tarihi",
            end="bitiş, son, bitiş tarihi",
            year="yıl",
            month="ay",
            day="gün",
            time="saat",
            event="olay, olaylar, başlık, ne oldu",
            text="metin, açıklama, ayrıntılar",
            source="kaynak, kaynaklar",
            stressed="önemli, öne çıkan",
            yes="evet",
            no="hayır",
            no_source="kaynak yok, kaynaksız",
            figures="G, A, Y",
        ),
        "uk": TableWords(
            date="дата, дати, коли",
            start="початок, від, з, дата початку",
            end="кінець, закінчення, до, по, дата закінчення",
            year="рік",
            month="місяць",
            day="день, число",
            time="час",
            event="подія, події, що, що сталося, заголовок, назва",
            text="текст, опис, подробиці",
            source="джерело, джерела, посилання",
            stressed="важливо, важливе, виділено",
            yes="так",
            no="ні",
            no_source="без джерела, немає джерела",
            figures="Д, М, Р",
        ),
        "ur": TableWords(
            date="تاریخ, تاریخیں, کب",
            start="آغاز, ابتدا, شروع, تاریخ آغاز",
            end="اختتام, انجام, ختم, تاریخ اختتام",
            year="سال",
            month="مہینہ, ماہ",
            day="دن",
            time="وقت",
            event="واقعہ, واقعات, عنوان, کیا ہوا",
            text="متن, تفصیل, تفصیلات, وضاحت",
            source="ماخذ, ذریعہ, ذرائع, حوالہ, حوالے, حوالہ جات",
            stressed="اہم, نمایاں",
            yes="ہاں, جی ہاں, جی",
            no="نہیں, جی نہیں",
            no_source="بغیر حوالہ, بلا حوالہ, کوئی حوالہ نہیں, کوئی ماخذ نہیں",
        ),
    }
)
"""By primary subtag."""


def listed(words: str) -> Iterator[str]:
    """Part words with commas between them."""
    return map(str.strip, words.split(","))


def every(thing: str) -> Iterator[str]:
    """List the words of all languages for one thing, given as the name of a field."""
    return (word for words in LANGUAGES.values() for word in listed(getattr(words, thing)))
