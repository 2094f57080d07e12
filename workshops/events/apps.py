from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "workshops.events"
    label = "events"
    verbose_name = "Workshops"

    def ready(self) -> None:
        from netzwerk.surfaces import registry
        from workshops.events.demo import build
        from workshops.events.kinds import DATE_KIND, PLACE_KIND

        registry.date_kinds.register(DATE_KIND)
        registry.place_kinds.register(PLACE_KIND)
        registry.term_uses.register(registry.TermUse("events.Workshop.topics", registry.TOPICS, "Workshops"))
        registry.demo.register(registry.DemoPart("workshops", 35, build.build))
