from functools import partial

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "netzwerk.directory"
    label = "directory"
    verbose_name = "Organisationen und Menschen"

    def ready(self) -> None:
        from netzwerk.directory.map.example import example_map
        from netzwerk.directory.search_kinds import Organisations, People
        from netzwerk.directory.sitemaps import OrganisationSitemap
        from netzwerk.directory.topic_parts import PARTS
        from netzwerk.members.access import can_see_open_profiles
        from netzwerk.surfaces import registry

        in_network = partial(registry.MenuLink, section="network", in_footer=True)
        registry.menu.register(
            in_network(
                *("organisations", 10, "Organisationen und Karte", "organisations:directory"),
                description="Kommunen, Kreise, Verbände und Träger im Netzwerk, als Liste und auf der Karte.",
            )
        )
        registry.menu.register(
            in_network(
                *("people", 20, "Wen kann ich fragen?", "people:list"),
                description="Fachleute, die ihre Erfahrung mit Ihnen teilen.",
                visible=lambda request: can_see_open_profiles(request.user),
            )
        )
        registry.sitemaps.register(registry.SitemapPart("organisations", 20, OrganisationSitemap))
        registry.search_kinds.register(Organisations())
        registry.search_kinds.register(People())
        for part in PARTS:
            registry.topic_parts.register(part)
        registry.style_examples.register(
            registry.StyleExample(
                "karte", 30, "Karte", "directory/map_example.html", example_map, stylesheet="directory/map.css"
            )
        )
