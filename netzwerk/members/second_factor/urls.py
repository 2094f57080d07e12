"""Routes of the second factor, none of them cached. The names are those by which allauth links to its pages."""

from collections.abc import Callable

from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache

from netzwerk.members.second_factor import views


def uncached_path(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    return path(route, never_cache(view), name=name)


urlpatterns = [
    uncached_path("", base.index, "mfa_index"),
    uncached_path("anmelden/", base.authenticate, "mfa_authenticate"),
    uncached_path("bestaetigen/", base.reauthenticate, "mfa_reauthenticate"),
    uncached_path("app/einrichten/", views.activate_totp, "mfa_activate_totp"),
    uncached_path("app/entfernen/", totp.deactivate_totp, "mfa_deactivate_totp"),
    uncached_path("notfallcodes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    uncached_path("notfallcodes/neu/", recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    uncached_path("notfallcodes/herunterladen/", views.download_recovery_codes, "mfa_download_recovery_codes"),
    uncached_path("passkeys/", webauthn.list_webauthn, "mfa_list_webauthn"),
    uncached_path("passkeys/neu/", views.add_passkey, "mfa_add_webauthn"),
    uncached_path("passkeys/anmelden/", webauthn.login_webauthn, "mfa_login_webauthn"),
    uncached_path("passkeys/bestaetigen/", webauthn.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    uncached_path("passkeys/<int:pk>/umbenennen/", webauthn.edit_webauthn, "mfa_edit_webauthn"),
    uncached_path("passkeys/<int:pk>/entfernen/", views.remove_passkey, "mfa_remove_webauthn"),
]
