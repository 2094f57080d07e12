"""Settings of the tests: those of the demo (its routes are tested too), with fast hashing and temporary folders."""

import os

from netzwerk.settings import environment
from netzwerk.settings.demo import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.demo import VAR_DIR

DATABASES = {"default": environment.database(":memory:")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # The threads of race tests need a database file to share; pytest-django creates and removes it.
    DATABASES["default"]["NAME"] = VAR_DIR / "test.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Argon2id has a test of its own
SECOND_FACTOR_WAIVED = True  # overrides DEMO_SECOND_FACTOR; the tests of the second factor set it to False
MEDIA_ROOT = str(VAR_DIR / f"test-media-{os.getpid()}")
SEARCH_DIR = str(VAR_DIR / f"test-search-{os.getpid()}")
WHITENOISE_AUTOREFRESH = True
LOGGING = {"version": 1, "disable_existing_loggers": False}
