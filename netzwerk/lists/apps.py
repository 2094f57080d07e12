from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "netzwerk.lists"
    label = "lists"
    verbose_name = "Listen und Filter"
