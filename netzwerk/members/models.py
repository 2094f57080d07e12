"""People. The e-mail address is the name under which a person logs in."""

import unicodedata

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


def normalise_email(address: str) -> str:
    """One spelling per mailbox: compatibility forms folded, small letters, no spaces around (ß stays: it is another domain).

    So that a rate limit, the login and the unique constraint all see variants of one address as the same.
    """
    return unicodedata.normalize("NFKC", address or "").strip().lower()


class UserQuerySet(models.QuerySet):
    def visible_to(self, user) -> "UserQuerySet":
        """People whose accounts this person may see: their own."""
        return self.filter(pk=user.pk)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """A person with this address. Without a password nobody can log in until one is set by mail."""
        if not email:
            raise ValueError("A person needs an e-mail address.")
        user = self.model(email=normalise_email(email), **fields)
        user.set_password(password)
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
    is_active = models.BooleanField("aktiv", default=True)
    date_joined = models.DateTimeField("dabei seit", default=timezone.now)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["first_name", "last_name"]

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Personen"
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
