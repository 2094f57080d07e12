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
NETWORK_LEAD = "Wer dazugehört, wen Sie fragen können, wie Ihre Organisation mitmacht und was es Neues gibt."


class PortalConfig(AppConfig):
    name = "netzwerk.portal"
    label = "portal"
    verbose_name = "Portal"

    def ready(self) -> None:
        from netzwerk.files.in_use import register_use
        from netzwerk.portal import access, cards, notices, slugs, topics
        from netzwerk.portal.admin_exports import neutralise_exports
        from netzwerk.portal.demo import build
        from netzwerk.portal.search_kinds import News, Pages, Questions
        from netzwerk.portal.services import publishing, tree
        from netzwerk.portal.services.own_data import PARTS
        from netzwerk.portal.services.review import files_of_pending_versions
        from netzwerk.portal.sitemaps import SectionSitemap, TopicSitemap
        from netzwerk.surfaces import registry

        slugs.spell_out_slugs_in_admin()
        neutralise_exports()
        for part in PARTS:
            registry.own_data.register(part)
        registry.menu_sections.register(
            registry.MenuSection("basics", 10, "Grundlagen", slug="grundlagen", lead=BASICS_LEAD)
        )
        registry.menu_sections.register(
            registry.MenuSection("network", 50, "Netzwerk", slug="netzwerk", lead=NETWORK_LEAD)
        )
        registry.sitemaps.register(registry.SitemapPart("menu-sections", 10, SectionSitemap))
        registry.sitemaps.register(registry.SitemapPart("topics", 20, TopicSitemap))
        registry.term_uses.register(
            registry.TermUse(
                "portal.NewsPage.topics", registry.TOPICS, "Nachricht", "Nachrichten"
            )  # the index of the news has no topics
        )
        registry.topic_parts.register(
            registry.TopicPart(
                *("news", 60, "Aktuelles", "Nachricht", "Nachrichten", "portal/topic_news.html"),
                *(topics.find_news, topics.newest_news, topics.terms_of_news),
                is_aside=True,
            )
        )
        register_use(FILE_IN_USE, files_of_pending_versions)
        registry.notifications.register(notices.WAITING)
        registry.notifications.register(notices.OUTCOME)
        registry.setup.register(registry.SetupStep("portal", 20, tree.ensure_portal))
        registry.clock.register(registry.ClockPart("scheduled-publishing", 10, publishing.publish_scheduled))
        registry.area_links.register(registry.AreaLink("overview", 0, "Übersicht", "portal:my_area"))
        registry.area_links.register(
            registry.AreaLink(
                key="editing",
                order=80,
                title="Redaktion",
                url_name="wagtailadmin_home",
                visible=lambda request: access.has_role_in_admin(request.user),
                group=registry.TASKS,
            )
        )
        registry.my_area.register(
            registry.Card(
                key="editing",
                order=10,
                title="Redaktion",
                template="portal/cards/editing.html",
                context=cards.editing,
                more=("Zur Redaktion", "wagtailadmin_home"),
                sentence=cards.pages_to_review,
            )
        )
        registry.my_area.register(
            registry.Card(
                *("account", 90, "Konto", "portal/cards/account.html", cards.account),
                more=("Mein Profil", "own:profile"),
            )
        )
        registry.my_area.register(registry.Card("news", 50, "Aktuelles", "portal/cards/news.html", cards.news))
        for kind in (Pages(), News(), Questions()):
            registry.search_kinds.register(kind)
        registry.demo.register(registry.DemoPart("portal", 20, build.build))
