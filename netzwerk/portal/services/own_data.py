"""Personal data in pages (who wrote which version), and what the editor's desk stores about a person."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import APIToken, Comment, CommentReply, Page, PageSubscription, Revision, UploadedFile
from wagtail.users.models import UserProfile

from netzwerk.surfaces.registry import OwnData


def _export_pages(user: Any) -> list[dict[str, Any]]:
    rows = Revision.page_revisions.filter(user=user).order_by("-created_at")
    created = Page.objects.filter(owner=user).order_by("pk").values_list("title", flat=True)
    return [{"Seite": row.object_str, "Fassung vom": timezone.localtime(row.created_at)} for row in rows] + [
        {"Von Ihnen angelegte Seite": title} for title in created
    ]


def _unlock_pages(user: Any) -> None:
    """Versions keep the reference to the anonymised user, as evidence that two people saw them."""
    Page.objects.filter(locked_by=user).update(locked=False, locked_by=None, locked_at=None)


def _export_desk(user: Any) -> list[dict[str, Any]]:
    comments = Comment.objects.filter(user=user).select_related("page").order_by("pk")
    replies = CommentReply.objects.filter(user=user).select_related("comment__page").order_by("pk")
    written = [(row.page.title, row) for row in comments] + [(row.comment.page.title, row) for row in replies]
    unsaved = FormState.objects.filter(user=user).order_by("pk")
    settings = UserProfile.objects.filter(user=user)
    return [
        *(
            {"Kommentar zu": title, "vom": timezone.localtime(row.created_at), "Text": row.text}
            for title, row in written
        ),
        *({"Nicht gespeicherte Eingaben vom": timezone.localtime(row.last_updated_at)} for row in unsaved),
        *({"Profilbild im Redaktionsbereich": bool(row.avatar)} for row in settings),
    ]


def _erase_desk(user: Any) -> None:
    """Comments that others answered would leave holes: they stay, without the name. Files go only when the rows are gone."""
    rows = [(row, row.avatar) for row in UserProfile.objects.filter(user=user)]
    rows += [(row, row.file) for row in UploadedFile.objects.filter(uploaded_by_user=user)]
    for row, file in rows:
        row.delete()
        if file:
            transaction.on_commit(partial(file.storage.delete, file.name))
    for model in (EditingSession, FormState, PageSubscription, APIToken):
        model._default_manager.filter(user=user).delete()


PARTS = (
    OwnData(
        *("pages", 65, "Geschriebene Seiten", _export_pages, _unlock_pages),
        stays="Seiten und ihre Fassungen bleiben ohne Ihren Namen; so ist nachweisbar, dass zwei Personen sie gesehen haben.",
        models=(
            *("wagtailcore.Page", "wagtailcore.Revision", "wagtailcore.WorkflowState", "wagtailcore.TaskState"),
            "portal.FourEyesTaskState",
        ),
    ),
    OwnData(
        *("editing", 66, "Redaktionsbereich", _export_desk, _erase_desk),
        goes="Ihre Einstellungen, Ihr Profilbild und nicht gespeicherte Eingaben im Redaktionsbereich werden gelöscht.",
        stays="Kommentare, die Sie an Seiten geschrieben haben, bleiben ohne Ihren Namen.",
        models=(
            *("wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.PageSubscription"),
            *("wagtailcore.UploadedFile", "wagtailcore.APIToken", "wagtailusers.UserProfile"),
            *("wagtailadmin.EditingSession", "wagtailadmin.FormState"),
        ),
    ),
)
