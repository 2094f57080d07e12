"""allauth's views with additions of the portal."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from netzwerk.members.allauth_internals import record_authentication


def confirm_session(request: HttpRequest, factor: Authenticator.Type) -> None:
    """The enrolment counts as a login with this factor: this session goes on, under a new id. Other sessions end."""
    record_authentication(request, request.user, method="mfa", type=factor.value, enrolled=True)
    request.session.cycle_key()


class ActivateTOTPView(totp.ActivateTOTPView):
    def form_valid(self, form: Form) -> HttpResponse:
        answer = super().form_valid(form)
        confirm_session(self.request, Authenticator.Type.TOTP)
        return answer


class AddPasskeyView(webauthn.AddWebAuthnView):
    def get_context_data(self, **kwargs) -> dict:
        """Ask for a passkey that can log in without password; security keys that cannot still serve as second factor."""
        context = super().get_context_data(**kwargs)
        options = context["js_data"]["creation_options"]["publicKey"]
        options["authenticatorSelection"] = {**options["authenticatorSelection"], "residentKey": "preferred"}
        return context

    def form_valid(self, form: Form) -> HttpResponse:
        answer = super().form_valid(form)
        confirm_session(self.request, Authenticator.Type.WEBAUTHN)
        return answer


class RemovePasskeyView(webauthn.RemoveWebAuthnView):
    """allauth checks can_delete_authenticator for the app only."""

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(may_remove=get_adapter().can_delete_authenticator(self.object), **kwargs)

    def form_valid(self, form: Form) -> HttpResponse:
        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.object):
            messages.error(self.request, adapter.error_messages["cannot_delete_authenticator"])
            return redirect("mfa_list_webauthn")
        return super().form_valid(form)


class DownloadRecoveryCodesView(recovery_codes.DownloadRecoveryCodesView):
    content_type = "text/plain; charset=utf-8"

    def render_to_response(self, context: dict, **kwargs) -> HttpResponse:
        answer = super().render_to_response(context, **kwargs)
        answer["Content-Disposition"] = 'attachment; filename="notfallcodes.txt"'
        return answer


activate_totp = ActivateTOTPView.as_view()
add_passkey = AddPasskeyView.as_view()
remove_passkey = RemovePasskeyView.as_view()
download_recovery_codes = DownloadRecoveryCodesView.as_view()
