"""Compiles locale/*/LC_MESSAGES/*.po beside themselves. The .mo are committed: Django reads them, and no machine that only
runs the portal needs a compiler. tests/words/test_own_catalogue.py fails where one is older than its source.
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
