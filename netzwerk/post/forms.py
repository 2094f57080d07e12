"""Which notifications a person also gets by mail."""

from django import forms

from netzwerk.surfaces import registry


class MailChoiceForm(forms.Form):
    """A checkbox for each registered kind, named by its key."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in registry.notifications:
            self.fields[kind.key] = forms.BooleanField(label=kind.label, help_text=kind.explanation, required=False)
