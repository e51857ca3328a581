"""Stage 3: forums vote (language.md, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.rules.compiled import NOTHING
from game.rules.docket import proposers
from game.rules.memory import ABSTAIN, ASK, NO, PLAYER, YES, Member
from game.rules.offers import amount
from game.rules.profiles import Shift
from game.rules.work import Work
from game.scenario.binding import Ref
from game.scenario.grounding import Change, Out, change
from game.scenario.model import Forum
from game.scenario.orders import Act, Ballot, Step
from game.world.facts import Decided


@dataclass(slots=True)
class Text:
    """What is before a forum this turn: the order that proposes it, and who does, in order."""

    id: str
    forum: Forum
    order: Act | Step
    proposers: tuple[str, ...]
    cost: int  # what the first proposer pays for its adoption
    votes: dict[str, Ballot] = field(default_factory=dict)


def tabled(work: Work, proposals: Mapping[str, Mapping[str, Act | Step]]) -> list[Text]:
    """The texts before forums, in the order of the file."""
    scenario = work.scenario
    found = []
    for name, forum in work.compiled.texts.items():
        if name in proposals:
            seats = proposers(work.turn, name, proposals[name])
            order = proposals[name][seats[0]]
            cost = _cost(work, seats[0], order)
            found.append(Text(name, scenario.forums[forum], order, seats, cost))
    return found


def text_shifts(work: Work, text: Text) -> list[Shift]:
    """What the text's effects would change on the present row, cut by range but not by pace."""
    row = work.row
    if isinstance(text.order, Step):
        issue = work.scenario.issues[text.id]
        return [(issue.cell, issue.options.index(text.order.option), row[issue.cell])]
    out = Out()
    form = work.compiled.act_of[text.proposers[0], text.order]
    form.block.run(row, work.moment, out)
    return shifts_of(work, out.changes, out.steps)


def shifts_of(
    work: Work, changes: Iterable[Change], steps: Iterable[tuple[str, str, str]] = ()
) -> list[Shift]:
    """Changes summed by cell and cut by range, as shifts of the present row."""
    sums: dict[int, int] = {}
    for cell, asked, _why in changes:
        sums[cell] = sums.get(cell, 0) + asked
    for issue, way, _cause in sorted(steps, key=_up_first):  # down beats up
        sums[work.scenario.issues[issue].cell] = 1 if way == "up" else -1
    lows, highs, row = work.compiled.lows, work.compiled.highs, work.row
    return [
        (cell, min(max(row[cell] + total, lows[cell]), highs[cell]), row[cell])
        for cell, total in sorted(sums.items())
    ]


def _up_first(step: tuple[str, str, str]) -> bool:
    return step[1] == "down"


_SIGN: dict[Ballot, int] = {"abstain": 0, "yes": 1, "no": -1}


def cast(work: Work, text: Text, ballots: Mapping[tuple[str, str], Ballot]) -> None:
    """Everybody's vote on a text: proposers yes, seats as they ordered, chorus by its rule."""
    votes, row, append, first = text.votes, work.row, work.facts.append, text.proposers
    for member, word, ways in _members(work, text):
        if word >= 0:
            vote = ways[row[word]]
        elif member in first:
            vote = ways[1]
        elif word == PLAYER:
            vote = ways[_SIGN[ballots.get((member, text.id), "abstain")]]
        elif word == ASK:
            worth = _asked(work, text, member) or _trust(work, member, first[0])
            vote = ways[(worth > 0) - (worth < 0)]
        else:
            vote = ways[_SURE[word]]
        votes[member] = vote.ballot
        append(vote)


# What a memory is sure of, as a sign.
_SURE = {YES: 1, NO: -1, ABSTAIN: 0}


def _members(work: Work, text: Text) -> tuple[Member, ...]:
    """How each member comes to its vote, as far as the row does not matter."""
    order, first = text.order, text.proposers[0]
    issue = work.scenario.issues[text.id] if type(order) is Step else None
    present = work.row[issue.cell] if issue is not None else 0
    key = (order, first, present)
    found = work.memory.votes.get(key)
    if found is not None:
        return found
    if issue is not None and type(order) is Step:
        shift = (issue.cell, issue.options.index(order.option), present)
        return work.memory.poll(key, text.id, text.forum, first, (issue.cell,), shift)
    assert isinstance(order, Act)
    cells = sorted(work.compiled.act_of[first, order].block.writes)
    return work.memory.poll(key, text.id, text.forum, first, cells, None)


def _asked(work: Work, text: Text, member: str) -> int:
    work.moment.change = text_shifts(work, text)
    return work.moment.gain(member, work.row)


def _trust(work: Work, member: str, proposer: str) -> int:
    cell = work.scenario.header.index.get(f"trust.{member}.{proposer}")
    return 0 if cell is None else work.row[cell]


def adopted(forum: Forum, votes: Mapping[str, Ballot]) -> bool:
    """Whether a forum adopts: a veto is a no, an abstention is not.

    >>> forum = Forum("f", "F", ("a", "b"), "majority", 0, {}, ("b",))
    >>> adopted(forum, {"a": "yes", "b": "abstain"}), adopted(forum, {"a": "yes", "b": "no"})
    (True, False)
    """
    for member in forum.veto:
        if votes.get(member) == "no":
            return False
    cast = list(votes.values())
    if forum.method == "at_least":
        return cast.count("yes") >= forum.need
    if forum.method == "majority":
        return cast.count("yes") > cast.count("no")
    if forum.method == "consensus":
        return "no" not in cast
    yes = [m for m, v in votes.items() if v == "yes"]
    return sum(forum.weights.get(m, 0) for m in yes) >= forum.need


def hold_votes(work: Work, texts: list[Text], ballots: Mapping[tuple[str, str], Ballot]) -> None:
    """Count votes; what is adopted is charged and takes effect, a step of an issue in stage 5."""
    out, charges = Out(), []
    outcomes: list[tuple[Text, bool]] = []
    for text in texts:
        cast(work, text, ballots)
        passes = adopted(text.forum, text.votes)
        outcomes.append((text, passes))
        seat = text.proposers[0]
        cost = text.cost
        cell = work.compiled.capital.get(seat)
        if cell is not None and cost:
            work.hold({cell: -cost})
            if passes:
                charges.append(change(cell, -cost, f"pay:{text.id}|{seat}"))
        about, forum, order = text.id, text.forum.id, text.order
        target = order.target if isinstance(order, Act) else order.option
        work.facts.append(Decided(about, forum, seat, passes, target))
        if passes:
            _take_effect(work, text, out)
    work.moment.change = ()
    work.absorb(out, "forums", extra=charges)
    if not work.compiled.rules_on.keys().isdisjoint(("adopt", "reject")):
        _follow(work, outcomes)


def _cost(work: Work, seat: str, order: Act | Step) -> int:
    began, moment = work.world.row, work.moment
    if isinstance(order, Act):
        return amount(work.compiled.act_of[seat, order].cost, began, moment)
    present = began[work.scenario.issues[order.issue].cell]
    return amount(work.compiled.step_of[seat, order, present].cost, began, moment)


def _take_effect(work: Work, text: Text, out: Out) -> None:
    if isinstance(text.order, Act):
        work.compiled.act_of[text.proposers[0], text.order].block.run(work.row, work.moment, out)
        return
    issue = work.scenario.issues[text.id]
    voters = tuple(m for m, v in text.votes.items() if v == "yes")
    work.decided[text.id] = (issue.options.index(text.order.option), voters)


def _follow(work: Work, outcomes: list[tuple[Text, bool]]) -> None:
    out, moment = Out(), work.moment
    for text, passes in outcomes:
        order = text.order
        if isinstance(order, Act):
            target = work.compiled.act_of[text.proposers[0], order].env["target"]
            instrument = Ref("instrument", order.instrument)
        else:
            target, instrument = Ref("issue", text.id), NOTHING
        env = {
            "forum": Ref("forum", text.forum.id),
            "actor": Ref("actor", text.proposers[0]),
            "target": target,
            "instrument": instrument,
        }
        issue = text.id if isinstance(order, Step) else ""
        forms = work.compiled.rules(
            "adopt" if passes else "reject", env, do=instrument.id, issue=issue
        )
        if forms:
            moment.change = text_shifts(work, text)
            work.fire(forms, out)
    moment.change = ()
    work.absorb(out, "forums")
