from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "netzwerk.post"
    label = "post"
    verbose_name = "Post"

    def ready(self) -> None:
        from netzwerk.post import cards, services
        from netzwerk.post.services.own_data import OWN_DATA
        from netzwerk.surfaces import registry

        registry.own_data.register(OWN_DATA)
        registry.clock.register(registry.ClockPart("post", 50, services.sweep, queue="post"))
        registry.clock.register(registry.ClockPart("post-retention", 80, services.forget_old_messages))
        registry.clock.register(registry.ClockPart("notification-retention", 81, services.forget_old_notifications))
        registry.area_links.register(
            registry.AreaLink(
                key="notifications",
                order=10,
                title="Mitteilungen",
                url_name="notifications:list",
                count=cards.unread,
                count_words="neue",
                covers=("notifications:",),
            )
        )
        registry.my_area.register(
            registry.Card(
                key="notifications",
                order=5,
                title="Mitteilungen",
                template="post/cards/notifications.html",
                context=cards.notifications,
                more=("Alle Mitteilungen", "notifications:list"),
                sentence=cards.how_many_unread,
            )
        )
        registry.health.register(registry.Probe("post", 30, services.check_backlog))
