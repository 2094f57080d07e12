"""Who may do what with one file in the Wagtail admin: Wagtail's rule of collections, and files that people see stay."""

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from netzwerk.files.in_use import reason_to_keep


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Deleting a file takes it from the pages that show it; so it goes only when nobody sees it, not even for superusers."""

    def user_has_any_permission_for_instance(self, user, actions, instance) -> bool:
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        return allowed and not (set(actions) == {"delete"} and reason_to_keep(instance))

    def user_has_permission_for_instance(self, user, action, instance) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)
