"""Settings with which the load client signs links as the portal does; it has no database of its own."""

import os

SECRET_KEY = os.environ["BENCH_SECRET_KEY"]
USE_TZ = True
