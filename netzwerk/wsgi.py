"""Entry point for gunicorn. The settings module comes from the environment; nothing is assumed."""

import gc
import ssl
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from netzwerk.settings import environment

FORWARDED = ("HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_SCRIPT_NAME", "HTTP_PATH_INFO")


def without_forwarded(asked: Callable) -> Callable:
    """The application, asked without forwarding headers, and without what gunicorn has already concluded from them: it
    believes them from 127.0.0.1 and from sockets in the file system, whatever the portal's settings say."""

    def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        for name in [name for name in environ if name.startswith(FORWARDED)]:
            del environ[name]
        if (connection := environ.get("gunicorn.socket")) is not None:
            environ["wsgi.url_scheme"] = "https" if isinstance(connection, ssl.SSLSocket) else "http"
            whole, own = environ["SCRIPT_NAME"] + environ["PATH_INFO"], environment.text("SCRIPT_NAME")
            environ["SCRIPT_NAME"], environ["PATH_INFO"] = own, whole.removeprefix(own)
        return asked(environ, start_response)

    return application


application = get_wsgi_application()
if not settings.ALLAUTH_TRUSTED_PROXY_COUNT:
    application = without_forwarded(application)

# What is loaded now stays. The collector need not walk it again: that took a tenth of a second in the middle of a request.
gc.collect()
gc.freeze()
