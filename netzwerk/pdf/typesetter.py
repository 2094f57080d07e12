"""Typesets one document in a process of its own. `rendering` runs this file as a script; it does not import Django.

Typst cannot be interrupted, caches hundreds of megabytes of earlier documents, keeps every file name and aborts the process on
some errors. A process for each document limits all of that; it starts in about 40 ms.

    typesetter.py TEMPLATES MAIN FONTS...    standard input: a line with the sizes as JSON, then the data and the pictures

The document is written to standard output, or a JSON object with the error.
"""

import json
import os
import re
import resource
import sys
import time
from pathlib import Path

import typst

OPEN_FILES = "/proc/self/fd"
FIRST_PICTURE = 100  # as in rendering.py
STANDARDS = ["a-2a", "ua-1"]
MOST_SECONDS, MOST_MEMORY = 120, 4 * 1024**3  # CPU time of all cores; 200 pages take 3 seconds and half a gigabyte


def main(shared: str, template: str, *fonts: str) -> int:
    os.nice(5)  # requests for pages have priority
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    data, *pictures = [sys.stdin.buffer.read(size) for size in json.loads(sys.stdin.buffer.readline())]
    for number, content in enumerate(pictures):
        keep_in_memory(content, FIRST_PICTURE + number)
    sources = {path.name: path.read_bytes() for path in Path(shared).glob("*.typ")}
    world = {**sources, "main.typ": Path(template).read_bytes(), "data.json": data}
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
    compiler = typst.Compiler(input=world, root=OPEN_FILES, font_paths=ours)
    try:
        document = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=int(time.time()))
    except typst.TypstError as error:
        places = re.findall(r"\w+\.typ:\d+", error.diagnostic)
        json.dump({"message": error.message, "places": places}, sys.stdout)
        return 1
    sys.stdout.buffer.write(document)
    return 0


def keep_in_memory(content: bytes, descriptor: int) -> None:
    """A file without a name that Typst opens as /proc/self/fd/<descriptor>: it takes pictures from files only."""
    made = os.memfd_create("picture")
    with open(made, "wb", closefd=False) as file:
        file.write(content)
    os.dup2(made, descriptor)
    os.close(made)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
