"""All edit forms of the project, for test_edit_forms.py.

Routes that accept POST and edit nothing are listed in NOT_EDITING, so that the test fails for a new route in neither table.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.db import models
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks.base import BlockField
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from knowledge.models import GlossaryEntry
from knowledge.services.bookmarks import add_bookmark, write_note
from netzwerk.files.models import PortalImage
from netzwerk.hours.models import Category, CountingRule
from netzwerk.members.models import District, Organisation, User
from netzwerk.members.roles import COORDINATOR, EDITOR, MEMBER, OFFICE
from netzwerk.portal.models import PortalPage, PortalSettings
from netzwerk.post.services import notifications as services
from netzwerk.search.models import CompoundWord, EverydayWord, SynonymGroup
from netzwerk.vocabulary.models import Term
from tests.edit_case import Case, People
from tests.factories import hours
from tests.factories.dates import venue
from tests.factories.pages import content_page, paper, picture
from tests.factories.reports import practice_report
from tests.factories.second_factor import give_password
from tests.factories.security_key import SecurityKey
from tests.factories.terms import term
from tests.members.test_second_factor_passkeys import register
from tests.workshops import edit_forms as workshops


def organisation_profile(person: People) -> Case:
    """A pilot site with texts, topics, address and logo."""
    home = Organisation.objects.filter(pilot_site__isnull=False).exclude(description="").first()
    home.logo, home.website, home.street = picture("Logo"), "https://www.ort.example/", "Am Bach 3"
    home.contact_name, home.email, home.phone = "Ina Muster", "ina@ort.example", "0123 456"
    home.description = "Erste Zeile\n\nZweite „Zeile“ & <b>mehr</b>"
    home.save()
    home.topics.set(Term.objects.topics()[:2])
    actor = person(COORDINATOR, home=home)
    url = reverse("organisations:edit", args=[home.slug])
    return Case(actor, url, home, "phone", "0987 654321", {"phone"})


def official_data(person: People) -> Case:
    home = Organisation.objects.filter(pilot_site__isnull=False, latitude__isnull=False).first()
    url = reverse("desk:organisation", args=[home.pk])
    return Case(person(OFFICE), url, home, "street", "Neue Gasse 7", {"street"}, {"form": "official"})


def pilot_site(person: People) -> Case:
    home = Organisation.objects.filter(pilot_site__isnull=False).first()
    url = reverse("desk:organisation", args=[home.pk])
    changes = {"site_full_time_posts"}
    return Case(person(OFFICE), url, home, "standort-full_time_posts", "7,25", changes, {"form": "pilot"})


def own_profile(person: People) -> Case:
    user = person(MEMBER, first_name="Änne", last_name="O'Hara-„Groß“", function="Leitung & Co", phone="0123 45")
    user.about, user.profile_open = "Zeile eins\nZeile zwei", True
    user.save()
    user.topics.set(Term.objects.topics()[:2])
    return Case(user, reverse("own:profile"), user, "function", "Fallmanagerin", {"function", "folded"})


def place(person: People) -> Case:
    district = District.objects.first()
    facts = {"step_free": "yes", "lift": "no", "hearing": "partly", "is_closed": True, "district": district}
    made = venue("Haus „Ä“ & Co", way="Bus 5\nEingang hinten", accessibility="Rampe, bitte klingeln", **facts)
    return Case(
        person(OFFICE), reverse("venues:edit", args=[made.pk]), made, "street", "Gasse 7", {"street", "folded"}
    )


def mail_choices(person: People) -> Case:
    user = person(MEMBER)
    chosen = services.mail_choices(user.pk)
    first, second = list(chosen)[:2]
    services.save_mail_choices(actor=user, choices=chosen | {second: not chosen[second]})
    case = Case(user, reverse("notifications:settings"), user, first, "" if chosen[first] else "on", {first})
    case.state = lambda: dict(services.mail_choices(user.pk))
    return case


def passkey_name(person: People) -> Case:
    user = person(MEMBER)
    client = give_password(user)
    register(client, SecurityKey(), name="Schlüssel „eins“")
    key = Authenticator.objects.get(user=user, type=Authenticator.Type.WEBAUTHN)
    case = Case(user, reverse("mfa_edit_webauthn", args=[key.pk]), key, "name", "Telefon", {"name"})
    case.client = client  # logged in with password and passkey
    case.state = lambda: dict(Authenticator.objects.get(pk=key.pk).data)
    return case


def note_on_a_bookmark(person: People) -> Case:
    user = person(MEMBER)
    bookmark = add_bookmark(practice_report(), actor=user)
    write_note(bookmark, actor=user, note="Eins\nzwei")
    return Case(
        user, reverse("bookmarks:note", args=[bookmark.pk]), bookmark, "note", "Drei", {"note", "note_written_at"}
    )


def credit_on_proof(person: People) -> Case:
    user = person(MEMBER)
    credit = hours.draft(user, title="Ein „Kurs“ & mehr", explanation="Eins\nzwei", presence="online", minutes=750)
    changes = {"provider", "same_key", "changed_at"}
    return Case(user, reverse("hours:credit_change", args=[credit.pk]), credit, "provider", "Akademie", changes)


def hours_category(person: People) -> Case:
    return snippet(person(OFFICE), Category.objects.get(key="theorie"), "label", "Theorie & „Anwendung“")


def counting_rule(person: People) -> Case:
    one = CountingRule.objects.create(name="Je Tag", valid_from="2030-01-01", rounding="per_date")
    return snippet(person(OFFICE), one, "minutes_per_unit", "60")


def synonyms(person: People) -> Case:
    group = SynonymGroup.objects.create(words="Fallmanagement\nCase Management")
    return snippet(person(EDITOR), group, "words", "Fallmanagement\r\nCM")


def everyday_word(person: People) -> Case:
    word = EverydayWord.objects.create(words="Zwitscherkasse\nZwitschergeld", terms="Grundsicherung")
    return snippet(person(EDITOR), word, "terms", "Grundsicherung\r\nSozialhilfe")


def compound(person: People) -> Case:
    word = CompoundWord(marked="Sonder|tropfen|wand")
    word.full_clean()
    word.save()
    return snippet(person(EDITOR), word, "marked", "Sonder|tropfenwand")


def vocabulary_term(person: People) -> Case:
    one = term("Engerer Begriff", parent=term("Weiterer Begriff"))
    Term.objects.filter(pk=one.pk).update(explanation="Eine „Erklärung“ & mehr", position=7)
    one.refresh_from_db()
    return snippet(person(OFFICE), one, "explanation", "Eine andere")


def glossary_entry(person: People) -> Case:
    entry = GlossaryEntry.objects.exclude(text="").filter(see_also__isnull=False).first()
    return snippet(person(EDITOR), entry, "short", "Ein neuer Satz.")


def snippet(actor: User, thing: models.Model, control: str, value: str) -> Case:
    route = f"wagtailsnippets_{thing._meta.app_label}_{thing._meta.model_name}:edit"
    return Case(actor, reverse(route, args=[thing.pk]), thing, control, value, {control})


def image(person: People) -> Case:
    one = picture("Ein „Bild“ & mehr")
    PortalImage.objects.filter(pk=one.pk).update(focal_point_x=20, focal_point_y=10)
    url = reverse("wagtailimages:edit", args=[one.pk])
    return Case(person(EDITOR), url, one, "title", "Anderer Titel", {"title"})


def document(person: People) -> Case:
    one = paper("Ein „Papier“ & mehr")
    url = reverse("wagtaildocs:edit", args=[one.pk])
    return Case(person(EDITOR), url, one, "title", "Anderer Titel", {"title"})


def collection(person: People) -> Case:
    one = Collection.get_first_root_node().add_child(instance=Collection(name="Ordner „Eins“"))
    url = reverse("wagtailadmin_collections:edit", args=[one.pk])
    return Case(person(OFFICE), url, one, "name", "Ordner zwei", {"name"})


def redirect(person: People) -> Case:
    one = Redirect.add_redirect("/alt/", redirect_to=content_page(), is_permanent=False)
    url = reverse("wagtailredirects:edit", args=[one.pk])
    return Case(person(OFFICE), url, one, "old_path", "/frueher", {"old_path"})


def portal_settings(person: People) -> Case:
    one = PortalSettings.load()
    one.address, one.phone, one.hours = "Am Markt 1\n12345 Ort", "0123", "montags"
    one.save()
    url = reverse("wagtailsettings:edit", args=["portal", "portalsettings", one.pk])
    return Case(person(OFFICE), url, one, "phone", "0456", {"phone"})


def admin_account(person: People) -> Case:
    user = person(EDITOR)
    profile = UserProfile.get_for_user(user)
    profile.contrast, profile.keyboard_shortcuts = "more_contrast", False
    profile.save()
    return Case(user, reverse("own_admin_account"), profile, "theme-theme", "dark", {"theme"})


def page_types() -> list[type[PortalPage]]:
    """All page types, without PortalPage and abstract ones."""
    found, queue = [], [PortalPage]
    while queue:
        for model in queue.pop().__subclasses__():
            queue.append(model)
            if not model._meta.abstract:
                found.append(model)
    return sorted(found, key=lambda model: model.__name__)


def page_of(model: type[PortalPage]) -> PortalPage:
    """The page with most content."""
    pages = [page for page in model.objects.all() if not page.locked]
    return max(pages, key=lambda page: len(str(page.serializable_data())))


def streams_of(model: type[PortalPage]) -> dict[str, blocks.Block]:
    fields = model.get_edit_handler().get_form_class().base_fields
    return {name: one.block for name, one in fields.items() if isinstance(one, BlockField)}


def page(actor: User, one: PortalPage) -> Case:
    url = reverse("wagtailadmin_pages:edit", args=[one.pk])
    return Case(actor, url, one, "lead", "Eine neue Einleitung.", {"lead"}, streams=streams_of(type(one)))


EDIT_FORMS: dict[str, list[Callable[[People], Case]]] = {
    "organisations:edit": [organisation_profile],
    "desk:organisation": [official_data, pilot_site],
    "own:profile": [own_profile],
    "notifications:settings": [mail_choices],
    "venues:edit": [place],
    "mfa_edit_webauthn": [passkey_name],
    "own_admin_account": [admin_account],
    "hours:credit_change": [credit_on_proof],
    **workshops.EDIT_FORMS,
    "bookmarks:note": [note_on_a_bookmark],
    "wagtailsnippets_search_synonymgroup:edit": [synonyms],
    "wagtailsnippets_search_compoundword:edit": [compound],
    "wagtailsnippets_search_everydayword:edit": [everyday_word],
    "wagtailsnippets_hours_category:edit": [hours_category],
    "wagtailsnippets_hours_countingrule:edit": [counting_rule],
    "wagtailsnippets_vocabulary_term:edit": [vocabulary_term],
    "wagtailsnippets_knowledge_glossaryentry:edit": [glossary_entry],
    "wagtailimages:edit": [image],
    "wagtaildocs:edit": [document],
    "wagtailadmin_collections:edit": [collection],
    "wagtailredirects:edit": [redirect],
    "wagtailsettings:edit": [portal_settings],
}


def named(keys: str, does: str) -> dict[str, str]:
    return dict.fromkeys(keys.split(), does)


NOT_EDITING: dict[str, str] = {
    **named(
        "wagtailadmin_pages:edit",
        "by type of page: test_the_page_editor_changes_what_was_changed_and_nothing_else",
    ),
    **named("own_folder_edit", "at the address of wagtailadmin_collections:edit, which stands above"),
    **named("own_folder_privacy", "asks anew who may see the files of a folder"),
    **named("account_login account_logout account_reauthenticate demo_login", "opens or closes a session"),
    **named(
        "account_change_password account_reset_password account_reset_password_from_key", "a password is never shown"
    ),
    **named("account_signup", "closed"),
    **named("mfa_authenticate mfa_login_webauthn mfa_reauthenticate mfa_reauthenticate_webauthn", "shows a factor"),
    **named("mfa_activate_totp mfa_add_webauthn mfa_generate_recovery_codes", "makes a factor"),
    **named("mfa_deactivate_totp mfa_remove_webauthn", "takes a factor away"),
    **named("mfa_index mfa_list_webauthn mfa_view_recovery_codes mfa_download_recovery_codes", "shows"),
    **named(
        "joining:apply joining:ask joining:state joining:invitation joining:refuse", "joining; nothing is there before"
    ),
    **named(
        "desk:applications desk:grants desk:invitations portal:desk coordination:home desk:log desk:organisations desk:people",
        "a list; takes no post",
    ),
    **named("desk:application desk:bulk_invite desk:organisation_new organisations:invite", "makes something new"),
    **named("desk:person organisations:person organisations:give_role", "gives a role, a new row"),
    **named(
        "desk:lock desk:invitations_bulk desk:organisation_end desk:revoke_role",
        "a step of the office, without fields",
    ),
    **named("organisations:end_membership organisations:revoke_role", "a step of a coordination, without fields"),
    **named(
        "organisations:discard_draft autosave:save", "discards a draft; saves a field of a form that stands above"
    ),
    **named("organisations:withdraw_invitation own:resign own:leave own:erase", "ends something"),
    **named("own:email own:email_confirm", "asks for another address; the present one is only read"),
    **named("own:data_json knowledge:bookmark bookmarks:drop notifications:read_all", "one button"),
    **named("notifications:unsubscribe", "one button, two states"),
    **named("desk_hours:credit desk_hours:correct desk_hours:certificate", "decides, corrects or revokes; a new row"),
    **named("desk_hours:credits desk_hours:certificates", "a list; takes no post"),
    **named("hours:credit_new hours:credit_answer hours:proof_add hours:statement", "makes something new"),
    **named("hours:credit_submit hours:credit_withdraw hours:proof_remove", "one button"),
    **named("vocabulary_merge_term knowledge_versions knowledge_withdraw_version portal_review", "decides"),
    **named(
        "library_read_counts:index search_asked:index portal:news_feed portal:topic_feed wagtail_serve",
        "reads, or a form to the office",
    ),
    **named("dates:rss", "reads"),
    **named("my_dates:renew my_dates:revoke", "one button"),
    **named("venues:new", "makes something new"),
    **workshops.NOT_EDITING,
    **named("portal_reference_hits knowledge_author_hits", "found for a script; takes no post"),
    **named("wagtailsnippets_vocabulary_term:add wagtailsnippets_search_synonymgroup:add", "makes something new"),
    **named("portal:style", "the demo's page of components; keeps nothing"),
    **named("shadow_admin_actions shadow_admin_login shadow_admin_logout shadow_admin_screens", "closed"),
    **named("shadow_admin_workflows shadow_raw_documents shadow_raw_images shadow_snippet_choosers", "closed"),
    **named(
        "wagtailadmin_workflows:edit wagtailsites:edit wagtailusers_groups:edit wagtailusers_users:edit", "closed"
    ),
}
