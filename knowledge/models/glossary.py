from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from wagtail.fields import RichTextField

from netzwerk.portal.blocks import SMALL_TEXT
from netzwerk.texts.folding import fold
from netzwerk.texts.readable import ReadableTexts

SHORTEST_ALIAS = 3


class GlossaryQuerySet(models.QuerySet):
    def visible_to(self, user) -> "GlossaryQuerySet":
        """Public."""
        return self


class GlossaryEntry(ReadableTexts):
    term = models.CharField("Begriff", max_length=80, unique=True)
    slug = models.SlugField("in Adressen", max_length=80, unique=True)
    aliases = models.CharField(
        "andere Wörter dafür",
        max_length=250,
        blank=True,
        help_text="Durch Kommas getrennt. In Berichten führen auch sie hierher; bitte nur, was eindeutig ist.",
    )
    short = models.CharField("In einem Satz", max_length=220)
    text = RichTextField("Erklärung", features=SMALL_TEXT, blank=True)
    see_also = models.ManyToManyField("self", verbose_name="Siehe auch", blank=True, symmetrical=False)
    law_checked_on = models.DateField("Rechtsstand", null=True, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = GlossaryQuerySet.as_manager()

    class Meta:
        verbose_name = "Eintrag im Glossar"
        verbose_name_plural = "Glossar"
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return reverse("glossary:entry", args=[self.slug])

    @property
    def names(self) -> list[str]:
        """The term and its aliases."""
        return [self.term, *filter(None, (one.strip() for one in self.aliases.split(",")))]

    @property
    def initial(self) -> str:
        """The letter of its section in the list: Ä under A."""
        return fold(self.term)[:1].upper()

    def clean(self) -> None:
        super().clean()
        short = [name for name in self.names[1:] if len(name) < SHORTEST_ALIAS]
        if short:
            raise ValidationError({"aliases": f"Zu kurz, um eindeutig zu sein: {', '.join(short)}"})
        taken = {fold(name): entry.term for entry in type(self).objects.exclude(pk=self.pk) for name in entry.names}
        if double := [f"{name} ({taken[fold(name)]})" for name in self.names if fold(name) in taken]:
            raise ValidationError({"aliases": f"Steht schon bei einem anderen Begriff: {', '.join(double)}"})
