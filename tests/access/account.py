"""Login, password and second factor, all by allauth."""

from tests.access.route import MOVED, NOT_ALLOWED, NOT_FOUND, OK, SIGNED_IN, Route, for_roles

OWN = {
    # Login and password, all by allauth. Logged-in people are led away from the login.
    "account_login": Route(OK, OK, for_roles(SIGNED_IN, MOVED), for_roles(SIGNED_IN, MOVED)),
    "account_logout": Route(OK, MOVED, {"anonymous": MOVED}),
    "account_inactive": Route(OK, NOT_ALLOWED),
    "account_signup": Route(OK, OK, for_roles(SIGNED_IN, MOVED), for_roles(SIGNED_IN, MOVED)),
    "account_reauthenticate": Route(OK, OK, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "account_change_password": Route(OK, OK, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "account_reset_password": Route(OK, OK),
    "account_reset_password_done": Route(OK, NOT_ALLOWED),
    "account_reset_password_from_key": Route(OK, OK, parameters={"uidb36": "1", "key": "abc"}),
    "account_reset_password_from_key_done": Route(OK, NOT_ALLOWED),
    # Second factor. Whatever is sensitive leads to the password first: nobody here has confirmed it lately.
    "mfa_index": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_authenticate": Route(MOVED, MOVED),
    "mfa_reauthenticate": Route(MOVED, MOVED),
    "mfa_activate_totp": Route(MOVED, MOVED),
    "mfa_deactivate_totp": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_view_recovery_codes": Route(NOT_FOUND, NOT_ALLOWED, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_generate_recovery_codes": Route(MOVED, MOVED),
    "mfa_download_recovery_codes": Route(NOT_FOUND, NOT_FOUND, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_list_webauthn": Route(OK, NOT_ALLOWED, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_add_webauthn": Route(MOVED, MOVED),
    "mfa_login_webauthn": Route(MOVED, MOVED),
    "mfa_reauthenticate_webauthn": Route(MOVED, MOVED),
    "mfa_edit_webauthn": Route(MOVED, MOVED),
    "mfa_remove_webauthn": Route(MOVED, MOVED),
    "demo_login": Route(NOT_ALLOWED, MOVED, parameters={"key": "mitglied"}),
}
