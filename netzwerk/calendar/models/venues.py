"""Places where people meet, and what they need to know to get in."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from netzwerk.members.models import District
from netzwerk.members.models.organisations import FoldedQuerySet
from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.texts.folding import fold
from netzwerk.texts.readable import ReadableTexts


def districts() -> models.QuerySet:
    """The Kreise and kreisfreie Städte of the network, to choose from."""
    return District.objects.order_by("name", "pk")


class VenueQuerySet(FoldedQuerySet):
    def in_use(self) -> "VenueQuerySet":
        return self.filter(is_closed=False)

    def visible_to(self, user) -> "VenueQuerySet":
        """Places are public; one that is no longer in use stays visible too, as past dates lead to it."""
        return self

    def maintainable_by(self, user) -> "VenueQuerySet":
        return self if reach(user, May.MAINTAIN_VENUES).everywhere else self.none()


class Venue(ReadableTexts):
    """A place with its address, the way to it, and facts on accessibility. What nobody has checked is not said at all."""

    class Fact(models.TextChoices):
        YES = "yes", "ja"
        PARTLY = "partly", "teilweise"
        NO = "no", "nein"
        UNKNOWN = "", "nicht geprüft"

    FACTS = ("step_free", "lift", "toilet", "parking", "hearing", "guidance")

    name = models.CharField("Name", max_length=120)
    street = models.CharField("Straße und Hausnummer", max_length=120)
    postcode = models.CharField(
        "Postleitzahl", max_length=5, validators=[RegexValidator(r"^[0-9]{5}$", "Die Postleitzahl hat fünf Ziffern.")]
    )
    place = models.CharField("Ort", max_length=80)
    district = models.ForeignKey(
        District,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Kreis oder kreisfreie Stadt",
    )
    way = models.TextField(
        "Anfahrt und Weg",
        max_length=2000,
        blank=True,
        help_text="Haltestelle, Parkplatz, Eingang: so, dass man ohne Nachfrage ankommt.",
    )
    step_free = models.CharField("Zugang ohne Stufen", max_length=6, choices=Fact, blank=True)
    lift = models.CharField("Aufzug zu den Räumen", max_length=6, choices=Fact, blank=True)
    toilet = models.CharField("Rollstuhlgerechtes WC", max_length=6, choices=Fact, blank=True)
    parking = models.CharField("Parkplatz für Menschen mit Behinderung", max_length=6, choices=Fact, blank=True)
    hearing = models.CharField("Anlage für Hörgeräte", max_length=6, choices=Fact, blank=True)
    guidance = models.CharField("Leitsystem für blinde Menschen", max_length=6, choices=Fact, blank=True)
    accessibility = models.TextField(
        "Mehr zur Barrierefreiheit",
        max_length=2000,
        blank=True,
        help_text="Zum Beispiel Türbreiten, Rampe auf Nachfrage, ein ruhiger Raum, und wen man vorher anruft.",
    )
    is_closed = models.BooleanField(
        "nicht mehr verwenden", default=False, help_text="Der Ort wird für neue Termine nicht mehr angeboten."
    )
    folded = models.CharField(max_length=350, editable=False, default="")
    updated_at = models.DateTimeField("geändert", auto_now=True)

    objects = VenueQuerySet.as_manager()

    class Meta:
        verbose_name = "Veranstaltungsort"
        verbose_name_plural = "Veranstaltungsorte"
        ordering = ["name", "place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["name", "street", "place"], name="calendar_venue_once"),
            models.CheckConstraint(condition=~Q(name=""), name="calendar_venue_has_a_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.place}"

    def get_absolute_url(self) -> str:
        return reverse("dates:venue", args=[self.pk])

    def fold_names(self) -> None:
        self.folded = fold(f"{self.name} {self.street} {self.postcode} {self.place}")

    @property
    def address(self) -> str:
        """ "Marktplatz 3, 00000 Lindenbrück" """
        return f"{self.street}, {self.postcode} {self.place}"

    @property
    def facts(self) -> list[tuple[str, str, str]]:
        """Key, what it is, and the answer in words, for each fact that somebody checked."""
        return [
            (
                name,
                str(self._meta.get_field(name).verbose_name),
                str(self.Fact(getattr(self, name)).label),
            )
            for name in self.FACTS
            if getattr(self, name)
        ]
