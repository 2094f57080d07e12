"""A small browser for the bench: cookies, forms as the page has them, redirects; it notes the time of each request."""

import html
import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from tests.bench.load import BROWSER, REQUEST_SECONDS, BenchError

FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
ACTION = re.compile(r'<form\b[^>]*\baction="([^"]*)"')
FIELD = re.compile(r"<(?:input|button)\b[^>]*>")
ATTRIBUTE = re.compile(r'\b([a-z-]+)(?:="([^"]*)")?')
SENT_ALWAYS = ("hidden", "text", "email", "number")


@dataclass
class Form:
    action: str
    fields: dict[str, str]


@dataclass
class Browser:
    """One visitor with a connection that stays open. `address` is an IP address for X-Forwarded-For."""

    port: int
    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    path: str = ""

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=REQUEST_SECONDS)

    def close(self) -> None:
        self._connection.close()

    def get(self, path: str) -> str:
        return self._follow("GET", path, None)

    def send(self, form: Form, **values: str) -> str:
        """Post a form with its hidden fields and these values; follows the redirect."""
        return self._follow("POST", form.action or self.path, {**form.fields, **values})

    def _follow(self, method: str, path: str, fields: dict[str, str] | None) -> str:
        for _hop in range(4):
            status, location, body = self._ask(method, path, fields)
            self.path = path
            if status in (301, 302, 303):
                parts = urlsplit(location)
                method, path, fields = "GET", parts.path + (f"?{parts.query}" if parts.query else ""), None
                continue
            if status != 200:
                raise BenchError(f"{method} {path} answered {status}: {_message_of(body)}")
            return body
        raise BenchError(f"{path} redirects in a circle")

    def _ask(self, method: str, path: str, fields: dict[str, str] | None) -> tuple[int, str, str]:
        headers = {
            "Host": f"localhost:{self.port}",
            "User-Agent": BROWSER,
            "X-Forwarded-For": self.address,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        content = None
        if fields is not None:
            content = urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Referer"] = f"http://localhost:{self.port}{self.path}"
        began = time.monotonic()
        self._connection.request(method, path, body=content, headers=headers)
        answer = self._connection.getresponse()
        body = answer.read().decode()
        self.times.append(time.monotonic() - began)
        for cookie in answer.headers.get_all("Set-Cookie", ()):
            name, _equals, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer.status, answer.getheader("Location", ""), body


def form_with(body: str, name: str) -> Form:
    """The form of a page that has a field or button of this name. Raises BenchError."""
    for text in FORM.findall(body):
        if f'name="{name}"' in text:
            action = ACTION.match(text)
            return Form(html.unescape(action.group(1)) if action else "", dict(_fields(text)))
    raise BenchError(f"no form with {name!r} on this page: {_message_of(body)}")


def _fields(text: str):
    for tag in FIELD.findall(text):
        found = dict(ATTRIBUTE.findall(tag))
        is_sent = found.get("type", "text") in SENT_ALWAYS or "checked" in found
        if tag.startswith("<input") and "name" in found and is_sent:
            yield found["name"], html.unescape(found.get("value", ""))


def _message_of(body: str) -> str:
    """The heading and the first alert, to say what went wrong."""
    words = re.findall(r"<h1[^>]*>(.*?)</h1>|role=\"alert\"[^>]*>(.*?)</", body, re.DOTALL)
    return " | ".join(re.sub(r"<[^>]+>|\s+", " ", one).strip() for pair in words for one in pair if one)[:300]
