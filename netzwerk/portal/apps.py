from django.apps import AppConfig

FILE_IN_USE = (
    "Diese Datei gehört zu einer Seite, die zur Prüfung vorliegt oder für später freigegeben ist. Bitte laden Sie "
    "die neue Fassung "
    "als eigene Datei hoch und tauschen Sie sie auf der Seite aus: So sieht auch diese Änderung eine zweite Person."
)

BASICS_LEAD = (
    "Was eine Sozialagentur ist, wie Fallmanagement Schritt für Schritt geht und wie eine Kommune ihre Angebote "
    "gemeinsam mit Trägern steuert."
)
NETWORK_LEAD = "Wer dazugehört, wen Sie fragen können, wie Ihr Haus mitmacht und was es Neues gibt."


class PortalConfig(AppConfig):
    name = "netzwerk.portal"
    label = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from netzwerk.files.in_use import register_use
        from netzwerk.portal import cards, notices, slugs
        from netzwerk.portal.admin_exports import neutralise_exports
        from netzwerk.portal.demo import build
        from netzwerk.portal.search_kinds import News, Pages, Questions
        from netzwerk.portal.services import publishing, tree
        from netzwerk.portal.services.own_data import OWN_DATA
        from netzwerk.portal.services.review import files_of_pending_versions
        from netzwerk.portal.sitemaps import SectionSitemap
        from netzwerk.surfaces import registry

        slugs.spell_out_slugs_in_admin()
        neutralise_exports()
        registry.own_data.register(OWN_DATA)
        registry.menu_sections.register(
            registry.MenuSection("basics", 10, "Grundlagen", slug="grundlagen", lead=BASICS_LEAD)
        )
        registry.menu_sections.register(
            registry.MenuSection("network", 50, "Netzwerk", slug="netzwerk", lead=NETWORK_LEAD)
        )
        registry.sitemaps.register(registry.SitemapPart("menu-sections", 10, SectionSitemap))
        register_use(FILE_IN_USE, files_of_pending_versions)
        registry.notifications.register(notices.WAITING)
        registry.notifications.register(notices.OUTCOME)
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
