"""System check of the order of apps: search connects its signal receivers once, to the models registered by then."""

from typing import Any

from django.core.checks import Error, register

from netzwerk.search import receivers
from netzwerk.surfaces import registry


@register
def check_receivers(app_configs: Any, **_kwargs: Any) -> list[Error]:
    """Changes of a kind without receivers would reach the index only by the sweeper."""
    return [
        Error(
            f"The search kind {kind.key!r} has no signal receivers: it was registered after search connected them.",
            hint=f"Put the app {kind.model_class._meta.app_config.name!r}, or the one that registers the kind in its "
            "ready(), before 'netzwerk.search' in INSTALLED_APPS.",
            obj=kind.model,
            id="search.E001",
        )
        for kind in registry.search_kinds
        if kind.key not in receivers.connected_kinds
    ]
