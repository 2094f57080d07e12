from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "netzwerk.texts"
    label = "texts"
    verbose_name = "Texte, Zahlen und Adressen"

    def ready(self) -> None:
        from netzwerk.texts import admin_fields

        admin_fields.register()
