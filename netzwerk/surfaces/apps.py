from django.apps import AppConfig


class SurfacesConfig(AppConfig):
    name = "netzwerk.surfaces"
    label = "surfaces"
    verbose_name = "Gemeinsame Flächen"

    def ready(self) -> None:
        from netzwerk.surfaces import admin_fields, clock

        clock.register()
        admin_fields.register()
