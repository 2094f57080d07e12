from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "netzwerk.files"
    label = "files"
    verbose_name = "Bilder und Dokumente"

    def ready(self) -> None:
        from netzwerk.files.own_data import OWN_DATA
        from netzwerk.files.services import delete_leftover_attached_files
        from netzwerk.files.tasks import queue_unread_documents, read_all_documents
        from netzwerk.surfaces import registry

        registry.own_data.register(OWN_DATA)
        registry.clock.register(registry.ClockPart("document-texts", 15, queue_unread_documents))
        registry.clock.register(registry.ClockPart("attached-files", 16, delete_leftover_attached_files))
        registry.demo.register(registry.DemoPart("document-texts", 85, read_all_documents))
