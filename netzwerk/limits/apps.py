from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "netzwerk.limits"
    label = "limits"
    verbose_name = "Begrenzung von Anfragen"

    def ready(self) -> None:
        from netzwerk.limits import services
        from netzwerk.surfaces import registry

        registry.clock.register(registry.ClockPart("request-limits", 81, services.delete_expired_counts))
