"""A form of the admin that is sent twice at once, by a double click or by two people: no server error for the second."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, models, transaction
from django.forms.models import BaseModelForm
from django.test import Client, RequestFactory
from django.urls import ResolverMatch, reverse
from wagtail.contrib.redirects.models import Redirect

from knowledge.models import GlossaryEntry
from netzwerk.hours.models import Category, CountingRule
from netzwerk.members.roles import EDITOR, OFFICE
from netzwerk.portal.middleware import InvalidValuesMiddleware
from netzwerk.search.models import CompoundWord
from netzwerk.surfaces.registry import TOPICS
from netzwerk.vocabulary.models import Term
from tests.browsing import form_in, send, values_in

pytestmark = pytest.mark.django_db

FORMS = {
    "glossary": (EDITOR, GlossaryEntry, {"term": "Doppelt", "slug": "doppelt", "short": "Ein Satz."}),
    "compound": (EDITOR, CompoundWord, {"marked": "Doppel|klick|wort"}),
    "category": (OFFICE, Category, {"key": "doppelt", "label": "Doppelt", "position": "7"}),
    "rule": (
        OFFICE,
        CountingRule,
        {"name": "Doppelt", "valid_from": "1.1.2031", "minutes_per_unit": "45", "rounding": "per_date"},
    ),
    "term": (OFFICE, Term, {"name": "Doppelt", "slug": "doppelt", "vocabulary": TOPICS, "position": "1"}),
}


def address_of(model: type[models.Model]) -> str:
    return reverse(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:add")


@pytest.fixture
def the_other_saves_after_the_check(monkeypatch) -> Callable[[type[models.Model]], None]:
    """Between the check of the form and its saving, the same is saved by another request."""

    def arrange(model: type[models.Model]) -> None:
        check = BaseModelForm._post_clean

        def check_and_be_overtaken(form: BaseModelForm) -> None:
            check(form)
            if isinstance(form.instance, model) and not form.errors:
                values = {one.attname: getattr(form.instance, one.attname) for one in model._meta.concrete_fields}
                other = model(**values)
                if isinstance(other, CompoundWord):
                    other.full_clean()
                models.Model.save(other)

        monkeypatch.setattr(BaseModelForm, "_post_clean", check_and_be_overtaken)

    return arrange


@pytest.mark.parametrize("name", FORMS)
def test_the_second_of_two_learns_that_it_is_there_already(
    name: str, settings, person, login, the_other_saves_after_the_check
) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.hostile.SavepointMiddleware"]
    role, model, typed = FORMS[name]
    client: Client = login(person(role))
    client.raise_request_exception = False
    url = address_of(model)
    form = form_in(client.get(url).content.decode(), having=next(iter(typed)))
    the_other_saves_after_the_check(model)
    answer = send(client, url, values_in(form) | {key: [value] for key, value in typed.items()})
    if model is Term:  # its service checks again under a lock, so the form stays
        assert answer.status_code == 200
        assert answer.context["form"].errors
    else:
        assert answer.status_code == 409
        assert "inzwischen schon gespeichert" in answer.content.decode()


def test_a_row_without_a_required_value_stays_a_server_error() -> None:
    """Only a value that somebody else has taken is about the request."""
    request = RequestFactory().post("/", {"x": "1"})
    request.resolver_match = ResolverMatch(lambda request: None, (), {})
    try:
        with transaction.atomic():
            Redirect.objects.create(old_path=None)
    except IntegrityError as error:
        assert InvalidValuesMiddleware(lambda request: None).process_exception(request, error) is None
    else:
        pytest.fail("a redirect without a path was saved")
