"""Forms for one's own account."""

from django import forms
from django.db.models import QuerySet

from netzwerk.members.forms.autocomplete import AutocompleteForm
from netzwerk.members.models import User
from netzwerk.texts.fields import AddressField, OneLineField, PhoneField, TextField
from netzwerk.vocabulary.forms import TermsField
from netzwerk.vocabulary.models import Term


class OwnProfileForm(AutocompleteForm):
    TEXTS = ("first_name", "last_name", "function", "phone", "about", "profile_open")

    first_name = OneLineField(label="Vorname", max_length=100)
    last_name = OneLineField(label="Nachname", max_length=100)
    function = OneLineField(label="Funktion", max_length=120, required=False)
    phone = PhoneField(label="Telefon", max_length=40, required=False)
    topics = TermsField(label="Fragen Sie mich zu …")
    about = TextField(
        label="Über mich",
        max_length=1000,
        required=False,
        help_text="Zum Beispiel, woran Sie arbeiten und wobei Sie helfen können.",
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    profile_open = forms.BooleanField(
        label="Andere Mitglieder dürfen mein Profil sehen: Name, Funktion, Organisation, Themen, Text und E-Mail-Adresse",
        required=False,
    )

    def __init__(self, *args, user: User, offered: QuerySet[Term], **kwargs) -> None:
        initial = {name: getattr(user, name) for name in self.TEXTS} | {"topics": list(user.topics.all())}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["topics"].queryset = offered

    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.TEXTS} | {"topics": list(self.cleaned_data["topics"])}


class EraseForm(forms.Form):
    sure = forms.BooleanField(label="Ja, mein Konto soll endgültig gelöscht werden")


class AddressForm(AutocompleteForm):
    email = AddressField(label="Neue E-Mail-Adresse", max_length=254)
