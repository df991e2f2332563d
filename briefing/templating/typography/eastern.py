"""The rows of the languages of Asia and Africa.

Chinese and Japanese have none, so that all stays as typed: their words have no spaces around them, and what opens or
closes a quotation cannot be told by what stands beside a mark. Between words of Thai, Khmer, Burmese and Tibetan it is
told only where a space was typed.
"""

from __future__ import annotations

from briefing.templating.typography.row import Row

__all__ = ["EASTERN"]

_PRESS = "usage of newspapers; CLDR 47 has other marks"

_ARABIC = Row(
    "ar",
    "«» “”",
    _PRESS,
    percent_sign="٪",
    references="ص ص. صص رقم المادة الفصل القسم الجزء الجدول الشكل الملحق الفقرة القرار صفحة الصفحة",
    units="ألف آلاف مليون ملايين مليار مليارات كم كلم متر دولار يورو جنيه ريال دينار",
    percent="في المئة",
    counted="سنوات سنة أعوام عام أشهر شهر أسابيع أيام يوم ساعات دقائق شخص أشخاص مرة مرات صفحات",
)

_PERSIAN = Row(
    "fa",
    "«» ‹›",
    percent_sign="٪",
    references="ص ص. صص صص. صفحه صفحهٔ شماره شمارهٔ ماده مادهٔ فصل بخش جلد جدول شکل پیوست بند قطعنامه قطعنامهٔ",
    units="درصد فیصد هزار میلیون میلیارد کیلومتر متر کیلوگرم تن دلار دالر یورو افغانی تومان ریال",
    counted="سال ماه هفته روز ساعت دقیقه نفر تن بار صفحه درجه",
)

_PASHTO = Row(
    "ps",
    "«» “”",
    _PRESS,
    percent_sign="٪",
    references="مخ مخونه ګڼه شمېره ماده فصل برخه ټوک جدول",
    units="سلنه زره میلیونه میلیارده کیلومتره متره ډالر یورو افغانۍ کلدارې",
    counted="کاله کلونه میاشتې اونۍ ورځې ساعته دقیقې کسان ځله مخونه",
)

_URDU = Row(
    "ur",
    "”“ ’‘",
    percent_sign="٪",
    references="ص صفحہ نمبر دفعہ باب حصہ جلد جدول شکل ضمیمہ آرٹیکل",
    units="فیصد ہزار لاکھ کروڑ ملین ارب کلومیٹر میٹر روپے ڈالر یورو",
    counted="سال ماہ مہینے ہفتے دن گھنٹے منٹ افراد لوگ بار صفحات",
)

_HEBREW = Row(
    "he",
    "”” ’’",
    in_words="׳״",
    references="עמ׳ עמוד סעיף פרק חלק כרך טבלה איור נספח מספר מס׳",
    units="אחוז אחוזים אלף אלפים מיליון מיליארד ק״מ קילומטרים מטרים שקלים דולר יורו ₪",
    counted="שנים שנה חודשים שבועות ימים שעות דקות אנשים פעמים עמודים",
)

_DANDAS = "।॥"
"""End sentences; many type a space before them."""

_HINDI = Row(
    "hi",
    "“” ‘’",
    no_break_before=_DANDAS,
    references="पृ. पृष्ठ सं. संख्या अनुच्छेद धारा अध्याय भाग खंड तालिका चित्र",
    units="प्रतिशत हज़ार हजार लाख करोड़ अरब किमी किलोमीटर मीटर रुपये रुपए डॉलर यूरो ₹",
    counted="साल वर्ष महीने सप्ताह दिन घंटे मिनट लोग लोगों बार",
)

EASTERN = {
    "ar": _ARABIC,
    "fa": _PERSIAN,
    "fa-af": _PERSIAN._replace(locale="fa_AF"),
    "ps": _PASHTO,
    "ur": _URDU,
    "ug": Row(
        "ug",
        "«» ‹›",
        "usage of books; CLDR 47 has the two marks the other way round",
        references="بەت نومۇر ماددا باب",
        units="پىرسەنت مىڭ مىليون مىليارد كىلومېتىر مېتىر دوللار يۈەن",
    ),
    "ckb": Row(
        "ckb",
        "«» “”",
        _PRESS,
        percent_sign="٪",
        references="لاپەڕە ژمارە ماددەی بەشی",
        units="هەزار ملیۆن ملیار کیلۆمەتر مەتر دۆلار دینار",
        percent="لە سەدا",
    ),
    "he": _HEBREW,
    "yi": Row("yi", "”” ’’", in_words="׳״", references="זייטל נומער קאַפּיטל", units="פּראָצענט טויזנט מיליאָן"),
    "hi": _HINDI,
    "mr": Row(
        "mr",
        "“” ‘’",
        no_break_before=_DANDAS,
        references="पृ. पृष्ठ क्र. क्रमांक कलम अनुच्छेद प्रकरण भाग खंड तक्ता",
        units="टक्के हजार लाख कोटी अब्ज किमी किलोमीटर मीटर रुपये डॉलर युरो ₹",
        counted="वर्षे वर्ष महिने आठवडे दिवस तास मिनिटे लोक वेळा",
    ),
    "ne": Row(
        "ne",
        "“” ‘’",
        no_break_before=_DANDAS,
        references="पृ. पृष्ठ नं. धारा दफा अध्याय भाग खण्ड तालिका",
        units="प्रतिशत हजार लाख करोड अर्ब किमी किलोमिटर मिटर रुपैयाँ डलर युरो",
        counted="वर्ष महिना हप्ता दिन घण्टा मिनेट जना पटक",
    ),
    "bn": Row(
        "bn",
        "“” ‘’",
        no_break_before=_DANDAS,
        references="পৃ. পৃষ্ঠা নং অনুচ্ছেদ ধারা অধ্যায় খণ্ড",
        units="শতাংশ হাজার লাখ লক্ষ কোটি কিলোমিটার মিটার টাকা ডলার ইউরো ৳",
    ),
    "ta": Row(
        "ta",
        "“” ‘’",
        references="பக். பக்கம் எண் பிரிவு அத்தியாயம்",
        units="சதவீதம் ஆயிரம் இலட்சம் லட்சம் கோடி மில்லியன் கிலோமீட்டர் மீட்டர் ரூபாய் டாலர்",
    ),
    "si": Row(
        "si",
        "“” ‘’",
        references="පිටුව අංක වගන්තිය පරිච්ඡේදය",
        units="දහස් ලක්ෂ මිලියන බිලියන කිලෝමීටර් මීටර් රුපියල් ඩොලර්",
    ),
    "th": Row(
        "th",
        "“” ‘’",
        references="หน้า เลขที่ ข้อ มาตรา บทที่ ตารางที่ ภาพที่ เล่ม ฉบับที่",
        units="เปอร์เซ็นต์ พัน หมื่น แสน ล้าน กม. กิโลเมตร เมตร บาท ดอลลาร์ คน ปี วัน น.",
    ),
    "km": Row("km", "“” ‘’", references="ទំព័រ លេខ មាត្រា ជំពូក", units="ភាគរយ ពាន់ លាន គីឡូម៉ែត្រ រៀល ដុល្លារ"),
    "my": Row("my", "“” ‘’", references="စာမျက်နှာ အမှတ် ပုဒ်မ အခန်း", units="ရာခိုင်နှုန်း သန်း ကီလိုမီတာ ကျပ် ဒေါ်လာ"),
    "bo": Row("bo", "“” ‘’"),
    "am": Row(
        "am",
        "«» ‹›",
        references="ገጽ ቁጥር አንቀጽ ምዕራፍ ክፍል",
        units="በመቶ ሺህ ሚሊዮን ቢሊዮን ኪሎሜትር ሜትር ብር ዶላር ዩሮ",
    ),
}
"""By BCP 47 tag, in lower case."""
