"""Production. Secrets and local values come from the environment and have no default."""

from django.core.exceptions import ImproperlyConfigured

from netzwerk.settings import environment, keys
from netzwerk.settings.base import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.base import CONTENT_SECURITY_POLICY

if environment.flag("DEMO"):
    raise ImproperlyConfigured(
        "DEMO is set, but these are production settings. Unset DEMO or use netzwerk.settings.demo."
    )

SECRET_KEY = environment.required("SECRET_KEY", "the key that signs sessions and links")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith("demo-only"):
    raise ImproperlyConfigured("SECRET_KEY must be random and at least 50 characters long.")
SECOND_FACTOR_KEYS = (
    keys.required_key("SECOND_FACTOR_KEY", "the key that encrypts the seeds of second factors"),
    *keys.optional_key("SECOND_FACTOR_KEY_OLD", "the key before it, until all seeds are encrypted again"),
)
SECOND_FACTOR_WAIVED = False
ALLOWED_HOSTS = environment.listed("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the portal's host names, separated by commas.")
BASE_URL = environment.text("BASE_URL") or f"https://{ALLOWED_HOSTS[0]}"
WAGTAILADMIN_BASE_URL = BASE_URL
DATABASES = {"default": environment.database(environment.required("DATABASE_URL", "the address of the database"))}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^gesund/$"]
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if environment.number("TRUSTED_PROXY_COUNT", 0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True

EMAIL_HOST = environment.required("EMAIL_HOST", "the mail server that takes the portal's mail")
EMAIL_PORT = environment.number("EMAIL_PORT", 587)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = EMAIL_PORT != 465
EMAIL_USE_SSL = EMAIL_PORT == 465
DEFAULT_FROM_EMAIL = environment.required("DEFAULT_FROM_EMAIL", "the sender of the portal's mail")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
OFFICE_EMAIL = environment.required("OFFICE_EMAIL", "the mailbox of the network office")
