"""What the office may set about the portal without a developer."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from netzwerk.portal.models.readable import ReadableTexts


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
