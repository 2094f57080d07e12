from django.apps import AppConfig


class AutosaveConfig(AppConfig):
    name = "netzwerk.autosave"
    label = "autosave"
    verbose_name = "Automatisches Speichern"

    def ready(self) -> None:
        from netzwerk.autosave.services.kept import forget_expired_texts
        from netzwerk.autosave.services.own_data import OWN_DATA
        from netzwerk.surfaces import registry

        registry.own_data.register(OWN_DATA)
        registry.clock.register(registry.ClockPart("kept-texts", 71, forget_expired_texts))
