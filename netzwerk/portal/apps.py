from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "netzwerk.portal"
    label = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from netzwerk.portal import cards
        from netzwerk.portal.admin_exports import neutralise_exports
        from netzwerk.portal.demo import build
        from netzwerk.portal.search_kinds import News, Pages, Questions
        from netzwerk.portal.services import publishing, tree
        from netzwerk.portal.services.own_data import OWN_DATA
        from netzwerk.surfaces import registry

        neutralise_exports()
        registry.own_data.register(OWN_DATA)
        registry.setup.register(registry.SetupStep("portal", 20, tree.ensure_portal))
        registry.clock.register(registry.ClockPart("scheduled-publishing", 10, publishing.publish_scheduled))
        registry.my_area.register(
            registry.Card("editing", 10, "Redaktion", "portal/cards/editing.html", cards.editing)
        )
        registry.my_area.register(registry.Card("account", 90, "Konto", "portal/cards/account.html", cards.account))
        registry.my_area.register(registry.Card("news", 50, "Aktuelles", "portal/cards/news.html", cards.news))
        for kind in (Pages(), News(), Questions()):
            registry.search_kinds.register(kind)
        registry.demo.register(registry.DemoPart("portal", 20, build.build))
