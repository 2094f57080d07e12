"""Forms about the person who fills them in, whose own data the browser may offer."""

from django import forms

PERSON = {
    "first_name": "given-name",
    "last_name": "family-name",
    "function": "organization-title",
    "email": "email",
    "phone": "tel",
}


class AutocompleteForm(forms.Form):
    autocomplete = PERSON  # HTML autocomplete tokens by field name

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields.keys() & self.autocomplete.keys():
            self.fields[name].widget.attrs["autocomplete"] = self.autocomplete[name]
