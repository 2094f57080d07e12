"""allauth's forms for the second factor, with German labels, single-use codes, a daily limit and checks of passkey data."""

import logging

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError

from netzwerk.members.allauth_internals import SECRET_SESSION_KEY
from netzwerk.members.second_factor import attempts, encryption
from netzwerk.members.second_factor.state import factors_of
from netzwerk.texts.fields import CodeField

logger = logging.getLogger(__name__)

WITH_APP = "Sechs Ziffern aus Ihrer App, oder einer Ihrer Notfallcodes mit acht Ziffern."
WITHOUT_APP = "Einer Ihrer Notfallcodes mit acht Ziffern."


def code_input(**attributes: str) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false", **attributes})


class CodeFormMixin:
    """A code from the app or a recovery code."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = CodeField(
            label="Code",
            max_length=40,
            help_text=WITH_APP if factors_of(self.user).app else WITHOUT_APP,
            widget=code_input(autocapitalize="off"),
        )

    def clean_code(self) -> str:
        if attempts.limit_reached(self.user):
            raise get_adapter().validation_error("spent")
        if attempts.was_used(self.user, self.cleaned_data["code"]):
            base.check_rate_limit(self.user)
            attempts.count_failure(self.user)
            raise get_adapter().validation_error("incorrect_code")
        try:
            code = super().clean_code()
        except ValidationError:
            attempts.count_failure(self.user)
            raise
        except encryption.DecryptionError as error:
            logger.exception("A second factor cannot be read.")
            raise get_adapter().validation_error("unreadable") from error
        if not attempts.mark_used(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(CodeFormMixin, base.AuthenticateForm):
    """The second step of the login."""


class ReauthenticateForm(CodeFormMixin, base.ReauthenticateForm):
    """Confirms something sensitive with a code instead of the password."""


class ActivateTOTPForm(totp.ActivateTOTPForm):
    """Setting up the app. The seed stays encrypted in the session until the first code proves that the app has it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        session = context.request.session
        if encryption.is_encrypted(self.secret):
            self.secret = encryption.decrypt(self.secret, self.user.pk)
        else:
            session[SECRET_SESSION_KEY] = encryption.encrypt(self.secret, self.user.pk)
        self.fields["code"] = CodeField(
            label="Code aus der App",
            max_length=40,
            help_text="Sechs Ziffern, die die App jetzt anzeigt.",
            widget=code_input(inputmode="numeric"),
        )

    def clean_code(self) -> str:
        """This code is used up: it is not valid for a login afterwards."""
        code = super().clean_code()
        attempts.mark_used(self.user, code)
        return code


def name_field() -> forms.CharField:
    return forms.CharField(
        label="Name des Passkeys",
        max_length=60,
        help_text="Damit Sie ihn wiedererkennen, zum Beispiel „Diensthandy“.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


# What allauth and fido2 raise for a response that no browser sends.
MALFORMED = (ValidationError, AttributeError, LookupError, TypeError, ValueError)


class PasskeyFormMixin:
    """A malformed response is a form error, not a server error."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except MALFORMED as error:
            raise get_adapter().validation_error("passkey_failed") from error


class AddPasskeyForm(webauthn.AddWebAuthnForm):
    """Every passkey requires fingerprint, face or PIN, so allauth's choice `passwordless` is dropped."""

    passwordless = None

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_field()
        self.fields["name"].required = False

    def clean(self) -> dict:
        try:
            return super().clean()
        except MALFORMED as error:
            raise get_adapter().validation_error("passkey_failed") from error


class AuthenticatePasskeyForm(PasskeyFormMixin, webauthn.AuthenticateWebAuthnForm):
    """The second step of the login by passkey."""


class ReauthenticatePasskeyForm(PasskeyFormMixin, webauthn.ReauthenticateWebAuthnForm):
    """Confirms something sensitive by passkey."""


class LoginPasskeyForm(PasskeyFormMixin, webauthn.LoginWebAuthnForm):
    """The whole login by passkey, without a password."""


class EditPasskeyForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = name_field()
