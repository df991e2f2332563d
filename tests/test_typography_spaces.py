"""Spaces at which no line may break: ~ is the usual one, _ the narrow one."""

from __future__ import annotations

import pytest
from typography_tools import typeset


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        # Numbers with units, currencies, per cent.
        ("en", "5 km, 3.5 kg, 12-15 km", "5~km, 3.5~kg, 12–15~km"),
        ("en", "80 per cent, 80 percent, 80 %", "80~per~cent, 80~percent, 80~%"),
        ("en", "2.9 million people, £ 5 m, 5 €", "2.9~million people, £~5~m, 5~€"),
        ("en", "6 pm, 6 p.m.", "6~pm, 6~p.m."),
        ("en", "a 5 km-long road", "a 5~km-long road"),
        ("de", "um 3 Uhr, 5 Mio. Euro, 5 Prozent", "um 3~Uhr, 5~Mio. Euro, 5~Prozent"),
        ("fr", "80 pour cent, 3 millions", "80~pour~cent, 3~millions"),
        ("es", "80 por ciento", "80~por~ciento"),
        # Long numbers in groups.
        ("fr", "400 000 personnes, 1 234 567", "400_000 personnes, 1_234_567"),
        ("de", "400 000 Menschen", "400_000 Menschen"),
        ("sv", "400 000", "400~000"),
        ("fr", "en 2020 300 personnes, 06 12 34 56 78", "en 2020 300 personnes, 06 12 34 56 78"),
        # Days and months.
        ("en", "31 December 2001", "31~December 2001"),
        ("en", "2nd May, 31 Dec. 2001", "2nd~May, 31~Dec. 2001"),
        ("en", "September 9, 2001", "September~9, 2001"),
        ("en", "December 2001, 2001 December", "December 2001, 2001 December"),
        ("en", "we may 5 march", "we may 5 march"),
        ("de", "am 3. Oktober 1990", "am 3.~Oktober 1990"),
        ("fr", "le 1er mai, le 14 juillet", "le 1er~mai, le 14~juillet"),
        ("pl", "1 maja", "1~maja"),
        # References.
        ("en", "p. 7, pp. 3, No. 5, fig. 2, § 5", "p.~7, pp.~3, No.~5, fig.~2, §~5"),
        ("en", "(see p. 7) in section 3.2", "(see p.~7) in section~3.2"),
        ("en", "Chapter IV, Article 5, c. 1996", "Chapter~IV, Article~5, c.~1996"),
        ("en", "Resolution 2593", "Resolution~2593"),
        ("de", "S. 5, Nr. 3, Abb. 2, Art. 16", "S.~5, Nr.~3, Abb.~2, Art.~16"),
        ("fr", "p. 5, n° 5, l'article 5", "p.~5, n°~5, l’article~5"),
        ("en", "There were 5 of them, page by page", "There were 5 of them, page by page"),
        # Titles, initials, Roman numbers.
        ("en", "Dr Smith, Mr. Jones, St Petersburg", "Dr~Smith, Mr.~Jones, St~Petersburg"),
        ("en", "J. R. R. Tolkien, J.R.R. Tolkien", "J.~R.~R.~Tolkien, J.R.R.~Tolkien"),
        ("en", "by J. Smith; George W. Bush", "by J.~Smith; George W.~Bush"),
        ("en", "plan B. It failed. He and I. Then", "plan B. It failed. He and I. Then"),
        ("en", "World War II, Elizabeth II, Malcolm X", "World War~II, Elizabeth~II, Malcolm~X"),
        ("en", "Then I went, in Kabul. The Taliban", "Then I went, in Kabul. The Taliban"),
        ("de", "Prof. Dr. Müller", "Prof.~Dr.~Müller"),
        ("fr", "M. Macron, Mme Curie, J.-P. Sartre", "M.~Macron, Mme~Curie, J.-P.~Sartre"),
        # Abbreviations with spaces in them, ordinals.
        ("de", "z. B., d. h., u. v. m., i. d. R.", "z._B., d._h., u._v._m., i._d._R."),
        ("de", "im 20. Jahrhundert, z.B.", "im 20.~Jahrhundert, z.B."),
        ("de", "Kapitel 5. Danach", "Kapitel~5. Danach"),
        ("es", "p. ej., EE. UU.", "p.~ej., EE.~UU."),
        ("ru", "и т. д., т. е.", "и т.~д., т.~е."),
        ("cs", "20. století", "20.~století"),
        ("en", "e.g. this, i.e. that", "e.g. this, i.e. that"),
        # Words of one letter.
        ("cs", "V Praze a k nám", "V~Praze a~k~nám"),
        ("pl", "W domu i z nim", "W~domu i~z~nim"),
        ("en", "a word, I said", "a word, I said"),
        # Before high marks, and inside the marks of a quotation.
        ("fr", "Il dit : oui ; non ! Quoi ? « ici »", "Il dit_: oui_; non_! Quoi_? «_ici_»"),
        ("fr-CA", "Il dit : oui ; « ici »", "Il dit~: oui_; «~ici~»"),
        ("fr", "Oui! Non? (:-) a :b 12 :30", "Oui! Non? (:-) a :b 12 :30"),
        ("en", "so : what ?", "so : what ?"),
        # Other scripts and digits.
        ("fa", "۸۰ درصد، ۸۰ ٪، ۵٫۲ میلیون، ص. ۷، ۱۵ مارس", "۸۰~درصد، ۸۰~٪، ۵٫۲~میلیون، ص.~۷، ۱۵~مارس"),
        ("fa-AF", "۱۵ اگست ۲۰۲۱، ۱۵ می، ۱۵ می\u200cرود", "۱۵~اگست ۲۰۲۱، ۱۵~می، ۱۵ می\u200cرود"),
        ("ar", "٨٠ في المئة، ٥ كم، ١٥ مايو : نعم", "٨٠~في~المئة، ٥~كم، ١٥~مايو : نعم"),
        ("ur", "۸۰ فیصد، صفحہ ۷", "۸۰~فیصد، صفحہ~۷"),
        ("hi", "80 प्रतिशत, पृ. 7", "80~प्रतिशत, पृ.~7"),
        # A space before the sign that ends a sentence.
        *((tag, "यह सच है । और भी ॥ अन्त।", "यह सच है~। और भी~॥ अन्त।") for tag in ("hi", "mr", "ne")),
        ("bn", "এটি সত্য । আরও।", "এটি সত্য~। আরও।"),
        ("mr", "80 टक्के", "80~टक्के"),
        ("ne", "80 प्रतिशत", "80~प्रतिशत"),
        # Unknown.
        ("zzx", "5 km, p. 7", "5 km, p. 7"),
    ],
)
def test_spaces(language, typed, expected):
    assert typeset(typed, language) == expected


@pytest.mark.parametrize("typed", ["5  km", " 5", "5 ", "5\u00a0km", "p.\u202f7", "5 (km)", "Covid-19 km"])
def test_other_spaces_stay(typed):
    assert typeset(typed, "en") == typeset(typed, "")
