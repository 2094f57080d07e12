from django.apps import AppConfig


class HoursConfig(AppConfig):
    name = "netzwerk.hours"
    label = "hours"
    verbose_name = "Stunden und Bescheinigungen"

    def ready(self) -> None:
        from netzwerk.files.access import register_objects
        from netzwerk.hours import cards, demo, tasks
        from netzwerk.hours.models import Credit
        from netzwerk.hours.services import forgetting
        from netzwerk.hours.services.notices import KINDS
        from netzwerk.hours.services.own_parts import PARTS
        from netzwerk.hours.services.setting_up import ensure_rules
        from netzwerk.surfaces import registry

        register_objects("hours.Credit", lambda user: Credit.objects.visible_to(user).order_by().values("pk"))
        registry.setup.register(registry.SetupStep("hours", 20, ensure_rules))
        for kind in KINDS:
            registry.notifications.register(kind)
        for part in PARTS:
            registry.own_data.register(part)
        registry.area_links.register(
            registry.AreaLink("hours", 30, "Meine Stunden", "hours:account", covers=("hours:",))
        )
        registry.my_area.register(
            registry.Card(
                *("hours", 25, "Meine Stunden", "hours/cards/own.html", cards.own_hours),
                more=("Alle Stunden", "hours:account"),
                sentence=cards.questions,
            )
        )
        registry.desk_tiles.register(
            registry.DeskTile(
                *("credits", 25, "Anrechnungen zu entscheiden", "desk_hours:credits", cards.decides, cards.undecided),
                title_of_one="Anrechnung zu entscheiden",
            )
        )
        registry.desk_lists.register(
            registry.DeskList(
                *("credits", 60, "Anrechnungen", "desk_hours:credits", cards.decides),
                *(registry.DeskGroup.RECORDS, cards.all_credits, "?stand=alle"),
            )
        )
        registry.desk_lists.register(
            registry.DeskList(
                *("certificates", 65, "Bescheinigungen", "desk_hours:certificates", cards.decides),
                *(registry.DeskGroup.RECORDS, cards.all_certificates),
            )
        )
        registry.clock.register(registry.ClockPart("hours-certificates", 31, tasks.queue_unsent))
        registry.clock.register(registry.ClockPart("hours-proofs", 78, forgetting.forget_old_proofs))
        registry.clock.register(registry.ClockPart("hours-drafts", 79, forgetting.forget_old_drafts))
        registry.clock.register(registry.ClockPart("hours-guests", 80, forgetting.forget_old_guests))
        registry.demo.register(registry.DemoPart("hours", 40, demo.build))
