"""Changing one's own e-mail address: the new mailbox confirms it by a link, the old one is informed."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from netzwerk.members import tokens
from netzwerk.members.errors import MembersError
from netzwerk.members.models import User, normalise_email
from netzwerk.members.services.log import log_action
from netzwerk.post.services import send_letter

LINK_EXPIRED = "Dieser Link gilt nicht mehr. Geben Sie die neue Adresse bitte noch einmal ein."


@transaction.atomic
def request_address_change(user: User, *, actor: User, email: str) -> None:
    """Send a confirmation link to the new address, but not if another account has it; the caller sees no difference.

    Raises PermissionDenied for another person's account, MembersError for the present address.
    """
    if actor.pk != user.pk:
        raise PermissionDenied
    email = normalise_email(email)
    if email == user.email:
        raise MembersError("Das ist schon Ihre Adresse.")
    if User.objects.filter(email=email).exists():
        return
    token = tokens.address_token(user.pk, user.email, email)
    url = settings.BASE_URL + reverse("own:email_confirm", args=[token])
    send_letter("members/mail/address_confirm.txt", to=email, context={"person": user, "url": url})


@transaction.atomic
def confirm_address(token: str, *, actor: User) -> User:
    """Make the address of the token the person's own, for login and mail. Returns the person.

    Raises PermissionDenied for the token of another person, MembersError for an invalid or expired one.
    """
    found = tokens.read_address_token(token)
    if found is None:
        raise MembersError(LINK_EXPIRED)
    pk, old, new = found
    if actor.pk != pk:
        raise PermissionDenied
    user = User.objects.select_for_update().get(pk=pk)
    if user.email != old or not user.is_active:
        raise MembersError(LINK_EXPIRED)
    user.email = new
    user.fold_names()
    try:
        with transaction.atomic():
            user.save(update_fields=["email", "folded"])
    except IntegrityError as error:  # another account got the address meanwhile
        raise MembersError(LINK_EXPIRED) from error
    EmailAddress.objects.filter(user=user).delete()  # allauth's copy of the old one
    log_action("address_changed", user, actor=actor, fields=["email"])
    send_letter("members/mail/address_changed.txt", to=old, context={"person": user})
    return user
