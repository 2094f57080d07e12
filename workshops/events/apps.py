from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "workshops.events"
    label = "events"
    verbose_name = "Workshops"

    def ready(self) -> None:
        from netzwerk.seats.access import books_for
        from netzwerk.surfaces import registry
        from workshops.events.kinds import DATE_KIND, PLACE_KIND
        from workshops.events.services import answers

        registry.date_kinds.register(DATE_KIND)
        registry.place_kinds.register(PLACE_KIND)
        registry.term_uses.register(registry.TermUse("events.Workshop.topics", registry.TOPICS, "Workshops"))
        for part in answers.PARTS:
            registry.own_data.register(part)
        registry.clock.register(registry.ClockPart("events-answers", 84, answers.delete_old_answers))
        registry.area_links.register(
            registry.AreaLink(
                *("house-seats", 12, "Plätze unserer Organisation", "house_seats:list"),
                visible=lambda request: bool(books_for(request.user)),
                group=registry.TASKS,
                covers=("house_seats:list", "house_seats:release", "bookings:colleagues"),
            )
        )
