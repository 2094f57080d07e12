from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "netzwerk.search"
    label = "search"
    verbose_name = "Suche"

    def ready(self) -> None:
        from netzwerk.search import demo
        from netzwerk.search.services import first_words, questions
        from netzwerk.surfaces import registry

        registry.setup.register(registry.SetupStep("synonyms", 40, first_words.ensure_synonyms))
        registry.setup.register(registry.SetupStep("compound-words", 41, first_words.ensure_compound_words))
        registry.clock.register(registry.ClockPart("question-retention", 82, questions.forget_old_questions))
        registry.demo.register(registry.DemoPart("asked-questions", 90, demo.build))
