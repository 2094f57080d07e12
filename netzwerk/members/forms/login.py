"""Forms of the login."""

from allauth.account.forms import LoginForm as AllauthLoginForm

from netzwerk.members.models import normalise_email


class LoginForm(AllauthLoginForm):
    """allauth's form in plain words. The address is brought into its one spelling before any limit counts it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-Mail-Adresse"
        self.fields["password"].label = "Passwort"
        self.fields["password"].help_text = ""
        for bound in self.fields.values():
            bound.widget.attrs.pop("placeholder", None)

    def clean_login(self) -> str:
        return normalise_email(super().clean_login())
