"""Write into each page of docs/mechanics where it is played: `python -m tests.mechanics`."""

from __future__ import annotations

import re

from tests.mechanics.pages import FOLDER, PAGES, page, played_in


def main() -> None:
    """Renew the line `Played in:` of every page."""
    for name in PAGES:
        there = ", ".join(f"`{it}`" for it in played_in(page(name))) or "none yet"
        path = FOLDER / f"{name}.md"
        line = f"- **Played in:** {there}\n"
        text = re.sub(r"^- \*\*Played in:\*\* .*\n(?:  .*\n)*", line, page(name).text, flags=re.M)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
