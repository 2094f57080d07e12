from django.apps import AppConfig


class SeatsConfig(AppConfig):
    name = "netzwerk.seats"
    label = "seats"
    verbose_name = "Plätze und Anmeldungen"

    def ready(self) -> None:
        from netzwerk.seats import labels, tasks
        from netzwerk.seats.services import audit, forgetting, minimum, notices, own_data, pools, promotion
        from netzwerk.surfaces import registry

        for kind in notices.KINDS:
            registry.notifications.register(kind)
        for part in own_data.PARTS:
            registry.own_data.register(part)
        registry.date_labels.register(labels.OWN_LABELS)
        registry.date_labels.register(labels.SEAT_LABELS)
        registry.date_filters.register(labels.FILTER)
        registry.clock.register(registry.ClockPart("seats-letters", 20, tasks.write_letters))
        registry.clock.register(registry.ClockPart("seats-offers", 21, promotion.expire_offers))
        registry.clock.register(registry.ClockPart("seats-allotments", 22, pools.release_due))
        registry.clock.register(registry.ClockPart("seats-promotion", 23, promotion.end_promotions))
        registry.clock.register(registry.ClockPart("seats-minimum", 24, minimum.remind_of_minimum))
        registry.clock.register(registry.ClockPart("seats-audit", 81, audit.audit_and_log))
        registry.clock.register(registry.ClockPart("seats-unconfirmed", 82, forgetting.forget_unconfirmed))
        registry.clock.register(registry.ClockPart("seats-guests", 83, forgetting.forget_guests))
