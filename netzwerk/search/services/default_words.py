"""Words of German social work in municipalities, with which a new installation begins. Editors maintain them from then on.

A group holds only what means the same: Hilfeplan, Gesamtplan and Teilhabeplan are three different things, as are Obdach and
Heim. Most parts of compounds are learned from the texts; listed are only those that are too short or too rare there.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import transaction
from django.db.models import Model

from netzwerk.search.models import CompoundWord, DeliveredWord, EverydayWord, SynonymGroup
from netzwerk.search.models.words import expressions_in
from netzwerk.surfaces.locks import lock_setup
from netzwerk.texts.folding import fold

EVERYDAY_WORDS = Path(__file__).parent.parent / "everyday_words.txt"

DEFAULT_SYNONYMS = (
    # Casework
    "Fallmanagement, Case Management, CM, Fallsteuerung",
    "Fallmanager, Fallmanagerin, Case Manager, Case Managerin",
    "Falleinschätzung, Assessment, Anamnese",
    "Erstgespräch, Erstkontakt, Erstberatung, Intake",
    "Hilfeplangespräch, HPG",
    "Kooperationsplan, Eingliederungsvereinbarung, EGV",
    "Schweigepflichtentbindung, Schweigepflichtsentbindung, Entbindung von der Schweigepflicht",
    "Einwilligung, Einverständniserklärung",
    "Fallzahl, Fallbelastung, Fallschlüssel, Betreuungsschlüssel, Fälle je Stelle",
    "Zielerreichungsskala, Goal Attainment Scaling, GAS",
    "Netzwerkkarte, Ecomap",
    "Hausbesuch, aufsuchende Arbeit, aufsuchende Beratung",
    "Wiedervorlage, WV",
    "Rückstand, Rückstände, Bearbeitungsstau",
    "Vertretung, Vertretungsregelung",
    "Löschfrist, Aufbewahrungsfrist, Speicherdauer",
    # Benefits and their laws
    "Bürgergeld, Grundsicherung für Arbeitsuchende, Grundsicherungsgeld, SGB II, Hartz IV, Arbeitslosengeld II, ALG II",
    "Sozialhilfe, SGB XII",
    "Bundessozialhilfegesetz, BSHG",
    "Hilfe zum Lebensunterhalt, HzL, HLU",
    "Grundsicherung im Alter, Grundsicherung im Alter und bei Erwerbsminderung, GruSi, 4. Kapitel SGB XII",
    "Nichtinanspruchnahme, Dunkelziffer, verdeckte Armut",
    "Kosten der Unterkunft, KdU, Unterkunftskosten, Kosten für Unterkunft und Heizung",
    "Bildung und Teilhabe, BuT, Bildungspaket",
    "Wohngeld, Mietzuschuss, Lastenzuschuss",
    "Unterhaltsvorschuss, Unterhaltsvorschussgesetz, UVG",
    "Asylbewerberleistungsgesetz, AsylbLG",
    "Haushaltshilfe, hauswirtschaftliche Hilfe",
    # Disability
    "Eingliederungshilfe, EGH",
    "Schulbegleitung, Schulassistenz, Integrationshelfer, Integrationshelferin, I-Helfer",
    "Bundesteilhabegesetz, BTHG",
    "Werkstatt für behinderte Menschen, Werkstatt für Menschen mit Behinderung, WfbM, Behindertenwerkstatt",
    "Ergänzende unabhängige Teilhabeberatung, EUTB",
    "Menschen mit Behinderung, Menschen mit Behinderungen, behinderte Menschen",
    "Rechtliche Betreuung, gesetzliche Betreuung",
    # Children, youth, families
    "Kinder- und Jugendhilfe, Jugendhilfe, SGB VIII, KJHG",
    "Hilfen zur Erziehung, HzE, erzieherische Hilfen",
    "Sozialpädagogische Familienhilfe, SPFH",
    "Kindeswohlgefährdung, KWG, § 8a SGB VIII, Gefahr für ein Kind, Gefährdung eines Kindes",
    "Unbegleitete minderjährige Ausländer, UMA, unbegleitete minderjährige Flüchtlinge, UMF",
    "Kita, Kindertagesstätte, Kindertageseinrichtung, Kindergarten",
    "Alleinerziehende, Ein-Eltern-Familie, Einelternfamilie",
    # Housing, debts, addiction
    "Obdachlosigkeit, Wohnungslosigkeit, Wohnungsnot, Wohnungsnotfall",
    "Obdachlose, Wohnungslose, wohnungslose Menschen",
    "Wohnungslosenhilfe, Wohnungsnotfallhilfe, Obdachlosenhilfe",
    "Wohnungssicherung, Wohnraumsicherung, Fachstelle Wohnen",
    "Räumungsklage, Räumung, Zwangsräumung",
    "Mietschulden, Mietrückstand, Mietrückstände",
    "Schuldnerberatung, Schuldenberatung",
    "Suchtberatung, Suchthilfe, Drogenberatung",
    "Suizid, Selbsttötung, Selbstmord",
    # Migration
    "Geflüchtete, Flüchtlinge, geflüchtete Menschen",
    "Gemeinschaftsunterkunft, Sammelunterkunft, Flüchtlingsunterkunft",
    "Asylsuchende, Asylbewerber, Asylbewerberinnen",
    "Sprachmittlung, Sprachmittler, Dolmetschen, Dolmetscher, Übersetzer",
    "Migrationsberatung, MBE",
    # Offices and providers
    "Jobcenter, ARGE",
    "Agentur für Arbeit, Arbeitsagentur, Arbeitsamt",
    "Optionskommune, zugelassener kommunaler Träger, zkT",
    "Allgemeiner Sozialer Dienst, Allgemeiner Sozialdienst, ASD, Kommunaler Sozialer Dienst, Bezirkssozialdienst",
    "Sozialpsychiatrischer Dienst, SpDi",
    "Arbeiterwohlfahrt, AWO",
    "Deutsches Rotes Kreuz, DRK",
    "Paritätischer Wohlfahrtsverband, Der Paritätische, DPWV",
    # The town and its people
    "Quartiersmanagement, Stadtteilmanagement, Quartiersarbeit, Stadtteilarbeit",
    "Quartiersmanager, Quartiersmanagerin, Stadtteilmanager, Stadtteilmanagerin",
    "Gemeinwesenarbeit, GWA",
    "Ehrenamt, freiwilliges Engagement, bürgerschaftliches Engagement, Freiwilligenarbeit",
    "Ehrenamtliche, Freiwillige",
    "Seniorinnen, Senioren, ältere Menschen, alte Menschen, alte Leute, Rentner, Rentnerin",
    "Erwerbslosigkeit, Arbeitslosigkeit",
    # Work in the network
    "Arbeitskreis, AK, Arbeitsgruppe",
    "Netzwerktreffen, Vernetzungstreffen, runder Tisch",
    "Werkstatt, Workshop",
    "Fortbildung, Weiterbildung, Schulung, Qualifizierung",
    "Unterrichtseinheit, Unterrichtsstunde, UE",
    "Gute Praxis, Good Practice, Best Practice",
    "Kollegiale Beratung, kollegiale Fallberatung, Intervision",
    "Einarbeitung, Onboarding",
    "Mitarbeitende, Mitarbeiter, Mitarbeiterin, Beschäftigte",
    "Vorlage, Muster, Vordruck",
    "Tagesordnung, Agenda",
    "Datenschutzbeauftragte, DSB",
    "Vergleichsring, Benchmarking, Kennzahlenvergleich, interkommunaler Vergleich",
    "Kennzahl, Indikator",
    "Datenschutz, DSGVO, DS-GVO, Datenschutz-Grundverordnung",
    "Leichte Sprache, einfache Sprache, verständliche Sprache",
    "Gebärdensprache, Deutsche Gebärdensprache, DGS, gehörlos",
    # Words of people who do not work in the field
    "Mitglied werden, Mitgliedschaft, beitreten, Beitritt",
    "Einzelperson, Privatperson, einzelne Personen",
    "Anschrift, Adresse",
    "Sprechzeit, Öffnungszeiten, Erreichbarkeit",
    "Telefon, telefonisch, telefonieren, anrufen, Telefonnummer, Rufnummer",
    "Internetseite, Webseite, Website, Homepage",
    "Drucken, ausdrucken",
    "Passwort, Kennwort",
    "Kosten, kostet, Gebühr",
    "Finanzierung, finanzieren, bezahlen, bezahlt",
    "Misslungen, gescheitert, fehlgeschlagen, schiefgegangen",
)

DEFAULT_PARTS = """
Amt Rat Not Ehe Tag Ort Tod Hof Bau Job Alt
Wohn Miet Heiz Schul Sprach Lern Lehr Fahr Melde Förder Straf Pflege Leit Merk
Schuldner Entbindung
Kita Hort Heim Obdach Asyl Sucht Schuld Treff Lotse Lotsin Pate Patin Tafel Vormund Mündel Waise Witwe
Beirat Bescheid Antrag Zuschuss Darlehen Pfändung Insolvenz Unterhalt Regress Bedarf Ermessen Widerspruch
Quartier Stadtteil Viertel Gemeinwesen Ehrenamt Teilhabe Inklusion Wohlfahrt Fürsorge
Anamnese Hilfeplan Lebenslage Kennzahl Leistung Träger
"""

DEFAULT_SPLITS = ("Hilfe|plan|gespräch", "Kindes|wohl|gefährdung", "Bürger|geld", "Kinder|garten", "Vor|mund|schaft")


def ensure_synonyms() -> None:
    """Fill the table if it is empty."""
    _fill(SynonymGroup, (SynonymGroup(words=words) for words in DEFAULT_SYNONYMS))


def ensure_compound_words() -> None:
    """Fill the table if it is empty."""
    _fill(CompoundWord, (CompoundWord(marked=marked) for marked in (*DEFAULT_PARTS.split(), *DEFAULT_SPLITS)))


@transaction.atomic
def _fill(model: type[Model], rows: Iterable[Model]) -> None:
    lock_setup()
    if not model.objects.exists():
        for row in rows:
            row.full_clean()
            row.save()


def default_everyday_words() -> Iterator[EverydayWord]:
    """The shipped list."""
    for line in EVERYDAY_WORDS.read_text().splitlines():
        if line and not line.startswith("#"):
            words, _colon, terms = line.partition(":")
            yield EverydayWord(words="\n".join(expressions_in(words)), terms="\n".join(expressions_in(terms)))


@transaction.atomic
def ensure_everyday_words() -> None:
    """Insert the entries of the shipped list that were never inserted before, unless editors have one of their words already.

    So a longer list reaches existing installations, and what editors changed or deleted stays as they left it.
    """
    lock_setup()
    delivered = set(DeliveredWord.objects.values_list("key", flat=True))
    fresh = [one for one in default_everyday_words() if fold(one.typed[0]) not in delivered]
    if not fresh:
        return
    existing = {fold(word) for one in EverydayWord.objects.all() for word in one.typed}
    DeliveredWord.objects.bulk_create([DeliveredWord(key=fold(one.typed[0])) for one in fresh])
    EverydayWord.objects.bulk_create([one for one in fresh if existing.isdisjoint(map(fold, one.typed))])
