"""Settings that the network office edits in the admin."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from netzwerk.texts.notation import NO_PHONE, read_phone
from netzwerk.texts.readable import ReadableTexts


@register_setting(icon="home")
class PortalSettings(ReadableTexts, BaseGenericSetting):
    """How to reach the network office; shown on the contact page."""

    office_name = models.CharField("Name", max_length=160, default="Geschäftsstelle Netzwerk Sozialagenturen")
    address = models.TextField("Anschrift", blank=True)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    email = models.EmailField("E-Mail-Adresse", blank=True)
    hours = models.TextField("Erreichbar", blank=True, help_text="Zum Beispiel: montags bis donnerstags, 9 bis 15 Uhr")

    panels = [FieldPanel(name) for name in ("office_name", "address", "phone", "email", "hours")]

    class Meta:
        verbose_name = "Angaben zum Portal"

    def clean(self) -> None:
        super().clean()
        try:
            self.phone = read_phone(self.phone) if self.phone.strip() else ""
        except ValueError as error:
            raise ValidationError({"phone": NO_PHONE}) from error
