"""Settings of all environments; demo, production, bench and test override some."""

from csp.constants import NONCE, NONE, SELF

from netzwerk.settings import environment

BASE_DIR = environment.BASE_DIR
VAR_DIR = BASE_DIR / "var"

DEBUG = False
DEMO = False
SECRET_KEY = ""
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    # Our own first. Apps that register search kinds stand before netzwerk.search (netzwerk/search/checks.py).
    "netzwerk.surfaces",
    "netzwerk.texts",
    "netzwerk.limits",
    "netzwerk.lists",
    "netzwerk.autosave",
    "netzwerk.files",
    "netzwerk.pdf",
    "netzwerk.post",
    "netzwerk.vocabulary",
    "netzwerk.members",
    "netzwerk.portal",
    "netzwerk.directory",
    "knowledge",
    "workshops.events",
    "netzwerk.search",
    "netzwerk.calendar",
    "netzwerk.hours",
    "netzwerk.seats",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.users",
    "wagtail.sites",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.snippets",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_q",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "netzwerk.portal.middleware.PermissionsPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "netzwerk.portal.middleware.AdminPolicyMiddleware",
    "netzwerk.portal.middleware.InvalidValuesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "netzwerk.portal.middleware.PrivateResponsesMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "netzwerk.members.middleware.RolesMiddleware",
    "netzwerk.members.middleware.SecondFactorMiddleware",
    "netzwerk.portal.middleware.AdminAccessMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "netzwerk.urls"
WSGI_APPLICATION = "netzwerk.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "netzwerk.portal.context_processors.frame",
            ],
            "builtins": ["netzwerk.texts.templatetags.text_tags", "netzwerk.lists.templatetags.list_tags"],
        },
    },
]
FORM_RENDERER = "netzwerk.portal.forms.PortalFormRenderer"

DATABASES = {"default": environment.database(VAR_DIR / "netzwerk.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Caches in the database are shared by all processes: rate limits hold across workers without a further service.
CACHES = {
    "default": {
        "BACKEND": "netzwerk.surfaces.caches.ForgivingDatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    # Keyed hashes of who searched for what. A cache of its own, so that many searches evict no rate limits.
    "questions": {
        "BACKEND": "netzwerk.surfaces.caches.ForgivingDatabaseCache",
        "LOCATION": "question_cache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
}

# Language and time
LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch")]
LOCALE_PATHS = [BASE_DIR / "locale"]  # overrides of messages of packages
TIME_ZONE = "Europe/Berlin"
USE_I18N = True
USE_TZ = True

# Static files (WhiteNoise). Uploaded files are served by views of netzwerk.files only, never below MEDIA_URL.
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-collected"
STATICFILES_DIRS = [("kern", BASE_DIR / "node_modules" / "@kern-ux" / "native" / "dist")]
MEDIA_ROOT = environment.text("MEDIA_ROOT") or str(VAR_DIR / "media")
MEDIA_URL = "/nicht-direkt/"
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long Wagtail page posts some thousand fields

# People and login (netzwerk.members); only allauth opens sessions
AUTH_USER_MODEL = "members.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("Argon2", "PBKDF2")]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:my_area"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "netzwerk.members.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_FORMS = {
    "login": "netzwerk.members.forms.LoginForm",
    "reset_password": "netzwerk.members.forms.ResetPasswordForm",
}
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a mail for each change of password or second factor
# All limits of the portal in one place; allauth counts them in the shared cache.
ACCOUNT_RATE_LIMITS = {
    "office_form": "5/10m/ip",
    "apply": "10/h/ip,5/d/key",
    "invitation": "60/10m/ip",
    "invite": "60/h/user",
    "bulk_invite": "10/h/user",
    "change_email": "5/h/user",
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "10/m/ip,3/m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
    "events_material": "60/h/user",
    "hours_proof": "40/h/user",
    "hours_statement": "20/h/user",
    "second_factor": "20/d/key",  # wrong codes per person; a code is asked for after the password only
}
# Number of our own reverse proxies; further addresses in X-Forwarded-For may be forged by the visitor.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXY_COUNT", 0)

# Second factor (netzwerk.members.second_factor): app with codes, passkeys, recovery codes
SECOND_FACTOR_KEYS: tuple[bytes, ...] = ()  # the first encrypts the seeds, all decrypt; without keys nobody can enrol
SECOND_FACTOR_WAIVED = False  # True lets people log in without the factor that their role requires; demo only
MFA_ADAPTER = "netzwerk.members.second_factor.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "netzwerk.members.second_factor.forms.AuthenticateForm",
    "reauthenticate": "netzwerk.members.second_factor.forms.ReauthenticateForm",
    "activate_totp": "netzwerk.members.second_factor.forms.ActivateTOTPForm",
    "add_webauthn": "netzwerk.members.second_factor.forms.AddPasskeyForm",
    "edit_webauthn": "netzwerk.members.second_factor.forms.EditPasskeyForm",
    "authenticate_webauthn": "netzwerk.members.second_factor.forms.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": "netzwerk.members.second_factor.forms.ReauthenticatePasskeyForm",
    "login_webauthn": "netzwerk.members.second_factor.forms.LoginPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # fingerprint, face or PIN: a stolen key alone is not enough
MFA_TRUST_ENABLED = False
MFA_TOTP_ISSUER = "Netzwerk Sozialagenturen"
MFA_TOTP_TOLERANCE = 1  # accept codes of the step before and after, as clocks differ; forms.py accepts each code once
# Accounts are created from an invitation, whose link has verified the address already.
MFA_ALLOW_UNVERIFIED_EMAIL = True

SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "netzwerk.portal.views.errors.csrf_failure"

# Headers
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows the preview in an iframe
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # recommends DENY
# Browser features and the origins that may use them: full screen for videos, passkeys for the login.
PERMISSIONS_POLICY = {
    "accelerometer": [],
    "autoplay": [],
    "camera": [],
    "display-capture": [],
    "encrypted-media": [],
    "fullscreen": ["self"],
    "geolocation": [],
    "gyroscope": [],
    "hid": [],
    "idle-detection": [],
    "local-fonts": [],
    "magnetometer": [],
    "microphone": [],
    "midi": [],
    "payment": [],
    "publickey-credentials-create": ["self"],
    "publickey-credentials-get": ["self"],
    "screen-wake-lock": [],
    "serial": [],
    "usb": [],
    "xr-spatial-tracking": [],
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE],
        "style-src": [NONCE],
        "img-src": [SELF, "data:"],  # KERN's icons are data: URLs
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
}

# Wagtail
WAGTAIL_SITE_NAME = "Netzwerk Sozialagenturen"
WAGTAILADMIN_BASE_URL = "http://localhost:8000"
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_FINISH_WORKFLOW_ACTION = "netzwerk.portal.workflow.publish_approved_revision"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILIMAGES_IMAGE_MODEL = "files.PortalImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "netzwerk.files.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "files.PortalDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "netzwerk.files.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "odp", "docx", "xlsx", "pptx", "csv", "txt", "mp4", "webm", "vtt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
WAGTAILEMBEDS_FINDERS: list[dict] = []  # an embed would be a third-party request
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# Requests per IP address and number of seconds. A whole town hall may share one address.
REQUEST_LIMITS = {
    "search": (120, 60),
    "suggestions": (300, 60),
    "export": (20, 600),
    "calendar": (120, 60),
    "verification": (60, 60),
    "guest-booking": (40, 600),
    "guest-mail": (6, 3600),
}

# Search (netzwerk.search): "embedded" needs nothing; "elasticsearch" needs ELASTICSEARCH_URL. After a change: search rebuild
SEARCH_ENGINE = environment.choice("SEARCH_ENGINE", ("embedded", "elasticsearch"))
SEARCH_DIR = environment.text("SEARCH_DIR") or str(VAR_DIR / "search")
ELASTICSEARCH = {
    "url": environment.required("ELASTICSEARCH_URL", "address of the search server")
    if SEARCH_ENGINE == "elasticsearch"
    else environment.text("ELASTICSEARCH_URL"),
    "user": environment.text("ELASTICSEARCH_USER"),
    "password": environment.text("ELASTICSEARCH_PASSWORD"),
    "api_key": environment.text("ELASTICSEARCH_API_KEY"),
    "ca_file": environment.text("ELASTICSEARCH_CA_FILE"),
    "index": environment.text("ELASTICSEARCH_INDEX", "netzwerk"),
    "shards": environment.number("ELASTICSEARCH_SHARDS", 1),
    "replicas": environment.number("ELASTICSEARCH_REPLICAS", 0),
    "patience_ms": environment.number("ELASTICSEARCH_PATIENCE_MS", 600),  # time limit of a search
}

# Uploaded files (netzwerk.files)
FILES_QUOTA_BYTES = environment.number("FILES_QUOTA_MB", 2048) * 1024 * 1024  # per person who uploads
FILES_ATTACHED_ENDINGS = [
    "pdf",
    "jpg",
    "jpeg",
    "png",
    "webp",
    "odt",
    "ods",
    "odp",
    "docx",
    "xlsx",
    "pptx",
    "csv",
    "txt",
]
FILES_ATTACHED_BYTES = 15 * 1024 * 1024  # of one file that is attached to an object
FILES_CLAMD_ADDRESS = environment.text("CLAMD_ADDRESS")  # "host:port" or a socket's path; empty: no scanner
FILES_X_ACCEL_PREFIX = environment.text("X_ACCEL_PREFIX")  # e.g. /intern/media/ ; empty: Django serves the file itself

# PDF (netzwerk.pdf): needed at run time, not only by collectstatic
PDF_FONTS_DIR = BASE_DIR / "node_modules" / "@expo-google-fonts"

# Mail (netzwerk.post): every mail is first stored as a row of the outbox; POST_TRANSPORT sends it
EMAIL_BACKEND = "netzwerk.post.backends.OutboxBackend"
POST_TRANSPORT = "netzwerk.post.transport.LimitedBackend"
POST_KEEP_DAYS = 30
EMAIL_TIMEOUT = 20  # for each answer of the server
POST_SECONDS_A_MAIL = 40  # for all answers together; less than the timeout of a job
DEFAULT_FROM_EMAIL = "Netzwerk Sozialagenturen <post@netzwerk-sozialagenturen.example>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
OFFICE_EMAIL = "geschaeftsstelle@netzwerk-sozialagenturen.example"

# Jobs only tell a worker to look at rows; a lost job is harmless. Needed: retry > timeout x (queue_limit / workers + 1).
# Mail has a cluster of its own, started by `manage.py worker` too, so that a mail server that hangs blocks no other job.
Q_CLUSTER = {
    "name": "netzwerk",
    "orm": "default",
    "workers": 2,
    "queue_limit": 4,
    "bulk": 1,
    "timeout": 60,
    "retry": 240,
    "max_attempts": 5,
    "ack_failures": True,
    "catch_up": False,
    "save_limit": 200,
    "poll": 1,
    "label": "Jobs",
    "ALT_CLUSTERS": {"post": {"workers": 1, "queue_limit": 2}},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "netzwerk.portal.logs.SafeFormatter", "format": "{levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django-q": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django_tasks": {"level": "WARNING"},
        "elastic_transport": {"level": "ERROR"},  # it logs search texts, and errors that netzwerk.search logs already
        "fido2": {"level": "WARNING"},  # it logs credentials
        "modelsearch": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
    },
}
