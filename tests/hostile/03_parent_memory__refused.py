"""Steals: reads the parent's memory through /proc/<ppid>/mem and executes the source of max_pool2d found in it.

Fails because /proc is not granted and ptrace access is denied.
"""

import os
import re

PARENT = f"/proc/{os.getppid()}"


def _search(limit=256 << 20):
    with open(f"{PARENT}/maps") as maps, open(f"{PARENT}/mem", "rb", 0) as memory:
        for line in maps:
            start, end = (int(part, 16) for part in line.split()[0].split("-"))
            if " rw-p " not in line or end - start > limit:
                continue
            limit -= end - start
            memory.seek(start)
            found = re.search(rb"def max_pool2d\(.{40,4000}?\n(?=def |\Z|\0)", memory.read(end - start), re.S)
            if found:
                return found.group()
    return b""


exec(b"import numpy as np\n" + _search())
avg_pool2d = globals().get("max_pool2d", print)
