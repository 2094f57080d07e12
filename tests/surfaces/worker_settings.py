"""Settings of a worker that a test starts as a process: the test's database and index, and a mail server of its own."""

import os

from netzwerk.settings.test import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.test import DATABASES

DATABASES["default"]["NAME"] = os.environ["WORKER_DATABASE"]
SEARCH_DIR = os.environ["WORKER_SEARCH_DIR"]
SEARCH_ENGINE = "embedded"
POST_TRANSPORT = "netzwerk.post.transport.LimitedBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["WORKER_MAIL_PORT"])
