"""The verb `modus check` as an author types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import cli
from game.checking.codes import CODES
from game.checking.explaining import page
from tests.checking.examples import SOUND
from tests.checking.page import FILE

WARNED = SOUND + "timings:\n  30: {turns: 4, negotiation: 9, debrief: 1}\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The file of an author, with one warning in it."""
    file = tmp_path / "mine.yaml"
    file.write_text(WARNED)
    return file


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int | str | None, str, str]:
    """The exit code, and what the command printed on its two outputs."""
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    out, err = capsys.readouterr()
    return ended.value.code, out, err


def test_a_warning_fails_only_a_strict_check(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _err = said(["check", str(mine)], capsys)
    assert (code, "warning: time/too-long" in out) == (0, True)
    code, out, err = said(["check", "--strict", str(mine)], capsys)
    assert (code, "warning: time/too-long" in out, "--strict" in err) == (1, True, True)


def test_the_primer_passes_a_strict_check(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(["check", "--cases", "--strict", "first-talks"], capsys)
    assert (code, "warning" in out, err) == (0, False, "")


def test_programs_read_warnings_too(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = said(["check", "--json", str(mine)], capsys)
    [problem] = json.loads(out)
    assert (problem["code"], problem["severity"]) == ("time/too-long", "warning")


def test_a_code_is_explained_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said(["check", "--explain", "time/too-long", "yaml/tab"], capsys)
    assert code == 0
    for sentence in (CODES["time/too-long"].means, CODES["yaml/tab"].mend, "# check: allow"):
        assert sentence in " ".join(out.split())


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _err = said(["check", "--explain"], capsys)
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert (code, sorted(listed)) == (0, sorted(CODES))


def test_an_unknown_code_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(["check", "--explain", "time/too-lnog"], capsys)
    assert (code, "time/too-long?" in err, "yaml/tab" in out) == (2, True, True)


def test_what_is_not_translated_is_listed_whole(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine.write_text(SOUND + "texts:\n  ko: {title: 예}\n")
    code, out, _err = said(["check", "--untranslated", str(mine)], capsys)
    listed = [line.strip() for line in out.splitlines()[1:]]
    assert code == 0
    assert "actors.host.private.0.instructions" in listed
    assert "title" not in listed
    _code, out, _err = said(["check", "--untranslated", "eo", str(mine)], capsys)
    assert "  title" in out


def test_what_a_skin_leaves_as_it_is_is_listed_whole(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skin = "skins:\n  hills:\n    actors: {host: {name: Dale}}\nsummary: Highland asks.\n"
    mine.write_text(SOUND + skin)
    code, out, _err = said(["check", "--untranslated", "hills", str(mine)], capsys)
    assert code == 0
    assert [line.strip() for line in out.splitlines()[1:]] == [
        "actors.sponsor.name", "issues.radar.name", "actors.host.constituencies.village.name",
        "summary (Highland)",
    ]  # fmt: skip
    code, _out, err = said(["check", "--untranslated", "hulls", str(mine)], capsys)
    assert (code, "hulls" in err) == (2, True)


def test_the_hint_to_list_all_names_the_file(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine.write_text(SOUND + "texts:\n  ko: {title: 예}\n")
    _code, out, _err = said(["check", str(mine)], capsys)
    [hint] = [line for line in out.splitlines() if "text/untranslated" in line]
    asked = hint.partition("All: modus ")[2].split()
    code, out, _err = said(asked, capsys)
    assert code == 0 and out.startswith(f"{mine}: ") and "bundled" not in out


def test_the_programs_own_gaps_are_listed_by_language(capsys: pytest.CaptureFixture[str]) -> None:
    _code, out, _err = said(["check", "--untranslated", "eo"], capsys)
    program = out.splitlines()
    assert any(line.endswith("are not in eo") for line in program)
    assert "  Check scenarios, and name every problem in them at once." in program


def test_watching_goes_on_and_so_is_not_strict(
    mine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, err = said(["check", "--watch", "--strict", str(mine)], capsys)
    assert (code, "--watch" in err) == (2, True)


def test_the_page_of_the_docs_says_what_explain_says() -> None:
    assert FILE.read_text(encoding="utf-8") == page()
