"""Names of organisations inside a German sentence: "die Stadt Lindenbrück", "beim Kreis Auenrode", "für Köln".

The article follows from the kind of organisation in the first word of the name; a name without such a word gets none.
"""

DECLINED = {
    "m": {"nominative": "der", "accusative": "den", "dative": "dem"},
    "f": {"nominative": "die", "accusative": "die", "dative": "der"},
    "n": {"nominative": "das", "accusative": "das", "dative": "dem"},
}
CONTRACTED = {
    ("zu", "der"): "zur",
    ("zu", "dem"): "zum",
    ("von", "dem"): "vom",
    ("bei", "dem"): "beim",
    ("in", "dem"): "im",
}
CASE_AFTER = {"für": "accusative", "von": "dative", "zu": "dative", "bei": "dative", "in": "dative"}
# By the ending of a name's first word: "Hansestadt", "Landkreis", "Kreisverband". The longest match decides.
GENDERS = {
    "m": "kreis bezirk verband verbund verein bund dienst träger hof rat",
    "f": (
        "stadt gemeinde region gesellschaft stiftung hochschule universität akademie genossenschaft kolonne werkstatt "
        "kammer agentur stelle hilfe diakonie gemeinschaft beratung initiative caritas"
    ),
    "n": "jobcenter amt land werk institut zentrum haus büro netzwerk ministerium projekt kolleg",
}
ENDINGS = sorted(
    ((ending, gender) for gender, endings in GENDERS.items() for ending in endings.split()),
    key=lambda one: -len(one[0]),
)


def article(name: str, case: str) -> str:
    """ "die", "dem" and so on, "" for a name without an article."""
    first, _, rest = name.strip().partition(" ")
    if not rest:
        return ""  # "Werkhof", "Caritas": a proper name
    word = first.lower()
    gender = next((gender for ending, gender in ENDINGS if word.endswith(ending)), None)
    return DECLINED[gender][case] if gender else ""


def with_article(name: str, case: str = "nominative") -> str:
    return f"{article(name, case)} {name}".strip()


def with_preposition(preposition: str, name: str) -> str:
    """ "zur Stadt Lindenbrück", "beim Kreis Auenrode", "für die Gemeinde Testhausen", "in Köln"."""
    found = article(name, CASE_AFTER[preposition])
    if contracted := CONTRACTED.get((preposition, found)):
        return f"{contracted} {name}"
    return " ".join(filter(None, (preposition, found, name)))
