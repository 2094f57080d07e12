"""System checks of what apps have registered."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register

from netzwerk.surfaces import registry


@register
def check_registrations(app_configs: Any, **_kwargs: Any) -> list[Error]:
    """An entry that names a model or a queue that does not exist would be ignored at run time."""
    models, queues = {model._meta.label for model in apps.get_models()}, settings.Q_CLUSTER["ALT_CLUSTERS"]
    return [
        *(
            Error(f"{type(entry).__name__} is registered for {entry.key!r}, which is no model.", id="surfaces.E001")
            for entry in (*registry.page_views, *registry.after_publish)
            if entry.key not in models
        ),
        *(
            Error(
                f"The clock part {part.key!r} names the queue {part.queue!r}, which Q_CLUSTER lacks.",
                id="surfaces.E002",
            )
            for part in registry.clock
            if part.queue and part.queue not in queues
        ),
        *(
            Error(f"The menu section {section.key!r} needs a view, a type of page or a slug.", id="surfaces.E003")
            for section in registry.menu_sections
            if len([own for own in (section.url_name, section.page_type, section.slug) if own]) != 1
            or (section.page_type and section.page_type not in models)
        ),
        *(
            Error(
                f"The link {link.key!r} shows neither in a section of the menu nor in the footer.", id="surfaces.E004"
            )
            for link in registry.menu
            if (link.section and registry.menu_sections.get(link.section) is None)
            or not (link.section or link.in_footer)
        ),
    ]
