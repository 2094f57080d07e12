"""Other programs read our files to the same UTC: ical.js, khal, and a small reader of our own with the zone database."""

import json
import os
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from netzwerk.calendar import ical
from netzwerk.calendar.models import Date
from netzwerk.calendar.repetition import Every, Rule
from netzwerk.calendar.services.series import create_series
from netzwerk.surfaces.registry import Recipient
from tests.factories.dates import KIND, Meetings
from tests.factories.dates import date as new_date

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent
ICAL_JS = HERE.parent.parent / "node_modules" / "ical.js"
ON_CI = os.environ.get("CI", "").lower() == "true"
VALUES = {"title": "Runde", "path": "/runde/", "start_time": time(10), "end_time": time(12)}
Times = dict[str, list[datetime]]


@pytest.fixture
def dates(meetings: Meetings) -> list[Date]:
    """Both Sundays on which clocks change, with dates before, over and after the change, and series across them."""
    made = []
    for first in (date(2027, 3, 14), date(2027, 10, 17)):
        made += create_series(Rule(first, Every.WEEK, count=5), kind=KIND, actor=None, **VALUES)[1]
    for day in (date(2027, 3, 28), date(2027, 10, 31)):
        made.append(new_date(start_day=day, start_time=time(0, 30), end_time=time(1, 45)))
        made.append(new_date(start_day=day, start_time=time(1, 30), end_time=time(3, 30)))
        made.append(new_date(start_day=day, start_time=time(3), end_time=time(4)))
    for zone in ("Europe/London", "Europe/Helsinki", "Europe/Zurich"):
        made.append(new_date(start_day=date(2027, 7, 1), zone=zone))
        made.append(new_date(start_day=date(2031, 12, 1), zone=zone))
    return made


def expected(dates: list[Date]) -> Times:
    return {one.uid: [one.starts_at, one.ends_at] for one in dates}


@pytest.fixture
def files(dates: list[Date], tmp_path: Path) -> list[Path]:
    """A feed of all dates and, apart from it, a mail for each."""
    feed = tmp_path / "feed.ics"
    feed.write_bytes(ical.feed(dates, name="Termine"))
    found = [feed]
    for number, one in enumerate(dates):
        content = ical.message(one, method=ical.REQUEST, to=Recipient("Gast", "g@x.example"), now=timezone.now())
        mail = tmp_path / f"mail-{number}.ics"
        mail.write_bytes(content)
        found.append(mail)
    return found


def read_with_zone_database(content: bytes) -> Times:
    """An independent reader: unfold lines, look for DTSTART and DTEND, ask the zone database."""
    found: Times = {}
    text = content.decode().replace("\r\n ", "")
    for event in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
        (uid,) = re.findall(r"^UID:(\S+)", event, re.MULTILINE)
        stamps = re.findall(r"^DT(?:START|END);TZID=([\w/]+):(\d{8}T\d{6})\r?$", event, re.MULTILINE)
        found[uid] = [
            datetime.strptime(at, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
            for zone, at in stamps
        ]
    return found


def test_the_zone_database_reads_feed_and_mails(dates: list[Date], files: list[Path]) -> None:
    feed, *mails = files
    assert read_with_zone_database(feed.read_bytes()) == expected(dates)
    read: Times = {}
    for mail in mails:
        read |= read_with_zone_database(mail.read_bytes())
    assert read == expected(dates)


def test_no_rule_of_repetition_leaves_in_an_event(files: list[Path]) -> None:
    for file in files:
        events = re.findall(r"BEGIN:VEVENT(.*?)END:VEVENT", file.read_text(), re.DOTALL)
        assert events and not any(re.search(r"RRULE|RDATE|EXDATE|RECURRENCE-ID", event) for event in events)


def needs(*, is_there: bool, what: str) -> None:
    """Without the second reader a test is skipped, on CI it fails."""
    if not is_there:
        (pytest.fail if ON_CI else pytest.skip)(f"needs {what}")


def test_ical_js_reads_feed_and_mails(dates: list[Date], files: list[Path]) -> None:
    needs(is_there=bool(shutil.which("node")) and ICAL_JS.exists(), what="node and `make browser-tools`")
    feed, *mails = files
    for chosen in ([feed], mails):
        command = ["node", str(HERE / "read_ical.mjs"), *map(str, chosen)]
        # In a zone far away, so that local time could not pass for the zone of the file.
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "TZ": "America/Caracas"}
        )
        read = json.loads(done.stdout)
        assert {uid: [datetime.fromisoformat(at) for at in pair] for uid, pair in read.items()} == expected(dates)


def test_khal_reads_feed_and_mails(dates: list[Date], files: list[Path], tmp_path: Path) -> None:
    needs(is_there=bool(shutil.which("khal")), what="Debian's khal")
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[one]]\npath = {tmp_path}/vdir\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        "timeformat = %H:%M\ndateformat = %d.%m.\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %d.%m. %H:%M\nlongdatetimeformat = %Y-%m-%dT%H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
    )
    (tmp_path / "vdir").mkdir()
    pattern = "{uid} {start-long-full} {end-long-full}"
    feed, *mails = files
    for chosen in ([feed], mails):
        read: Times = {}
        for file in chosen:
            command = ["khal", "-c", str(config), "printics", "--format", pattern, str(file)]
            env = {**os.environ, "LANG": "C.UTF-8", "XDG_DATA_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
            for line in done.stdout.splitlines():
                if match := re.fullmatch(r"([0-9a-f-]{36}) (\S+) (\S+)", line.strip()):
                    uid, *pair = match.groups()
                    read[uid] = [datetime.fromisoformat(at).replace(tzinfo=UTC) for at in pair]
        assert read == expected(dates)
