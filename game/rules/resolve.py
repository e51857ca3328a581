"""The pure heart: a world and a turn's orders, resolved in eight stages (rules.md, Resolution)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from game.rules.chance import happens
from game.rules.clauses import clause_shifts, owed
from game.rules.compiled import compiled
from game.rules.comply import Conduct, comply
from game.rules.docket import Docket
from game.rules.events import answer_costs, chosen, take_events
from game.rules.forums import Text, hold_votes, tabled
from game.rules.leaks import leak
from game.rules.moves import gather, steps_now, take_steps
from game.rules.offers import amount, vet_all
from game.rules.profiles import value
from game.rules.ratify import refusing
from game.rules.turn import Resolution, Turn
from game.rules.work import Work
from game.scenario.binding import Ref
from game.scenario.grounding import Change, Out, change
from game.scenario.model import Scenario
from game.scenario.orders import Order
from game.world.facts import Accrued, Argued, Concluded, Ratified, TurnEnded
from game.world.world import Agreement, World

Asked = tuple[tuple[str, tuple[str, ...]], ...]
"""Which parties' constituencies refused a signed treaty when last asked, by draft."""


_DRAFT = itemgetter(0)


def resolve(
    scenario: Scenario, world: World, orders: Mapping[str, Sequence[Order]] | Turn
) -> Resolution:
    """Vet what the seats ordered, then resolve the turn. Nothing given is changed.

    ``orders`` is a mapping of seats to orders, or a whole :class:`Turn`. What cannot be ordered is
    left out and listed in ``refused``.

    :raises ValueError: when the game is over.
    """
    if world.end:
        raise ValueError(f"the game is over ({world.end}); there is no turn to resolve")
    turn = orders if isinstance(orders, Turn) else Turn({s: tuple(o) for s, o in orders.items()})
    grounded = compiled(scenario)
    spent: dict[str, int] = {}
    work = Work(grounded, world, turn)
    for event, option in turn.answers.items():
        if event in world.pending and option in scenario.events[event].choices:
            cost = amount(grounded.answer_cost(event, option), world.row, work.moment)
            asks = scenario.events[event].asks
            spent[asks] = spent.get(asks, 0) + cost
    accepted, refused = vet_all(scenario, world, turn.orders, spent)
    whole = Turn(
        accepted, turn.signed, turn.answers, turn.proposers, turn.injects, turn.odds, turn.luck
    )
    after = advance(scenario, world, whole)
    return Resolution(after.world, after.facts, tuple(refused))


def advance(scenario: Scenario, world: World, turn: Turn) -> Resolution:
    """Resolve a turn whose orders have been vetted."""
    work = Work(compiled(scenario), world, turn)
    docket = Docket(work.compiled, world, turn, work.moment)
    answers = chosen(work)
    texts = tabled(work, docket.proposals) if docket.proposals else []
    _pay(work, docket, texts, answer_costs(work, answers) if answers else [])
    clauses = {a.id: owed(work.compiled, a, world.row, work.moment) for a in work.agreements}
    in_office = list(work.agreements)  # what is concluded now binds from the next turn
    concluded, asked = _conclude(work) if turn.signed else ([], world.asked)
    if texts:
        hold_votes(work, texts, docket.ballots)
    _act(work, docket)
    consents = gather(work, docket.voices, clauses)
    take_steps(work, consents)
    work.agreements = in_office
    if in_office:
        comply(work, Conduct(docket, consents, clauses))
    if scenario.leaks and work.agreements:
        leak(work)
    work.agreements.extend(concluded)
    pending = take_events(work, answers)
    end, accrued = _end_turn(work)
    return Resolution(_world(work, asked, pending, end, accrued), tuple(work.facts))


def _pay(work: Work, docket: Docket, texts: list[Text], answers: list[Change]) -> None:
    """Stage 1: acts and answers are paid, steps and proposals held back; did() is fixed."""
    capital, began, moment = work.compiled.capital, work.world.row, work.moment
    facts, did = work.facts, moment.did
    changes = list(answers)
    for form in docket.acts:
        if form.pay is not None:
            changes.append(form.pay)
        elif not isinstance(form.cost, int) and capital:
            cost = amount(form.cost, began, moment)
            if cost:
                changes.append(
                    change(capital[form.seat], -cost, f"pay:{form.instrument.id}|{form.seat}")
                )
    if capital:
        holding: dict[int, int] = {}
        for voices in docket.voices.values():
            for seat, voice in voices.items():
                cell = capital[seat]
                holding[cell] = holding.get(cell, 0) + voice.cost
        for text in texts:
            cell = capital[text.proposers[0]]
            holding[cell] = holding.get(cell, 0) + text.cost
        work.hold(holding)
    if changes:
        work.apply(changes, "pay")
    for form in docket.acts:
        did.update(form.deeds)
        facts.append(form.acted)


def _conclude(work: Work) -> tuple[list[Agreement], Asked]:
    """Stage 2: signed drafts are ratified where they must be, and enter into force."""
    concluded: list[Agreement] = []
    before = dict(work.world.asked)
    asked = dict(before)
    for draft, terms in sorted(work.turn.signed, key=_DRAFT):
        answers = refusing(work.scenario, work.moment, terms, work.row)
        against = tuple(seat for seat, answer in answers.items() if not answer.carried)
        for seat, answer in answers.items():
            if draft not in before or (seat in before[draft]) is answer.carried:
                work.facts.append(
                    Ratified(draft, terms.name, seat, answer.carried, answer.accepting,
                             terms.secret)
                )  # fmt: skip
        asked.pop(draft, None)
        if against:
            asked[draft] = tuple(sorted(against))
            continue
        concluded.append(Agreement(draft, terms, work.world.turn))
        work.facts.append(Concluded(draft, terms))
    _follow_conclusions(work, concluded)
    return concluded, tuple(sorted(asked.items()))


def _follow_conclusions(work: Work, concluded: list[Agreement]) -> None:
    moment = work.moment
    for agreement in concluded:
        moment.in_force[agreement.id] = agreement.terms.parties
    if "conclude" not in work.compiled.rules_on:
        return
    out = Out()
    forms = work.compiled.rules("conclude", {"agreement": Ref("agreement", "")})
    if not forms:
        return
    for agreement in concluded:
        moment.agreement = agreement.id
        moment.parties = agreement.terms.parties
        moment.secret = agreement.terms.secret
        moment.change = clause_shifts(work.compiled, agreement.terms, work.row, moment)
        work.fire(forms, out)
    moment.agreement, moment.parties, moment.change, moment.secret = "", (), (), False
    work.absorb(out, "conclude")


def _act(work: Work, docket: Docket) -> None:
    """Stage 4: instruments and successful arguments, then what follows from acts."""
    out = Out()
    row, moment, changes = work.row, work.moment, out.changes
    for form in docket.acts:
        block = form.block
        changes += block.static
        for op in block.ops:
            op(row, moment, out)
    for seat, number, argument in docket.arguments:
        odds = work.turn.odds.get((seat, number), 50)
        name = f"argument:{seat}:{number}"
        if work.turn.luck is not None:
            success = work.turn.luck.get(name, False)
        else:
            success = happens(work.world.seed, work.world.turn, name, odds / 100)
        work.facts.append(Argued(seat, number, odds, success))
        if success:
            index = work.scenario.header.index
            out.changes.extend(
                change(index[c], asked, f"argument|{seat}") for c, asked in argument.asking
            )
    if docket.acts or docket.arguments:
        work.absorb(out, "act")
    if not work.compiled.rules_on.get("act"):
        return
    follow = Out()
    for form in docket.acts:
        forms = work.compiled.act_rules(form) if form.follow is None else form.follow
        if forms:
            veiled = form.instrument.seen_by != "everyone"
            work.fire(forms, follow, work.readers(form.cause) if veiled else ())
    work.absorb(follow, "act")


def _end_turn(work: Work) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Stage 8: turn rules, accruals, end conditions; income unless the game is over."""
    if work.compiled.turn_rules:
        out = Out()
        work.fire(work.compiled.turn_rules, out)
        work.absorb(out, "turn")
        steps_now(work)
    accrued = _accrue(work)
    end = ""
    for name, holds in work.compiled.ends:
        if holds(work.row, work.moment):
            end = name
            break
    if not end and work.world.turn >= work.world.last:
        end = "turns"
    if not end:
        _income(work)
    work.facts.append(TurnEnded(work.world.turn, end))
    return end, accrued


def _accrue(work: Work) -> tuple[tuple[int, int], ...]:
    """The points of all turns so far; a seat without ``accrues`` keeps what it has."""
    profiles = work.moment.profiles
    accrued = list(work.world.accrued)
    for number, seat in enumerate(work.scenario.players):
        if (wants := profiles[seat]).accruing:
            gained = value(wants.accrues, work.row), value(wants.private_accrues, work.row)
            if any(gained):
                work.facts.append(Accrued(seat, *gained))
                public, private = accrued[number]
                accrued[number] = (public + gained[0], private + gained[1])
    return tuple(accrued)


def _income(work: Work) -> None:
    changes = list(work.compiled.income)
    for cell, debt in work.compiled.debt.items():
        owed = work.row[debt]
        if owed:
            changes.append(change(cell, -owed, "debt"))
            changes.append(change(debt, -owed, "debt"))
    if changes:
        work.apply(changes, "turn")


def _world(
    work: Work,
    asked: Asked,
    pending: tuple[str, ...],
    end: str,
    accrued: tuple[tuple[int, int], ...],
) -> World:
    world = work.world
    fresh = tuple([(event, world.turn) for event in work.fresh])
    return World(
        seed=world.seed,
        turn=world.turn + 1,
        last=world.last,
        row=work.row,
        agreements=tuple(work.agreements),
        happened=world.happened + fresh if fresh else world.happened,
        pending=() if end else pending,
        queue=tuple(sorted(work.later)),
        done=world.done | work.moment.did if work.moment.did else world.done,
        mandates=tuple(work.mandates),
        draws=tuple(work.draws),
        accrued=accrued,
        asked=asked,
        end=end,
    )
