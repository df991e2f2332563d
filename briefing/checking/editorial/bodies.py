"""Bodies that briefings often name by their short forms, and short forms that are easily taken for each other."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.checking.editorial.word_lists import listed

__all__ = ["BODIES", "COMMON", "NEIGHBOURS", "TAKEN_FOR_EACH_OTHER", "TakenFor"]

_BODIES = """
ACLED   Armed Conflict Location and Event Data
AIIB    Asian Infrastructure Investment Bank
APEC    Asia-Pacific Economic Cooperation
ASEAN   Association of Southeast Asian Nations
BAMF    Federal Office for Migration and Refugees of Germany
BEIS    Department for Business, Energy and Industrial Strategy
BRICS   Brazil, Russia, India, China, South Africa
CAFOD   Catholic Agency for Overseas Development
CEDAW   Committee on the Elimination of Discrimination against Women
CENTCOM United States Central Command
CERD    Committee on the Elimination of Racial Discrimination
CITES   Convention on International Trade in Endangered Species
COMESA  Common Market for Eastern and Southern Africa
CTBTO   Comprehensive Nuclear-Test-Ban Treaty Organization
DCMS    Department for Culture, Media and Sport
DEFRA   Department for Environment, Food and Rural Affairs
DFID    Department for International Development
DHSC    Department of Health and Social Care
DLUHC   Department for Levelling Up, Housing and Communities
EBRD    European Bank for Reconstruction and Development
ECDC    European Centre for Disease Prevention and Control
ECHO    European Civil Protection and Humanitarian Aid Operations
ECHR    European Court of Human Rights
ECOSOC  United Nations Economic and Social Council
ECOWAS  Economic Community of West African States
ECRE    European Council on Refugees and Exiles
EFSA    European Food Safety Authority
EFTA    European Free Trade Association
EUAA    European Union Agency for Asylum
EUROPOL European Union Agency for Law Enforcement Cooperation
FATF    Financial Action Task Force
FCDO    Foreign, Commonwealth and Development Office
FEMA    Federal Emergency Management Agency
FRONTEX European Border and Coast Guard Agency
HMRC    HM Revenue and Customs
IAEA    International Atomic Energy Agency
IBRD    International Bank for Reconstruction and Development
ICAO    International Civil Aviation Organization
ICBL    International Campaign to Ban Landmines
ICRC    International Committee of the Red Cross
IDMC    Internal Displacement Monitoring Centre
IFAD    International Fund for Agricultural Development
IFRC    International Federation of Red Cross and Red Crescent Societies
IGAD    Intergovernmental Authority on Development
INTERPOL International Criminal Police Organization
IPCC    Intergovernmental Panel on Climate Change
ISAF    International Security Assistance Force
IUCN    International Union for Conservation of Nature
JCWI    Joint Council for the Welfare of Immigrants
MERCOSUR Southern Common Market
MHCLG   Ministry of Housing, Communities and Local Government
MINUSCA United Nations mission in the Central African Republic
MINUSMA United Nations mission in Mali
MONUSCO United Nations mission in the Democratic Republic of the Congo
NASA    National Aeronautics and Space Administration
NATO    North Atlantic Treaty Organization
NOAA    National Oceanic and Atmospheric Administration
NSPCC   National Society for the Prevention of Cruelty to Children
OCHA    United Nations Office for the Coordination of Humanitarian Affairs
OECD    Organisation for Economic Co-operation and Development
OFCOM   Office of Communications
OFGEM   Office of Gas and Electricity Markets
OFSTED  Office for Standards in Education
OHCHR   Office of the United Nations High Commissioner for Human Rights
OLAF    European Anti-Fraud Office
OPCW    Organisation for the Prohibition of Chemical Weapons
OPEC    Organization of the Petroleum Exporting Countries
OSCE    Organization for Security and Co-operation in Europe
PAHO    Pan American Health Organization
RNLI    Royal National Lifeboat Institution
RSPB    Royal Society for the Protection of Birds
RSPCA   Royal Society for the Prevention of Cruelty to Animals
SAARC   South Asian Association for Regional Cooperation
SADC    Southern African Development Community
SIDA    Swedish International Development Cooperation Agency
SIPRI   Stockholm International Peace Research Institute
UKHSA   UK Health Security Agency
UKVI    UK Visas and Immigration
UNAIDS  Joint United Nations Programme on HIV/AIDS
UNAMA   United Nations Assistance Mission in Afghanistan
UNAMI   United Nations Assistance Mission for Iraq
UNCTAD  United Nations Conference on Trade and Development
UNDP    United Nations Development Programme
UNDRR   United Nations Office for Disaster Risk Reduction
UNECE   United Nations Economic Commission for Europe
UNEP    United Nations Environment Programme
UNESCO  United Nations Educational, Scientific and Cultural Organization
UNFCCC  United Nations Framework Convention on Climate Change
UNFPA   United Nations Population Fund
UNGA    United Nations General Assembly
UNHCR   United Nations High Commissioner for Refugees
UNHRC   United Nations Human Rights Council
UNICEF  United Nations Children's Fund
UNIDIR  United Nations Institute for Disarmament Research
UNIDO   United Nations Industrial Development Organization
UNIFIL  United Nations Interim Force in Lebanon
UNITAR  United Nations Institute for Training and Research
UNMAS   United Nations Mine Action Service
UNMISS  United Nations Mission in South Sudan
UNODC   United Nations Office on Drugs and Crime
UNOPS   United Nations Office for Project Services
UNRWA   United Nations Relief and Works Agency for Palestine Refugees
UNSC    United Nations Security Council
UNSCR   United Nations Security Council resolution
UNSMIL  United Nations Support Mission in Libya
UNWTO   World Tourism Organization
USAID   United States Agency for International Development
USCIS   United States Citizenship and Immigration Services
USIP    United States Institute of Peace
WIPO    World Intellectual Property Organization
WMO     World Meteorological Organization
"""

BODIES: Mapping[str, str] = MappingProxyType(
    {short: long.strip() for short, _, long in (line.partition(" ") for line in _BODIES.strip().splitlines())}
)
"""Full names of bodies by their short forms, of which none is a word of its own."""

COMMON = frozenset(
    listed(
        """
        AIDS API APPG ASAP ASBO BAME BBC BRIC CCTV CCUS CEO CIA COBRA COO COP COPD COVID CSV DIY DNA DOI DVD EEA
        EIA ESG EU FAO FAQ FBI FOI GATT GB GCHQ GCSE GDP GDPR GMT GNP GPS HIV HMP HTML HTTP HTTPS ICC ICJ ICT
        IDP IDPS IEA IELTS ILO IMF INGO IOM IP IRC ISBN ISIL ISIS ISSN IT IVF JSON LGBT LGBTI LGBTQ LNG LPG MB
        MEP MEPS MMR MOD MOT MOU MSF NAFTA NCA NEET NGO NGOS NHS NICE NIMBY OBE ODA OED OJEU ONS ORCID PDF
        PESTEL PFI PHD PIN POW POWS PPE QAA RAF REACH RNA RSS SARS SATS SDG SDGS SME SMES SONAR START STD STEM
        SWAT TTIP TUC TUPE UAE UCAS UDHR UFO UK UKIP UN UNCLOS UNESCAP UNTAET URL US USA USB USD USSR VAT VIP
        WFP WHO WTO WWF YMCA ZANU
        """
    )
)
"""Short forms that everybody knows."""

NEIGHBOURS = frozenset(
    listed(
        """
        AFRICOM EUCOM NORTHCOM SOUTHCOM UNAMID UNAVEM UNCAC UNCDF UNCITRAL UNCT UNDOF UNECA UNECLAC UNEF UNEG UNESCWA
        UNFICYP UNICRI UNIDROIT UNISFA UNITA UNITAD UNMIK UNMIL UNOCHA UNOCI UNOCT UNOSOM UNPROFOR UNRISD UNSCEAR
        UNSCO UNSD UNSG UNSOM UNTAC UNTSO
        """
    )
)
"""Short forms that one might take for slips, and that are none."""


class TakenFor(NamedTuple):
    """A body whose short form is mistaken for that of another."""

    meant: str
    """Short form of the body that is often meant."""
    is_meant_beside: tuple[str, ...]
    """Beginnings of words beside which it is meant."""
    not_beside: tuple[str, ...]
    """Words beside which the body that is named is the right one."""


TAKEN_FOR_EACH_OTHER: Mapping[str, TakenFor] = MappingProxyType(
    {
        "UNHRC": TakenFor(
            "UNHCR",
            ("refugee", "displaced", "displacement", "asylum", "stateless"),
            ("human rights council", "resolution", "universal periodic review", "special rapporteur"),
        ),
        "IEA": TakenFor(
            "IAEA",
            ("uranium", "centrifuge", "nuclear inspector", "nuclear safeguards", "nuclear watchdog"),
            ("international energy agency",),
        ),
    }
)
"""By the short form that is typed."""
