"""Entry point for gunicorn. The settings module comes from the environment; nothing is assumed."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
