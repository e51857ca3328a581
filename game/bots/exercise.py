"""Packages in scoreable exercises: begin with what one wants, and give way as time runs out.

A greedy seat tables the package that leaves the others most, by their public wants, among those
that give it what it demands: at first the most that it could hope for, and less each turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import prod

from game.bots import reasons
from game.bots.bot import Deed
from game.bots.outlook import Outlook
from game.rules.profiles import Profile
from game.scenario.model import Settle
from game.table.commands import Accept, Refuse, TablePackage

Choice = tuple[int, ...]
"""The number of the chosen option of each issue, in the scenario's order of issues."""
Points = tuple[tuple[int, ...], ...]
"""What each option of each issue is worth to somebody."""

MANY = 5000
"""From so many packages on, not all are looked at: one is bettered issue by issue."""
SHARE = 4
"""What is tabled keeps one part in so many of what it could hope for above no deal."""


def packages(look: Outlook) -> Iterator[Deed]:
    """A package of one's own, unless it is on the table."""
    settle = look.scenario.settle
    if settle is None:
        return
    bargain = _Bargain(look, settle)
    chosen = bargain.offer()
    if chosen is None or chosen in bargain.tabled:
        return
    issues = look.scenario.issues.values()
    options = tuple(
        (issue.id, issue.options[n]) for issue, n in zip(issues, chosen, strict=True)
    )  # fmt: skip
    why = reasons.tabled(
        _worth(bargain.own, chosen), bargain.floor, enough=bargain.lack(chosen) == 0
    )
    yield Deed(TablePackage(options), look.scenario, why)


def judgements(look: Outlook) -> Iterator[Deed]:
    """Accept packages that give enough, refuse the others."""
    settle = look.scenario.settle
    if settle is None or not look.sight.packages:
        return
    bargain = _Bargain(look, settle)
    enough = bargain.demand()
    for package in look.sight.packages:
        if package.by == look.seat:
            continue
        worth = _worth(bargain.own, _choice(look, dict(package.options)))
        yes = worth >= enough
        said = package.accepts if yes else package.refuses
        if look.seat not in said:
            do = Accept(package.id) if yes else Refuse(package.id)
            yield Deed(do, look.scenario, reasons.judged(worth, bargain.floor, yes=yes))


def _choice(look: Outlook, options: Mapping[str, str]) -> Choice:
    issues = look.scenario.issues
    return tuple([issue.options.index(options[name]) for name, issue in issues.items()])


def _points(look: Outlook, profile: Profile, *, private: bool) -> Points:
    """What the wants of a profile give for each option of each issue."""
    found = []
    for issue in look.scenario.issues.values():
        sums = [0] * len(issue.options)
        for wants in (profile.public, profile.private) if private else (profile.public,):
            table, unit = wants.tables.get(issue.cell), wants.units.get(issue.cell, 0)
            for n in range(len(sums)):
                sums[n] += table[n] if table is not None else unit * n
        found.append(tuple(sums))
    return tuple(found)


def _worth(points: Points, choice: Sequence[int]) -> int:
    return sum([of[n] for of, n in zip(points, choice, strict=True)])


class _Bargain:
    """One seat's reckoning with the packages of an exercise."""

    def __init__(self, look: Outlook, settle: Settle) -> None:
        self.look = look
        self.floor = settle.walk_away.get(look.seat, 0)
        self.own = _points(look, look.book.own.profile, private=True)
        others = [who for who in look.scenario.players if who != look.seat]
        self.due = {who: settle.walk_away.get(who, 0) for who in others}
        self.public = {
            who: _points(look, look.book.public[who].profile, private=False) for who in others
        }
        self.needed = [who for who in others if who in settle.all_of]
        self.free = [who for who in others if who not in settle.all_of]
        self.more = max(settle.at_least - 1 - len(self.needed), 0)
        self.tabled = [_choice(look, dict(seen.options)) for seen in look.sight.packages]
        self.rivals = [
            choice
            for seen, choice in zip(look.sight.packages, self.tabled, strict=True)
            if seen.by != look.seat
        ]

    def demand(self, share: int = 0) -> int:
        """What this seat insists on now; no more than no deal, and its share, in the last turn."""
        hope = self._hope()
        first, _last = self.look.scenario.turns
        left = max(first - self.look.world.turn, 0)
        above = max(hope - self.floor, 0)
        keeps = above // share if share else 0
        return self.floor + max(above * left // max(first, 1), keeps)

    def offer(self) -> Choice | None:
        """The package to table; None where no package is as good for this seat as no deal."""
        demand = self.demand(SHARE)
        best = self._search(lambda choice: self._kind(choice, demand))
        return None if _worth(self.own, best) < self.floor else best

    def _hope(self) -> int:
        """The most this seat gets where those it needs get, as far as is known, their due."""
        look = self.look
        key = ("hope", look.seat, self.own, tuple(self.public.values()))
        kept: dict[object, int] = look.scenario.cache.setdefault("exercise", {})
        if key not in kept:
            best = self._search(lambda choice: (self.lack(choice), _worth(self.own, choice)))
            kept[key] = _worth(self.own, best)
        return kept[key]

    def lack(self, choice: Choice) -> int:
        """What is missing to give those whose consent it takes their due: 0 or below."""
        return sum([min(gain, 0) for gain in self._gains(choice)])

    def _gains(self, choice: Choice) -> list[int]:
        """What those whose consent it takes gain over no deal, the most easily won first."""
        gains = {who: _worth(self.public[who], choice) - due for who, due in self.due.items()}
        willing = sorted([gains[who] for who in self.free], reverse=True)
        return [*(gains[who] for who in self.needed), *willing[: self.more]]

    def _kind(self, choice: Choice, demand: int) -> tuple[int, ...]:
        """How good a package is to table: enough for this seat, then for those it needs."""
        own, gains = _worth(self.own, choice), self._gains(choice)
        alike = sum([a == b for rival in self.rivals for a, b in zip(rival, choice, strict=True)])
        lack = self.lack(choice)
        spare = 0 if lack else min(gains, default=0)
        return (min(own - demand, 0), lack, spare, alike, own)

    def _search(self, kind: Callable[[Choice], tuple[int, ...]]) -> Choice:
        """The best package of its kind; of very many, one that no change of one issue betters."""
        spans = [range(len(of)) for of in self.own]
        if prod(map(len, spans)) < MANY:
            return max(product(*spans), key=kind)
        here: Choice = tuple([of.index(max(of)) for of in self.own])
        while True:
            near = [
                (*here[:at], n, *here[at + 1 :])
                for at, span in enumerate(spans)
                for n in span
                if n != here[at]
            ]
            best = max(near, key=kind)
            if kind(best) <= kind(here):
                return here
            here = best
