"""Compiles locale/*/LC_MESSAGES/*.po. The .mo files are committed, so that a server needs no compiler for them;
tests/words/test_own_catalogue.py fails if one differs from its source.
"""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main() -> None:
    for source in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        polib.pofile(str(source)).save_as_mofile(str(source.with_suffix(".mo")))
        print(source.relative_to(LOCALE.parent).with_suffix(".mo"))


if __name__ == "__main__":
    main()
