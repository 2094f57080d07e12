from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "netzwerk.files"
    label = "files"
    verbose_name = "Bilder und Dokumente"
