"""Statistics of the questions to the search: editors see what is missing, and nobody sees who asked.

Caseworkers type names of clients. So a question is stored as a keyed hash until three people have asked the same in one month;
without the key, the database does not reveal it. Askers are distinguished in a cache only, by keyed hashes of address and
question, which do not link the questions of a person and expire after a month. If the cache loses them, a question becomes
readable later, never earlier.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from netzwerk.search.models import AskedQuestion
from netzwerk.search.models.questions import AskedQuestionQuerySet
from netzwerk.search.services.question_privacy import storable_text
from netzwerk.texts.folding import fold

ENOUGH_ASKERS = 3
MOST_ROWS_A_MONTH = 20_000  # so that a flood of questions does not fill the disk
RETENTION_MONTHS = 12
FEW = 2  # hits
DAY, MONTH = timedelta(days=1).total_seconds(), timedelta(days=31).total_seconds()


def askers_cache():
    """A separate cache: a flood of questions must not evict rate limits from the shared one."""
    return caches["questions"]


def first_of_month(day: date, back: int = 0) -> date:
    """The first day of the month, or of the month `back` months before."""
    months = day.year * 12 + day.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def note_question(text: str, *, found: int, asker: str) -> None:
    """Count a question, once per asker and day. `found`: its number of results in all kinds without filters; `asker`: an
    address or an account."""
    words = storable_text(text)
    if not words:
        return
    today = timezone.localdate()
    digest = digest_of(words, first_of_month(today))
    counted = f"day:{_keyed('day', today.isoformat(), digest, asker)}"
    if askers_cache().get(counted) or not askers_cache().add(counted, True, DAY):
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
    """A keyed hash that differs in every month."""
    return _keyed("question", month.isoformat(), fold(words))


def _keyed(purpose: str, *values: str) -> str:
    return salted_hmac(f"netzwerk.search.{purpose}", "\x1f".join(values), algorithm="sha256").hexdigest()


def _row_of(month: date, digest: str) -> AskedQuestion | None:
    """The locked row; None if the month has too many."""
    rows = AskedQuestion.objects.select_for_update()
    row = rows.filter(month=month, digest=digest).first()
    if row is None and AskedQuestion.objects.filter(month=month).count() < MOST_ROWS_A_MONTH:
        row, _made = rows.get_or_create(month=month, digest=digest)
    return row


def _enough_have_asked(digest: str, asker: str) -> bool:
    """Whether this asker is the third; caches the first two. The caller has locked the question's row."""
    cache, key, mine = askers_cache(), f"askers:{digest}", _keyed("asker", digest, asker)
    others = cache.get(key, ())
    if mine in others:
        return False
    if len(others) + 1 >= ENOUGH_ASKERS:
        cache.delete(key)
        return True
    cache.set(key, (*others, mine), MONTH)
    return False


@dataclass(frozen=True)
class QuestionStats:
    """A question over several months; `found` is its last number of results."""

    text: str
    times: int
    nothing: int
    found: int


def most_asked(rows: AskedQuestionQuerySet, most: int = 50) -> list[QuestionStats]:
    """The most frequent questions."""
    return sorted(_merged(rows), key=lambda one: (-one.times, one.text))[:most]


def found_nothing(rows: AskedQuestionQuerySet, most: int = 50) -> list[QuestionStats]:
    """Questions with at most FEW results the last time; those without results most often first."""
    missing = [one for one in _merged(rows) if one.found <= FEW]
    return sorted(missing, key=lambda one: (-one.nothing, -one.times, one.text))[:most]


def without_words(rows: AskedQuestionQuerySet) -> int:
    """How often questions were asked whose text is not stored, because too few people asked them."""
    return sum(rows.filter(text="").values_list("times", flat=True))


def _merged(rows: AskedQuestionQuerySet) -> Iterable[QuestionStats]:
    """One per question, over months and spellings."""
    merged: dict[str, QuestionStats] = {}
    for row in rows.in_words().order_by("month", "pk"):
        before = merged.get(fold(row.text), QuestionStats(row.text, 0, 0, 0))
        merged[fold(row.text)] = QuestionStats(
            row.text, before.times + row.times, before.nothing + row.nothing, row.found
        )
    return merged.values()


def forget_old_questions() -> int:
    """Delete questions older than a year, and those of past months whose text was never stored; returns how many."""
    this_month = first_of_month(timezone.localdate())
    old = AskedQuestion.objects.filter(month__lt=first_of_month(this_month, RETENTION_MONTHS)).delete()[0]
    return old + AskedQuestion.objects.filter(month__lt=this_month, text="").delete()[0]
