"""What a bot expects of one turn: acts, steps and texts valued by its own score, sparsely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from game.rules.clauses import allowed, clause_shifts, next_step
from game.rules.compiled import ActForm, RuleForm, compiled
from game.rules.forums import adopted
from game.rules.moment import Moment
from game.rules.offers import amount
from game.rules.profiles import Shift, difference
from game.scenario.binding import Env, Ref
from game.scenario.grounding import Change, Out
from game.scenario.model import Consent, Issue, Scenario
from game.scenario.orders import Act
from game.scenario.terms import Hold, Move, Perform, Refrain, Terms, Transfer
from game.table.imagine import imagine
from game.table.sight import Sight
from game.world.world import Agreement


class Outlook:
    """One seat's expectations, on a world imagined from its sight."""

    def __init__(self, scenario: Scenario, sight: Sight) -> None:
        self.scenario = scenario
        self.sight = sight
        self.seat = sight.seat
        self.grounded = compiled(scenario)
        self.world = imagine(scenario, sight)
        self.row: Any = self.world.row
        self.moment = Moment(scenario, self.world)
        self.own = self.moment.profiles[self.seat]
        first, last = scenario.turns
        self.left = max((first + last + 1) // 2 - self.world.turn + 1, 1)
        self.accrues = any(
            wants.tables or wants.units for wants in (self.own.accrues, self.own.private_accrues)
        )

    # ------------------------------------------------------------------ values

    def value(self, shifts: Sequence[Shift]) -> int:
        """What shifts are worth to this seat: its score, and what accrues until the likely end."""
        total = self.own.gain(shifts, self.row, self.moment, private=True)
        if self.accrues:
            own = self.own
            yearly = difference(own.accrues, shifts) + difference(own.private_accrues, shifts)
            total += yearly * self.left
        return total

    def public(self, who: str, shifts: Sequence[Shift]) -> int:
        """What shifts are publicly worth to another actor."""
        return self.moment.profiles[who].gain(shifts, self.row, self.moment)

    def shifts(self, changes: Iterable[Change], row: Any | None = None) -> list[Shift]:
        """Changes summed by cell, cut by pace and range."""
        now = self.row if row is None else row
        began, limits = self.world.row, self.grounded.limits
        sums: dict[int, int] = {}
        for cell, asked, _why in changes:
            sums[cell] = sums.get(cell, 0) + asked
        found = []
        for cell, asked in sums.items():
            low, high, pace, _purse = limits[cell]
            if pace:
                low, high = max(low, began[cell] - pace), min(high, began[cell] + pace)
            found.append((cell, min(max(now[cell] + asked, low), high), now[cell]))
        return found

    # ------------------------------------------------------------------ acts

    def act(self, form: ActForm) -> list[Shift]:
        """What an act would change: its effects, and what follows from them."""
        out = Out()
        form.block.run(self.row, self.moment, out)
        steps = list(out.steps)
        if not form.forum and (follow := self.grounded.act_rules(form)):
            self.moment.did.update(form.deeds)
            out.changes = [*out.changes, *self._after(follow, self.shifts(out.changes))]
            self.moment.did.difference_update(form.deeds)
        for event in out.injects:
            self.grounded.event(event).run(self.row, self.moment, out)
        found = self.shifts(out.changes)
        for name, way, _cause in steps:
            issue = self.scenario.issues[name]
            new = self.row[issue.cell] + (1 if way == "up" else -1)
            if 0 <= new < len(issue.options):
                found.append((issue.cell, new, self.row[issue.cell]))
        return found

    def _after(self, forms: Iterable[RuleForm], shifts: Sequence[Shift]) -> list[Change]:
        row = self.row[:]
        for cell, value, _before in shifts:
            row[cell] = value
        out = Out()
        for form in forms:
            form.block.run(row, self.moment, out)
        return out.changes

    def step(self, issue: Issue, new: int, movers: Iterable[str]) -> list[Shift]:
        """What a step of an issue would change: its option, and what follows from the move."""
        move = (issue.cell, new, self.row[issue.cell])
        forms = self.grounded.move_rules(issue.id)
        if not forms:
            return [move]
        moment = self.moment
        moment.movers, moment.change = frozenset(movers), (move,)
        moment.old, moment.new = move[2], new
        changes = self._after(forms, (move,))
        moment.movers, moment.change = frozenset(), ()
        return [move, *self.shifts(changes)]

    def consenting(
        self, consent: Consent, shifts: Sequence[Shift], issue: Issue, new: int
    ) -> set[str]:
        """Who of those asked would likely consent: this seat, who gains, and who is bound to."""
        bound = {
            party
            for agreement in self.world.agreements
            for clause in agreement.terms.clauses
            if isinstance(clause, Move) and clause.issue == issue.id
            and next_step(issue, self.row[issue.cell], clause.to) == new
            for party in agreement.terms.parties
        }  # fmt: skip
        return {
            who for who in consent.of
            if who == self.seat or who in bound or self.public(who, shifts) > 0
        }  # fmt: skip

    # ------------------------------------------------------------------ agreements

    def terms(self, terms: Terms, who: str = "") -> int:
        """What an agreement would be worth: to this seat, or publicly to another one."""
        seat = who or self.seat
        shifts = clause_shifts(self.grounded, terms, self.row, self.moment)
        total = self.public(seat, shifts) if who else self.value(shifts)
        for clause in terms.clauses:
            if isinstance(clause, Refrain):
                total += self._refraining(clause, seat, private=not who)
            elif isinstance(clause, Hold):
                total += self._holding(clause, seat, private=not who)
        return total + self._concluding(terms, seat, private=not who)

    def _worth(self, seat: str, shifts: Sequence[Shift], *, private: bool) -> int:
        return self.value(shifts) if private else self.public(seat, shifts)

    def _refraining(self, clause: Refrain, seat: str, *, private: bool) -> int:
        """What an actor's restraint spares this seat; its own costs it what the act would bring."""
        total = 0
        for instrument in clause.instruments:
            targets = [clause.target] if clause.target else [t for t in self.scenario.players]
            worths = [0]
            for target in targets:
                form = self.grounded.act_of.get((clause.actor, Act(instrument, target)))
                if form is not None:
                    worths.append(self._worth(seat, self.act(form), private=private))
            total -= max(worths) if clause.actor == seat else min(worths)
        return total

    def _holding(self, clause: Hold, seat: str, *, private: bool) -> int:
        """Half of what the next step outside would cost (or bring): it may never be taken."""
        issue = self.scenario.issues[clause.issue]
        present = self.row[issue.cell]
        span = allowed(issue, clause)
        total = 0
        for new in (present - 1, present + 1):
            if present in span and new not in span and 0 <= new < len(issue.options):
                worth = self._worth(seat, [(issue.cell, new, present)], private=private)
                total -= worth // 2 if worth > 0 else -(-worth // 2)
        return total

    def _concluding(self, terms: Terms, seat: str, *, private: bool) -> int:
        forms = self.grounded.rules("conclude", {"agreement": Ref("agreement", "")})
        return self._firing(forms, terms, seat, private=private) if forms else 0

    def leaving(self, agreement: Agreement, how: str) -> int:
        """What follows for this seat when it breaks (``breach``) or leaves (``denounce``)."""
        env: Env = {"agreement": Ref("agreement", ""), "actor": Ref("actor", self.seat)}
        forms = self.grounded.rules(how, env)
        return self._firing(forms, agreement.terms, self.seat, private=True) if forms else 0

    def _firing(self, forms: Iterable[RuleForm], terms: Terms, seat: str, *, private: bool) -> int:
        moment = self.moment
        moment.parties = frozenset(terms.parties)
        out = Out()
        for form in forms:
            form.block.run(self.row, moment, out)
        moment.parties = frozenset()
        return self._worth(seat, self.shifts(out.changes), private=private)

    # ------------------------------------------------------------------ forums

    def would_pass(self, forum: str, shifts: Sequence[Shift]) -> bool:
        """Whether a forum would likely adopt, by what its members publicly gain."""
        votes: dict[str, Any] = {}
        body = self.scenario.forums[forum]
        for member in body.members:
            gain = 1 if member == self.seat else self.public(member, shifts)
            if not gain and member not in self.scenario.players:
                trust = self.scenario.header.index.get(f"trust.{member}.{self.seat}")
                gain = self.row[trust] if trust is not None else 0
            votes[member] = "yes" if gain > 0 else "no" if gain < 0 else "abstain"
        return adopted(body, votes)


def owed(look: Outlook, terms: Terms, done: Iterable[int] = ()) -> int:
    """The capital that a text's next duties would cost this seat in one turn."""
    total = 0
    for number, clause in enumerate(terms.clauses):
        if number in done:
            continue
        if isinstance(clause, Transfer) and clause.giver == look.seat and clause.track == "capital":
            total += clause.amount
        elif isinstance(clause, Perform) and clause.actor == look.seat:
            form = look.grounded.act_of.get((look.seat, Act(clause.do, clause.target)))
            total += amount(form.cost, look.row, look.moment) if form is not None else 0
        elif isinstance(clause, Move):
            issue = look.scenario.issues[clause.issue]
            present = look.row[issue.cell]
            new = next_step(issue, present, clause.to)
            for step in look.grounded.steps[look.seat][issue.id][present]:
                if step.new == new:
                    cost = amount(step.cost, look.row, look.moment)
                    total += (cost + 1) // 2 if terms.treaty else cost
    return total


def duties(agreement: Agreement, seat: str) -> list[Move | Perform]:
    """The clauses of an agreement that ask a party to do something."""
    return [
        clause
        for number, clause in enumerate(agreement.terms.clauses)
        if number not in agreement.done
        and (isinstance(clause, Move) or (isinstance(clause, Perform) and clause.actor == seat))
    ]
