"""All that the portal takes from allauth's private modules, because its public ones offer nothing for it.

An upgrade of allauth may move or change these names without notice: this is the place to check.
"""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.core.internal.ratelimit import (
    get_ip,  # one address for a whole IPv6 network, as the limits of the login count
)
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY

__all__ = ["SECRET_SESSION_KEY", "get_ip", "logout", "normalize_user_code", "record_authentication"]
