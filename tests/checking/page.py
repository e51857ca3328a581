"""Write `docs/checks.md`: what every code of `modus check` means."""

from __future__ import annotations

from pathlib import Path

from game.checking.explaining import page

FILE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"

if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
