"""Organisations of the network, and the pilot sites among them."""

from decimal import Decimal
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from netzwerk.members.area import Area
from netzwerk.members.articles import with_preposition
from netzwerk.members.reach import reach
from netzwerk.members.regions import ags_error, check_ags, land_of
from netzwerk.members.roles import COORDINATOR, May
from netzwerk.surfaces.registry import TOPICS
from netzwerk.texts.folding import fold
from netzwerk.vocabulary.models import Term
from netzwerk.vocabulary.rows import with_terms


class District(models.Model):
    """The name of a Kreis or kreisfreie Stadt, by the first five digits of its AGS."""

    key = models.CharField(
        "Kreisschlüssel", max_length=5, primary_key=True, validators=[RegexValidator(r"^[0-9]{5}$")]
    )
    name = models.CharField("Name", max_length=120)

    class Meta:
        verbose_name = "Kreis oder kreisfreie Stadt"
        verbose_name_plural = "Kreise und kreisfreie Städte"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def inside(self) -> str:
        """ "im Kreis Auenrode", "in der Stadt Lindenbrück", "in Köln"."""
        return with_preposition("in", self.name)


class SizeClass(models.TextChoices):
    """Classes of inhabitants for municipalities and Kreise."""

    SMALL = "small", "unter 20.000"
    MEDIUM = "medium", "20.000 bis unter 100.000"
    LARGE = "large", "100.000 bis unter 300.000"
    VERY_LARGE = "very_large", "300.000 und mehr"


SIZE_LIMITS = {
    SizeClass.SMALL: (0, 20_000),
    SizeClass.MEDIUM: (20_000, 100_000),
    SizeClass.LARGE: (100_000, 300_000),
    SizeClass.VERY_LARGE: (300_000, None),
}


def has_size(size: SizeClass) -> Q:
    low, high = SIZE_LIMITS[size]
    return Q(inhabitants__gte=low) & (Q(inhabitants__lt=high) if high else Q())


class FoldedQuerySet(models.QuerySet):
    def matching(self, words: str) -> Self:
        """Rows whose column `folded` contains every one of these words."""
        found = self
        for word in fold(words).split()[:8]:
            found = found.filter(folded__contains=word)
        return found


class OrganisationQuerySet(FoldedQuerySet):
    def active(self) -> "OrganisationQuerySet":
        return self.filter(left_on__isnull=True)

    def visible_to(self, user) -> "OrganisationQuerySet":
        """Members of the network are public; the network office also sees those that have left."""
        return self if reach(user, May.MANAGE_ORGANISATIONS).everywhere else self.active()

    def editable_by(self, user) -> "OrganisationQuerySet":
        where = reach(user, May.EDIT_ORGANISATION)
        found = self.active()
        return found if where.everywhere else found.filter(pk__in=where.organisations)

    def without_coordination(self) -> "OrganisationQuerySet":
        """Those in which nobody can invite."""
        now = timezone.now()
        held = Q(
            role_grants__role=COORDINATOR.key, role_grants__valid_from__lte=now, role_grants__user__is_active=True
        )
        ends = Q(role_grants__valid_until__isnull=True) | Q(role_grants__valid_until__gt=now)
        return self.exclude(pk__in=self.model.objects.filter(held & ends).values("pk"))

    def with_people(self) -> "OrganisationQuerySet":
        """With `people`, the number of current members. A subquery, so that only the rows of one page are counted."""
        there = self.model._meta.get_field("memberships").related_model.objects.current().order_by()
        there = there.filter(organisation=models.OuterRef("pk")).values("organisation")
        counted = there.annotate(total=models.Count("pk")).values("total")
        return self.annotate(people=Coalesce(models.Subquery(counted), 0))

    def of_size(self, sizes: list[str]) -> "OrganisationQuerySet":
        condition = Q()
        for size in sizes:
            condition |= has_size(SizeClass(size))
        return self.filter(condition)

    def about(self, topics: list[str]) -> "OrganisationQuerySet":
        """Those with one of these topics (slugs) or a narrower one, each once."""
        return with_terms(self, "topics", Term.objects.topics().under(topics))

    def pilot_sites(self) -> "OrganisationQuerySet":
        return self.filter(pilot_site__isnull=False)

    def on_the_map(self) -> "OrganisationQuerySet":
        return self.filter(latitude__isnull=False)

    def within(self, area: Area) -> "OrganisationQuerySet":
        """Those in a part of the map, edges included."""
        return self.filter(
            latitude__range=(area.south, area.north),
            longitude__range=(area.west, area.east),
        )


class Organisation(models.Model):
    class Kind(models.TextChoices):
        CITY = "city", "kreisfreie Stadt"
        TOWN = "town", "kreisangehörige Gemeinde"
        DISTRICT = "district", "Kreis"
        UNION = "union", "Gemeindeverband oder Zweckverband"
        JOBCENTER = "jobcenter", "Jobcenter"
        WELFARE = "welfare", "Wohlfahrtsverband"
        PROVIDER = "provider", "freier Träger"
        RESEARCH = "research", "Forschung"
        LAND = "land", "Land"

    MUNICIPAL = (Kind.CITY, Kind.TOWN, Kind.DISTRICT)

    name = models.CharField("Name", max_length=200)
    slug = models.SlugField("Adresse im Portal", max_length=80, unique=True)
    kind = models.CharField("Art", max_length=10, choices=Kind)
    ags = models.CharField("Gemeindeschlüssel (AGS)", max_length=8, blank=True, validators=[check_ags])
    district = models.ForeignKey(
        District, verbose_name="Kreis oder kreisfreie Stadt", null=True, blank=True, on_delete=models.PROTECT
    )
    street = models.CharField("Straße und Hausnummer", max_length=120, blank=True)
    postcode = models.CharField(
        "Postleitzahl",
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{5}$", "Die Postleitzahl hat fünf Ziffern.")],
    )
    place = models.CharField("Ort", max_length=120)
    inhabitants = models.PositiveIntegerField("Einwohner:innen", null=True, blank=True)
    latitude = models.DecimalField(
        "geografische Breite",
        max_digits=7,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(47)), MaxValueValidator(Decimal("55.2"))],
    )
    longitude = models.DecimalField(
        "geografische Länge",
        max_digits=7,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("5.5")), MaxValueValidator(Decimal("15.5"))],
    )
    logo = models.ForeignKey(
        "files.PortalImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="Logo"
    )
    description = models.TextField("Beschreibung", max_length=4000, blank=True)
    contact_name = models.CharField("Ansprechperson", max_length=120, blank=True)
    email = models.EmailField("E-Mail-Adresse", blank=True)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    website = models.URLField("Internetadresse", blank=True, validators=[URLValidator(schemes=["http", "https"])])
    topics = models.ManyToManyField(
        Term,
        verbose_name="Themen",
        blank=True,
        related_name="organisations",
        limit_choices_to={"vocabulary": TOPICS},
    )
    joined_on = models.DateField("Mitglied seit", default=timezone.localdate)
    left_on = models.DateField("ausgetreten am", null=True, blank=True)
    name_key = models.CharField(max_length=330, editable=False)  # folded name and place, unique among active members
    folded = models.CharField(max_length=700, editable=False)  # folded texts that matching() searches
    updated_at = models.DateTimeField("zuletzt geändert", auto_now=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = "Organisation"
        verbose_name_plural = "Organisationen"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["left_on", "name"], name="members_organisation_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["name_key"], condition=Q(left_on__isnull=True), name="members_organisation_once"
            ),
            models.UniqueConstraint(
                fields=["ags"],
                condition=Q(left_on__isnull=True, kind__in=["city", "town", "district"]) & ~Q(ags=""),
                name="members_municipality_once",
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="members_organisation_has_both_coordinates",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=models.F("joined_on")),
                name="members_organisation_left_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organisations:profile", args=[self.slug])

    def clean(self) -> None:
        """The key must fit the kind, and both coordinates go together."""
        super().clean()
        if wrong := ags_error(self.kind, self.ags):
            raise ValidationError({"ags": wrong})
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": "Bitte geben Sie Breite und Länge an, oder keine von beiden."})

    @classmethod
    def logos_visible_to(cls, user) -> models.QuerySet:
        """Ids of the logos on profiles that this person may see."""
        return cls.objects.visible_to(user).filter(logo__isnull=False).values("logo")

    @classmethod
    def logos(cls, model: type[models.Model]) -> models.QuerySet:
        """Ids of the logos on profiles if `model` is the model of pictures, else none."""
        is_picture = model is cls._meta.get_field("logo").related_model
        return (cls.objects.filter(logo__isnull=False) if is_picture else cls.objects.none()).values("logo")

    @property
    def is_active(self) -> bool:
        return self.left_on is None

    @property
    def land(self) -> str:
        return land_of(self.ags)

    @property
    def size_class(self) -> SizeClass | None:
        if self.inhabitants is None:
            return None
        return next(size for size, (_low, high) in SIZE_LIMITS.items() if high is None or self.inhabitants < high)

    def fold_names(self) -> None:
        """Set the folded columns; services call this before they save."""
        self.name_key = fold(f"{self.name} {self.place}")[:330]
        district = self.district.name if self.district else ""
        self.folded = fold(f"{self.name} {self.place} {self.postcode} {district}")[:700]


class PilotSite(models.Model):
    """Data of a pilot site. Every comparison shows goals, payment and background beside its numbers (DOMAIN.md 2)."""

    GOALS = ("goal_avoid", "goal_live_decently", "goal_leave")

    class Payment(models.TextChoices):
        JOINED = "joined", "Fallmanagement und Leistungsgewährung in einer Hand"
        SEPARATE = "separate", "Fallmanagement und Leistungsgewährung getrennt"

    class Background(models.TextChoices):
        SOCIAL_WORK = "social_work", "überwiegend Soziale Arbeit"
        ADMINISTRATION = "administration", "überwiegend Verwaltung"
        MIXED = "mixed", "gemischt aus Sozialer Arbeit und Verwaltung"

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="pilot_site")
    goal_avoid = models.BooleanField("Sozialhilfebezug vermeiden", default=False)
    goal_live_decently = models.BooleanField("mit Sozialhilfe menschenwürdig leben", default=False)
    goal_leave = models.BooleanField("Sozialhilfebezug überwinden", default=False)
    payment = models.CharField("Fallmanagement und Leistung", max_length=10, choices=Payment)
    background = models.CharField("Herkunft der Fachkräfte", max_length=20, choices=Background)
    started_on = models.DateField("Beginn")
    ended_on = models.DateField("Ende", null=True, blank=True)
    full_time_posts = models.DecimalField(
        "Vollzeitstellen", max_digits=5, decimal_places=2, validators=[MinValueValidator(Decimal("0.25"))]
    )
    profile = models.TextField("So arbeitet der Standort", max_length=4000, blank=True)

    class PilotSiteQuerySet(models.QuerySet):
        def visible_to(self, user) -> "PilotSite.PilotSiteQuerySet":
            return self.filter(organisation__in=Organisation.objects.visible_to(user))

    objects = PilotSiteQuerySet.as_manager()

    class Meta:
        verbose_name = "Pilotstandort"
        verbose_name_plural = "Pilotstandorte"
        ordering = ["organisation__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("started_on")),
                name="members_site_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(goal_avoid=True) | Q(goal_live_decently=True) | Q(goal_leave=True),
                name="members_site_has_a_goal",
                violation_error_message="Bitte wählen Sie mindestens ein Ziel.",
            ),
        ]

    def __str__(self) -> str:
        return f"Pilotstandort {self.organisation}"

    @property
    def goals(self) -> list[str]:
        """Labels of the chosen goals: one, two or all three."""
        return [str(self._meta.get_field(name).verbose_name) for name in self.GOALS if getattr(self, name)]
