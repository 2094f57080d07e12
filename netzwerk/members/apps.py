from django.apps import AppConfig

LOGO_IN_USE = (
    "Dieses Bild ist das Logo einer Organisation. Nur sie selbst oder die Geschäftsstelle tauscht es aus, und zwar "
    "im Profil der Organisation."
)


class MembersConfig(AppConfig):
    name = "netzwerk.members"
    label = "members"
    verbose_name = "Menschen und Rollen"

    def ready(self) -> None:
        from netzwerk.files.access import register_shown_files
        from netzwerk.files.in_use import register_use
        from netzwerk.members import area_entries as area
        from netzwerk.members.demo import build
        from netzwerk.members.models import Organisation
        from netzwerk.members.services.applications import forget_old_applications
        from netzwerk.members.services.groups import ensure_role_groups, sync_all_groups
        from netzwerk.members.services.invitations import forget_old_invitations
        from netzwerk.members.services.notices import KINDS
        from netzwerk.members.services.own_parts import PARTS
        from netzwerk.members.services.profile_drafts import PROFILE, forget_old_drafts
        from netzwerk.members.services.sessions import forget_old_sessions
        from netzwerk.members.services.term_uses import TERM_USES
        from netzwerk.surfaces import registry

        register_shown_files("files.PortalImage", Organisation.logos_visible_to)
        register_use(LOGO_IN_USE, Organisation.logos)
        registry.menu.register(
            registry.MenuLink(
                *("join", 40, "Mitglied werden", "joining:apply"),
                section="network",
                in_footer=True,
                description="Wie Ihre Organisation dazukommt: ein kurzer Antrag, den die Geschäftsstelle prüft.",
            )
        )
        registry.menu.register(registry.MenuLink("roles", 45, "Wer darf was?", "members:roles", in_footer=True))
        registry.setup.register(registry.SetupStep("roles", 10, ensure_role_groups))
        for term_use in TERM_USES:
            registry.term_uses.register(term_use)
        registry.clock.register(registry.ClockPart("sessions", 70, forget_old_sessions))
        for part in PARTS:
            registry.own_data.register(part)
        area.register()
        for kind in KINDS:
            registry.notifications.register(kind)
        registry.clock.register(registry.ClockPart("roles", 5, sync_all_groups))
        registry.clock.register(registry.ClockPart("invitations", 75, forget_old_invitations))
        registry.clock.register(registry.ClockPart("applications", 76, forget_old_applications))
        registry.clock.register(registry.ClockPart("profile-drafts", 77, forget_old_drafts))
        registry.autosaved.register(PROFILE)
        registry.demo.register(registry.DemoPart("members", 10, build.build))
