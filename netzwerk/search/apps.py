from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Stands after all apps whose things can be found: it listens to their models."""

    name = "netzwerk.search"
    label = "search"
    verbose_name = "Suche"

    def ready(self) -> None:
        from netzwerk.search import receivers
        from netzwerk.search.services import status, upkeep
        from netzwerk.surfaces import registry

        receivers.connect()
        registry.setup.register(registry.SetupStep("search", 90, upkeep.ensure_index))
        registry.clock.register(registry.ClockPart("search", 20, upkeep.look_after_index))
        registry.health.register(registry.Probe("search", 40, status.check_index))
        registry.demo.register(registry.DemoPart("search", 90, build_demo_index))


def build_demo_index(say) -> None:
    from netzwerk.search.services import indexing

    say(f"Suche: {indexing.rebuild()} Einträge")
