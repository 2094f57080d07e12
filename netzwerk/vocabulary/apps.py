from pathlib import Path

from django.apps import AppConfig


class VocabularyConfig(AppConfig):
    name = "netzwerk.vocabulary"
    label = "vocabulary"
    verbose_name = "Wortlisten"

    def ready(self) -> None:
        from django.http import HttpRequest

        from netzwerk.surfaces import registry
        from netzwerk.vocabulary import desk
        from netzwerk.vocabulary.access import can_maintain_terms
        from netzwerk.vocabulary.setting_up import ensure_terms

        def maintains_terms(request: HttpRequest) -> bool:
            return can_maintain_terms(request.user)

        first_terms = Path(__file__).parent / "first_topics.toml"
        registry.vocabularies.register(registry.Vocabulary(registry.TOPICS, 10, "Themenfeld", first_terms))
        registry.setup.register(registry.SetupStep("terms", 12, ensure_terms))
        registry.desk_tiles.register(
            registry.DeskTile(
                *("proposed-terms", 45, "vorgeschlagene Begriffe", "wagtailsnippets_vocabulary_term:list"),
                *(maintains_terms, desk.proposals, "?is_proposed=true", "vorgeschlagener Begriff"),
            )
        )
        registry.desk_lists.register(
            registry.DeskList(
                *("terms", 50, "Begriffe und Themen", "wagtailsnippets_vocabulary_term:list", maintains_terms),
                *(registry.DeskGroup.KNOWLEDGE, desk.terms),
            )
        )
