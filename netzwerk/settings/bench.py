"""Production over plain HTTP, for `make bench`: the same middleware, storage and checks, but no TLS."""

from netzwerk.settings.production import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.production import CONTENT_SECURITY_POLICY, REQUEST_LIMITS

SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
SESSION_COOKIE_NAME = "sessionid"
CSRF_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrftoken"
del CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"]
POST_TRANSPORT = "django.core.mail.backends.dummy.EmailBackend"
# All load comes from one address.
REQUEST_LIMITS = REQUEST_LIMITS | {"guest-booking": (1_000_000, 600)}
