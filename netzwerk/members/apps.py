from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "netzwerk.members"
    label = "members"
    verbose_name = "Menschen und Rollen"

    def ready(self) -> None:
        from netzwerk.members import demo
        from netzwerk.members.services import ensure_role_groups, forget_old_sessions
        from netzwerk.surfaces import registry

        registry.setup.register(registry.SetupStep("roles", 10, ensure_role_groups))
        registry.clock.register(registry.ClockPart("sessions", 70, forget_old_sessions))
        registry.demo.register(registry.DemoPart("personas", 10, demo.build))
