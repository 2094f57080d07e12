from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Stands after all apps that register search kinds, because it connects receivers to their models; checks.py makes sure."""

    name = "netzwerk.search"
    label = "search"
    verbose_name = "Suche"

    def ready(self) -> None:
        from netzwerk.search import cards, checks, demo, receivers  # noqa: F401  checks registers itself
        from netzwerk.search.access import can_maintain_search
        from netzwerk.search.services import default_words, maintenance, offering, questions, status
        from netzwerk.surfaces import registry

        receivers.connect()
        registry.desk_lists.register(
            registry.DeskList(
                key="asked-questions",
                order=60,
                title="Was gesucht wird",
                url_name="search_asked:index",
                visible=lambda request: can_maintain_search(request.user),
                group=registry.DeskGroup.KNOWLEDGE,
                state=cards.asked,
            )
        )
        registry.reference_offers.register(registry.ReferenceOffer("search", 10, offering.find_targets))
        registry.setup.register(registry.SetupStep("synonyms", 40, default_words.ensure_synonyms))
        registry.setup.register(registry.SetupStep("compound-words", 41, default_words.ensure_compound_words))
        registry.setup.register(registry.SetupStep("everyday-words", 42, default_words.ensure_everyday_words))
        registry.setup.register(registry.SetupStep("search", 90, maintenance.ensure_index))
        registry.clock.register(registry.ClockPart("search", 20, maintenance.maintain_index))
        registry.clock.register(registry.ClockPart("question-retention", 82, questions.forget_old_questions))
        registry.health.register(registry.Probe("search", 40, status.check_index))
        registry.demo.register(registry.DemoPart("asked-questions", 80, demo.ask_questions))
        registry.demo.register(registry.DemoPart("search", 90, demo.build_index))
