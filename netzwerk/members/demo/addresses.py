"""Mail addresses of the demo's people. Domains under .example belong to nobody."""

from netzwerk.texts.folding import fold

PLAIN = str.maketrans("ıłøđ", "ilod")  # letters that Unicode does not decompose


def mailbox(first_name: str, last_name: str, organisation: str) -> str:
    first, last = (fold(name.lower().translate(PLAIN)).replace(" ", "-") for name in (first_name, last_name))
    return f"{first}.{last}@{organisation}.example"
