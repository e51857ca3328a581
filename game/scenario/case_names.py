"""The names in cases: a name that means nothing would let a test pass, or fail, without a word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from game.i18n import _
from game.scenario.desk import Desk, Path
from game.scenario.document_cases import RESERVED, Further
from game.scenario.model import Scenario

SEEN = ("hidden", "visible")
"""What `sees:` says of a cell or an agreement whose value is not asked for."""


def check_cases(desk: Desk, scenario: Scenario) -> None:
    """Note each name in `chance:`, `done:` and `expect:` of a case that the scenario has not."""
    names = _Names(desk, scenario)
    for number, case in enumerate(scenario.document.cases):
        names.turn(case, ("cases", number))
        for further, given in enumerate(case.then):
            names.turn(given, ("cases", number, "then", further))


class _Names:
    """Looks up the names of one scenario's cases."""

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        self.desk = desk
        self.scenario = scenario
        voted = {i for i, one in scenario.instruments.items() if one.forum}
        voted |= {i for i, one in scenario.issues.items() if one.up.forum or one.down.forum}
        players = self._all(scenario.players, _("a player"))
        actors = self._all(scenario.actors, _("an actor"))
        self.readers: dict[str, Callable[[Any, Path], None]] = {
            "score": self._by(scenario.players, _("a player")),
            "moved": self._by(scenario.issues, _("an issue"), actors),
            "breach": self._by(scenario.agreements, _("an agreement"), players),
            "ratified": self._by(scenario.agreements, _("an agreement"), self._seats),
            "denounced": self._left,
            "adopted": self._all(voted, _("an instrument or issue of a forum")),
            "rejected": self._all(voted, _("an instrument or issue of a forum")),
            "votes": self._by(voted, _("an instrument or issue of a forum"), self._voters),
            "happened": self._all(scenario.events, _("an event")),
            "refused": self._by(scenario.players, _("a player")),
            "ends": self._ends,
            "sees": self._by(scenario.players, _("a player"), self._sees),
        }
        for key in ("concluded", "in_force", "expired", "leaked"):
            self.readers[key] = self._all(scenario.agreements, _("an agreement"))

    def turn(self, given: Further, path: Path) -> None:
        """The names of one turn of a case."""
        chances = [i for i, event in self.scenario.events.items() if event.chance is not None]
        self._keys(given.chance, chances, _("an event with a chance"), (*path, "chance"))
        for number, line in enumerate(given.done):
            self._deed(line, (*path, "done", number))
        for key, value in given.expect.items():
            here = (*path, "expect", key)
            if key in self.readers:
                self.readers[key](value, here)
            elif key not in RESERVED and self._cell(key, here):
                self._value(key, value, here)

    # ------------------------------------------------------------------ kinds of expectation

    def _keys(self, names: Iterable[str], known: Collection[str], what: str, path: Path) -> None:
        for name in names:
            self.desk.known(name, known, what, (*path, name), key=True)

    def _all(self, known: Collection[str], what: str) -> Callable[[Any, Path], None]:
        def read(names: Iterable[str], path: Path) -> None:
            self.desk.all_known(names, known, what, path)

        return read

    def _by(
        self, known: Collection[str], what: str, inner: Callable[[Any, Path], None] | None = None
    ) -> Callable[[Any, Path], None]:
        """A mapping whose keys are known, and whose values another reader looks up."""

        def read(found: Mapping[str, Any], path: Path) -> None:
            self._keys(found, known, what, path)
            if inner is not None:
                for name, value in found.items():
                    inner(value, (*path, name))

        return read

    def _seats(self, found: Mapping[str, bool], path: Path) -> None:
        self._keys(found, self.scenario.players, _("a player"), path)

    def _voters(self, found: Mapping[str, str], path: Path) -> None:
        self._keys(found, self.scenario.actors, _("an actor"), path)

    def _left(self, found: list[str] | Mapping[str, list[str]], path: Path) -> None:
        agreements, what = self.scenario.agreements, _("an agreement")
        if isinstance(found, list):
            self.desk.all_known(found, agreements, what, path)
        else:
            self._by(agreements, what, self._all(self.scenario.players, _("a player")))(found, path)

    def _ends(self, found: str | bool, path: Path) -> None:
        if isinstance(found, str):
            known = [*self.scenario.ends, "turns", "settled"]
            self.desk.known(found, known, _("an end of the game"), path)

    # ------------------------------------------------------------------ cells and deeds

    def _sees(self, found: Mapping[str, int | str], path: Path) -> None:
        for name, value in found.items():
            here = (*path, name)
            if name in self.scenario.header.index:
                if value not in SEEN:
                    self._value(name, value, here)
            elif name in self.scenario.agreements:
                what = _("'hidden' or 'visible' of an agreement")
                self.desk.known(str(value), SEEN, what, here)
            else:
                known = (*self.scenario.header.index, *self.scenario.agreements)
                self.desk.known(name, known, _("a cell or an agreement"), here, key=True)

    def _cell(self, name: str, path: Path) -> bool:
        index = self.scenario.header.index
        return self.desk.known(name, index, _("a cell"), path, key=True)

    def _value(self, name: str, value: int | str, path: Path) -> None:
        """The option of an issue, or the band of a track, that a cell is compared with."""
        if isinstance(value, int):
            return
        issue = self.scenario.issues.get(name)
        if issue is not None:
            what = _("an option of {issue}").format(issue=name)
            self.desk.known(value, issue.options, what, path)
        else:
            track = self.scenario.tracks.get(name.split(".")[0])
            what = _("a number, or a band of {track},").format(track=name.split(".")[0])
            self.desk.known(value, track.bands if track else (), what, path)

    def _deed(self, line: str, path: Path) -> None:
        """An act of an earlier turn: who, what, and toward whom."""
        scenario = self.scenario
        who, what, *target = [*line.split(), ""]
        self.desk.known(who, scenario.players, _("a player"), path)
        if not what:
            self.desk.problem(
                "name/unknown", _("Say who did what: 'actor instrument target'."), path
            )
            return
        if self.desk.known(what, scenario.instruments, _("an instrument"), path) and target[:-1]:
            actor = scenario.actors.get(who)
            home = [c.id for c in actor.constituencies] if actor else []
            known = (*scenario.actors, *scenario.issues, *home)
            self.desk.known(target[0], known, _("a target"), path)
