"""People and their memberships. A person logs in with the e-mail address."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone

from netzwerk.members.models.grants import RoleGrant
from netzwerk.members.models.organisations import FoldedQuerySet, Organisation
from netzwerk.members.reach import reach
from netzwerk.members.roles import May
from netzwerk.surfaces.registry import TOPICS
from netzwerk.texts.addresses import normalise_email
from netzwerk.texts.folding import fold
from netzwerk.vocabulary.models import Term
from netzwerk.vocabulary.rows import with_terms


class UserQuerySet(FoldedQuerySet):
    def visible_to(self, user) -> "UserQuerySet":
        """The same rule as access.can_view_person, as a query."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if reach(user, May.MANAGE_PEOPLE).everywhere:
            return self
        seen = Q(pk=user.pk)
        if reach(user, May.SEE_OPEN_PROFILES):
            seen |= Q(pk__in=self.model.objects.with_open_profile().values("pk"))
        colleagues = reach(user, May.SEE_COLLEAGUES)
        if colleagues.everywhere:
            seen |= Q(is_active=True)
        elif colleagues:
            there = Membership.objects.current().filter(organisation__in=colleagues.organisations)
            seen |= Q(is_active=True, pk__in=there.values("user"))
        return self.filter(seen)

    def with_open_profile(self) -> "UserQuerySet":
        """Active people with a current role who opened their profile to members."""
        return self.filter(is_active=True, profile_open=True, pk__in=RoleGrant.objects.current().values("user"))

    def of_organisation(self, organisation: Organisation) -> "UserQuerySet":
        there = Membership.objects.current().filter(organisation=organisation)
        return self.filter(pk__in=there.values("user"))

    def about(self, topics: list[str]) -> "UserQuerySet":
        """Those who can be asked about one of these topics (slugs) or a narrower one."""
        return with_terms(self, "topics", Term.objects.topics().under(topics))

    def of_kind(self, kinds: list[str]) -> "UserQuerySet":
        """Current members of an organisation of one of these kinds."""
        there = Membership.objects.current().filter(organisation__kind__in=kinds)
        return self.filter(pk__in=there.values("user"))

    def by_name(self) -> "UserQuerySet":
        return self.order_by("name_key", "pk")

    def with_current_memberships(self) -> "UserQuerySet":
        """Each with `current_memberships`, a list."""
        current = Membership.objects.current().select_related("organisation").order_by("organisation__name_key")
        return self.prefetch_related(models.Prefetch("memberships", queryset=current, to_attr="current_memberships"))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """Raises ValueError without an address. Without a password nobody can log in until one is set by mail."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=normalise_email(email), **fields)
        user.set_password(password)
        user.fold_names()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=normalise_email(email or ""))


class User(AbstractBaseUser, PermissionsMixin):
    email = models.EmailField("E-Mail-Adresse", max_length=254, unique=True)
    first_name = models.CharField("Vorname", max_length=100, blank=True)
    last_name = models.CharField("Nachname", max_length=100, blank=True)
    function = models.CharField("Funktion", max_length=120, blank=True)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    about = models.TextField("Über mich", max_length=1000, blank=True)
    topics = models.ManyToManyField(
        Term,
        verbose_name="Fragen Sie mich zu",
        blank=True,
        related_name="people",
        limit_choices_to={"vocabulary": TOPICS},
    )
    profile_open = models.BooleanField("Profil für Mitglieder sichtbar", default=False)
    name_key = models.CharField(max_length=200, editable=False, default="")  # folded last and first name, to sort by
    folded = models.CharField(max_length=400, editable=False, default="")  # folded texts that matching() searches
    is_active = models.BooleanField("aktiv", default=True)
    erased_at = models.DateTimeField("gelöscht am", null=True, blank=True)
    date_joined = models.DateTimeField("dabei seit", default=timezone.now)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
        indexes = [models.Index(fields=["name_key", "id"], name="members_user_by_name")]
        constraints = [models.UniqueConstraint(Lower("email"), name="members_user_email_once")]

    def __str__(self) -> str:
        return self.get_full_name()

    def clean(self) -> None:
        super().clean()
        self.email = normalise_email(self.email)

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email

    def get_short_name(self) -> str:
        return self.first_name or self.email

    def fold_names(self) -> None:
        """Set the folded columns; services call this before they save."""
        self.name_key = fold(f"{self.last_name} {self.first_name}")[:200]
        self.folded = fold(f"{self.first_name} {self.last_name} {self.function} {self.email}")[:400]


class MembershipQuerySet(models.QuerySet):
    def current(self) -> "MembershipQuerySet":
        return self.filter(ended_on__isnull=True)

    def visible_to(self, user) -> "MembershipQuerySet":
        if not user.is_authenticated or not user.is_active:
            return self.none()
        where = reach(user, May.SEE_COLLEAGUES)
        if where.everywhere or reach(user, May.MANAGE_PEOPLE).everywhere:
            return self
        return self.filter(Q(user=user) | Q(organisation__in=where.organisations))


class Membership(models.Model):
    """A person belongs to an organisation from a day on. Ended memberships stay as history."""

    class Ending(models.TextChoices):
        LEFT = "left", "ausgeschieden"
        MOVED = "moved", "zu einer anderen Organisation gewechselt"
        ORGANISATION_LEFT = "organisation_left", "Organisation ausgetreten"
        ERASED = "erased", "Konto gelöscht"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships", verbose_name="Person")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships", verbose_name="Organisation"
    )
    started_on = models.DateField("seit", default=timezone.localdate)
    ended_on = models.DateField("bis", null=True, blank=True)
    ending = models.CharField("Grund", max_length=20, choices=Ending, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "Mitgliedschaft"
        verbose_name_plural = "Mitgliedschaften"
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"], condition=Q(ended_on__isnull=True), name="members_membership_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="members_membership_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.organisation}"
