"""Whatever uses terms follows when they are merged, and proposals wait for the office."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from netzwerk.members.models import Organisation, User
from netzwerk.members.roles import EDITOR, MEMBER, OFFICE
from netzwerk.members.services.term_uses import announce_people
from netzwerk.portal.models import NewsPage
from netzwerk.search.models import IndexChange
from netzwerk.surfaces import registry
from netzwerk.vocabulary import services
from netzwerk.vocabulary.errors import VocabularyError
from netzwerk.vocabulary.models import FormerTerm, Term
from tests.factories.organisations import organisation
from tests.factories.pages import news_page
from tests.factories.people import PersonFactory
from tests.factories.reports import practice_report
from tests.factories.terms import term

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(person) -> User:
    return person(OFFICE)


def test_every_field_with_terms_is_registered() -> None:
    """A field that nobody registers would lose its rows when a term is merged."""
    fields = {
        f"{relation.related_model._meta.label}.{relation.field.name}"
        for relation in Term._meta.get_fields(include_hidden=True)
        if relation.auto_created and relation.many_to_many
    }
    assert fields == {use.key for use in registry.term_uses}


def test_a_merge_moves_reports_organisations_people_and_news(office) -> None:
    gone, stays = term("Obdach"), term("Wohnungssuche")
    report, both = practice_report(terms={"themenfeld": [gone]}), practice_report(terms={"themenfeld": [gone, stays]})
    home, human, news = organisation(), PersonFactory.create(), news_page()
    for one in (home, human):
        one.topics.add(gone)
    news.topics.set([gone])
    news.save()
    IndexChange.objects.all().delete()
    assert dict(services.merge_impact(gone)) == {
        "Praxisberichte": 2,
        "Organisation": 1,
        "Mensch": 1,
        "Nachricht": 1,
    }
    assert services.merge_term(gone, into=stays, actor=office) == 5
    for model, pk in ((type(report), report.pk), (Organisation, home.pk), (User, human.pk), (NewsPage, news.pk)):
        assert list(model.objects.get(pk=pk).topics.all()) == [stays], model
    assert list(type(both).objects.get(pk=both.pk).topics.all()) == [stays]
    marked = set(IndexChange.objects.values_list("kind", "object_pk"))
    assert {("praxis", report.pk), ("praxis", both.pk), ("organisationen", home.pk)} <= marked


def test_an_editor_proposes_and_the_office_accepts(person, login, office) -> None:
    editor = person(EDITOR)
    page = login(editor)
    added = {
        "vocabulary": registry.TOPICS,
        "name": "Kältehilfe",
        "slug": "",
        "explanation": "",
        "position": "0",
    }
    answer = page.post(reverse("wagtailsnippets_vocabulary_term:add"), added)
    assert answer.status_code == 302, answer.context["form"].errors
    proposed = Term.objects.get(name="Kältehilfe")
    assert (proposed.is_proposed, proposed.slug) == (True, "kaeltehilfe")
    edit = reverse("wagtailsnippets_vocabulary_term:edit", args=[proposed.pk])
    assert page.get(edit).status_code == 302  # Wagtail sends those without the permission back
    assert page.get(reverse("vocabulary_merge_term", args=[proposed.pk])).status_code in (302, 403)
    with pytest.raises(PermissionDenied):
        services.save_term(proposed, actor=editor)
    offered = login(person(MEMBER)).get("/konto/profil/").context["form"].fields["topics"].queryset
    assert proposed not in offered
    desk = login(office)
    assert "vorgeschlagener Begriff" in desk.get("/geschaeftsstelle/").content.decode()
    answer = desk.post(edit, added | {"slug": "kaeltehilfe"})
    assert answer.status_code == 302
    proposed.refresh_from_db()
    assert not proposed.is_proposed
    assert proposed in offered.all()


def test_a_chosen_term_that_is_proposed_again_is_not_lost_from_a_profile(person, login) -> None:
    user = person(MEMBER)
    chosen = term("Obdach")
    user.topics.add(chosen)
    Term.objects.filter(pk=chosen.pk).update(is_proposed=True)
    assert chosen in login(user).get("/konto/profil/").context["form"].fields["topics"].queryset


def test_the_profile_offers_topics_as_a_tree(person, login) -> None:
    broad = term("Obst")
    narrow = term("Steinobst", parent=broad)
    form = login(person(MEMBER)).get("/konto/profil/").context["form"]
    values = [(choice.data["value"].value, choice.data["level"]) for choice in form["topics"]]
    at = values.index((broad.pk, 0))
    assert values[at + 1] == (narrow.pk, 1)


def test_the_directory_finds_narrower_topics_and_follows_former_slugs(office) -> None:
    broad = term("Obst", slug="obst")
    narrow = term("Steinobst", slug="steinobst", parent=broad)
    home, other = organisation(), organisation()
    home.topics.add(narrow)
    other.topics.add(broad, narrow)
    page = Client().get("/organisationen/?thema=obst").context
    assert {one.pk for one in page["page_obj"]} == {home.pk, other.pk}
    counts = {one.value: one.count for facet in page["facets"] if facet.name == "thema" for one in facet.options}
    assert (counts["obst"], counts["steinobst"]) == (2, 2)
    narrow.slug = "pflaumen"
    services.save_term(narrow, actor=office)
    answer = Client().get("/organisationen/?thema=steinobst&art=city")
    assert (answer.status_code, answer.url) == (302, "/organisationen/?thema=pflaumen&art=city")


def test_a_proposal_does_not_take_over_the_links_of_another_term(person, office) -> None:
    old, target = term("Alt", slug="alt"), term("Ziel", slug="ziel")
    services.merge_term(old, into=target, actor=office)
    with pytest.raises(VocabularyError, match="Ziel"):
        services.save_term(Term(vocabulary=registry.TOPICS, name="Alt", slug="alt"), actor=person(EDITOR))
    assert Client().get("/themen/alt/").url == "/themen/ziel/"


def test_drafts_find_the_successor_of_a_merged_term_whose_slug_is_used_again(office) -> None:
    old, target = term("Alt", slug="alt"), term("Ziel", slug="ziel")
    old_pk = old.pk
    services.merge_term(old, into=target, actor=office)
    services.save_term(Term(vocabulary=registry.TOPICS, name="Alt", slug="alt"), actor=office)
    assert FormerTerm.objects.merged() == {old_pk: target.pk}


def test_a_merge_overwrites_nothing_of_a_person(office) -> None:
    """The search is told without saving the person, who may be changing the profile at the same time."""
    gone, stays = term("Obdach"), term("Wohnungssuche")
    human = PersonFactory.create(last_name="Vorher")
    human.topics.add(gone)
    stale = User.objects.get(pk=human.pk)
    User.objects.filter(pk=human.pk).update(folded="nachher")
    announce_people(User.objects.filter(pk=stale.pk))
    services.merge_term(gone, into=stays, actor=office)
    assert User.objects.get(pk=human.pk).folded == "nachher"
