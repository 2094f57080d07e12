"""Changes to second factors by management commands."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.template.loader import render_to_string
from wagtail import log_actions

from netzwerk.members.models import User
from netzwerk.members.second_factor import encryption
from netzwerk.members.services.sessions import end_sessions
from netzwerk.post.services import queue_mail

RESET = "members.second_factor_reset"
ENCRYPTED_FIELDS = ("secret", "seed")


@transaction.atomic
def reset_second_factor(user: User) -> int:
    """Delete all factors and sessions of a person who lost the factors; log it and send a mail. Returns how many rows.

    The password stays valid, but where a role needs a factor it leads to the enrolment only.
    """
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    removed = Authenticator.objects.filter(user=user).delete()[0]
    end_sessions(user)
    log_actions.log(user, RESET, user=None, data={"removed": removed})
    queue_mail(
        to=user.email,
        subject=render_to_string("mfa/email/reset_subject.txt").strip(),
        text=render_to_string("mfa/email/reset_message.txt").strip(),
    )
    return removed


def reencrypt_seeds() -> int:
    """Encrypt every seed with the current key, so that the old one can be removed. Returns how many changed."""
    renewed = 0
    for pk in Authenticator.objects.exclude(type=Authenticator.Type.WEBAUTHN).values_list("pk", flat=True):
        with transaction.atomic():
            row = Authenticator.objects.select_for_update().get(pk=pk)
            old = {name: row.data[name] for name in ENCRYPTED_FIELDS if name in row.data}
            stale = {name: text for name, text in old.items() if not encryption.is_current(text)}
            for name, text in stale.items():
                row.data[name] = encryption.encrypt(encryption.decrypt(text, row.user_id), row.user_id)
            if stale:
                row.save(update_fields=["data"])
                renewed += 1
    return renewed
