"""Which second factors a person has and needs, and whether a session was confirmed with one."""

from dataclasses import dataclass

from allauth.account.authentication import get_authentication_records
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from netzwerk.members.reach import needs_second_factor

# Recovery codes replace a lost factor; they do not count as one.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True)
class Factors:
    """The factors of a person, for templates."""

    app: bool
    passkeys: int
    codes_left: int
    required: bool  # by a role, and not waived
    wanted: bool  # by a role, waived or not

    @property
    def any(self) -> bool:
        return self.app or self.passkeys > 0

    @property
    def missing(self) -> bool:
        return self.required and not self.any


def has_factor(user) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists()


def remember_none(request: HttpRequest) -> None:
    """The person has no factor, as the middleware has asked; a request that only reads does not change that."""
    if request.method in ("GET", "HEAD"):
        request.user._has_no_factor = True


def has_another_than(authenticator: Authenticator) -> bool:
    others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=FACTORS)
    return others.exclude(pk=authenticator.pk).exists()


def is_required_of(user) -> bool:
    return not settings.SECOND_FACTOR_WAIVED and needs_second_factor(user)


def is_confirmed(request: HttpRequest) -> bool:
    """Whether a second factor was used in this session, by allauth's records of the login."""
    return any(one.get("method") == "mfa" for one in get_authentication_records(request, request.user))


def factors_of(user) -> Factors:
    # Recovery codes exist only beside a factor, so nothing is asked where the middleware found none (remember_none).
    rows = [] if getattr(user, "_has_no_factor", False) else list(Authenticator.objects.filter(user_id=user.pk))
    codes = next((one for one in rows if one.type == Authenticator.Type.RECOVERY_CODES), None)
    wanted = needs_second_factor(user)
    return Factors(
        app=any(one.type == Authenticator.Type.TOTP for one in rows),
        passkeys=sum(one.type == Authenticator.Type.WEBAUTHN for one in rows),
        codes_left=app_settings.RECOVERY_CODE_COUNT - codes.data["used_mask"].bit_count() if codes else 0,
        required=wanted and not settings.SECOND_FACTOR_WAIVED,
        wanted=wanted,
    )
