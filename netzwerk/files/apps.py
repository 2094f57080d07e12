from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "netzwerk.files"
    label = "files"
    verbose_name = "Bilder und Dokumente"

    def ready(self) -> None:
        from netzwerk.files.own_data import OWN_DATA
        from netzwerk.surfaces import registry

        registry.own_data.register(OWN_DATA)
