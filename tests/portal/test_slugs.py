"""New slugs are spelled out, existing slugs stay."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page

from knowledge.models import PracticeReport
from netzwerk.members.roles import EDITOR
from netzwerk.portal.models import ContentPage, NewsIndexPage, NewsPage, PortalPage, StartPage
from netzwerk.texts.cleaning import address_part, file_name, spelled_out
from tests.factories.pages import content_page

TYPES = [model for model in apps.get_models() if issubclass(model, PortalPage) and model is not PortalPage]


def leave_title_and_slug(form) -> None:
    """Validate these two fields only."""
    for name in set(form.fields) - {"title", "slug"}:
        del form.fields[name]
    form.is_valid()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Größere Übersicht der Ämter", "groessere-uebersicht-der-aemter"),
        ("Gro\u0308ße", "groesse"),
        ("STRAẞE", "strasse"),
        ("Café, Łódź & Ægir", "cafe-lodz-aegir"),
        ("½ Jahr und/oder 50 %", "1-2-jahr-und-oder-50"),
        ("…", ""),
    ],
)
def test_umlauts_are_spelled_out_and_other_letters_lose_their_accents(text: str, address: str) -> None:
    assert address_part(text) == address
    assert spelled_out(text).isascii()


def test_the_name_of_a_file_fits_into_every_file_system() -> None:
    assert len(file_name("ß€😀" * 200).encode()) <= 200


@pytest.mark.django_db
@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_an_address_that_somebody_types_is_spelled_out_for_each_type_of_page(model: type[PortalPage], person) -> None:
    form_class = model.get_edit_handler().get_form_class()
    data = {"title": "Größe", "slug": "größe-und-café"}
    form = form_class(data, instance=model(), parent_page=StartPage.objects.get(), for_user=person(EDITOR))
    if "slug" not in form.fields:  # the start page has none
        return
    leave_title_and_slug(form)
    assert form.cleaned_data["slug"] == "groesse-und-cafe"
    assert 'data-w-slug-formatters-value="[[' in str(form["slug"])
    assert "allow-unicode" not in str(form["slug"])


@pytest.mark.django_db
@pytest.mark.parametrize("model", [ContentPage, NewsPage, PracticeReport], ids=lambda model: model.__name__)
def test_an_address_made_from_the_title_is_spelled_out(model: type[PortalPage]) -> None:
    parent = NewsIndexPage.objects.get() if model is NewsPage else StartPage.objects.get()
    slugs = []
    for _time in range(2):
        page = model(title="Prüfen, größer", live=False)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        slugs.append(page.slug)
    assert slugs == ["pruefen-groesser", "pruefen-groesser-2"]


@pytest.mark.django_db
def test_an_existing_slug_stays_when_the_page_is_edited(person) -> None:
    page = content_page(title="Prüfung")
    page.slug = "prüfung"
    page.save()
    form_class = ContentPage.get_edit_handler().get_form_class()

    def form(slug: str):
        found = form_class(
            {"title": "Anders", "slug": slug},
            instance=ContentPage.objects.get(pk=page.pk),
            parent_page=page.get_parent(),
            for_user=person(EDITOR),
        )
        leave_title_and_slug(found)
        return found

    unchanged = form("prüfung")
    assert unchanged.cleaned_data["slug"] == "prüfung"
    assert "formatters" not in str(unchanged["slug"])
    assert form("prüfung-neu").cleaned_data["slug"] == "pruefung-neu"


@pytest.mark.django_db
def test_a_copy_has_a_spelled_out_address(person, login) -> None:
    page = content_page(title="Prüfung")
    editor = login(person(EDITOR))
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert "formatters" in editor.get(address).content.decode()
    data = {"new_title": "Größe", "new_slug": "größe", "new_parent_page": page.get_parent().pk}
    assert editor.post(address, data).status_code == 302
    copy = ContentPage.objects.get(title="Größe")
    assert copy.slug == "groesse"
    assert copy.get_latest_revision_as_object().slug == "groesse"
