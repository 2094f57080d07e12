"""Entry point for gunicorn. DJANGO_SETTINGS_MODULE has no default."""

import gc
import ssl
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from netzwerk.settings import environment

FORWARDED = ("HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_SCRIPT_NAME", "HTTP_PATH_INFO")


def without_forwarded(wrapped: Callable) -> Callable:
    """Remove forwarding headers from requests, and undo what gunicorn has derived from them.

    gunicorn trusts them from 127.0.0.1 and from Unix sockets, whatever the portal's settings say.
    """

    def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        for name in [name for name in environ if name.startswith(FORWARDED)]:
            del environ[name]
        if (connection := environ.get("gunicorn.socket")) is not None:
            environ["wsgi.url_scheme"] = "https" if isinstance(connection, ssl.SSLSocket) else "http"
            whole, own = environ["SCRIPT_NAME"] + environ["PATH_INFO"], environment.text("SCRIPT_NAME")
            environ["SCRIPT_NAME"], environ["PATH_INFO"] = own, whole.removeprefix(own)
        return wrapped(environ, start_response)

    return application


application = get_wsgi_application()
if not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
    application = without_forwarded(application)

# What is loaded now lives as long as the process: exclude it from garbage collection, which paused requests for 0.1 s.
gc.collect()
gc.freeze()
