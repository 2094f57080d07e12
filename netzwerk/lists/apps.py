from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "netzwerk.lists"
    label = "lists"
    verbose_name = "Listen und Filter"

    def ready(self) -> None:
        from netzwerk.lists.style import EXAMPLES
        from netzwerk.surfaces import registry

        for example in EXAMPLES:
            registry.style_examples.register(example)
