"""The index agrees with the database after every change: published, edited, moved, restricted, unpublished, deleted."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django_q.models import OrmQ
from wagtail.models import Page, PageViewRestriction

from netzwerk.members.models import Organisation
from netzwerk.members.roles import OFFICE
from netzwerk.members.services.organisations import end_organisation, ensure_district, set_pilot_site
from netzwerk.portal.models import ContentPage, NewsPage
from netzwerk.portal.services.publishing import publish_scheduled
from netzwerk.search import tasks
from netzwerk.search.corpus import active_analyser
from netzwerk.search.engines.choice import current_engine
from netzwerk.search.models import IndexChange, IndexState
from netzwerk.search.services import checking, indexing, marking
from netzwerk.surfaces import registry
from netzwerk.vocabulary.services import mark_changed
from tests.factories.organisations import organisation, pilot_site
from tests.factories.pages import content_page, news_page
from tests.factories.terms import term

WORD = "Zimtschneckenmolch"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def indexed() -> dict[str, str]:
    return dict(current_engine().stamps())


def close(page: Page, *groups: Group) -> PageViewRestriction:
    kind = PageViewRestriction.GROUPS if groups else PageViewRestriction.LOGIN
    restriction = PageViewRestriction.objects.create(page=Page.objects.get(pk=page.pk), restriction_type=kind)
    restriction.groups.set(groups)
    return restriction


def test_what_is_published_is_found(titles) -> None:
    page = content_page(title=WORD)
    tasks.drain()
    assert titles(WORD) == {page.title}


def test_what_changed_is_found_by_its_new_words_only(titles) -> None:
    page = content_page(title=WORD)
    tasks.drain()
    page.title = "Pfefferkuchenmolch"
    page.save()
    tasks.drain()
    assert titles("Pfefferkuchenmolch") == {page.title}
    assert titles(WORD) == set()


def test_what_is_withdrawn_is_gone_at_once_and_from_the_index_with_the_next_drain(titles) -> None:
    page = content_page(title=WORD)
    tasks.drain()
    page.unpublish()
    assert titles(WORD) == set()
    tasks.drain()
    assert f"seiten:{page.pk}" not in indexed()


def test_a_drain_uses_the_vocabulary_of_the_last_rebuild(titles) -> None:
    """Another process has rebuilt the index a moment ago. Readers may use the old vocabulary for seconds, writers may not."""
    before = active_analyser.current().vocabulary.version
    IndexState.objects.update(version=before + 1)
    assert active_analyser.current().vocabulary.version == before, "cached"
    page = content_page(title=WORD)
    tasks.drain()
    assert active_analyser.current().vocabulary.version == before + 1
    assert titles(WORD) == {page.title}


def test_drafts_are_never_indexed(titles) -> None:
    page = content_page(title=WORD, live=False)
    tasks.drain()
    assert f"seiten:{page.pk}" not in indexed()


def test_deleting_a_page_removes_its_descendants(titles) -> None:
    section = content_page(title="Ein Abschnitt")
    page = content_page(parent=section, title=WORD)
    tasks.drain()
    Page.objects.get(pk=section.pk).delete()
    assert titles(WORD) == set()
    tasks.drain()
    assert {f"seiten:{section.pk}", f"seiten:{page.pk}"}.isdisjoint(indexed())


def test_restricting_a_section_restricts_its_descendants(titles, person) -> None:
    section = content_page(title="Ein Abschnitt")
    page = content_page(parent=section, title=WORD)
    tasks.drain()
    close(section)
    member = person(OFFICE)
    assert titles(WORD) == set()
    tasks.drain()
    assert titles(WORD) == set()
    assert titles(WORD, member) == {page.title}


def test_opening_a_section_opens_its_descendants(titles) -> None:
    section = content_page(title="Ein Abschnitt")
    restriction = close(section)
    page = content_page(parent=section, title=WORD)
    tasks.drain()
    assert titles(WORD) == set()
    restriction.delete()
    tasks.drain()
    assert titles(WORD) == {page.title}


def test_changed_groups_of_a_restriction_change_the_audience(titles, person) -> None:
    page = content_page(title=WORD)
    some, others = Group.objects.create(name="einige"), Group.objects.create(name="andere")
    restriction = close(page, some)
    member = person(OFFICE)
    others.user_set.add(member)
    tasks.drain()
    assert titles(WORD, member) == set()
    restriction.groups.set([others])
    tasks.drain()
    assert titles(WORD, type(member).objects.get(pk=member.pk)) == {page.title}


def test_moving_into_a_restricted_section_restricts_and_updates_the_urls_below(titles, person) -> None:
    closed = content_page(title="Geschlossen")
    close(closed)
    section = content_page(title="Ein Abschnitt")
    page = content_page(parent=section, title=WORD)
    tasks.drain()
    with transaction.atomic():
        Page.objects.get(pk=section.pk).move(Page.objects.get(pk=closed.pk), "last-child")
    assert titles(WORD) == set()
    tasks.drain()
    assert titles(WORD) == set()
    member = person(OFFICE)
    assert titles(WORD, member) == {page.title}
    page.refresh_from_db()
    assert found_url(WORD, member) == page.url
    assert closed.slug in page.url


def found_url(text: str, user) -> str:
    from netzwerk.search.services import searching

    return searching.search(user, text, chosen={}).results[0].url


def test_a_new_slug_updates_the_urls_below(titles) -> None:
    from django.contrib.auth.models import AnonymousUser

    section = content_page(title="Ein Abschnitt")
    content_page(parent=section, title=WORD)
    tasks.drain()
    section = ContentPage.objects.get(pk=section.pk)
    section.slug = "neuer-ort"
    section.save()
    tasks.drain()
    assert "/neuer-ort/" in found_url(WORD, AnonymousUser())


def test_scheduled_publishing_and_expiry_reach_the_index(titles, person) -> None:
    page = content_page(title=WORD)
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save()
    tasks.drain()
    assert titles(WORD) == {page.title}
    assert publish_scheduled() == 1
    assert titles(WORD) == set()
    tasks.drain()
    assert f"seiten:{page.pk}" not in indexed()


def test_news_are_of_the_kind_news_and_not_of_pages(titles) -> None:
    item = news_page(title=WORD)
    tasks.drain()
    assert titles(WORD, art=("aktuelles",)) == {item.title}
    assert titles(WORD, art=("seiten",)) == set()


def test_an_organisation_that_leaves_is_not_found(titles) -> None:
    provider = organisation(name=WORD)
    tasks.drain()
    assert titles(WORD) == {WORD}
    end_organisation(provider, actor=None)
    assert titles(WORD) == set()
    tasks.drain()
    assert f"organisationen:{provider.pk}" not in indexed()


def test_changes_of_related_rows_update_the_organisation(titles) -> None:
    provider = organisation(name="Ein Haus", ags="05124000", kind="city")
    tasks.drain()
    topic = term("Quirlantum", slug="quirlantum")
    provider.topics.add(topic)
    tasks.drain()
    assert titles("Quirlantum") == {"Ein Haus"}
    topic.name = "Wendelorum"
    topic.save()
    mark_changed([topic])
    tasks.drain()
    assert titles("Wendelorum", art=("organisationen",)) == {"Ein Haus"}
    mark_changed([topic])
    topic.delete()
    tasks.drain()
    assert "Ein Haus" not in titles("Wendelorum")
    pilot_site(provider, profile="Wir arbeiten mit Lebkuchenherzen.")
    tasks.drain()
    assert titles("Lebkuchenherzen") == {"Ein Haus"}


def test_a_renamed_district_updates_its_organisations(titles) -> None:
    organisation(name="Ein Haus", kind="town", ags="05999001")
    tasks.drain()
    assert "Ein Haus" not in titles("Wendelorum")
    ensure_district("05999001", "Kreis Wendelorum")
    tasks.drain()
    # Until the next rebuild the spelling correction does not know the word, so the search may find more.
    assert "Ein Haus" in titles("Wendelorum")


def test_a_rolled_back_change_marks_nothing() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        content_page(title=WORD)
        raise RuntimeError
    assert not IndexChange.objects.pending().exists()


def test_a_transaction_queues_one_drain(django_capture_on_commit_callbacks) -> None:
    kind = registry.search_kinds.get("seiten")
    OrmQ.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        marking.mark(kind, [1])
        with transaction.atomic():
            marking.mark(kind, [2])
        marking.mark(kind, [3])
    assert OrmQ.objects.count() == 1


def test_a_drain_is_queued_although_the_savepoint_of_the_first_change_is_rolled_back(
    django_capture_on_commit_callbacks,
) -> None:
    kind = registry.search_kinds.get("seiten")
    with django_capture_on_commit_callbacks() as waiting:
        with pytest.raises(RuntimeError), transaction.atomic():
            marking.mark(kind, [1])
            raise RuntimeError
        marking.mark(kind, [2])
    assert len(waiting) == 1


def test_check_finds_unmarked_changes_and_sweep_repairs_them(titles) -> None:
    missed, changed, lost = (content_page(title=f"{WORD} {name}") for name in ("eins", "zwei", "drei"))
    tasks.drain()
    assert not checking.check().all()
    engine = current_engine()
    engine.write([], [f"seiten:{missed.pk}"])
    ContentPage.objects.filter(pk=changed.pk).update(last_published_at=timezone.now() + timedelta(seconds=1))
    ContentPage.objects.filter(pk=lost.pk).update(live=False)
    found = checking.check()
    assert (found.missing, found.outdated, found.surplus) == (
        {f"seiten:{missed.pk}"},
        {f"seiten:{changed.pk}"},
        {f"seiten:{lost.pk}"},
    )
    checking.sweep()
    assert not checking.check().all()
    assert titles(WORD) == {missed.title, changed.title}
    swept = IndexChange.objects.order_by("-pk")[:3].values_list("object_pk", "changes_doors")
    assert set(swept) == {(missed.pk, False), (changed.pk, False), (lost.pk, True)}


def test_a_page_without_questions_is_not_missed() -> None:
    tasks.drain()
    assert not checking.check().all()


def test_changes_during_a_rebuild_are_in_the_new_index(titles, monkeypatch) -> None:
    """They were drained into the old index, which is deleted."""
    late: list[NewsPage] = []
    real = indexing.entry_of

    def entry_of(raw, analyser):
        if not late:
            late.append(news_page(title=WORD))
            assert tasks.drain() > 0
        return real(raw, analyser)

    monkeypatch.setattr(indexing, "entry_of", entry_of)
    indexing.rebuild()
    assert titles(WORD) == {WORD}
    assert not IndexChange.objects.pending().exists()


def test_a_failed_rebuild_leaves_the_old_index_and_no_files(titles, monkeypatch, index) -> None:
    page = content_page(title=WORD)
    tasks.drain()

    def fail(_draft, _analyser):
        raise RuntimeError

    monkeypatch.setattr(indexing, "entry_of", fail)
    with pytest.raises(RuntimeError):
        indexing.rebuild()
    assert titles(WORD) == {page.title}
    assert len([one for one in index.iterdir() if one.is_dir()]) == 1


def test_a_drain_that_finds_the_lock_held_leaves_its_changes_to_the_holder() -> None:
    content_page(title=WORD)
    with current_engine().lock():
        assert tasks.drain() == 0
    assert tasks.drain() > 0


def test_drained_changes_are_deleted_after_a_day() -> None:
    content_page(title=WORD)
    tasks.drain()
    IndexChange.objects.update(drained_at=timezone.now() - timedelta(days=2))
    checking.sweep()
    assert not IndexChange.objects.exists()


def test_entries_of_an_unregistered_kind_are_removed() -> None:
    from dataclasses import replace

    from netzwerk.search.corpus import active_analyser
    from netzwerk.search.corpus.entries import entries_of

    kind = registry.search_kinds.get("seiten")
    entry = entries_of(kind, kind.rows()[:1], active_analyser.current().analyser)[0]
    current_engine().write([replace(entry, key="alt:7", object="alt:7", kind="alt")], ["alt:7"])
    assert checking.check().surplus == {"alt:7"}
    checking.sweep()
    assert not checking.check().all()


def test_an_ended_pilot_site_and_office_changes_leave_the_index_up_to_date() -> None:
    provider = Organisation.objects.active().first()
    set_pilot_site(
        provider,
        actor=None,
        goal_leave=True,
        payment="joined",
        background="mixed",
        started_on="2025-07-01",
        full_time_posts="2",
    )
    tasks.drain()
    assert not checking.check().all()
