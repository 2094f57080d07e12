"""Places of the demo, in the invented Land."""

from collections.abc import Callable

from netzwerk.calendar.services.venues import create_venue
from netzwerk.members.models import District

YES, PARTLY, NO = "yes", "partly", "no"
VENUES = (
    {
        "name": "Haus am Markt",
        "street": "Marktplatz 3",
        "postcode": "00000",
        "place": "Lindenbrück",
        "district": "99151",
        "way": "Bus 2 und 5 bis Marktplatz, der Eingang liegt neben der Bücherei. Parkhaus Lindwiese, fünf Minuten zu Fuß.",
        "step_free": YES,
        "lift": YES,
        "toilet": YES,
        "parking": YES,
        "hearing": PARTLY,
        "accessibility": "Eine Anlage für Hörgeräte gibt es nur im großen Saal. Der Raum 2 im Erdgeschoss ist ruhig.",
    },
    {
        "name": "Stadthaus",
        "street": "Furtstraße 12",
        "postcode": "00410",
        "place": "Hellenfurt",
        "district": "99111",
        "way": "Vom Hauptbahnhof zehn Minuten zu Fuß, die Helle entlang. Der barrierefreie Eingang ist an der Rückseite.",
        "step_free": PARTLY,
        "lift": YES,
        "toilet": YES,
        "parking": NO,
        "accessibility": "Zum Haupteingang führen vier Stufen; die Rampe an der Rückseite öffnet die Pforte nach dem Klingeln.",
    },
    {
        "name": "Alte Druckerei",
        "street": "Setzergasse 1",
        "postcode": "00110",
        "place": "Königslind",
        "district": "99112",
        "way": "Straßenbahn 4 bis Setzergasse. Vor dem Haus gibt es keine Parkplätze.",
        "step_free": YES,
        "toilet": YES,
        "parking": PARTLY,
        "guidance": YES,
        "accessibility": "Ein Parkplatz im Hof lässt sich vorher anmelden.",
    },
    {
        "name": "Akademie Quessetal",
        "street": "Am Weinberg 20",
        "postcode": "00610",
        "place": "Quessenburg",
        "district": "99252",
        "way": "Rufbus ab Bahnhof Quessenburg. Übernachtung im Haus ist möglich.",
        "step_free": YES,
        "lift": NO,
        "toilet": YES,
        "parking": YES,
        "accessibility": "Die Seminarräume liegen im Erdgeschoss, die Zimmer im ersten Stock nur über eine Treppe.",
    },
)


def build(say: Callable[[str], None]) -> None:
    districts = District.objects.in_bulk()
    for values in VENUES:
        create_venue(actor=None, **{**values, "district": districts.get(values["district"])})
    say(f"{len(VENUES)} Veranstaltungsorte")
