"""What need not be asked twice while no government changes: what follows from public wants alone.

A rule on moves mostly reads who moved, from where to where, and what that gains whom. For the
same move under the same governments it asks for the same changes; so they are remembered, under
the values of the cells that the rule reads. Nothing here changes what a turn does, only how often
it is worked out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from game.rules.compiled import Compiled
from game.rules.moment import Moment
from game.rules.profiles import Goal, Profile, difference
from game.scenario.binding import Test
from game.scenario.grounding import Block, Out
from game.scenario.model import Forum
from game.world.facts import Moved, Voted

PLAYER = -1  # votes as it orders
ASK = -2  # a chorus member whose gain depends on more than the text
YES, NO = -3, -4  # a chorus member that gains, or loses, whatever the row
ABSTAIN = -5  # one that gains nothing and has no trust in the proposer to go by
Member = tuple[str, int, tuple[Voted, ...]]
"""A member; a word of the above, or the cell of its trust; its votes by the value or the sign."""

KEPT = 4096  # entries before a memory is emptied

Sources = tuple[tuple[int, ...], tuple[Test, ...]]
"""Cells, and what may stand in a set of the moment: deeds, agreements in force, events."""

_KNOWN = {"old", "new", "movers", "change", "did", "past", "in_force", "happened"}


class Memory:
    """What is remembered under one set of governments."""

    __slots__ = ("_compiled", "_moves", "_profiles", "_sources", "votes")

    def __init__(self, compiled: Compiled, profiles: Mapping[str, Profile]) -> None:
        self._compiled = compiled
        self._profiles = profiles
        self._sources: dict[str, Sources | None] = {}
        self._moves: dict[tuple[Any, ...], Out] = {}
        self.votes: dict[tuple[Any, ...], tuple[Member, ...]] = {}

    # ------------------------------------------------------------------ moves

    def move_key(self, moved: Moved, row: Any, moment: Moment) -> tuple[Any, ...] | None:
        """What the rules on this move depend on; None where on more than can be remembered."""
        try:
            sources = self._sources[moved.issue]
        except KeyError:
            sources = self._sources[moved.issue] = self._depend(moved.issue)
        if sources is None:
            return None
        cells, tests = sources
        known = (moved.issue, moved.old, moved.new, moved.movers, *[row[cell] for cell in cells])
        if not tests:
            return known
        return (*known, *[thing in getattr(moment, where) for where, thing in tests])

    def move(self, key: tuple[Any, ...]) -> Out | None:
        """What the rules asked for when this happened before."""
        return self._moves.get(key)

    def remember_move(self, key: tuple[Any, ...], out: Out) -> None:
        """Keep what the rules ask for."""
        if len(self._moves) > KEPT:
            self._moves.clear()
        self._moves[key] = out

    def _depend(self, issue: str) -> Sources | None:
        """What the rules on an issue's moves read beside the move."""
        cell = self._compiled.scenario.issues[issue].cell
        readers: list[Block | Goal] = [form.block for form in self._compiled.move_rules(issue)]
        if any("change" in reader.asks for reader in readers):
            # gain() weighs the objectives that the issue concerns.
            for profile in self._profiles.values():
                readers.extend(goal for goal in profile.goals if cell in goal.reads)
        asks = {ask for reader in readers for ask in reader.asks}
        if not asks <= _KNOWN:
            return None
        cells = {cell for reader in readers for cell in reader.reads}
        tests = {test for reader in readers for test in reader.tests}
        return tuple(sorted(cells)), tuple(sorted(tests, key=repr))

    # ------------------------------------------------------------------ votes

    def poll(
        self, key: tuple[Any, ...], text: str, forum: Forum, proposer: str, cells: Sequence[int],
        shift: tuple[int, int, int] | None,
    ) -> tuple[Member, ...]:  # fmt: skip
        """How the members of a forum come to their votes on a text; kept under ``key``.

        ``cells`` are those that the text can change, ``shift`` its whole change where it is known.
        """
        if len(self.votes) > KEPT:
            self.votes.clear()
        found = self.votes[key] = tuple(
            (member, word, self._ways(text, forum.id, member, word))
            for member in forum.members
            for word in (self._word(member, proposer, cells, shift),)
        )
        return found

    def _ways(self, text: str, forum: str, member: str, word: int) -> tuple[Voted, ...]:
        """A member's votes, by its trust or by sign: none, yes, no; what is below 0 counts back."""
        abstain, yes, no = (Voted(text, forum, member, b) for b in ("abstain", "yes", "no"))
        if word < 0:
            return abstain, yes, no
        low, high = self._compiled.lows[word], self._compiled.highs[word]
        return (abstain, *[yes] * max(high, 0), *[no] * max(-low, 0))

    def _word(
        self, member: str, proposer: str, cells: Sequence[int], shift: tuple[int, int, int] | None
    ) -> int:
        scenario = self._compiled.scenario
        profile = self._profiles[member]
        if profile.player:
            return PLAYER
        if any(cell in goal.reads for goal in profile.goals for cell in cells):
            return ASK
        wants = profile.public
        if any(cell in wants.tables or cell in wants.units for cell in cells):
            if shift is None:
                return ASK
            worth = difference(wants, (shift,))
            if worth:
                return YES if worth > 0 else NO
        trust = scenario.header.index.get(f"trust.{member}.{proposer}")
        return ABSTAIN if trust is None else trust


def memory(
    compiled: Compiled, mandates: Sequence[tuple[str, ...]], profiles: Mapping[str, Profile]
) -> Memory:
    """The memory under these governments; public wants depend on nothing else."""
    kept: dict[tuple[tuple[str, ...], ...], Memory] = compiled.memories
    key = tuple(mandates)
    found = kept.get(key)
    if found is None:
        if len(kept) > KEPT:
            kept.clear()
        found = kept[key] = Memory(compiled, profiles)
    return found
