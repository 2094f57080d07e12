from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "workshops.events"
    label = "events"
    verbose_name = "Workshops"

    def ready(self) -> None:
        from netzwerk.files.access import register_objects
        from netzwerk.seats.access import books_for
        from netzwerk.surfaces import registry
        from workshops.events import cards
        from workshops.events.demo.build import build
        from workshops.events.kinds import DATE_KIND, PLACE_KIND
        from workshops.events.models import Material
        from workshops.events.parts import WorkshopSitemap
        from workshops.events.search_kinds import Workshops
        from workshops.events.services import answers, closing, messages, notices, own_data, people

        registry.date_kinds.register(DATE_KIND)
        registry.place_kinds.register(PLACE_KIND)
        registry.demo.register(registry.DemoPart("workshops", 35, build))
        registry.term_uses.register(
            registry.TermUse("events.Workshop.topics", registry.TOPICS, "Workshop", "Workshops")
        )
        register_objects("events.Material", lambda user: Material.objects.visible_to(user).order_by().values("pk"))
        registry.search_kinds.register(Workshops())
        registry.sitemaps.register(registry.SitemapPart("workshops", 25, WorkshopSitemap))
        for kind in notices.KINDS:
            registry.notifications.register(kind)
        for part in own_data.PARTS:
            registry.own_data.register(part)
        registry.own_data.register(messages.OWN_DATA)
        registry.area_links.register(
            registry.AreaLink(
                *("workshops", 22, "Meine Workshops", "my_workshops:list"),
                visible=cards.plans,
                group=registry.TASKS,
                covers=("my_workshops:", "workshop_desk:"),
            )
        )
        registry.desk_tiles.register(
            registry.DeskTile(
                *("workshops", 30, "Workshops zu prüfen", "my_workshops:list", cards.reviews, cards.to_review),
                suffix="?von=alle&stand=pruefung",
                title_of_one="Workshop zu prüfen",
            )
        )
        registry.clock.register(registry.ClockPart("workshops-closings", 32, closing.finish_due))
        registry.clock.register(registry.ClockPart("workshops-succession", 84, people.find_orphans))
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
