from django.apps import AppConfig


class SurfacesConfig(AppConfig):
    name = "netzwerk.surfaces"
    label = "surfaces"
    verbose_name = "Gemeinsame Flächen"

    def ready(self) -> None:
        from netzwerk.surfaces import checks, clock  # noqa: F401  checks registers itself

        clock.register()
