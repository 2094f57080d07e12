"""A person's settings in the Wagtail admin, without the profile picture: its upload would pass the guard by."""

from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, BaseSettingsPanel


class GuardedAccountView(AccountView):
    def get_panels(self) -> list[BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)]
