#!/usr/bin/env python3
"""Checks with veraPDF that PDF files conform to PDF/UA-1 (accessibility) and PDF/A-2a (archiving).

    scripts/verapdf.py FILE...    prints what is wrong; exit code 1 if anything is
    scripts/verapdf.py            only downloads veraPDF

It needs mvn and java, nothing of this project, and keeps the download between runs. One call per standard checks all files,
because starting Java takes longer than checking a file.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import maven

VERSION = "1.28.2"
SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}:jar"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
MOST_PLACES = 3  # printed for each fault of a file


def faults(files: list[str]) -> Iterator[str]:
    """A line for each rule that a file breaks, and for each file that cannot be checked."""
    jar = maven.fetch(ARTIFACT, f"greenfield-apps-{VERSION}.jar", SHA256)
    for flavour, standard in STANDARDS.items():
        with tempfile.TemporaryDirectory() as home:
            command = ["java", "-Xmx1g", f"-Dbasedir={home}", "-cp", str(jar), MAIN, "-f", flavour, "--format", "json"]
            ended = subprocess.run([*command, *files], capture_output=True, text=True, check=False, cwd=home)
        try:
            jobs = json.loads(ended.stdout)["report"]["jobs"]
        except (ValueError, KeyError):
            yield f"{standard}: veraPDF gave no report. {ended.stderr[-2000:]}"
            continue
        if len(jobs) != len(files):
            yield f"{standard}: {len(jobs)} of {len(files)} files were checked."
        for job in jobs:
            yield from (f"{job['itemDetails']['name']} {standard} {fault}" for fault in _faults_of(job))


def _faults_of(job: dict) -> Iterator[str]:
    results = job.get("validationResult")
    if not results:
        yield f"could not be checked: {job.get('taskException') or job}"
    for result in results or []:
        rules = [rule for rule in result["details"]["ruleSummaries"] if rule["ruleStatus"] == "FAILED"]
        for rule in rules:
            places = [check.get("errorMessage") or check["context"] for check in rule["checks"][:MOST_PLACES]]
            yield f"{rule['clause']}-{rule['testNumber']} ({rule['failedChecks']}x) {rule['description']} {places}"
        if not rules and not result["compliant"]:
            yield f"does not comply: {result}"


def main(files: list[str]) -> int:
    if not files:
        print(maven.fetch(ARTIFACT, f"greenfield-apps-{VERSION}.jar", SHA256))
        return 0
    found = list(faults([str(Path(file).resolve()) for file in files]))
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
