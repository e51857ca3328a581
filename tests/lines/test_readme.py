"""What the README shows is what a player sees."""

from __future__ import annotations

from tests.lines.readme import README, with_transcript


def test_the_transcript_of_the_readme_is_a_real_one() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_transcript(text) == text, "python -m tests.lines.readme writes it anew"
