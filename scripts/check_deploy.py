"""`check --deploy` on production settings, with invented values for the required environment variables."""

import base64
import os
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = {
    "DJANGO_SETTINGS_MODULE": "netzwerk.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "SECOND_FACTOR_KEY": base64.b64encode(secrets.token_bytes(32)).decode(),
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "postgres://portal:secret@localhost/portal",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "Portal <post@portal.example>",
    "OFFICE_EMAIL": "office@portal.example",
}

sys.exit(
    subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={**os.environ, **EXAMPLE},
        check=False,
    ).returncode
)
