"""The demo of `make run`: invented people and places, SQLite, no mail leaves the machine."""

from django.core.exceptions import ImproperlyConfigured

from netzwerk.settings import environment, keys
from netzwerk.settings.base import *  # noqa: F403  settings modules build on each other
from netzwerk.settings.base import VAR_DIR

PRODUCTION_ONLY = (
    *("SECRET_KEY", "SECOND_FACTOR_KEY", "ALLOWED_HOSTS", "EMAIL_HOST", "DEFAULT_FROM_EMAIL", "OFFICE_EMAIL"),
)
found = [name for name in PRODUCTION_ONLY if environment.text(name)]
if found:
    raise ImproperlyConfigured(
        f"Demo settings refuse to start together with production settings ({', '.join(found)} is set). "
        "Set DJANGO_SETTINGS_MODULE=netzwerk.settings.production, or unset these variables for a demo."
    )

VAR_DIR.mkdir(exist_ok=True)  # for the demo's database and files
DEMO = True
SECRET_KEY = "demo-only-not-secret-" + "x" * 40
SECOND_FACTOR_KEYS = (keys.DEMO_SECOND_FACTOR_KEY,)
SECOND_FACTOR_WAIVED = not environment.flag("DEMO_SECOND_FACTOR")  # DEMO_SECOND_FACTOR=1: as in production
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
PORT = environment.number("PORT", 8000)
BASE_URL = f"http://localhost:{PORT}"
WAGTAILADMIN_BASE_URL = BASE_URL

# Static files are served from the packages, without collectstatic, so that the demo starts within seconds.
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
POST_TRANSPORT = "django.core.mail.backends.dummy.EmailBackend"  # the "Postausgang der Demo" shows the rows
