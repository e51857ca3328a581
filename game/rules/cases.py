"""Cases: a scenario's own tests, run by the rules (language.md, section 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import replace as numbered
from typing import Any

from msgspec.structs import replace

from game.i18n import N_, _
from game.rules.opening import opening
from game.rules.resolve import resolve
from game.rules.scores import scores
from game.rules.turn import Resolution, Turn
from game.rules.unleaked import unleaked
from game.scenario.document import Case, Further
from game.scenario.model import Scenario
from game.scenario.notation import NotationError, format_order, parse_order
from game.scenario.orders import Order
from game.scenario.problems import nearest
from game.world.facts import (
    Breached,
    Concluded,
    Decided,
    Ended,
    Happened,
    Leaked,
    Moved,
    News,
    Ratified,
    Voted,
)
from game.world.world import Agreement, World

ODDS = {"remote": 5, "unlikely": 25, "even": 50, "likely": 75, "near_certain": 95}
"""Words of estimative probability, in per cent (rules.md, Arguments; Kent 1964)."""


NONSENSE = ("order/unknown", "order/wrong-target")
"""Refusals that an author never means without saying so: they are slips of the pen."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One expectation that was not met (or a given that makes no sense)."""

    case: str
    turn: int
    what: str
    expected: object
    found: object
    number: int = 0  # of the case in the file, from 0

    def __str__(self) -> str:
        if self.expected is None:  # the case cannot be played: `found` says why
            return _("case '{case}', turn {turn}: {what}: {why}").format(
                case=self.case, turn=self.turn, what=self.what, why=self.found
            )
        return _("case '{case}', turn {turn}: {what}: expected {expected}, found {found}").format(
            case=self.case, turn=self.turn, what=self.what, expected=self.expected, found=self.found
        )


class CaseError(ValueError):
    """A given that names something the scenario does not have, or is no order; and where."""

    def __init__(self, says: str, where: str = "") -> None:
        super().__init__(says)
        self.where = where or _("the case itself")


def run_cases(scenario: Scenario) -> list[Miss]:
    """Run every case; what was not met."""
    return [
        numbered(miss, number=number)
        for number, case in enumerate(scenario.document.cases)
        for miss in run_case(scenario, case)
    ]


def run_case(scenario: Scenario, case: Case) -> list[Miss]:
    """Play the turns of one case and compare."""
    world = _blank(scenario)
    misses: list[Miss] = []
    if case.turn:
        world = replace(world, turn=case.turn)
    for number, given in enumerate((case, *case.then)):
        if number and given.turn:
            world = replace(world, turn=given.turn)
        turn_number = world.turn
        try:
            world = _given(scenario, world, given)
            turn = _turn(scenario, world, given)
            if world.end:
                raise CaseError(_("the game is over ({end})").format(end=world.end))
            after = resolve(scenario, world, turn)
        except CaseError as error:
            misses.append(Miss(case.name, turn_number, error.where, None, str(error)))
            break
        for seat, order, refusal in after.refused:
            if refusal.code in NONSENSE and seat not in given.expect.get("refused", {}):
                why = f"{refusal.code}: {refusal.says}"
                line = f"orders.{seat}: {format_order(order)}"
                misses.append(Miss(case.name, turn_number, line, _("an order"), why))
        for what, expected, found in _compare(scenario, after, given.expect):
            if what == "leaked" and isinstance(expected, list) and isinstance(found, list):
                secret = [name for name in expected if name not in found]
                whys = [f"{n}: {unleaked(scenario, world, after, n, given.leaks)}" for n in secret]
                found = "; ".join((str(found), *whys))
            misses.append(Miss(case.name, turn_number, what, expected, found))
        world = after.world
    return misses


# ---------------------------------------------------------------------- givens


def _blank(scenario: Scenario) -> World:
    """The first position without luck: no hidden end, no private sheet where there are several."""
    world = opening(scenario, 0)
    draws = tuple(
        0 if len(scenario.actors[p].base.private or ()) == 1 else -1 for p in scenario.players
    )
    return replace(world, last=scenario.turns[1], draws=draws)


def _option(scenario: Scenario, cell: str, value: int | str) -> int:
    issue = scenario.issues.get(cell)
    if isinstance(value, int):
        return value
    if issue is not None and value in issue.options:
        return issue.options.index(value)
    bands = (
        scenario.tracks[cell.split(".")[0]].bands if cell.split(".")[0] in scenario.tracks else {}
    )
    if value in bands:
        return bands[value]
    known = [*issue.options] if issue else [*bands]
    close = nearest(value, known)
    raise CaseError(
        _("'{value}' is no value of {cell}").format(value=value, cell=cell)
        + (_("; did you mean '{name}'?").format(name=close) if close else "")
    )


def _known(name: str, among: Iterable[str], what: str) -> str:
    listed = list(among)
    if name not in listed:
        close = nearest(name, listed)
        hint = _("; did you mean '{name}'?").format(name=close) if close else ""
        raise CaseError(_("there is no {what} '{name}'").format(what=what, name=name) + hint)
    return name


def _given(scenario: Scenario, world: World, given: Further) -> World:
    row = world.row[:]
    for cell, value in given.given.items():
        _known(cell, scenario.header.index, _("cell"))
        index = scenario.header.index[cell]
        number, limits = _option(scenario, cell, value), scenario.header.cells[index]
        if not limits.low <= number <= limits.high:
            says = _("{cell} is between {low} and {high}; found {value}")
            raise CaseError(says.format(cell=cell, low=limits.low, high=limits.high, value=number))
        row[index] = number
    agreements = list(world.agreements)
    since = (
        given.in_force if isinstance(given.in_force, dict)
        else dict.fromkeys(given.in_force, world.turn - 1)
    )  # fmt: skip
    for name, turn in since.items():
        terms = scenario.agreements[_known(name, scenario.agreements, _("agreement"))]
        agreements.append(Agreement(name, terms, turn))
    happened = dict(world.happened)
    for event in (*given.happened, *given.answers):
        happened.setdefault(_known(event, scenario.events, _("event")), world.turn - 1)
    done = set(world.done)
    for line in given.done:
        words = line.split()
        done |= {tuple(words[:2]), (*words, "")[:3]}
    mandates = dict(zip(scenario.actors, world.mandates, strict=True))
    for actor, mandate in given.mandate.items():
        _known(actor, scenario.actors, _("actor"))
        _known(mandate, scenario.actors[actor].mandates, _("mandate"))
        mandates[actor] = (*mandates[actor], mandate)
    return replace(
        world, row=row, agreements=tuple(agreements), happened=tuple(happened.items()),
        pending=tuple(dict.fromkeys((*world.pending, *given.answers))), done=frozenset(done),
        mandates=tuple(mandates.values()),
    )  # fmt: skip


def _order(scenario: Scenario, seat: str, line: str) -> Order:
    try:
        return parse_order(line)
    except NotationError as error:
        words = line.split()
        joined = ("_".join(words[:count]) for count in range(len(words), 1, -1))
        meant = next((one for one in joined if one in scenario.instruments), "")
        hint = _("; did you mean '{name}'?").format(
            name=" ".join((meant, *words[meant.count("_") + 1 :]))
        )
        raise CaseError(str(error) + (hint if meant else ""), f"orders.{seat}") from None


def _turn(scenario: Scenario, world: World, given: Further) -> Turn:
    orders = {}
    for seat, lines in given.orders.items():
        _known(seat, scenario.players, _("seat"))
        orders[seat] = tuple(_order(scenario, seat, line) for line in lines)
    signed = []
    who = given.signed if isinstance(given.signed, dict) else dict.fromkeys(given.signed)
    for name, seats in who.items():
        terms = scenario.agreements[_known(name, scenario.agreements, _("agreement"))]
        if seats is None or set(terms.parties) <= set(seats):
            signed.append((name, terms))
    for event, option in given.answers.items():
        _known(option, scenario.events[event].choices, _("answer"))
    luck = dict(given.chance)
    for name in given.leaks:
        luck[f"leak:{_known(name, scenario.agreements, _('agreement'))}"] = True
    odds: dict[tuple[str, int], int] = {}
    success = given.ruled.get("succeeds")
    for seat in scenario.players:
        word = given.ruled.get(seat)
        if isinstance(word, str):
            odds[seat, 0] = ODDS[_known(word.replace(" ", "_"), ODDS, _("ruling"))]
        if success is not None:
            luck[f"argument:{seat}:0"] = bool(success)
    injects = tuple(_known(e, scenario.events, _("event")) for e in given.inject)
    return Turn(orders, tuple(signed), dict(given.answers), {}, injects, odds, luck)


# ---------------------------------------------------------------------- expectations

Finding = tuple[str, object, object]


def _compare(scenario: Scenario, after: Resolution, expect: Mapping[str, Any]) -> Iterator[Finding]:
    for what, expected in expect.items():
        reader = _READERS.get(what)
        if what == "sees":
            yield from _sees(scenario, after.world, expected)
        elif what == "news":
            told = "\n".join(_news(scenario, after))
            missing = [fragment for fragment in expected if fragment not in told]
            if missing:
                yield "news", missing, told
        elif what == "ends":
            end = "" if after.world.end == "turns" and expected != "turns" else after.world.end
            if (end or False) != expected:
                yield "ends", expected, end or False
        elif reader is not None:
            yield from _one(what, expected, reader(scenario, after))
        else:
            yield from _cell(scenario, after.world, what, expected)


def _one(what: str, expected: Any, found: Any) -> Iterator[Finding]:
    if isinstance(expected, list):
        names = list(found)
        if sorted(expected) != sorted(names):
            yield what, expected, names
        return
    if not expected and found:
        yield what, expected, found
    for key, value in expected.items():
        have = found.get(key)
        if isinstance(value, dict):
            have = {k: (have or {}).get(k) for k in value}
        elif isinstance(value, list):
            value, have = sorted(value), sorted(have or [])
        elif isinstance(have, list):
            have = have[0] if len(have) == 1 else have
        if have != value:
            yield f"{what}.{key}", value, have


def _cell(scenario: Scenario, world: World, name: str, expected: int | str) -> Iterator[Finding]:
    index = scenario.header.index.get(name)
    if index is None:
        close = nearest(name, scenario.header.index)
        hint = _(" (did you mean '{name}'?)").format(name=close) if close else ""
        yield name, expected, _("no such cell") + hint
        return
    found: int | str = world.row[index]
    issue = scenario.issues.get(name)
    if issue is not None and isinstance(expected, str):
        found = issue.options[world.row[index]]
    if isinstance(expected, str) and issue is None:
        expected = _option(scenario, name, expected)
    if found != expected:
        yield name, expected, found


def _sees(
    scenario: Scenario, world: World, expected: Mapping[str, Mapping[str, Any]]
) -> Iterator[Finding]:
    for seat, names in expected.items():
        visible = scenario.header.visible(seat)
        for name, value in names.items():
            index, where = scenario.header.index.get(name), f"sees.{seat}.{name}"
            if index is None:
                found = _known_of(world, seat, name)
                if found != value:
                    yield where, value, _(found)
            elif index not in visible:
                if value != "hidden":
                    yield where, value, _("hidden")
            elif value == "hidden":
                yield where, "hidden", _("visible")
            elif value != "visible":
                for what, want, held in _cell(scenario, world, name, value):
                    yield f"sees.{seat}.{what}", want, held


def _known_of(world: World, seat: str, name: str) -> str:
    """Whether a seat's view holds an agreement, or that there is none of which it could know."""
    for agreement in world.agreements:
        if agreement.id == name:
            known = not agreement.terms.secret or seat in agreement.terms.parties
            return N_("visible") if known else N_("hidden")
    return N_("not in force")


def _news(scenario: Scenario, after: Resolution) -> Iterator[str]:
    for fact in after.facts:
        if isinstance(fact, News):
            yield fact.text
        elif isinstance(fact, Happened):
            yield scenario.events[fact.event].title
            yield scenario.events[fact.event].says
        elif isinstance(fact, Concluded):
            yield fact.terms.name
    if after.world.end in scenario.ends:
        yield scenario.ends[after.world.end].says


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, value in pairs:
        if value not in found.setdefault(key, []):
            found[key].append(value)
    return found


def _ended(how: str) -> Callable[[Scenario, Resolution], Any]:
    def reader(scenario: Scenario, after: Resolution) -> Any:
        return {
            f.agreement: list(f.by) for f in after.facts if isinstance(f, Ended) and f.how == how
        }

    return reader


def _decided(adopted: bool) -> Callable[[Scenario, Resolution], Any]:
    def reader(scenario: Scenario, after: Resolution) -> Any:
        return [f.text for f in after.facts if isinstance(f, Decided) and f.adopted is adopted]

    return reader


def _ratified(scenario: Scenario, after: Resolution) -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    for fact in after.facts:
        if isinstance(fact, Ratified):
            found.setdefault(fact.draft, {})[fact.seat] = fact.carried
    return found


def _votes(scenario: Scenario, after: Resolution) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for fact in after.facts:
        if isinstance(fact, Voted):
            found.setdefault(fact.text, {})[fact.seat] = fact.ballot
    return found


_READERS: dict[str, Callable[[Scenario, Resolution], Any]] = {
    "score": lambda s, a: {seat: score.total for seat, score in scores(s, a.world).items()},
    "moved": lambda s, a: {f.issue: list(f.movers) for f in a.facts if isinstance(f, Moved)},
    "breach": lambda s, a: _grouped(
        (f.agreement, f.seat) for f in a.facts if isinstance(f, Breached)
    ),
    "concluded": lambda s, a: [f.agreement for f in a.facts if isinstance(f, Concluded)],
    "ratified": _ratified,
    "in_force": lambda s, a: [agreement.id for agreement in a.world.agreements],
    "expired": _ended("expired"),
    "denounced": _ended("denounced"),
    "leaked": lambda s, a: [f.agreement for f in a.facts if isinstance(f, Leaked)],
    "adopted": _decided(True),
    "rejected": _decided(False),
    "votes": _votes,
    "happened": lambda s, a: [f.event for f in a.facts if isinstance(f, Happened)],
    "refused": lambda s, a: _grouped((seat, why.code) for seat, _order, why in a.refused),
}
