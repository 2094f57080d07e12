from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "netzwerk.post"
    label = "post"
    verbose_name = "Post"

    def ready(self) -> None:
        from netzwerk.post import services
        from netzwerk.surfaces import registry

        registry.clock.register(registry.ClockPart("post", 50, services.sweep))
        registry.clock.register(registry.ClockPart("post-retention", 80, services.forget_old_messages))
        registry.health.register(registry.Probe("post", 30, services.check_backlog))
