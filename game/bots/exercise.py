"""Packages in scoreable exercises: begin with what one wants, and give way as time runs out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.bots import reasons
from game.bots.bot import Deed
from game.bots.outlook import Outlook
from game.rules.profiles import Profile, difference
from game.scenario.model import Settle
from game.table.commands import Accept, Refuse, TablePackage

Package = dict[str, int]


def packages(look: Outlook) -> Iterator[Deed]:
    """A package of one's own, where none on the table is as good."""
    settle = look.scenario.settle
    if settle is None:
        return
    package = _concede(look, settle)
    if package is None:
        return
    worth = _worth(look, look.book.own.profile, package, private=True)
    listed = [dict(seen.options) for seen in look.sight.packages]
    options = {name: look.scenario.issues[name].options[n] for name, n in package.items()}
    if options in listed:
        return
    why = reasons.tabled(worth, settle.walk_away.get(look.seat, 0))
    yield Deed(TablePackage(tuple(options.items())), look.scenario, why)


def judgements(look: Outlook) -> Iterator[Deed]:
    """Accept packages that give enough, refuse the others."""
    settle = look.scenario.settle
    if settle is None:
        return
    floor = settle.walk_away.get(look.seat, 0)
    enough = _enough(look, floor)
    for package in look.sight.packages:
        if package.by == look.seat:
            continue
        chosen = _numbers(look, dict(package.options))
        worth = _worth(look, look.book.own.profile, chosen, private=True)
        yes = worth >= enough
        said = package.accepts if yes else package.refuses
        if look.seat not in said:
            do = Accept(package.id) if yes else Refuse(package.id)
            yield Deed(do, look.scenario, reasons.judged(worth, floor, yes=yes))


def _numbers(look: Outlook, options: Mapping[str, str]) -> Package:
    return {n: look.scenario.issues[n].options.index(o) for n, o in options.items()}


def _worth(look: Outlook, profile: Profile, package: Package, *, private: bool) -> int:
    """What a package scores: the wants over its options."""
    total = 0
    for wants in (profile.public, profile.private) if private else (profile.public,):
        for name, option in package.items():
            table = wants.tables.get(look.scenario.issues[name].cell)
            total += table[option] if table is not None else 0
    return total


def _best(look: Outlook, profile: Profile, *, private: bool) -> Package:
    return {
        name: max(
            range(len(issue.options)),
            key=lambda n, name=name: _worth(look, profile, {name: n}, private=private),  # type: ignore[misc]
        )
        for name, issue in look.scenario.issues.items()
    }


def _enough(look: Outlook, floor: int) -> int:
    """What this seat accepts: its best at first, no more than no deal gives in the last turn."""
    best = _worth(
        look, look.book.own.profile, _best(look, look.book.own.profile, private=True), private=True
    )
    first, _last = look.scenario.turns
    left = max(first - look.world.turn, 0)
    return floor + max(best - floor, 0) * left // max(first, 1)


def _concede(look: Outlook, settle: Settle) -> Package | None:
    """The best package for this seat that gives everybody whose consent it needs its due.

    From its own best it gives way where that costs it least for what the others gain.
    """
    own = look.book.own.profile
    package = _best(look, own, private=True)
    others = [who for who in look.scenario.players if who != look.seat]
    needed = set(settle.all_of) - {look.seat}
    short = max(settle.at_least - 1, 0)
    needed |= set([who for who in others if who not in needed][: max(short - len(needed), 0)])
    floor = settle.walk_away.get(look.seat, 0)
    dues = {who: settle.walk_away.get(who, 0) for who in sorted(needed)}
    while missing := _missing(look, package, dues):
        best: tuple[float, str, int] | None = None
        for name, issue in look.scenario.issues.items():
            for new in range(len(issue.options)):
                if new == package[name]:
                    continue
                other = {**package, name: new}
                eased = missing - _missing(look, other, dues)
                if eased <= 0:
                    continue
                lost = _loss(look, own, package[name], new, issue.cell)
                rate = lost / eased
                if best is None or rate < best[0]:
                    best = rate, name, new
        if best is None:
            return None
        package = {**package, best[1]: best[2]}
        if _worth(look, own, package, private=True) < floor:
            return None
    return package


def _loss(look: Outlook, own: Profile, old: int, new: int, cell: int) -> int:
    shift = ((cell, new, old),)
    return -difference(own.public, shift) - difference(own.private, shift)


def _missing(look: Outlook, package: Package, dues: Mapping[str, int]) -> int:
    """How much a package leaves wanting of what no deal gives those whose consent it needs."""
    return sum(
        max(due - _worth(look, look.book.public[who].profile, package, private=False), 0)
        for who, due in dues.items()
    )
