"""Entry point for gunicorn. The settings module comes from the environment; nothing is assumed."""

import gc

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

# What is loaded now stays. The collector need not walk it again: that took a tenth of a second in the middle of a request.
gc.collect()
gc.freeze()
