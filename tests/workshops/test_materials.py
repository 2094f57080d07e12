"""Materials: for everyone only with a second person, for those with a seat, for those who were there."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from netzwerk.files.models import AttachedFile
from netzwerk.members.roles import MEMBER, OFFICE, ORGANISER
from tests.factories.places import booked
from tests.factories.workshops import draft, place_of, published
from workshops.events.models import Leader, Material, Workshop
from workshops.events.services import materials, reviewing
from workshops.events.services.publishing import open_workshop

pytestmark = pytest.mark.django_db


def added(workshop: Workshop, actor, audience: str = "registered", **more) -> Material:
    file = ContentFile(b"Ein Ablauf.", name="ablauf.txt")
    values = {"title": "Ablauf", "audience": audience, "file": file, **more}
    return materials.add_material(workshop, actor=actor, **values)


def opens(user, material: Material) -> bool:
    """Whether the list and the file agree that this person may open it."""
    listed = Material.objects.visible_to(user).filter(pk=material.pk).exists()
    assert listed == AttachedFile.objects.visible_to(user).filter(object_id=material.pk).exists()
    return listed


def test_each_audience_opens_what_is_for_it(person) -> None:
    author, leader, outside = person(ORGANISER), person(MEMBER), person(MEMBER)
    made = published(author)
    Leader.objects.create(workshop=made, person=leader)
    seated = booked(place_of(made)).person
    later = timezone.now() + timedelta(days=3)
    found = {
        "registered": added(made, author),
        "later": added(made, author, open_from=later),
        "present": added(made, author, "present"),
    }
    for user in (author, leader, person(OFFICE)):
        assert all(opens(user, one) for one in found.values()), "who leads or plans sees everything"
    assert [opens(seated, found[key]) for key in ("registered", "later", "present")] == [True, False, False]
    for user in (outside, AnonymousUser(), person(ORGANISER)):
        assert not any(opens(user, one) for one in found.values())


def test_one_for_everyone_waits_for_a_second_person(person) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author)
    material = added(made, author, "everyone")
    assert not opens(AnonymousUser(), material)
    assert made.pending == {"materials": [material.pk]}
    with pytest.raises(PermissionDenied):
        reviewing.apply_changes(made, actor=author, seen=made.stamp)
    reviewing.apply_changes(made, actor=office, seen=made.stamp)
    assert opens(AnonymousUser(), material)


def test_with_the_first_publication_it_is_seen_and_removed_it_waits_no_more(person) -> None:
    author = person(ORGANISER)
    made = draft(author)
    material = added(made, author, "everyone")
    assert not opens(AnonymousUser(), material)
    open_workshop(made, reviewer=person(OFFICE))
    assert opens(AnonymousUser(), material)
    second = added(made, author, "everyone")
    materials.remove_material(second, actor=author)
    assert Workshop.objects.get(pk=made.pk).pending is None
    assert not AttachedFile.objects.filter(object_id=second.pk).exists()


def test_rejected_material_is_deleted_with_its_file(person, django_capture_on_commit_callbacks) -> None:
    author, office = person(ORGANISER), person(OFFICE)
    made = published(author)
    material = added(made, author, "everyone")
    file = material.files.get().file
    with django_capture_on_commit_callbacks(execute=True):
        reviewing.reject_changes(made, actor=office, note="Nicht für alle.")
    assert not Material.objects.filter(workshop=made).exists()
    assert not file.storage.exists(file.name)


def test_a_file_that_the_guard_refuses_leaves_nothing(person) -> None:
    author = person(ORGANISER)
    made = published(author)
    with pytest.raises(ValidationError, match="nimmt das Portal nicht an"):
        added(made, author, file=ContentFile(b"MZ", name="ablauf.exe"))
    assert not made.materials.exists()
    with pytest.raises(PermissionDenied):
        added(made, person(ORGANISER))
