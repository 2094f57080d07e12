from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "netzwerk.calendar"
    label = "calendar"
    verbose_name = "Termine"

    def ready(self) -> None:
        from netzwerk.calendar import cards, parts
        from netzwerk.calendar.access import can_maintain_venues
        from netzwerk.calendar.demo import build
        from netzwerk.calendar.preview import example
        from netzwerk.calendar.services.own_data import OWN_DATA
        from netzwerk.calendar.services.sending import KIND
        from netzwerk.surfaces import registry

        registry.own_data.register(OWN_DATA)
        # Lists read the topics from the rows, so nothing follows from a change of a term.
        registry.term_uses.register(registry.TermUse("calendar.Date.topics", registry.TOPICS, "Termin", "Termine"))
        registry.notifications.register(
            registry.NotificationKind(
                *(KIND, 25, "Termine"),
                "Kommt, wenn Sie bei einem Termin dabei sind, wenn er sich ändert oder ausfällt. E-Mails, die Ihren Kalender "
                "ändern, kommen immer.",
            )
        )
        registry.menu_sections.register(
            registry.MenuSection("dates", 40, "Termine", url_name="dates:list", visible=parts.has_dates)
        )
        registry.area_links.register(
            registry.AreaLink(
                *("dates", 20, "Meine Termine", "my_dates:list"), visible=parts.has_dates, covers=("my_dates:",)
            )
        )
        registry.area_links.register(
            registry.AreaLink(
                *("venues", 25, "Veranstaltungsorte", "venues:list"),
                visible=lambda request: can_maintain_venues(request.user),
                group=registry.TASKS,
                covers=("venues:",),
            )
        )
        registry.my_area.register(
            registry.Card(
                *("dates", 12, "Meine nächsten Termine", "calendar/cards/dates.html", cards.next_dates),
                more=("Alle meine Termine", "my_dates:list"),
            )
        )
        registry.start_parts.register(registry.StartPart("dates", 5, "calendar/start.html", parts.on_start))
        registry.topic_parts.register(parts.PART)
        registry.demo.register(registry.DemoPart("venues", 15, build))
        registry.style_examples.register(
            registry.StyleExample(
                "terminreihe", 40, "Terminreihe vor dem Speichern", "calendar/series_example.html", example
            )
        )
