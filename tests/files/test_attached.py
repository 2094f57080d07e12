"""Files of objects: guarded, seen by whoever may see the object, deleted with it."""

import os
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from netzwerk.files import access
from netzwerk.files.models import AttachedFile
from netzwerk.files.services import (
    LEFTOVER_AGE,
    attach_file,
    bytes_used_by,
    delete_leftover_attached_files,
    detach_file,
)
from netzwerk.members.roles import MEMBER
from netzwerk.vocabulary.models import Term
from tests.factories.pages import png
from tests.factories.terms import term

pytestmark = pytest.mark.django_db
# Terms are objects like any other here; no feature attaches files to them.
LABEL = "vocabulary.Term"


@pytest.fixture
def owner():
    return term()


def attach(owner: Term, actor, name: str = "plan.png", content: bytes | None = None, most: int = 3) -> AttachedFile:
    file = ContentFile(png() if content is None else content, name=name)
    return attach_file(owner, file, actor=actor, endings=("png", "txt"), most=most)


def seen_by(user) -> bool:
    return AttachedFile.objects.visible_to(user).exists()


def test_a_file_is_as_visible_as_its_object(person, owner, monkeypatch) -> None:
    user, other = person(MEMBER), person(MEMBER)
    AttachedFile.objects.all().delete()
    attach(owner, user)
    assert not seen_by(user), "no app has registered who sees such objects"
    allowed = {user.pk}
    monkeypatch.setitem(
        access.OBJECTS_WITH_FILES,
        LABEL,
        lambda visitor: Term.objects.filter(pk=owner.pk if visitor.pk in allowed else None).values("pk"),
    )
    assert seen_by(user)
    assert not seen_by(other)
    allowed.clear()
    assert not seen_by(user), "whoever lost the object lost its files"


def test_the_guard_stores_under_a_random_name_and_counts_towards_the_quota(person, owner, settings) -> None:
    user = person(MEMBER)
    made = attach(owner, user, name="Zeugnis von Ada <b>.png")
    assert made.title == "Zeugnis von Ada <b>"
    assert "Zeugnis" not in made.file.name
    assert "Zeugnis" not in str(made)
    assert bytes_used_by(user) == made.file_size == made.file.size
    with made.file.open("rb") as file, Image.open(file) as picture:
        assert not picture.getexif()
    settings.FILES_QUOTA_BYTES = made.file_size + 10
    with pytest.raises(ValidationError, match="Speicherplatz"):
        attach(owner, user)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.exe", b"MZ", "nimmt das Portal nicht an"),
        ("a.pdf", b"%PDF-1.7", "nimmt das Portal nicht an"),  # not among those that this feature takes
        ("a.png", b"no picture", "kein lesbares"),
        ("a.txt", b"\xff\xfe", "UTF-8"),
        ("a", b"x", "nimmt das Portal nicht an"),
    ],
)
def test_other_files_are_refused_and_leave_nothing(person, owner, name: str, content: bytes, words: str) -> None:
    user = person(MEMBER)
    with pytest.raises(ValidationError, match=words):
        attach(owner, user, name, content)
    assert not AttachedFile.objects.filter(uploaded_by=user).exists()


def test_there_are_at_most_so_many(person, owner) -> None:
    user = person(MEMBER)
    attach(owner, user, most=1)
    with pytest.raises(ValidationError, match="Mehr als 1"):
        attach(owner, user, most=1)


def test_the_scanner_refuses_when_it_is_away(person, owner, settings) -> None:
    settings.FILES_CLAMD_ADDRESS = "127.0.0.1:9"
    with pytest.raises(ValidationError, match="Schadsoftware"):
        attach(owner, person(MEMBER))


def test_a_file_goes_with_the_commit(person, owner, django_capture_on_commit_callbacks) -> None:
    made = attach(owner, person(MEMBER))
    storage, name = made.file.storage, made.file.name
    with django_capture_on_commit_callbacks(execute=True):
        detach_file(made)
        assert storage.exists(name), "a rollback would still need it"
    assert not storage.exists(name)


def test_leftover_files_are_deleted_after_an_hour(person, owner) -> None:
    kept, left, fresh = (attach(owner, person(MEMBER)) for _one in range(3))
    old = (timezone.now() - LEFTOVER_AGE - timedelta(minutes=1)).timestamp()
    for one in (kept, left):
        os.utime(one.file.path, (old, old))
    AttachedFile.objects.filter(pk__in=[left.pk, fresh.pk]).delete()
    cache.clear()
    assert delete_leftover_attached_files() == 1
    assert [one.file.storage.exists(one.file.name) for one in (kept, left, fresh)] == [True, False, True]
    assert delete_leftover_attached_files() == 0, "once an hour"
