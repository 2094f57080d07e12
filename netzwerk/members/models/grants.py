"""Grants of roles: to whom, for which scope, from when until when, and by whom. Ended grants stay as history."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from netzwerk.members.models.organisations import Organisation, PilotSite
from netzwerk.members.reach import reach
from netzwerk.members.roles import FORMER_LABELS, ROLE_BY_KEY, ROLES, SCOPE_LABELS, May, Role, Scope
from netzwerk.texts.folding import fold

ENDING_SOON = timedelta(days=30)


class RoleGrantQuerySet(models.QuerySet):
    def current(self, now: datetime | None = None) -> "RoleGrantQuerySet":
        """Grants that hold now, or at the given time."""
        now = now or timezone.now()
        return self.not_ended(now).filter(valid_from__lte=now)

    def not_ended(self, now: datetime | None = None) -> "RoleGrantQuerySet":
        """Those that are current or begin later."""
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=now or timezone.now()))

    def ending_soon(self, now: datetime | None = None) -> "RoleGrantQuerySet":
        """Current ones that end within ENDING_SOON."""
        now = now or timezone.now()
        return self.current(now).filter(valid_until__lt=now + ENDING_SOON)

    def of_organisation(self, organisation: Organisation) -> "RoleGrantQuerySet":
        """Roles in the organisation itself and at its pilot site."""
        return self.filter(_at([organisation.pk]))

    def matching(self, words: str) -> "RoleGrantQuerySet":
        """Grants where every word occurs in the name of the person or of the organisation."""
        found = self
        for word in fold(words).split()[:8]:
            people = get_user_model()._default_manager.filter(folded__contains=word).values("pk")
            organisations = Organisation.objects.filter(folded__contains=word).values("pk")
            found = found.filter(Q(user__in=people) | _at(organisations))
        return found

    def visible_to(self, user) -> "RoleGrantQuerySet":
        if not user.is_authenticated or not user.is_active:
            return self.none()
        where = reach(user, May.SEE_COLLEAGUES)
        if where.everywhere or reach(user, May.MANAGE_PEOPLE).everywhere:
            return self
        return self.filter(Q(user=user) | _at(where.organisations))


def _at(organisations: Iterable[int] | models.QuerySet) -> Q:
    """In one of these organisations or at its pilot site. As subqueries, both conditions use an index; a join would not."""
    sites = PilotSite.objects.filter(organisation__in=organisations).values("pk")
    return Q(organisation__in=organisations) | Q(site__in=sites)


def role_choices() -> list[tuple[str, str]]:
    return [(role.key, role.label) for role in ROLES]


class RoleGrant(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField("Rolle", max_length=30, choices=role_choices)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="role_grants"
    )
    site = models.ForeignKey(PilotSite, null=True, blank=True, on_delete=models.PROTECT, related_name="role_grants")
    valid_from = models.DateTimeField("ab", default=timezone.now)
    valid_until = models.DateTimeField("bis", null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    given_at = models.DateTimeField("gegeben am", default=timezone.now)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_at = models.DateTimeField("genommen am", null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = "Rollenvergabe"
        verbose_name_plural = "Rollenvergaben"
        ordering = ["-valid_from", "-pk"]
        indexes = [
            models.Index(fields=["user", "valid_until"], name="members_grant_of_user"),
            models.Index(fields=["-valid_from", "-id"], name="members_grant_newest_first"),
            models.Index(fields=["role", "-valid_from", "-id"], name="members_grant_of_role"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="members_grant_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) | Q(site__isnull=True), name="members_grant_has_one_scope"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.definition.label}, {self.where}"

    def clean(self) -> None:
        """The scope must be that of the role."""
        super().clean()
        scope = Scope.ORGANISATION if self.organisation_id else Scope.SITE if self.site_id else Scope.NETWORK
        if self.role in ROLE_BY_KEY and scope != self.definition.scope:
            raise ValidationError(f"Die Rolle {self.definition.label} gilt {SCOPE_LABELS[self.definition.scope]}.")

    @property
    def definition(self) -> Role:
        """The role in roles.py; a former one has a name and no permissions."""
        label = FORMER_LABELS.get(self.role, self.role)
        gone = Role(self.role, label, "", Scope.NETWORK, May.GIVE_OFFICE_ROLES, may=())
        return ROLE_BY_KEY.get(self.role, gone)

    @property
    def where(self) -> str:
        """The scope as German text: the organisation, the site, or the network."""
        if self.organisation_id:
            return str(self.organisation)
        return f"Standort {self.site.organisation}" if self.site_id else "Netzwerk"

    @property
    def is_open(self) -> bool:
        """Whether it is current or begins later."""
        return self.valid_until is None or self.valid_until > timezone.now()

    @property
    def is_current(self) -> bool:
        return self.valid_from <= timezone.now() and self.is_open
