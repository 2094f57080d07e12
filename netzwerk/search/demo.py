"""The demo's index, and questions of this and the last month for the editors' statistics."""

from collections.abc import Callable

from django.utils import timezone

from netzwerk.search.models import AskedQuestion
from netzwerk.search.services import indexing
from netzwerk.search.services.questions import digest_of, first_of_month

# Text, times this month and last month, times without results, last number of results
ASKED = (
    ("fallmanagement", 41, 38, 0, 23),
    ("schuldnerberatung", 27, 31, 0, 9),
    ("kosten der unterkunft", 22, 12, 0, 6),
    ("hilfeplan muster", 19, 14, 0, 8),
    ("arbeitskreis termine", 17, 21, 0, 11),
    ("ansprechpartner jobcenter", 12, 9, 0, 7),
    ("§ 67 sgb xii", 9, 4, 0, 3),
    ("schweigepflicht vorlage", 8, 6, 0, 5),
    ("praxisbericht wohnungslosigkeit", 6, 8, 0, 4),
    ("lehrgang case management lindenbrück", 5, 0, 0, 12),
    ("wohnbeirat", 14, 9, 23, 0),
    ("quartiersmanager", 11, 6, 17, 0),
    ("haushaltshilfe antrag", 7, 5, 12, 0),
    ("bufdi", 4, 0, 4, 0),
    ("schulbegleitung", 4, 3, 2, 1),
    ("clearingstelle", 0, 5, 5, 0),
)
WITHOUT_WORDS = 37  # questions of one or two people


def ask_questions(say: Callable[[str], None]) -> None:
    this_month, last_month = first_of_month(timezone.localdate()), first_of_month(timezone.localdate(), 1)
    rows = []
    for text, now, before, nothing, found in ASKED:
        of_now = min(nothing, now)
        for month, times, missed in ((this_month, now, of_now), (last_month, before, nothing - of_now)):
            if times:
                digest = digest_of(text, month)
                rows.append(
                    AskedQuestion(month=month, digest=digest, text=text, times=times, nothing=missed, found=found)
                )
    rows += [
        AskedQuestion(month=this_month, digest=digest_of(f"frage {number}", this_month), times=1 + number % 2, found=3)
        for number in range(WITHOUT_WORDS)
    ]
    AskedQuestion.objects.bulk_create(rows)
    say(f"{len(rows)} Fragen an die Suche")


def build_index(say: Callable[[str], None]) -> None:
    say(f"Suche: {indexing.rebuild()} Einträge")
