"""Routes of Wagtail and other packages: one rule a namespace, with exceptions by name. "Open" means that the role works with
these screens, whatever they answer to an id that does not exist; "closed" that it never sees one."""

from tests.access.route import EDITING, IN_ADMIN, NOBODY, OFFICE, ROLES, WITH_PAGES_AND_FILES

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
    "wagtailsnippets_search_synonymgroup": EDITING,
    "wagtailsnippets_search_everydayword": EDITING,
    "wagtailsnippets_search_compoundword": EDITING,
    "wagtailsnippets_vocabulary_term": EDITING,
    "wagtailsnippets_knowledge_glossaryentry": EDITING,
    "wagtailsnippets_hours_category": OFFICE,
    "wagtailsnippets_hours_countingrule": OFFICE,
    "wagtailsnippetchoosers_hours_category": NOBODY,
    "wagtailsnippetchoosers_hours_countingrule": NOBODY,
    "wagtailsnippetchoosers_vocabulary_term": NOBODY,
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
    "wagtailsnippets_vocabulary_term:delete": OFFICE,
    "wagtailsnippets_hours_category:delete": ("superuser",),
    "wagtailsnippets_hours_countingrule:delete": ("superuser",),
}
