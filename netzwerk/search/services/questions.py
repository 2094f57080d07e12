"""VocabularyBuilder what is asked of the search, so that editors learn what is missing, and nobody learns who asked.

Caseworkers type names of clients. So a question is kept as a keyed hash until three people have asked for the same in one
month; whoever has the database without the key cannot tell what it was. That two askers are different people is known
to a cache only, by keyed hashes of address and question: they link no two questions of a person, and end with the month.
Should the cache forget, the words wait longer; never shorter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from netzwerk.members.folding import fold
from netzwerk.search.models import AskedQuestion
from netzwerk.search.models.questions import AskedQuestionQuerySet
from netzwerk.search.services.question_privacy import storable_text

ENOUGH_ASKERS = 3
MOST_ROWS_A_MONTH = 20_000  # whoever floods the search does not fill the disk
MONTHS_KEPT = 12
FEW = 2  # so many hits are little
DAY, MONTH = timedelta(days=1).total_seconds(), timedelta(days=31).total_seconds()


def memory():
    """A cache of its own: a flood of questions must not push rate limits out of the shared one."""
    return caches["questions"]


def first_of_month(day: date, back: int = 0) -> date:
    """The first day of its month, or of so many months before."""
    months = day.year * 12 + day.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def note_question(text: str, *, found: int, asker: str) -> None:
    """Count a question that found so many things, in all kinds and without filters. `asker` is an address or an account; the
    same one counts once a day."""
    words = storable_text(text)
    if not words:
        return
    today = timezone.localdate()
    digest = digest_of(words, first_of_month(today))
    counted = f"day:{_keyed('day', today.isoformat(), digest, asker)}"
    if memory().get(counted) or not memory().add(counted, True, DAY):
        return
    with transaction.atomic():
        row = _row_of(first_of_month(today), digest)
        if row is None:
            return
        row.times += 1
        row.nothing += found < 1
        row.found = max(found, 0)
        if not row.text and _enough_have_asked(digest, asker):
            row.text = words
        row.save(update_fields=["times", "nothing", "found", "text"])


def digest_of(words: str, month: date) -> str:
    """Of no use in another month, or without the key."""
    return _keyed("question", month.isoformat(), fold(words))


def _keyed(purpose: str, *values: str) -> str:
    return salted_hmac(f"netzwerk.search.{purpose}", "\x1f".join(values), algorithm="sha256").hexdigest()


def _row_of(month: date, digest: str) -> AskedQuestion | None:
    """Locked; None where the month is full."""
    rows = AskedQuestion.objects.select_for_update()
    row = rows.filter(month=month, digest=digest).first()
    if row is None and AskedQuestion.objects.filter(month=month).count() < MOST_ROWS_A_MONTH:
        row, _made = rows.get_or_create(month=month, digest=digest)
    return row


def _enough_have_asked(digest: str, asker: str) -> bool:
    """Whether this asker is the third; remembers the first two. Called while the question's row is locked."""
    key, mine = f"askers:{digest}", _keyed("asker", digest, asker)
    others = memory().get(key, ())
    if mine in others:
        return False
    if len(others) + 1 >= ENOUGH_ASKERS:
        memory().delete(key)
        return True
    memory().set(key, (*others, mine), MONTH)
    return False


@dataclass(frozen=True)
class QuestionStats:
    """A question over the months asked for. `found` is what it found the last time."""

    text: str
    times: int
    nothing: int
    found: int


def most_asked(rows: AskedQuestionQuerySet, most: int = 50) -> list[QuestionStats]:
    """The questions asked most often."""
    return sorted(_merged(rows), key=lambda one: (-one.times, one.text))[:most]


def found_nothing(rows: AskedQuestionQuerySet, most: int = 50) -> list[QuestionStats]:
    """Questions that found nothing or little when they were last asked; those that did so most often first."""
    missing = [one for one in _merged(rows) if one.found <= FEW]
    return sorted(missing, key=lambda one: (-one.nothing, -one.times, one.text))[:most]


def without_words(rows: AskedQuestionQuerySet) -> int:
    """How often something was asked for that too few people have asked for to be kept in words."""
    return sum(rows.filter(text="").values_list("times", flat=True))


def _merged(rows: AskedQuestionQuerySet) -> Iterable[QuestionStats]:
    """One for each question, whatever month and spelling."""
    merged: dict[str, QuestionStats] = {}
    for row in rows.in_words().order_by("month", "pk"):
        before = merged.get(fold(row.text), QuestionStats(row.text, 0, 0, 0))
        merged[fold(row.text)] = QuestionStats(
            row.text, before.times + row.times, before.nothing + row.nothing, row.found
        )
    return merged.values()


def forget_old_questions() -> int:
    """Delete what is older than a year; and once a month is over, all that will never be kept in words any more."""
    this_month = first_of_month(timezone.localdate())
    old = AskedQuestion.objects.filter(month__lt=first_of_month(this_month, MONTHS_KEPT)).delete()[0]
    return old + AskedQuestion.objects.filter(month__lt=this_month, text="").delete()[0]
