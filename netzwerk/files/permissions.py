"""Permissions for single files in the Wagtail admin: Wagtail's rules by collection, but nobody may delete a file in use."""

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from netzwerk.files.in_use import reason_to_keep


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Refuses to delete a file in use, to superusers too, because that would remove it from the pages that show it."""

    def user_has_any_permission_for_instance(self, user, actions, instance) -> bool:
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        return allowed and not (set(actions) == {"delete"} and reason_to_keep(instance))

    def user_has_permission_for_instance(self, user, action, instance) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)
