"""The README's transcript: two screens of a real session of the primer.

`python -m tests.lines.readme` puts them into the README anew.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.lines.scripted import Person

README = Path(__file__).parents[2] / "README.md"
SCRIPT = ("", "", "agreements", "1", "1", "orders", "reassure neighbour", "", "", "")
SCREENS = ("A DRAFT ON THE TABLE", "TURN 1: WHAT FOLLOWED")
RULE = "=" * 80
BEGIN, END = "<!-- transcript: begin -->", "<!-- transcript: end -->"


def transcript() -> str:
    """The first showing of each screen, with what the person typed."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "primer.modus"
        text = Person(SCRIPT).play("first-talks", out, seats=["host"], seed=3).text
    parts = text.split(f"\n{RULE}\n")
    shown = []
    for title in SCREENS:
        at = next(n for n, part in enumerate(parts) if part.endswith(f"\n{title}"))
        body = parts[at + 1].rstrip().removesuffix("\n>")
        shown.append(f"{RULE}\n{parts[at]}\n{RULE}\n{body}")
    return "\n\n".join(shown).rstrip()


def with_transcript(readme: str) -> str:
    """The README with the transcript between its marks."""
    before, _begin, rest = readme.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n```text\n{transcript()}\n```\n\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_transcript(README.read_text(encoding="utf-8")), encoding="utf-8")
