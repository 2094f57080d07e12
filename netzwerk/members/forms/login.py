"""allauth's login forms with German labels and normalised addresses."""

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm
from django import forms

from netzwerk.texts.fields import AddressField


class LoginForm(AllauthLoginForm):
    """AddressField normalises the address before the rate limits count it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField(label="E-Mail-Adresse", widget=self.fields["login"].widget)
        self.fields["password"].label = "Passwort"
        self.fields["password"].help_text = ""
        for bound in self.fields.values():
            bound.widget.attrs.pop("placeholder", None)


class ResetPasswordForm(AllauthResetPasswordForm):
    email = AddressField(label="E-Mail-Adresse", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
