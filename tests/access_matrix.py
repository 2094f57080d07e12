"""The access matrix: what each route answers to each role. Data only; test_access_matrix.py asks every cell.

Own routes stand one by one. Third-party routes have one rule per namespace, with exceptions by name: there "open" means
that the role works with these screens (whatever they answer to an id that does not exist), "closed" that it never sees one.
"""

from dataclasses import dataclass, field

from netzwerk.members.roles import ROLE_BY_KEY

ROLES = ("anonymous", *ROLE_BY_KEY, "superuser")
# Everyone who is signed in and has no place in the Wagtail admin; where a row says "member", it means all of these.
WITH_ADMIN = ("editor", "office", "administration")
LIKE_MEMBER = tuple(key for key in ROLE_BY_KEY if key not in WITH_ADMIN)

OK, MOVED, DENIED, MISSING, NOT_THIS_WAY, UNPROCESSABLE, BROKEN = 200, 302, 403, 404, 405, 422, 503


@dataclass(frozen=True)
class Route:
    """`get` and `post`: the answer to everyone, and to roles that get another one. `path` fills a route's parameters."""

    get: int
    post: int = NOT_THIS_WAY
    get_for: dict[str, int] = field(default_factory=dict)
    post_for: dict[str, int] = field(default_factory=dict)
    parameters: dict[str, str] = field(default_factory=dict)

    def answer(self, method: str, role: str) -> int:
        default, special = (self.get, self.get_for) if method == "get" else (self.post, self.post_for)
        if role not in special and role in LIKE_MEMBER:
            role = "member"
        return special.get(role, default)


def all_but(*left_out: str) -> tuple[str, ...]:
    return tuple(role for role in ROLES if role not in left_out)


def for_roles(roles: tuple[str, ...], answer: int) -> dict[str, int]:
    return dict.fromkeys(roles, answer)


SIGNED_IN = all_but("anonymous")


def desk(*roles: str, get: int = OK, post: int = NOT_THIS_WAY, **parameters: str) -> "Route":
    """A screen of the office desk: these roles get the answers, visitors are led to the login, all others miss it."""
    closed_post = post if post == NOT_THIS_WAY else MISSING
    return Route(
        get if get == NOT_THIS_WAY else MISSING,
        closed_post,
        ({} if get == NOT_THIS_WAY else {"anonymous": MOVED}) | for_roles(roles, get),
        ({} if post == NOT_THIS_WAY else {"anonymous": MOVED}) | for_roles(roles, post),
        parameters,
    )


OFFICE = ("office", "superuser")
KEEPERS = ("office", "administration", "superuser")
NOT_KEEPING_SEARCH = {"anonymous": MOVED, "member": DENIED, "administration": MOVED}
ROOT_FOLDER = {"member": DENIED} | for_roles(OFFICE, MISSING)
FOLDER_PRIVACY = {"member": DENIED} | for_roles(OFFICE, OK)
NO_ID = {"pk": "999999"}
NO_PLACE = {"slug": "gibt-es-nicht", "pk": "999999"}
FOREIGN_FILE = {"signature": "x" * 20, "image_id": "1", "filter_spec": "width-400", "name": "a.png"}

OWN: dict[str, Route] = {
    # Doors of Wagtail that are shadowed. To a member everything below /redaktion/ but the way out is closed alike.
    "shadow_admin_login": Route(MOVED, MOVED),
    "shadow_admin_logout": Route(MOVED, MOVED),
    "shadow_admin_screens": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}, {"0": "users"}),
    "shadow_admin_workflows": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_admin_actions": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_snippet_choosers": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_raw_images": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    "shadow_raw_documents": Route(MISSING, MISSING, {"member": DENIED}, {"member": DENIED}),
    # Login and password, all by allauth. Logged-in people are led away from the login.
    "account_login": Route(OK, OK, for_roles(SIGNED_IN, MOVED), for_roles(SIGNED_IN, MOVED)),
    "account_logout": Route(OK, MOVED, {"anonymous": MOVED}),
    "account_inactive": Route(OK, NOT_THIS_WAY),
    "account_signup": Route(OK, OK, for_roles(SIGNED_IN, MOVED), for_roles(SIGNED_IN, MOVED)),
    "account_reauthenticate": Route(OK, OK, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "account_change_password": Route(OK, OK, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "account_reset_password": Route(OK, OK),
    "account_reset_password_done": Route(OK, NOT_THIS_WAY),
    "account_reset_password_from_key": Route(OK, OK, parameters={"uidb36": "1", "key": "abc"}),
    "account_reset_password_from_key_done": Route(OK, NOT_THIS_WAY),
    # Second factor. Whatever is sensitive leads to the password first: nobody here has confirmed it lately.
    "mfa_index": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_authenticate": Route(MOVED, MOVED),
    "mfa_reauthenticate": Route(MOVED, MOVED),
    "mfa_activate_totp": Route(MOVED, MOVED),
    "mfa_deactivate_totp": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_view_recovery_codes": Route(MISSING, NOT_THIS_WAY, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_generate_recovery_codes": Route(MOVED, MOVED),
    "mfa_download_recovery_codes": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_list_webauthn": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "mfa_add_webauthn": Route(MOVED, MOVED),
    "mfa_login_webauthn": Route(MOVED, MOVED),
    "mfa_reauthenticate_webauthn": Route(MOVED, MOVED),
    "mfa_edit_webauthn": Route(MOVED, MOVED),
    "mfa_remove_webauthn": Route(MOVED, MOVED),
    "demo_login": Route(NOT_THIS_WAY, MOVED, parameters={"key": "mitglied"}),
    "own_admin_account": Route(OK, OK, {"anonymous": MOVED, "member": DENIED}, {"anonymous": MOVED, "member": DENIED}),
    # Folders: those who keep them; the root, of which these rows ask, cannot be edited.
    "own_folder_edit": Route(MOVED, MOVED, ROOT_FOLDER, ROOT_FOLDER),
    "own_folder_privacy": Route(MOVED, MOVED, FOLDER_PRIVACY, FOLDER_PRIVACY),
    "portal_review": Route(
        MISSING,
        MISSING,
        {"anonymous": MOVED, "member": DENIED},
        {"anonymous": MOVED, "member": DENIED},
        {"state_id": "999999"},
    ),
    # Those who keep the search; the admin leads others of its people back to its first page
    "search_asked:index": Route(OK, NOT_THIS_WAY, NOT_KEEPING_SEARCH, NOT_KEEPING_SEARCH),
    "wagtailsnippets_search_synonymgroup:add": Route(OK, OK, NOT_KEEPING_SEARCH, NOT_KEEPING_SEARCH),
    # Mail of the demo
    "post:outbox": Route(OK),
    "post:message": Route(MISSING, parameters={"pk": "999999"}),
    "post:html": Route(MISSING, parameters={"pk": "999999"}),
    "post:attachment": Route(MISSING, parameters={"pk": "999999", "number": "0"}),
    # What a person is told: their own only. Switching a mail off needs the signed token and nothing else.
    "notifications:list": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}),
    "notifications:follow": Route(MISSING, NOT_THIS_WAY, {"anonymous": MOVED}, parameters={"pk": "999999"}),
    "notifications:read_all": Route(NOT_THIS_WAY, MOVED),
    "notifications:settings": Route(OK, MOVED, {"anonymous": MOVED}),
    "notifications:unsubscribe": Route(MISSING, MISSING, parameters={"token": "x"}),
    # Joining is open to everyone; a link that holds nothing is missing
    "joining:apply": Route(OK, UNPROCESSABLE),
    "joining:ask": Route(MISSING, MISSING, parameters=NO_PLACE),
    "joining:state": Route(MISSING, MISSING, parameters={"token": "1.x"}),
    "joining:invitation": Route(MISSING, MISSING, parameters={"secret": "x"}),
    "joining:refuse": Route(MISSING, MISSING, parameters={"secret": "x"}),
    # The directory is public; people who opened their profile are shown to members of any kind
    "organisations:directory": Route(OK),
    "organisations:profile": Route(MISSING, parameters=NO_PLACE),
    "people:list": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED, "administration": DENIED}),
    "members:roles": Route(OK),
    # An organisation's own desk: one that does not exist is missing, as is one of others (test_grants.py)
    "organisations:edit": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:people": Route(MISSING, NOT_THIS_WAY, {"anonymous": MOVED}, parameters=NO_PLACE),
    "organisations:invite": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:person": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_PLACE),
    "organisations:end_membership": Route(NOT_THIS_WAY, MISSING, post_for={"anonymous": MOVED}, parameters=NO_PLACE),
    "organisations:revoke_role": Route(NOT_THIS_WAY, MISSING, post_for={"anonymous": MOVED}, parameters=NO_PLACE),
    "organisations:withdraw_invitation": Route(
        NOT_THIS_WAY, MISSING, post_for={"anonymous": MOVED}, parameters=NO_PLACE
    ),
    # The office desk
    "desk:index": desk(*KEEPERS),
    "desk:applications": desk(*OFFICE),
    "desk:application": desk(get=MISSING, post=MISSING, **NO_ID),
    "desk:bulk_invite": desk(*OFFICE, post=UNPROCESSABLE),
    "desk:log": desk(*KEEPERS),
    "desk:organisations": desk(*OFFICE),
    "desk:organisation_new": desk(*OFFICE, post=UNPROCESSABLE),
    "desk:organisation": desk(get=MISSING, post=MISSING, **NO_ID),
    "desk:organisation_end": desk(get=NOT_THIS_WAY, post=MISSING, **NO_ID),
    "desk:people": desk(*KEEPERS),
    "desk:person": desk(get=MISSING, post=MISSING, **NO_ID),
    "desk:lock": desk(get=NOT_THIS_WAY, post=MISSING, **NO_ID),
    "desk:grants": desk(*KEEPERS),
    "desk:revoke_role": desk(get=NOT_THIS_WAY, post=MISSING, **NO_ID),
    # One's own account
    "own:profile": Route(OK, UNPROCESSABLE, {"anonymous": MOVED}, {"anonymous": MOVED}),
    "own:lay_down": Route(NOT_THIS_WAY, MISSING, post_for={"anonymous": MOVED}, parameters=NO_ID),
    "own:leave": Route(NOT_THIS_WAY, MISSING, post_for={"anonymous": MOVED}, parameters=NO_ID),
    "own:email": Route(MOVED, MOVED),  # first to confirm who one is
    "own:email_confirm": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}, {"token": "x"}),
    "own:data": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}),
    "own:data_json": Route(NOT_THIS_WAY, OK, post_for={"anonymous": MOVED}),
    "own:erase": Route(MOVED, MOVED),  # first to confirm who one is
    # Files: the answer to a file that is not theirs is the answer to one that does not exist
    "files:image": Route(MISSING, parameters=FOREIGN_FILE),
    "files:document": Route(MISSING, parameters={"document_id": "999999", "name": "a.pdf"}),
    # The search finds for each what they may see
    "search:results": Route(OK),
    "search:suggestions": Route(OK),
    "search:description": Route(OK),
    # The library: reports are pages, what belongs to one that is not there is missing; the list of kept ones is one's own
    "knowledge:feed": Route(OK),
    "knowledge:export": Route(OK, parameters={"form": "csv"}),
    "knowledge:quality": Route(OK),
    "knowledge:permalink": Route(MISSING, parameters=NO_ID),
    "knowledge:versions": Route(MISSING, parameters=NO_ID),
    "knowledge:version": Route(MISSING, parameters={**NO_ID, "number": "1"}),
    "knowledge:pdf": Route(MISSING, parameters={**NO_ID, "number": "1"}),
    "knowledge:citation": Route(MISSING, parameters={**NO_ID, "form": "bib"}),
    "knowledge:file": Route(MISSING, parameters={**NO_ID, "document_pk": "1"}),
    "knowledge:keep": Route(NOT_THIS_WAY, MISSING, parameters=NO_ID),
    "bookmarks:list": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}),
    "bookmarks:note": Route(MISSING, MISSING, {"anonymous": MOVED}, {"anonymous": MOVED}, NO_ID),
    "bookmarks:drop": Route(NOT_THIS_WAY, MISSING, post_for={"anonymous": MOVED}, parameters=NO_ID),
    "glossary:list": Route(OK),
    "glossary:entry": Route(MISSING, parameters={"slug": "gibt-es-nicht"}),
    "library_read_counts:index": Route(OK, NOT_THIS_WAY, NOT_KEEPING_SEARCH, NOT_KEEPING_SEARCH),
    "knowledge_merge_term": Route(MISSING, MISSING, NOT_KEEPING_SEARCH, NOT_KEEPING_SEARCH, NO_ID),
    "knowledge_versions": Route(
        MISSING, NOT_THIS_WAY, NOT_KEEPING_SEARCH, {"anonymous": MOVED, "member": DENIED}, NO_ID
    ),
    "knowledge_withdraw_version": Route(
        MISSING, MISSING, NOT_KEEPING_SEARCH, NOT_KEEPING_SEARCH, {**NO_ID, "number": "1"}
    ),
    "wagtailsnippets_knowledge_term:add": Route(OK, OK, NOT_KEEPING_SEARCH, NOT_KEEPING_SEARCH),
    "wagtailsnippets_knowledge_term:edit": Route(
        MISSING, MISSING, {"anonymous": MOVED, "member": DENIED}, {"anonymous": MOVED, "member": DENIED}, NO_ID
    ),
    # The portal
    "portal:my_area": Route(OK, NOT_THIS_WAY, {"anonymous": MOVED}),
    "portal:health": Route(BROKEN),  # no clock runs in a test
    "portal:robots": Route(OK),
    "portal:sitemap": Route(OK),
    "portal:news_feed": Route(OK, OK),
    "portal:style": Route(OK, OK),
    # Pages stand in PAGES by type; an unknown address is missing for everyone
    "wagtail_serve": Route(MISSING, MISSING, parameters={"0": "gibt-es-nicht/"}),
}

EDITING = ("editor", "office", "superuser")
IN_ADMIN = ("editor", "office", "administration", "superuser")
# Administration is in the admin for its settings and works with no page and no file.
WITH_PAGES_AND_FILES = tuple(role for role in IN_ADMIN if role != "administration")
NOBODY: tuple[str, ...] = ()

# Who works with the screens of a namespace (or of the admin's unnamed routes, ""). All others must find it closed.
THIRD_PARTY: dict[str, tuple[str, ...]] = {
    "": IN_ADMIN,
    "wagtailadmin_api:pages": IN_ADMIN,
    "wagtailadmin_api:documents": IN_ADMIN,
    "wagtailadmin_api:images": IN_ADMIN,
    "wagtailadmin_pages": IN_ADMIN,
    "wagtailadmin_collections": ("office", "superuser"),
    "wagtailadmin_workflows": NOBODY,
    "wagtailadmin_reports": IN_ADMIN,
    "wagtailadmin_editing_sessions": IN_ADMIN,
    "wagtailredirects": ("office", "superuser"),
    "wagtailsettings": ("office", "administration", "superuser"),
    "wagtaildocs": EDITING,
    "wagtailimages": EDITING,
    "wagtailusers_users": NOBODY,
    "wagtailusers_groups": NOBODY,
    "wagtailsites": NOBODY,
    # Choosers open for everyone in the admin and list only files that the person may choose.
    "wagtaildocs_chooser": IN_ADMIN,
    "wagtailimages_chooser": IN_ADMIN,
    "wagtailsnippets": IN_ADMIN,
    "wagtailsnippets_members_topic": OFFICE,
    "wagtailsnippetchoosers_members_topic": NOBODY,
    "wagtailsnippets_search_synonymgroup": EDITING,
    "wagtailsnippets_search_everydayword": EDITING,
    "wagtailsnippets_search_compoundword": EDITING,
    "wagtailsnippets_knowledge_term": EDITING,
    "wagtailsnippets_knowledge_glossaryentry": EDITING,
    "wagtailsnippetchoosers_knowledge_term": NOBODY,
    "wagtailsnippetchoosers_knowledge_glossaryentry": NOBODY,
    "wagtailsnippetchoosers_search_synonymgroup": NOBODY,
    "wagtailsnippetchoosers_search_everydayword": NOBODY,
    "wagtailsnippetchoosers_search_compoundword": NOBODY,
}

# Exceptions by name: who works with this one route.
THIRD_PARTY_EXCEPTIONS: dict[str, tuple[str, ...]] = {
    "wagtailadmin_explore_root": WITH_PAGES_AND_FILES,
    "wagtailadmin_sprite": ROLES,  # icons of the admin, no content
    "wagtailadmin_javascript_catalog": ROLES,  # words of the admin, no content
    "wagtailadmin_login": NOBODY,
    "wagtailadmin_error_test": NOBODY,
    "wagtailadmin_password_reset": NOBODY,
    "wagtailadmin_password_reset_done": NOBODY,
    "wagtailadmin_password_reset_confirm": NOBODY,
    "wagtailadmin_password_reset_complete": NOBODY,
    "wagtailadmin_logout": NOBODY,  # shadowed by allauth's
    "wagtailadmin_workflows:usage": ("superuser",),
    "wagtailadmin_workflows:usage_results": ("superuser",),
    "wagtailsnippets_members_topic:edit": OFFICE,  # Wagtail's views, which tell the search of it
    "wagtailsnippets_members_topic:delete": OFFICE,
}

# Pages by type: everyone reads what is public. Only the two office forms take a post.
PAGES: dict[str, Route] = {
    "StartPage": Route(OK),
    "ContentPage": Route(OK),
    "FaqPage": Route(OK),
    "LegalPage": Route(OK),
    "NewsIndexPage": Route(OK),
    "NewsPage": Route(OK),
    "LibraryPage": Route(OK),
    "PracticeReport": Route(OK),
    "ContactPage": Route(OK, UNPROCESSABLE),
    "BarrierPage": Route(OK, UNPROCESSABLE),
}
