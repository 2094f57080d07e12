from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "netzwerk.search"
    label = "search"
    verbose_name = "Suche"
