"""`modus check --watch`: again on every save, whatever editors do to a file while they save it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from game.checking.bench import Asked
from game.checking.watching import GONE_FOR, watch
from game.errors import UserError
from tests.checking.examples import SOUND

Step = Callable[[], object]


def told(files: Sequence[Path], *steps: Step, cases: bool = False) -> list[str]:
    """What is said while the steps are done one by one, with some looks between two of them."""
    queue = [step for one in steps for step in (one, *[lambda: None] * 3)]

    def wait() -> None:
        if not queue:
            raise KeyboardInterrupt
        queue.pop(0)()

    lines = watch([str(file) for file in files], Asked(cases=cases), wait)
    return [line for line in lines if not line.startswith("---") or "new" in line]


def heads(lines: list[str]) -> list[str]:
    """How each list after the first is headed, without its time and file."""
    return [line.rpartition(": ")[2] for line in lines if line.startswith("---")]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The file of an author."""
    file = tmp_path / "mine.yaml"
    file.write_text(SOUND)
    return file


WRONG = SOUND.replace("tension: -1", "tensoin: -1")


def test_a_save_is_checked_and_says_what_became_of_the_list(mine: Path) -> None:
    lines = told([mine], lambda: None, lambda: mine.write_text(WRONG),
                 lambda: mine.write_text(SOUND))  # fmt: skip
    assert lines[0] == f"{mine}: well formed."
    assert heads(lines) == ["0 mended, 1 new", "1 mended, 0 new"]
    assert sum("name/unknown" in line for line in lines) == 1
    assert lines[-1] == f"{mine}: well formed."


def test_what_is_not_looked_at_while_an_error_stands_is_not_mended(mine: Path) -> None:
    long = "timings:\n  9: {turns: 4, negotiation: 9, debrief: 1}\n"
    mine.write_text(SOUND + long)
    lines = told([mine], lambda: None, lambda: mine.write_text(WRONG + long),
                 lambda: mine.write_text(SOUND + long), lambda: mine.write_text(SOUND))  # fmt: skip
    assert heads(lines) == ["0 mended, 1 new", "1 mended, 0 new", "1 mended, 0 new"]
    assert sum("time/too-long" in line for line in lines) == 2


def test_a_save_that_changes_nothing_says_nothing(mine: Path) -> None:
    assert told([mine], lambda: mine.write_text(SOUND), mine.touch) == [f"{mine}: well formed."]


def test_a_problem_that_only_moved_is_neither_new_nor_mended(mine: Path) -> None:
    mine.write_text(WRONG)
    lines = told([mine], lambda: None, lambda: mine.write_text("# A word before.\n" + WRONG))
    assert heads(lines) == ["0 mended, 0 new"]


def test_a_file_that_is_put_in_anothers_place_is_watched_on(mine: Path) -> None:
    def replace() -> None:
        new = mine.with_suffix(".new")
        new.write_text(WRONG)
        new.replace(mine)

    assert heads(told([mine], lambda: None, replace)) == ["0 mended, 1 new"]


def test_a_file_that_is_gone_for_a_moment_is_waited_for(mine: Path) -> None:
    lines = told([mine], mine.unlink, lambda: mine.write_text(""), lambda: mine.write_text(WRONG))
    assert heads(lines) == ["0 mended, 1 new"]
    assert not any("waiting" in line for line in lines)


def test_a_file_that_stays_away_is_told_once_and_checked_when_it_is_back(mine: Path) -> None:
    away: list[Step] = [lambda: None] * GONE_FOR
    lines = told([mine], lambda: None, mine.unlink, *away, lambda: mine.write_text(SOUND))
    assert sum("waiting" in line for line in lines) == 1
    assert lines[-1] == f"{mine}: well formed."
    assert len(lines) == 4


def test_half_a_file_is_not_checked_while_it_is_written(mine: Path) -> None:
    halves: list[Step] = [
        partial(mine.write_text, WRONG[: len(WRONG) * n // 5]) for n in range(1, 6)
    ]
    looks = [lambda: None, *halves, lambda: None, lambda: None]

    def wait() -> None:
        if not looks:
            raise KeyboardInterrupt
        looks.pop(0)()

    assert heads(list(watch([str(mine)], Asked(), wait)))[1:] == ["0 mended, 1 new"]


def test_the_libraries_of_a_file_are_watched_too(mine: Path) -> None:
    library = mine.with_name("shared.yaml")
    library.write_text("rules:\n  calm: {on: turn, effects: [{tension: -1}]}\n")
    mine.write_text(SOUND + "include: [shared]\n")
    lines = told([mine], lambda: None, lambda: library.write_text(
        "rules:\n  calm: {on: turn, effects: [{tensoin: -1}]}\n"), library.unlink)  # fmt: skip
    assert lines[0] == f"{mine}: well formed."
    assert any(line.startswith("shared.yaml:2:") and "tensoin" in line for line in lines)
    assert any("name/unknown" in line and "'shared'" in line for line in lines)


def test_cases_are_run_on_every_save(mine: Path) -> None:
    case = "cases:\n  - {name: All is calm, expect: {tension: 3}}\n"
    mine.write_text(SOUND + case)
    lines = told([mine], lambda: mine.write_text(SOUND + case.replace("3", "0")), cases=True)
    assert lines[0] == f"{mine}: 1 case, 0 failed."
    assert lines[-1] == f"{mine}: 1 case, 1 failed."


def test_several_files_are_watched_each_for_itself(mine: Path) -> None:
    other = mine.with_name("other.yaml")
    other.write_text(SOUND)
    lines = told([mine, other], lambda: None, lambda: other.write_text(WRONG))
    assert [line for line in lines if "well formed" in line] == [
        f"{mine}: well formed.", f"{other}: well formed."
    ]  # fmt: skip
    assert heads(lines) == ["0 mended, 1 new"]


def test_what_never_was_there_is_no_file_to_watch(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no scenario file"):
        list(watch([str(tmp_path / "nothing.yaml")], Asked()))
