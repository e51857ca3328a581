"""Draws the golden pictures anew: `python -m tests.desktop.golden`, or `make pictures`."""

from __future__ import annotations

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from tests.desktop.golden import keep

for line in keep():
    print(line)
