"""Fields of filters. They come from the URL, so unknown values are ignored and raise no error."""

from django import forms

from netzwerk.texts.folding import fold

LONGEST_WORDS = 100


class WordsField(forms.CharField):
    """Words to search for, "" without a letter or digit."""

    def clean(self, value: object) -> str:
        words = " ".join(str(value or "").split())[:LONGEST_WORDS].strip()
        return words if fold(words) else ""


class KnownChoicesField(forms.MultipleChoiceField):
    """The valid ones of the values, in the order of the choices."""

    def clean(self, value: list[str] | None) -> list[str]:
        chosen = set(value or [])
        return [str(known) for known, _label in self.choices if str(known) in chosen]


class KnownChoiceField(forms.ChoiceField):
    """One of the choices, by default the first."""

    def clean(self, value: str | None) -> str:
        known = [str(one) for one, _label in self.choices]
        return value if value in known else known[0]
