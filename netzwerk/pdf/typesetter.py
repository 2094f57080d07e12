"""Typesets one document in a process of its own. `rendering` runs this file as a script; it does not import Django.

Typst cannot be interrupted, caches hundreds of megabytes of earlier documents, keeps every file name and aborts the process on
some errors. A process for each document limits all of that; it starts in about 40 ms.

    typesetter.py TEMPLATES NAME FOLDER FONTS...    FOLDER has data.json and the pictures, and gets document.pdf
"""

import json
import os
import re
import resource
import sys
import time
from pathlib import Path

import typst

STANDARDS = ["a-2a", "ua-1"]
MOST_SECONDS, MOST_MEMORY = 120, 4 * 1024**3  # CPU time of all cores; 200 pages take 3 seconds and half a gigabyte


def main(templates: str, name: str, folder: str, *fonts: str) -> int:
    os.nice(5)  # requests for pages have priority
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    sources = {path.name: path.read_bytes() for path in Path(templates).glob("*.typ")}
    world = {**sources, "main.typ": sources[name], "data.json": Path(folder, "data.json").read_bytes()}
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
    compiler = typst.Compiler(input=world, root=folder, font_paths=ours)
    target = Path(folder, "document.pdf")
    try:
        compiler.compile(output=target, format="pdf", pdf_standards=STANDARDS, timestamp=int(time.time()))
    except typst.TypstError as error:
        places = re.findall(r"\w+\.typ:\d+", error.diagnostic)
        json.dump({"message": error.message, "places": places}, sys.stdout)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
