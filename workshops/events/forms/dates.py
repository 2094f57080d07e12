"""A date of a workshop, a series of dates, and the reason why one falls."""

from typing import Any

from django import forms

from netzwerk.calendar.forms import RepetitionForm
from netzwerk.calendar.models import Venue
from netzwerk.texts.fields import DayField, OneLineField, WebAddressField, disable_autocomplete
from workshops.events.forms.fields import ClockField, UnitsField
from workshops.events.models import WorkshopDate

ON_SITE, ONLINE, BOTH = "ort", "online", "beides"
FORMATS = ((ON_SITE, "vor Ort"), (ONLINE, "online"), (BOTH, "vor Ort und online"))
UE_HELP = "In Unterrichtseinheiten zu 45 Minuten, zum Beispiel 6, oder so: 200 Minuten."


class DateForm(forms.Form):
    start_day = DayField(label="Tag")
    start_time = ClockField(label="Beginn")
    end_time = ClockField(label="Ende")
    end_day = DayField(
        label="Letzter Tag", required=False, help_text="Nur, wenn der Termin nicht am selben Tag endet."
    )
    how = forms.ChoiceField(label="Form", choices=FORMATS, widget=forms.RadioSelect)
    venue = forms.ModelChoiceField(
        label="Veranstaltungsort", queryset=None, required=False, empty_label="steht noch nicht fest"
    )
    room = OneLineField(label="Raum", max_length=80, required=False)
    online_url = WebAddressField(
        label="Adresse des Online-Raums",
        required=False,
        max_length=500,
        help_text="Nur wer einen Platz hat oder leitet, sieht sie, ab zwei Tage vorher.",
    )
    heading = OneLineField(label="Was an diesem Tag geschieht", max_length=160, required=False)
    note = OneLineField(
        label="Hinweis zum Tag",
        max_length=200,
        required=False,
        help_text="Zum Beispiel: Einlass ab 9:00 Uhr, Mittagspause 12:30 bis 13:30 Uhr.",
    )
    minutes_in_person = UnitsField(label="Lernzeit vor Ort", required=False, help_text=UE_HELP)
    minutes_online = UnitsField(label="Lernzeit online", required=False, help_text=UE_HELP)
    with_later = forms.BooleanField(
        label="auch alle späteren Termine der Reihe ändern, außer einzeln geänderten", required=False
    )

    def __init__(self, data: Any = None, *, user: Any, row: WorkshopDate | None = None) -> None:
        super().__init__(data, initial=initial_of(row) if row else {"how": ON_SITE})
        venues = Venue.objects.visible_to(user)
        used = row.date.venue_id if row else None
        self.fields["venue"].queryset = venues.in_use() | venues.filter(pk=used) if used else venues.in_use()
        if row is None or row.date.series_id is None:
            del self.fields["with_later"]
        disable_autocomplete(self)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        how, first, last = data.get("how"), data.get("start_day"), data.get("end_day")
        if first and last and last < first:
            self.add_error("end_day", "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide.")
        begin, end = data.get("start_time"), data.get("end_time")
        if begin and end and first and (last is None or last == first) and end <= begin:
            self.add_error("end_time", "Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Uhrzeiten.")
        if how == ON_SITE and data.get("online_url"):
            self.add_error(
                "online_url", "Sie haben „vor Ort“ gewählt. Bitte leeren Sie dieses Feld, oder wählen Sie „online“."
            )
        if how == ONLINE and (data.get("venue") or data.get("room")):
            name = "venue" if data.get("venue") else "room"
            self.add_error(
                name, "Sie haben „online“ gewählt. Bitte nehmen Sie den Ort heraus, oder wählen Sie „vor Ort“."
            )
        if how == ON_SITE and data.get("minutes_online"):
            self.add_error(
                "minutes_online", "Online findet an diesem Termin nichts statt. Bitte leeren Sie dieses Feld."
            )
        if how == ONLINE and data.get("minutes_in_person"):
            self.add_error(
                "minutes_in_person", "Vor Ort findet an diesem Termin nichts statt. Bitte leeren Sie dieses Feld."
            )
        return data

    def values(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("start_day", "start_time", "end_time", "venue", "room", "online_url", "heading", "note")
        return {name: data[name] for name in names} | {
            "end_day": data["end_day"] or data["start_day"],
            "is_online": data["how"] != ON_SITE,
            "minutes_in_person": data["minutes_in_person"],
            "minutes_online": data["minutes_online"],
        }

    @property
    def with_all_later(self) -> bool:
        return bool(self.cleaned_data.get("with_later"))


def initial_of(row: WorkshopDate) -> dict[str, Any]:
    date = row.date
    on_site = date.venue_id is not None or bool(date.room) or not date.is_online
    names = ("start_day", "start_time", "end_time", "room", "online_url")
    return {name: getattr(date, name) for name in names} | {
        "end_day": date.end_day if date.end_day != date.start_day else None,
        "how": BOTH if on_site and date.is_online else ONLINE if date.is_online else ON_SITE,
        "venue": date.venue_id,
        "heading": row.heading,
        "note": row.note,
        "minutes_in_person": row.minutes_in_person,
        "minutes_online": row.minutes_online,
    }


class SeriesForm(DateForm, RepetitionForm):
    """The first date, and how it repeats."""

    field_order = ("start_day", "start_time", "end_time", "end_day", "every", "interval", "until", "count", "but")

    def __init__(self, data: Any = None, *, user: Any) -> None:
        DateForm.__init__(self, data, user=user)
        self.first = None
        self.fields["start_day"].label = "Tag des ersten Termins"

    def clean(self) -> dict[str, Any]:
        self.first = self.cleaned_data.get("start_day")
        return DateForm.clean(self)


class ReasonForm(forms.Form):
    reason = OneLineField(
        label="Grund",
        max_length=300,
        help_text="Alle Angemeldeten lesen ihn. Nennen Sie keine Diagnosen und nichts Persönliches über andere.",
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": "Bitte nennen Sie den Grund: Alle Angemeldeten lesen ihn."},
    )
