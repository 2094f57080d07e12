"""Signs image sizes, so that only sizes used by our templates are rendered."""

from django.utils.crypto import constant_time_compare, salted_hmac


def sign(image_id: int, filter_spec: str) -> str:
    digest = salted_hmac("netzwerk.files.image", f"{image_id}:{filter_spec}", algorithm="sha256").hexdigest()
    return digest[:20]


def is_valid(signature: str, image_id: int, filter_spec: str) -> bool:
    return constant_time_compare(signature, sign(image_id, filter_spec))
