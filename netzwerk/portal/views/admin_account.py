"""A person's settings in the Wagtail admin, without what they change elsewhere in the portal."""

from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, BaseSettingsPanel, NameEmailSettingsPanel

# The picture's upload would pass the guard by; a name saved here would stay out of the log, the lists' order and the search.
LEFT_OUT = (AvatarSettingsPanel, NameEmailSettingsPanel)


class OwnAccountView(AccountView):
    def get_panels(self) -> list[BaseSettingsPanel]:
        return [panel for panel in super().get_panels() if not isinstance(panel, LEFT_OUT)]
