"""Warnings accepted on purpose, with a comment where they stand."""

from __future__ import annotations

import pytest

from tests.checking.examples import SOUND
from tests.checking.looking import found, line_of, message

TIMED = SOUND + "timings:\n  30: {turns: 4, negotiation: 9, debrief: 1}\n"
ABOVE = TIMED.replace("  30:", "  # check: allow time/too-long\n  30:")


def test_without_a_comment_it_is_a_warning() -> None:
    assert found(TIMED) == [("time/too-long", line_of(TIMED, "  30:"))]


@pytest.mark.parametrize(
    "comment",
    [
        "check: allow time/too-long",
        "check: allow time/too-long (the bell is slow)",
        "check: allow time/turns",
        "check: allow time/turns, time/too-long because both are meant",
        "check:allow time/turns time/too-long",
    ],
)
def test_a_comment_on_the_line_accepts_what_it_names(comment: str) -> None:
    text = TIMED.replace(
        "turns: 4, negotiation: 9, debrief: 1}",
        f"turns: 5, negotiation: 9, debrief: 1}} # {comment}",
    )
    left = {"time/too-long", "time/turns"} - {c for c in ("time/too-long", "time/turns")
                                              if c in comment}  # fmt: skip
    codes = {code for code, _line in found(text)}
    # The turns are told where they stand, on the same line.
    assert codes == left


def test_a_comment_above_the_line_accepts_it_too() -> None:
    assert found(ABOVE) == []
    assert found(ABOVE.replace("  30:", "  # Slow on purpose.\n\n  30:")) == []


def test_a_comment_elsewhere_accepts_nothing() -> None:
    text = "# check: allow time/too-long\n" + TIMED
    assert found(text) == [("allow/idle", 1), ("time/too-long", line_of(text, "  30:"))]


def test_a_comment_that_has_outlived_its_warning_is_told() -> None:
    text = ABOVE.replace("negotiation: 9", "negotiation: 5")
    assert found(text) == [("allow/idle", line_of(text, "# check"))]


def test_words_inside_a_text_are_no_comment() -> None:
    text = TIMED + "summary: >\n  Write\n  # check: allow time/turns\n  above the line.\n"
    assert found(text) == [("time/too-long", line_of(text, "  30:"))]


def test_a_comment_behind_the_sign_of_a_block_is_one() -> None:
    text = SOUND + "summary: >  # check: allow fact/no-sources\n  Peace came in 1953.\n"
    assert found(text) == []


def test_an_unknown_code_is_told_with_the_nearest() -> None:
    says = message(ABOVE.replace("allow time/too-long", "allow time/to-long"), "allow/unknown")
    assert "time/too-long" in says


def test_an_error_cannot_be_accepted() -> None:
    text = SOUND.replace("cost: 1\n", "cost: -1  # check: allow cost/negative\n")
    assert [code for code, _line in found(text)] == ["cost/negative", "allow/unknown"]


def test_what_only_a_study_finds_is_not_told_to_be_idle_without_one() -> None:
    assert found("# check: allow study/option\n" + SOUND) == []


def test_no_comment_is_told_to_be_idle_in_a_file_that_is_broken() -> None:
    text = ABOVE.replace("options: [none,", "options: [none, none,")
    assert [code for code, _line in found(text)] == ["schema/options"]
