"""The upload guard: the checks that every file must pass before it is stored.

Checked are the user's quota (by the forms), extension, size, magic bytes, malware, and the content (pixels, zip contents, text
encoding). Pictures are re-encoded from their pixels, which drops metadata (place, camera, names).
Every refusal is a ValidationError with a German sentence that says what is wrong and what to do.
"""

from netzwerk.files.guard.attached import guard_attached
from netzwerk.files.guard.documents import guard_document
from netzwerk.files.guard.pictures import guard_picture
from netzwerk.files.guard.refusals import TOO_LARGE, check_quota, refuse

__all__ = ["TOO_LARGE", "check_quota", "guard_attached", "guard_document", "guard_picture", "refuse"]
