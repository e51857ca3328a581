"""A table whose record is kept in a file, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace

from game.scenario.model import Scenario
from game.scenario.orders import Order
from game.table import table
from game.table.commands import Command, Do
from game.table.state import State, forget
from game.table.table import Reply

# SQLAlchemy is imported when a file is first asked for: a table in memory needs none of it.
if TYPE_CHECKING:
    from game.record.keeping import Keeper


class Table(table.Table):
    """One game being played, kept in a record where it has a path.

    A table with a path is closed when it is left (`with`), or by `close()`.
    """

    store: Keeper | None

    def __init__(self, scenario: Scenario, state: State, store: Keeper | None = None) -> None:
        super().__init__(scenario, state, store)

    @classmethod
    def open(  # type: ignore[override]  # a path in the place of a store
        cls,
        scenario: Scenario,
        seed: int = 0,
        seats: Mapping[str, str] | None = None,
        path: str | Path | None = None,
        *,
        brisk: bool = True,
        facilitator: bool = False,
        minutes: int = 0,
    ) -> Self:
        """A new table. `seats` says who plays: `person` (where unsaid), `bot:<name>` or `empty`;
        `minutes` which of the scenario's timings it keeps, 0 for none.

        Raises ValueError for a seat that the scenario does not have, RecordError when the record
        cannot be made (there is such a file already, the disk is full).
        """
        new = table.Table.open(
            scenario, seed, seats, brisk=brisk, facilitator=facilitator, minutes=minutes
        )
        if path is None:
            return cls(scenario, new.state)
        from game.record.files import begin

        return cls(scenario, new.state, begin(Path(path), scenario, seed, new.state.setup))

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """A table as its record left it, to play on. Raises RecordError when that cannot be."""
        from game.record.files import resume

        return cls(*resume(Path(path)))

    @classmethod
    def look(cls, path: str | Path) -> Self:
        """A table as its record left it, only to be looked at: nothing more is kept there.

        The file is opened to read, and let go of at once. Raises RecordError.
        """
        from game.record.files import look

        return cls(*look(Path(path)))

    def submit(self, author: str, do: Command | Do | Order, key: str = "") -> Reply:
        """Decide what somebody asks for, keep what came of it, then let it be so.

        Under a `key` a command is kept once: who sends it again is told what came of it then.
        Raises RecordError when it could not be kept; then nothing has changed.
        """
        if self.store is None:
            return super().submit(author, do)
        before = self.store.before(author, key)
        if before is not None:
            return Reply(before)
        self.store.key = key
        # A keeper salts every command itself: only then does it know the salt of the texts.
        return super().submit(author, replace(do, salt="") if isinstance(do, Command) else do)

    def erase(self, seat: str) -> int:
        """Erase the name and every free text of a seat; the number of texts erased.

        Raises RecordError when the record cannot be written.
        """
        if self.store is None:
            return 0
        from game.record.files import erase_seat

        keys = erase_seat(self.store, seat)
        self.state = forget(self.state, frozenset(keys))
        return len(keys)

    def close(self) -> None:
        """Let go of the record's file."""
        if self.store is not None:
            self.store.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
