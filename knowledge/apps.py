from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "knowledge"
    label = "knowledge"
    verbose_name = "Bibliothek guter Praxis"

    def ready(self) -> None:
        from django.http import HttpRequest

        from knowledge import cards, tasks, topic_part
        from knowledge.access import can_maintain_library
        from knowledge.demo import build
        from knowledge.search_kinds import GlossaryEntries, PracticeReports, glossary_words
        from knowledge.services.bookmarks import NOTE
        from knowledge.services.own_data import PARTS
        from knowledge.services.pdf_files import reconcile_files_hourly
        from knowledge.services.reviewing import KIND, ask_for_reviews
        from knowledge.services.setting_up import ensure_library
        from knowledge.services.term_uses import term_uses
        from knowledge.services.versions import record_version
        from knowledge.views.library import serve_library
        from knowledge.views.reports import serve_report
        from knowledge.vocabularies import VOCABULARIES
        from netzwerk.surfaces import registry

        def maintains_library(request: HttpRequest) -> bool:
            return can_maintain_library(request.user)

        registry.page_views.register(registry.PageView("knowledge.LibraryPage", serve_library))
        registry.page_views.register(registry.PageView("knowledge.PracticeReport", serve_report))
        registry.after_publish.register(registry.AfterPublish("knowledge.PracticeReport", record_version))
        registry.search_kinds.register(PracticeReports())
        registry.search_kinds.register(GlossaryEntries())
        for vocabulary in VOCABULARIES:
            registry.vocabularies.register(vocabulary)
        for term_use in term_uses():
            registry.term_uses.register(term_use)
        registry.synonyms.register(registry.SynonymSource("glossary", 10, glossary_words))
        registry.menu_sections.register(
            registry.MenuSection("practice", 20, "Praxiswissen", page_type="knowledge.LibraryPage")
        )
        registry.menu.register(
            registry.MenuLink("criteria", 60, "Kriterien guter Praxis", "knowledge:quality", section="practice")
        )
        registry.menu.register(
            registry.MenuLink("glossary", 70, "Glossar", "glossary:list", section="practice", in_footer=True)
        )
        registry.menu.register(
            registry.MenuLink(
                *("topics", 40, "Themen", "portal:topics"),
                section="practice",
                description="Alles zu einem Thema auf einer Seite: Berichte, Menschen, Organisationen, Nachrichten.",
            )
        )
        registry.topic_parts.register(topic_part.PART)
        registry.autosaved.register(NOTE)
        for part in PARTS:
            registry.own_data.register(part)
        registry.notifications.register(KIND)
        registry.setup.register(registry.SetupStep("library", 30, ensure_library))
        registry.clock.register(registry.ClockPart("report-pdf-files", 29, reconcile_files_hourly))
        registry.clock.register(registry.ClockPart("report-pdfs", 30, tasks.queue_missing_pdfs))
        registry.clock.register(registry.ClockPart("report-reviews", 60, ask_for_reviews))
        registry.area_links.register(
            registry.AreaLink("bookmarks", 50, "Merkliste", "bookmarks:list", covers=("bookmarks:",))
        )
        registry.my_area.register(
            registry.Card(
                *("bookmarks", 40, "Merkliste", "knowledge/cards/bookmarks.html", cards.bookmarks),
                more=("Ganze Merkliste", "bookmarks:list"),
            )
        )
        registry.my_area.register(
            registry.Card(
                *("overdue", 15, "Berichte prüfen", "knowledge/cards/overdue.html", cards.overdue),
                sentence=cards.how_many_overdue,
            )
        )
        registry.desk_tiles.register(
            registry.DeskTile(
                *("due-reviews", 40, "Praxisberichte zu prüfen", "portal:my_area", maintains_library),
                *(cards.due_reviews, "#karte-overdue", "Praxisbericht zu prüfen"),
            )
        )
        registry.start_parts.register(registry.StartPart("reports", 10, "knowledge/start.html", cards.newest))
        registry.demo.register(registry.DemoPart("knowledge", 30, build.build))
