"""Whatever happened to a file: a sentence, never a traceback, and no changed game unnoticed."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from game.errors import UserError
from game.record.errors import Damaged, NotARecord, OtherFormat, RecordError, Tampered
from game.record.export import export
from game.record.fork import fork
from game.record.table import Table
from game.record.verify import verify
from tests.record import games

Change = Callable[[sqlite3.Connection], object]


def flip_a_number(raw: sqlite3.Connection) -> None:
    """One digit of one fact in the last entry."""
    last = raw.execute("SELECT max(seq) FROM entry").fetchone()[0]
    text = games.facts(raw, last)
    at = max(text.rfind(digit) for digit in "0123456789")
    games.set_facts(raw, last, text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :])


def drop_a_fact(raw: sqlite3.Connection) -> None:
    """One entry's facts are fewer."""
    games.set_facts(raw, 3, "[]")


CHANGES: dict[str, Change] = {
    "a flipped digit": flip_a_number,
    "facts dropped": drop_a_fact,
    "an entry dropped": lambda raw: raw.execute("DELETE FROM entry WHERE seq = 5"),
    "the last entry dropped": lambda raw: raw.execute(
        "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)"
    ),
    "two entries exchanged": lambda raw: raw.executescript(
        "UPDATE entry SET seq = -1 WHERE seq = 5; UPDATE entry SET seq = 5 WHERE seq = 6;"
        "UPDATE entry SET seq = 6 WHERE seq = -1"
    ),
    "another command": lambda raw: raw.execute(
        "UPDATE entry SET command = replace(command, 'lock', 'unlock')"
    ),
    "another author": lambda raw: raw.execute("UPDATE entry SET author = 'host' WHERE seq = 1"),
    "another header": lambda raw: raw.execute(
        "UPDATE game SET header = replace(header, 'random', 'greedy')"
    ),
    "another seed": lambda raw: raw.execute("UPDATE secret SET seed = '8'"),
    "another text": lambda raw: raw.execute(
        "UPDATE word SET text = 'Something else.' WHERE text IS NOT NULL"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_was_changed_is_found(change: Change, copy: Path) -> None:
    before = copy.read_bytes()
    games.tampered(copy, change)
    assert copy.read_bytes() != before
    with pytest.raises(Tampered, match="was changed: ") as found:
        verify(copy)
    assert found.value.exit_code == 1
    with pytest.raises(Tampered, match="was changed: ") as refused:
        Table.load(copy)
    assert refused.value.exit_code == 2


def test_the_place_of_a_change_is_named(copy: Path) -> None:
    games.tampered(copy, lambda raw: games.set_facts(raw, games.resolved(copy) + 1, "[]"))
    with pytest.raises(Tampered, match=f"breaks at entry {games.resolved(copy) + 1}, in turn 2"):
        verify(copy)


def test_a_forged_chain_is_found_by_deciding_again(copy: Path) -> None:
    seq = games.resolved(copy)

    def forge(raw: sqlite3.Connection) -> None:
        text = games.facts(raw, seq)
        assert '["income",2]' in text
        games.set_facts(raw, seq, text.replace('["income",2]', '["income",9]', 1))

    games.tampered(copy, forge)
    games.chained_anew(copy)
    Table.load(copy).close()
    with pytest.raises(UserError) as found:
        verify(copy)
    assert found.value.exit_code == 1
    assert f"entry {seq} (turn 1, " in found.value.message
    recorded, decided = found.value.message.split("decided:")
    assert '["income",9]' in recorded
    assert '["income",2]' in decided


@pytest.mark.parametrize("share", [0.0, 0.0005, 0.01, 0.3, 0.7, 0.99])
def test_a_record_cut_short_is_a_sentence(share: float, copy: Path) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(RecordError) as found:
        Table.load(copy)
    assert copy.name in found.value.message
    with pytest.raises(RecordError):
        verify(copy)


def test_no_flipped_byte_gives_a_traceback_or_another_game(copy: Path) -> None:
    whole, dice = copy.read_bytes(), random.Random(5)
    with Table.load(copy) as table:
        state = table.state
    refused = 0
    for _try in range(60):
        damaged = bytearray(whole)
        damaged[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        copy.write_bytes(damaged)
        try:
            with Table.load(copy) as table:
                assert table.state == state
        except UserError:
            refused += 1
        with suppress(UserError):
            verify(copy)
    assert refused


def test_a_record_of_another_format_says_which(copy: Path) -> None:
    games.tampered(copy, lambda raw: raw.execute("PRAGMA user_version = 2"))
    with pytest.raises(OtherFormat, match="format 2; this program reads format 1"):
        Table.load(copy)


def test_hostile_contents_are_a_sentence(copy: Path) -> None:
    games.tampered(copy, lambda raw: games.set_facts(raw, 1, '[{"type":"moon"}]'))
    games.chained_anew(copy)
    with pytest.raises(Damaged, match="Entry 1 of the record is damaged"):
        Table.load(copy)
    games.tampered(copy, lambda raw: raw.execute("UPDATE scenario SET whole = x'00'"))
    with pytest.raises(Damaged):
        Table.load(copy)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: None,
        lambda path: path.touch(),
        lambda path: path.mkdir(),
        lambda path: path.write_text("modus: 1\nid: a-scenario\n"),
        lambda path: sqlite3.connect(path).execute("CREATE TABLE t (x)").connection.close(),
    ],
    ids=["missing", "empty", "a folder", "a scenario", "another database"],
)
def test_what_is_no_record_is_a_sentence(make: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "no.modus"
    make(path)
    for verb in (Table.load, verify, lambda p: export(p, "csv"), lambda p: fork(p, 1, p)):
        with pytest.raises(NotARecord, match=r"no\.modus") as found:
            verb(path)
        assert found.value.exit_code == 2


def test_somebody_else_writing_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.record import sqlite
    from game.table.commands import Lock

    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    path, found = tmp_path / "g.modus", games.scenario()
    with Table.open(found, 1, path=path) as table, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        before = table.state
        with pytest.raises(RecordError, match="another program is using it"):
            table.submit(found.players[0], Lock())
        assert table.state is before
        other.rollback()
        assert table.submit(found.players[0], Lock()).facts


def test_two_programs_cannot_tell_one_game_two_ways(tmp_path: Path) -> None:
    from game.table.commands import Lock

    path, found = tmp_path / "g.modus", games.scenario()
    with Table.open(found, 1, path=path) as one, Table.load(path) as two:
        one.submit(found.players[0], Lock())
        with pytest.raises(RecordError, match="Load it again"):
            two.submit(found.players[1], Lock())
        state = one.state
    with Table.load(path) as again:
        assert again.state == state
