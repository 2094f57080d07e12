"""The words that editors maintain for the search: synonyms, everyday words and the parts of compounds."""

import re

from django.core.exceptions import ValidationError
from django.db import models

from netzwerk.search.access import can_maintain_search
from netzwerk.search.analysis.compounds import LONGEST_WORD, MOST_PARTS, SHORTEST_LISTED
from netzwerk.search.analysis.stopwords import STOP_WORDS
from netzwerk.search.analysis.words import clean_text
from netzwerk.texts.folding import fold

FEWEST_EXPRESSIONS, MOST_EXPRESSIONS = 2, 20
LONGEST_EXPRESSION = 60
SEPARATORS = re.compile(r"[\n,;]")
BAR = "|"


class EditedWordsQuerySet(models.QuerySet):
    def visible_to(self, user) -> "EditedWordsQuerySet":
        """For the screens of those who maintain the search; the search itself reads all rows."""
        return self if can_maintain_search(user) else self.none()


def one_line(text: str) -> str:
    return " ".join(clean_text(text).split())


def expressions_in(text: str) -> list[str]:
    """One expression per line, or separated by commas or semicolons; empty ones are skipped."""
    return [expression for part in SEPARATORS.split(clean_text(text)) if (expression := one_line(part))]


class SynonymGroup(models.Model):
    """Words and expressions that mean the same: a search for one of them finds them all."""

    words = models.TextField(
        "Wörter mit gleicher Bedeutung",
        max_length=MOST_EXPRESSIONS * (LONGEST_EXPRESSION + 2),
        help_text=(
            "Ein Wort oder ein Ausdruck je Zeile, oder durch Kommas getrennt. Beispiel: Fallmanagement, Case Management, CM. "
            "Wer nach einem davon sucht, findet auch, was die anderen nennt. Groß- und Kleinschreibung ist gleich; Mehrzahl "
            "und Beugung erkennt die Suche selbst. Bitte nur, was wirklich dasselbe meint."
        ),
    )

    objects = EditedWordsQuerySet.as_manager()

    class Meta:
        verbose_name = "Synonymgruppe"
        verbose_name_plural = "Synonyme"

    def __str__(self) -> str:
        return ", ".join(self.expressions)

    @property
    def expressions(self) -> tuple[str, ...]:
        return tuple(expressions_in(self.words))

    def clean(self) -> None:
        if not self.words.strip():
            return  # the required field reports it
        found = expressions_in(self.words)
        if wrong := errors_of(found, fewest=FEWEST_EXPRESSIONS):
            raise ValidationError({"words": wrong})
        self.words = "\n".join(found)


def errors_of(expressions: list[str], *, fewest: int) -> list[str]:
    if not fewest <= len(expressions) <= MOST_EXPRESSIONS:
        least = {1: "ein Wort oder einen Ausdruck", 2: "zwei Wörter oder Ausdrücke"}[fewest]
        return [f"Bitte nennen Sie mindestens {least} und höchstens {MOST_EXPRESSIONS}."]
    return [message for number, one in enumerate(expressions) if (message := error_of(one, expressions[:number]))]


def error_of(expression: str, before: list[str]) -> str:
    """What is wrong with an expression after those `before` it; empty if nothing is."""
    folded = fold(expression)
    if len(expression) > LONGEST_EXPRESSION:
        return f"„{expression[:LONGEST_EXPRESSION]}…“ ist zu lang: höchstens {LONGEST_EXPRESSION} Zeichen."
    if not folded:
        return f"„{expression}“ enthält weder Buchstaben noch Ziffern."
    if set(folded.split()) <= STOP_WORDS:
        return f"„{expression}“ kommt in jedem Text vor; danach sucht die Suche nicht."
    if folded in map(fold, before):
        return f"„{expression}“ steht zweimal da; Groß- und Kleinschreibung, Umlaute und Bindestriche zählen nicht."
    return ""


class EverydayWord(models.Model):
    """What people type, and the terms that the texts use for it. One-way: a search for "Stütze" finds Grundsicherung, a search
    for Grundsicherung does not find "Stütze"."""

    words = models.TextField(
        "Was jemand eintippt",
        max_length=MOST_EXPRESSIONS * (LONGEST_EXPRESSION + 2),
        help_text=(
            "Ein Wort oder ein Ausdruck je Zeile, oder durch Kommas getrennt: Alltagswörter, Abkürzungen, ältere oder "
            "entlehnte Wörter. Auch abwertende dürfen hier stehen; auf keiner Seite des Portals sind sie zu lesen."
        ),
    )
    terms = models.TextField(
        "Fachwörter, nach denen dann auch gesucht wird",
        max_length=MOST_EXPRESSIONS * (LONGEST_EXPRESSION + 2),
        help_text=(
            "Ein Wort oder ein Ausdruck je Zeile, oder durch Kommas getrennt. Beispiel zu „Stütze“: Grundsicherung, "
            "Sozialhilfe. Umgekehrt gilt es nicht; dafür sind die Synonyme da."
        ),
    )

    objects = EditedWordsQuerySet.as_manager()

    class Meta:
        verbose_name = "Alltagswort"
        verbose_name_plural = "Alltagswörter"

    def __str__(self) -> str:
        return ", ".join(expressions_in(self.words))

    @property
    def typed(self) -> tuple[str, ...]:
        return tuple(expressions_in(self.words))

    @property
    def searched(self) -> tuple[str, ...]:
        return tuple(expressions_in(self.terms))

    @property
    def effect(self) -> str:
        return f"findet auch: {', '.join(self.searched)}"

    def clean(self) -> None:
        errors = {}
        for name in ("words", "terms"):
            found = expressions_in(getattr(self, name))
            if getattr(self, name).strip() and (wrong := errors_of(found, fewest=1)):
                errors[name] = wrong
            setattr(self, name, "\n".join(found))
        if same := {fold(one) for one in self.typed} & {fold(one) for one in self.searched}:
            both = [one for one in self.searched if fold(one) in same]
            errors["terms"] = [f"„{one}“ steht schon in der ersten Liste." for one in both]
        if errors:
            raise ValidationError(errors)


class DeliveredWord(models.Model):
    """An entry of the shipped list that was inserted once: if editors change or delete it, it is not inserted again."""

    key = models.CharField(max_length=LONGEST_EXPRESSION, unique=True)

    objects = models.Manager()

    def __str__(self) -> str:
        return self.key


class CompoundWord(models.Model):
    """A word that counts as a part of compounds although it is short or rare, or a compound with its parts marked."""

    marked = models.CharField(
        "Wort",
        max_length=LONGEST_WORD + MOST_PARTS,
        help_text=(
            "Entweder ein Bestandteil, an dem die Suche zusammengesetzte Wörter trennen soll, zum Beispiel „Amt“ für "
            "„Jugendamt“. Oder ein ganzes Wort, dessen Teile ein senkrechter Strich trennt: „Hilfe|plan|gespräch“. "
            "Vorsicht mit Bestandteilen von drei Buchstaben: Sie können in Wörtern stecken, mit denen sie nichts zu tun haben."
        ),
    )
    folded = models.CharField(max_length=LONGEST_WORD, editable=False)
    is_split = models.BooleanField("Art", default=False, editable=False)

    objects = EditedWordsQuerySet.as_manager()

    class Meta:
        verbose_name = "Wort"
        verbose_name_plural = "Zusammengesetzte Wörter"
        ordering = ["folded", "is_split"]
        constraints = [models.UniqueConstraint(fields=["folded", "is_split"], name="compound_word_once")]

    def __str__(self) -> str:
        return self.marked.replace(BAR, "")

    @property
    def parts(self) -> tuple[str, ...]:
        """The marked parts, or the word itself."""
        return tuple(self.marked.split(BAR))

    @property
    def effect(self) -> str:
        return f"wird zerlegt: {' + '.join(self.parts)}" if self.is_split else "zählt als Bestandteil"

    def clean(self) -> None:
        if not self.marked.strip():
            return
        parts = [one_line(part) for part in self.marked.split(BAR)]
        folded = [fold(part) for part in parts]
        if message := error_of_parts(parts, folded):
            raise ValidationError({"marked": message})
        self.marked, self.folded, self.is_split = BAR.join(parts), "".join(folded), len(parts) > 1
        same = CompoundWord.objects.filter(folded=self.folded, is_split=self.is_split).exclude(pk=self.pk)
        if same.exists():
            raise ValidationError({"marked": f"„{self}“ steht schon in der Liste."})


def error_of_parts(parts: list[str], folded: list[str]) -> str:
    word = "".join(parts)
    if not word:
        return "Bitte nennen Sie ein Wort."
    if not all(parts):
        return "Zwischen, vor oder nach den senkrechten Strichen fehlt ein Teil des Wortes."
    if not all(part.isalpha() for part in folded):
        return "Bitte nur ein einziges Wort aus Buchstaben, ohne Leerzeichen, Ziffern und Bindestriche."
    if "".join(folded) != fold(word):
        return f"Die Teile ergeben zusammen nicht das Wort „{word}“."
    if max(len(word), len("".join(folded))) > LONGEST_WORD:
        return f"Das Wort ist zu lang: höchstens {LONGEST_WORD} Buchstaben."
    if len(parts) > MOST_PARTS:
        return f"Das sind zu viele Teile: höchstens {MOST_PARTS}."
    if short := [part for part in folded if len(part) < SHORTEST_LISTED]:
        return f"„{short[0]}“ ist zu kurz: Ein Bestandteil hat mindestens {SHORTEST_LISTED} Buchstaben."
    if len(parts) == 1 and folded[0] in STOP_WORDS:
        return f"„{word}“ kommt in jedem Text vor und taugt nicht als Bestandteil."
    return ""
