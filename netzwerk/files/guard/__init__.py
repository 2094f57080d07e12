"""The upload guard: what a file must be before it is stored.

Checked: the person's quota (by the forms), extension, size, magic bytes, the malware scanner, what is inside (pixels, zip
contents, text encoding). Pictures are written anew from their pixels, so metadata (place, camera, names) stays outside.
Every refusal is a German sentence that says what is wrong and what to do.
"""

from netzwerk.files.guard.documents import guard_document
from netzwerk.files.guard.pictures import guard_picture
from netzwerk.files.guard.refusals import TOO_LARGE, check_quota, refuse

__all__ = ["TOO_LARGE", "check_quota", "guard_document", "guard_picture", "refuse"]
