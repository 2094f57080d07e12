"""Small numbers and spans of days as German words, for sentences."""

from datetime import date

_WORDS = ("", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")


def counted(number: int, one: str, many: str) -> str:
    """ "eine Mitteilung", "drei Mitteilungen", "13 Mitteilungen"; `one` brings its article."""
    if number == 1:
        return one
    return f"{_WORDS[number] if 1 < number < len(_WORDS) else number} {many}"


def sentence(text: str) -> str:
    """With a capital letter at the beginning; unlike str.capitalize, the rest stays as it is."""
    return text[:1].upper() + text[1:]


def since_in_words(day: date, today: date) -> str:
    """ "seit gestern", "seit 9 Tagen", "seit 3 Wochen"."""
    days = (today - day).days
    if days < 1:
        return "seit heute"
    if days == 1:
        return "seit gestern"
    if days < 21:
        return f"seit {days} Tagen"
    if days < 92:
        return f"seit {days // 7} Wochen"
    if days < 730:
        return f"seit {days // 30} Monaten"
    return f"seit {days // 365} Jahren"
