"""The account screen of the Wagtail admin, without what people change elsewhere in the portal."""

from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, BaseSettingsPanel, NameEmailSettingsPanel

# The avatar upload bypasses the upload guard; a name changed here would be missing in log, sort order and search index.
LEFT_OUT = (AvatarSettingsPanel, NameEmailSettingsPanel)


class OwnAccountView(AccountView):
    def get_panels(self) -> list[BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if not isinstance(panel, LEFT_OUT)]
