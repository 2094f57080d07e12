"""allauth.mfa's adapter with encrypted seeds and German messages."""

from io import BytesIO

import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone
from qrcode.image.svg import SvgPathFillImage

from netzwerk.members.second_factor import encryption, state
from netzwerk.members.second_factor.owner import current_owner


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Dieser Code stimmt nicht oder gilt nicht mehr. Jeder Code gilt nur einmal und nur kurze Zeit.",
        "passkey_failed": "Das hat mit dem Passkey nicht geklappt. Bitte versuchen Sie es noch einmal.",
        "cannot_delete_authenticator": (
            "Das ist Ihr einziger zweiter Faktor, und Ihre Rolle verlangt einen. "
            "Richten Sie zuerst einen anderen ein, dann können Sie diesen entfernen."
        ),
        "cannot_generate_recovery_codes": "Notfallcodes gibt es, sobald Sie eine App oder einen Passkey eingerichtet haben.",
        "spent": "Heute wurden zu viele falsche Codes eingegeben. Bitte wenden Sie sich an die Geschäftsstelle.",
        "unreadable": "Ihr zweiter Faktor lässt sich gerade nicht prüfen. Bitte wenden Sie sich an die Geschäftsstelle.",
    }

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text, current_owner())

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text, current_owner())

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """A person who needs a second factor cannot delete the last one; recovery codes do not count."""
        return not state.is_required_of(authenticator.user) or state.has_another_than(authenticator)

    def build_totp_svg(self, url: str) -> str:
        """A QR code on white, readable for cameras in dark mode too."""
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage, border=3).save(picture)
        return picture.getvalue().decode()

    def generate_authenticator_name(self, user, type: Authenticator.Type) -> str:
        return f"Passkey vom {timezone.localdate():%d.%m.%Y}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}
