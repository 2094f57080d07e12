"""Settings in which an app with search kinds comes after netzwerk.search."""

from netzwerk.settings.test import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.test import INSTALLED_APPS

INSTALLED_APPS = [*(app for app in INSTALLED_APPS if app != "knowledge"), "knowledge"]
