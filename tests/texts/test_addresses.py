"""Addresses: one spelling to store and show, IDNA 2008 for machines, no domains of mixed alphabets."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from netzwerk.portal.links import LinkTargets
from netzwerk.texts.addresses import (
    DomainError,
    ascii_domain,
    ascii_email,
    ascii_mailbox,
    check_email,
    normalise_email,
    normalise_url,
    shown_domain,
    shown_url,
)
from netzwerk.texts.fields import AddressField, WebAddressField
from netzwerk.texts.templatetags.text_tags import mail_address, web_name

UNSEEN = "\u200b\u00ad\ufeff\u2060\u00a0\u202f\u2007\u200e\u2066\u180e\u034f\ufe0f"


@pytest.mark.parametrize(
    ("domain", "encoded", "shown"),
    [
        ("faß.example", "xn--fa-hia.example", "faß.example"),
        ("FAẞ.example", "xn--fa-hia.example", "faß.example"),
        ("xn--fa-hia.example", "xn--fa-hia.example", "faß.example"),
        ("XN--FA-HIA.example", "xn--fa-hia.example", "faß.example"),
        ("fass.example", "fass.example", "fass.example"),
        ("Bücher.example", "xn--bcher-kva.example", "bücher.example"),
        ("Bu\u0308cher.example", "xn--bcher-kva.example", "bücher.example"),
        ("βόλος.example", "xn--nxasmm1c.example", "βόλος.example"),  # final sigma, which IDNA 2003 replaced
        ("rathaus\u3002example", "rathaus.example", "rathaus.example"),
        ("rat\u00adhaus.exa\u200bmple", "rathaus.example", "rathaus.example"),
        ("rat\u200dhaus.example", "rathaus.example", "rathaus.example"),
        ("ｒａｔｈａｕｓ.example", "rathaus.example", "rathaus.example"),
        (
            "نامه\u200cای.example",
            "xn--mgba3gch31f060k.example",
            "نامه\u200cای.example",
        ),  # needs its joiner
        ("[127.0.0.1]", "[127.0.0.1]", "[127.0.0.1]"),
    ],
)
def test_domains_follow_idna_2008(domain: str, encoded: str, shown: str) -> None:
    assert (ascii_domain(domain), shown_domain(domain)) == (encoded, shown)
    assert ascii_domain(shown) == encoded
    assert shown_domain(encoded) == shown


@pytest.mark.parametrize(
    "domain",
    [
        "💩.example",
        "xn--ls8h.example",
        "☃.example",
        "xn--a.example",
        "ü..example",
        "-ü.example",
        "ü_ü.example",
        "ü" * 64,
        "rаthaus.example",
        "xn--rthaus-3jf.example",
        "ραthaus.example",
        "ü/evil.example",
    ],
)
def test_impossible_domains_and_mixed_alphabets_are_refused(domain: str) -> None:
    with pytest.raises(DomainError):
        ascii_domain(domain)
    with pytest.raises(ValidationError):
        check_email(f"ina@{domain}")
    with pytest.raises(ValidationError):
        WebAddressField().clean(f"https://{domain}/")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Ina@Faß.example", "ina@faß.example"),
        ("ina@xn--fa-hia.example", "ina@faß.example"),
        ("ina@fass.example", "ina@fass.example"),
        ("ａｄａ@test.example", "ada@test.example"),
        ("ada＠test.example", "ada@test.example"),
        (f"{UNSEEN}ina{UNSEEN}@{UNSEEN}test{UNSEEN}.example{UNSEEN}", "ina@test.example"),
        ("ina @ test.example ", "ina@test.example"),
        ("i\u200cna@te\u200dst.example", "ina@test.example"),
    ],
)
def test_an_address_has_one_spelling(typed: str, stored: str) -> None:
    assert normalise_email(typed) == stored
    assert normalise_email(stored) == stored
    assert AddressField().clean(typed) == stored


@pytest.mark.parametrize(
    "typed", ["", "ina", "@", "@test.example", "ina@", "a@b@c", "ina@ü_.example", "\u0130da@x.example", "\x00@\x00"]
)
def test_normalising_twice_changes_nothing(typed: str) -> None:
    assert normalise_email(normalise_email(typed)) == normalise_email(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "ina",
        "ina@test",
        "ina test@test.example",
        "ina@te st.example",
        "İda@test.example",
        "ıda@test.example",
        "jürgen@test.example",
        "ina@test.example, otto@test.example",
        "Ina <ina@test.example>",
        "ina@test.example\nBcc: x",
    ],
)
def test_invalid_addresses_are_refused_with_a_message(typed: str) -> None:
    with pytest.raises(ValidationError, match=r"zum Beispiel|kann keine Internetadresse sein"):
        AddressField().clean(typed)


def test_the_input_is_of_type_text() -> None:
    class One(forms.Form):
        email = AddressField(widget=forms.EmailInput(attrs={"autocomplete": "email"}))

    assert 'type="text"' in str(One()["email"])
    assert 'inputmode="email"' in str(One()["email"])


def test_names_before_an_address_stay() -> None:
    assert ascii_mailbox("Netzwerk <post@faß.example>") == "Netzwerk <post@xn--fa-hia.example>"
    assert ascii_mailbox('"Muster, Ina" <ina@test.example>') == '"Muster, Ina" <ina@test.example>'
    assert ascii_mailbox("Büro <post@faß.example>") == "=?utf-8?b?QsO8cm8=?= <post@xn--fa-hia.example>"
    assert ascii_email("ina@faß.example") == mail_address("ina@faß.example") == "ina@xn--fa-hia.example"


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("www.faß.example", "https://www.xn--fa-hia.example", "https://www.faß.example"),
        (
            " https://Faß.example:8080/Weg?x=ü#y ",
            "https://xn--fa-hia.example:8080/Weg?x=ü#y",
            "https://faß.example:8080/Weg?x=ü#y",
        ),
        ("\ufeffrat\u00adhaus.example\u200b/a\u00a0", "https://rathaus.example/a", "https://rathaus.example/a"),
        ("http://xn--fa-hia.example/", "http://xn--fa-hia.example/", "http://faß.example/"),
        ("https://[::1]:8000/x", "https://[::1]:8000/x", "https://[::1]:8000/x"),
    ],
)
def test_a_url_is_stored_in_ascii_and_shown_in_unicode(typed: str, stored: str, shown: str) -> None:
    field = WebAddressField()
    assert field.clean(typed) == stored
    assert field.prepare_value(stored) == shown_url(stored) == shown
    assert field.clean(shown) == stored
    assert web_name(stored) == shown.partition("://")[2].removesuffix("/")


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "ftp://rathaus.example",
        "https://",
        "https://a b.example",
        "https://x.example:99999/",
        "http://[::1",
    ],
)
def test_invalid_urls_are_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        WebAddressField().clean(typed)


def test_links_in_texts_have_ascii_domains() -> None:
    html = LinkTargets().expand(
        '<a href="https://faß.example/a?b=1&amp;c">x</a><a href="mailto:ina@faß.example?subject=ü">y</a>'
        '<a href="/intern/">z</a>'
    )
    assert 'href="https://xn--fa-hia.example/a?b=1&amp;c"' in html
    assert 'href="mailto:ina@xn--fa-hia.example?subject=ü"' in html
    assert 'href="/intern/"' in html
    assert normalise_url("/intern/") == "/intern/"
