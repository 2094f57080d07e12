"""Two hosts that set up or start at the same moment: what they check for and then create is there once."""

from collections.abc import Callable

import pytest
from django.db import models
from django_q.models import Schedule

from netzwerk.hours.models import Category, CountingRule
from netzwerk.hours.services.setting_up import ensure_rules
from netzwerk.search.models import DeliveredWord, EverydayWord
from netzwerk.search.services.default_words import ensure_everyday_words
from netzwerk.surfaces.management.commands.worker import reset_schedule
from tests.conftest import rounds
from tests.racing import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.soak]

HOSTS = 4
Step = tuple[Callable[[], None], type[models.Model], list[type[models.Model]]]
STEPS: dict[str, Step] = {
    "everyday words": (ensure_everyday_words, EverydayWord, [EverydayWord, DeliveredWord]),
    "rules of counting": (ensure_rules, CountingRule, [CountingRule, Category]),
    "schedule": (reset_schedule, Schedule, [Schedule]),
}


def rows_after(step: Step, *, at_a_time: int) -> int:
    ensure, model, emptied = step
    for one in emptied:
        one.objects.all().delete()
    assert at_once(*[ensure] * at_a_time) == []
    return model.objects.count()


@pytest.mark.parametrize("name", STEPS)
def test_a_step_that_runs_at_once_on_several_hosts_creates_its_rows_once(name: str) -> None:
    alone = rows_after(STEPS[name], at_a_time=1)
    assert alone > 0
    for _round in range(rounds(3)):
        assert rows_after(STEPS[name], at_a_time=HOSTS) == alone
