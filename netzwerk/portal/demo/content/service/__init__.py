"""Service pages: they stand in the footer, not in the menu."""

from .access import BARRIER, EASY_LANGUAGE, HELP, SIGN_LANGUAGE
from .legal import ACCESSIBILITY, CONTACT, IMPRINT
from .privacy import PRIVACY

PAGES = [CONTACT, IMPRINT, PRIVACY, ACCESSIBILITY, BARRIER, EASY_LANGUAGE, SIGN_LANGUAGE, HELP]
