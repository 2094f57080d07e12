"""Sets one document, in a process of its own. Run by `rendering`, as a file; knows nothing of Django.

Typst cannot be interrupted, keeps hundreds of megabytes of what it has set before, never forgets a file name and ends the whole
process where it gives up. Here all of that ends with the document. Starting takes some 40 ms.

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
MOST_SECONDS, MOST_MEMORY = 120, 4 * 1024**3  # of all cores; 200 pages take 3 seconds and half a gigabyte


def main(templates: str, name: str, folder: str, *fonts: str) -> int:
    os.nice(5)  # whoever reads a page goes first
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
