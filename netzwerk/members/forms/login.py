"""Forms of the login."""

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ResetPasswordForm as AllauthResetPasswordForm
from django import forms

from netzwerk.surfaces.forms import AddressField


class LoginForm(AllauthLoginForm):
    """allauth's form in plain words. The address is brought into its one spelling before any limit counts it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField(label="E-Mail-Adresse", widget=self.fields["login"].widget)
        self.fields["password"].label = "Passwort"
        self.fields["password"].help_text = ""
        for bound in self.fields.values():
            bound.widget.attrs.pop("placeholder", None)


class ResetPasswordForm(AllauthResetPasswordForm):
    """allauth's form, with the address in its one spelling."""

    email = AddressField(label="E-Mail-Adresse", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
