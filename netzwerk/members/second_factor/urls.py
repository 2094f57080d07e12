"""Addresses of the second factor. The names are allauth's: it looks its own pages up by them. Nothing here may be cached."""

from collections.abc import Callable

from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache

from netzwerk.members.second_factor import views


def door(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return path(route, never_cache(view), name=name)


urlpatterns = [
    door("", base.index, "mfa_index"),
    door("anmelden/", base.authenticate, "mfa_authenticate"),
    door("bestaetigen/", base.reauthenticate, "mfa_reauthenticate"),
    door("app/einrichten/", views.activate_totp, "mfa_activate_totp"),
    door("app/entfernen/", totp.deactivate_totp, "mfa_deactivate_totp"),
    door("notfallcodes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    door("notfallcodes/neu/", recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    door("notfallcodes/herunterladen/", views.download_recovery_codes, "mfa_download_recovery_codes"),
    door("passkeys/", webauthn.list_webauthn, "mfa_list_webauthn"),
    door("passkeys/neu/", views.add_passkey, "mfa_add_webauthn"),
    door("passkeys/anmelden/", webauthn.login_webauthn, "mfa_login_webauthn"),
    door("passkeys/bestaetigen/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    door("passkeys/<int:pk>/umbenennen/", webauthn.edit_webauthn, "mfa_edit_webauthn"),
    door("passkeys/<int:pk>/entfernen/", views.remove_passkey, "mfa_remove_webauthn"),
]
