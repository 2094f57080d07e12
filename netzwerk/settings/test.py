"""The suite: the demo's settings (demo routes are tested too) with fast hashing and files in a throw-away folder."""

import os

from netzwerk.settings import environment
from netzwerk.settings.demo import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.demo import VAR_DIR

DATABASES = {"default": environment.database(":memory:")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Threads of the race tests need one file that they share; pytest-django makes and removes it.
    DATABASES["default"]["NAME"] = VAR_DIR / "test.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Argon2id has a test of its own
SECOND_FACTOR_WAIVED = True  # whatever DEMO_SECOND_FACTOR says; the tests of the second factor take it back
MEDIA_ROOT = str(VAR_DIR / f"test-media-{os.getpid()}")
SEARCH_DIR = str(VAR_DIR / f"test-search-{os.getpid()}")
WHITENOISE_AUTOREFRESH = True
LOGGING = {"version": 1, "disable_existing_loggers": False}
