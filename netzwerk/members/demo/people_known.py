"""People who are named on the portal's pages, and some with a history of their own."""

from netzwerk.members.demo.shapes import Person, Stay, Task

# The first person in that position of the organisation: name and function as on the pages.
NAMED = {
    ("stadt-hellenfurt", "lead"): ("Jorin", "Talbach", "Teamleitung"),
    ("kreis-auenrode", "caseworker"): ("Mareike", "Odenbrink", "Fallmanagement"),
    ("kreis-auenrode", "controlling"): ("Emre", "Sandvoort", "Controlling"),
    ("stadt-tannwerder", "planning"): ("Tilo", "Ravensieper", "Sozialplanung"),
    ("soziale-arbeit-niederaue", "coordination"): ("Henrike", "Lohbeck", "Verbandsleitung"),
}

OFFICE = "netzwerk-sozialagenturen"  # has addresses, but is no member of its own network
OFFICE_PEOPLE = (
    Person("Nuran", "Kestel", OFFICE, "office", "Leitung, Mitgliedschaft", 1086, (Task("office", 1086),)),
    Person(
        "Fenja",
        "Wiebrock",
        OFFICE,
        "office",
        "Arbeitskreise, Werkstatttage",
        1010,
        (Task("office", 1010), Task("organiser", 1010)),
    ),
    Person("Levin", "Orthaus", OFFICE, "office", "Redaktion, Vorlagen, Presse", 870, (Task("editor", 870),)),
    Person(
        "Sanja",
        "Tribuk",
        OFFICE,
        "office",
        "Technik und Barrierefreiheit des Portals",
        730,
        (Task("administration", 730),),
    ),
)

# People who belong to no organisation any more; their account stays until they delete it.
GONE = (
    Person(
        "Waltraud",
        "Heckmann",
        "kreis-auenrode",
        "coordination",
        "Leitung Sozialamt bis zum Ruhestand",
        1075,
        gone=Stay("kreis-auenrode", 1075, 310, "left"),
        tasks=(Task("member", 1075, taken=310), Task("coordinator", 1075, taken=310)),
    ),
    Person(
        "Sören",
        "Ihlow",
        "stadt-hellenfurt",
        "caseworker",
        "Fallmanagement",
        790,
        gone=Stay("stadt-hellenfurt", 790, 44, "left"),
        tasks=(Task("member", 790, taken=44), Task("caseworker", 790, taken=44)),
    ),
    Person(
        "Mbali",
        "Radebe",
        "stadt-morlestedt",
        "planning",
        "Sozialplanung",
        610,
        gone=Stay("stadt-morlestedt", 610, 180, "left"),
        tasks=(Task("member", 610, taken=180),),
    ),
    Person(
        "Ortrun",
        "Feddersen",
        "bund-sozialer-dienste",
        "counsel",
        "Referat Beratung",
        930,
        gone=Stay("bund-sozialer-dienste", 930, 400, "left"),
        tasks=(Task("member", 930, taken=400), Task("group_chair", 900, taken=410)),
    ),
)

# (organisation, position, number): where the person was before.
MOVED = {
    ("kreis-quessenburg", "planning", 0): Stay("kreis-auenrode", 1002, 420, "moved"),
    ("stadt-birkenwarth", "coordination", 0): Stay("hilfsgemeinschaft-ost", 895, 605, "moved"),
    ("landesamt-soziales", "controlling", 0): Stay("stadt-koenigslind", 905, 366, "moved"),
    ("bund-sozialer-dienste", "counsel", 4): Stay("hilfsgemeinschaft-ost", 880, 125, "moved"),
}

# Roles with dates, in addition to those of the position.
MORE_TASKS = {
    ("stadt-brakenfels", "caseworker", 1): (Task("team_lead", -7, until=-97),),  # deputy, begins in a week
    ("stadt-hellenfurt", "caseworker", 6): (Task("team_lead", 420, until=239),),  # deputy for half a year
    ("stadt-koenigslind", "benefits", 0): (Task("caseworker", 75, until=-61),),  # parental leave of a colleague
    ("kreis-weidengrund", "benefits", 1): (Task("caseworker", 160, until=-24),),
    ("kreis-auenrode", "planning", 1): (Task("site_controlling", 500, taken=333),),
    ("stadt-lindmuende", "counsel", 0): (Task("caseworker", 330, taken=150),),
    ("stadt-hellenfurt", "planning", 0): (Task("group_chair", 480, until=-250),),
    ("kreis-quessenburg", "controlling", 0): (Task("group_chair", 390, until=-340),),
    ("soziale-arbeit-niederaue", "coordination", 0): (Task("group_chair", 400, until=-330),),
    ("kreis-weidengrund", "coordination", 1): (Task("group_chair", 610, taken=392),),
    ("wohnbruecke-hellenfurt", "counsel", 1): (Task("coordinator", 420, taken=260),),
    ("werkhof-niederaue", "counsel", 0): (Task("trainer", 210, until=-155),),
}
LOCKED = ("stadt-reiherstedt", "benefits", 1)
