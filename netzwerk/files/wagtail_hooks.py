"""Hooks of the Wagtail admin: permissions and API of files, and no moving of files in use."""

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.permissions import register_permission_policy

from netzwerk.files.admin_views import OwnDocumentsAPIViewSet, OwnImagesAPIViewSet
from netzwerk.files.in_use import reason_to_keep
from netzwerk.files.models import PortalDocument, PortalImage
from netzwerk.files.permissions import FilePermissionPolicy

AFTER_WAGTAILS_OWN = 100

for model, auth_model in ((PortalImage, Image), (PortalDocument, Document)):
    register_permission_policy(
        model, FilePermissionPolicy(model, auth_model=auth_model, owner_field_name="uploaded_by_user")
    )


@hooks.register("construct_admin_api", order=AFTER_WAGTAILS_OWN)
def list_own_files_only(router: WagtailAPIRouter) -> None:
    router.register_endpoint("images", OwnImagesAPIViewSet)
    router.register_endpoint("documents", OwnDocumentsAPIViewSet)


@hooks.register("before_bulk_action")
def refuse_to_move_files_in_use(
    request: HttpRequest, action_type: str, objects: list[Model], action
) -> HttpResponse | None:
    if action_type != "add_to_collection":
        return None
    in_use = [(file, reason) for file in objects if (reason := reason_to_keep(file))]
    if not in_use:
        return None
    titles = ", ".join(f"„{file}“" for file, _reason in in_use)
    messages.error(request, f"Nichts wurde verschoben, wegen: {titles}. {in_use[0][1]}")
    return redirect(action.next_url)
