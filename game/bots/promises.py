"""What a seat has promised: what it owes, what it may not do, and what no longer pays."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from game.bots.budget import Dues, dues, income, reserve, total
from game.bots.figures import carried, leaving, terms_worth
from game.bots.outlook import Outlook
from game.rules.clauses import allowed, binding, next_step
from game.rules.compiled import consent_list
from game.scenario.orders import Act, Step
from game.scenario.terms import Clause, Hold, Move, Perform, Refrain, Transfer
from game.world.world import Agreement


class Promises:
    """The agreements that bind a seat this turn: those it keeps and those it does not."""

    def __init__(self, look: Outlook) -> None:
        self.look = look
        self.kept: list[tuple[Agreement, tuple[Clause, ...]]] = []
        self.dropped: list[tuple[Agreement, int, bool]] = []  # its worth; whether it is denounced
        self.barred: set[tuple[str, str]] = set()  # instrument, target ("" for any)
        self.held: list[Hold] = []
        self._dues: list[Dues] | None = None
        self.fixed: set[str] = set()  # issues on which a promise says what to do
        mine = [a for a in look.sight.agreements if look.seat in a.terms.parties]
        self._worths: dict[str, int] = {}
        valued = [(terms_worth(look, a.terms, id=a.id), a) for a in mine]
        for worth, agreement in sorted(valued, key=lambda pair: -pair[0]):
            self._weigh(agreement, worth)

    def _weigh(self, agreement: Agreement, worth: int) -> None:
        look = self.look
        self._worths[agreement.id] = worth
        binding_now = self._binding(agreement)
        if worth < 0:
            penalty = leaving(look, agreement, "breach")
            if worth < penalty:
                exit = leaving(look, agreement, "denounce")
                quiet = exit >= penalty and not any(self._asks(c) for c in binding_now)
                self.dropped.append((agreement, worth, quiet))
                if not quiet:
                    return
        self.kept.append((agreement, binding_now))
        for clause in binding_now:
            if isinstance(clause, Move):
                self.fixed.add(clause.issue)
            elif isinstance(clause, Hold):
                self.held.append(clause)
            elif isinstance(clause, Refrain) and clause.actor == look.seat:
                self.barred.update((name, clause.target) for name in clause.instruments)

    def _binding(self, agreement: Agreement) -> tuple[Clause, ...]:
        """The clauses that bind in this turn."""
        look, clauses = self.look, agreement.terms.clauses
        key = ("binding", clauses, agreement.done, look.world.turn)
        found: tuple[Clause, ...] | None = look.book.pages.get(key)
        if found is None:
            numbers = binding(look.grounded, agreement, look.row, look.moment)
            found = tuple(clauses[number] for number in numbers)
            if not any(clause.if_ for clause in clauses):
                look.book.pages[key] = found
        return found

    def _asks(self, clause: Clause) -> bool:
        """Whether a clause asks this seat for something in this turn."""
        if isinstance(clause, Transfer):
            return clause.giver == self.look.seat
        if isinstance(clause, Perform):
            return clause.actor == self.look.seat and clause.by == self.look.world.turn
        return isinstance(clause, Move) and self.step(clause) is not None

    def step(self, clause: Move) -> Step | None:
        """The step that a promise asks this seat for now."""
        look = self.look
        issue = look.scenario.issues[clause.issue]
        present = look.row[issue.cell]
        new = next_step(issue, present, clause.to)
        if new == present:
            return None
        if look.seat not in consent_list(look.scenario, issue.consent(present, new)):
            return None
        return Step(clause.issue, issue.options[new])

    def duties(self) -> Iterator[tuple[Agreement, Act | Step]]:
        """The orders that are owed now, by what they are owed for."""
        for agreement, clauses in self.kept:
            for clause in clauses:
                if isinstance(clause, Move):
                    step = self.step(clause)
                    if step is not None and not (agreement.terms.treaty and not self._forum(step)):
                        yield agreement, step
                elif isinstance(clause, Perform) and clause.actor == self.look.seat:
                    yield agreement, Act(clause.do, clause.target)

    def stake(self, agreement: Agreement) -> int:
        """What keeping a promise is worth beside breaking it."""
        return self._worths[agreement.id] - leaving(self.look, agreement, "breach")

    def _forum(self, step: Step) -> str:
        issue = self.look.scenario.issues[step.issue]
        return issue.consent(self.look.row[issue.cell], issue.options.index(step.option)).forum

    def payments(self) -> int:
        """The capital to be handed over this turn, and what treaties take for their steps."""
        total = 0
        for agreement, clauses in self.kept:
            paid = tuple(
                clause
                for clause in clauses
                if (type(clause) is Move and agreement.terms.treaty)
                or (type(clause) is Transfer and clause.giver == self.look.seat)
            )
            if paid:
                alone = dues(self.look, replace(agreement.terms, clauses=paid))
                total += alone[0][0] if alone else 0
        return total

    def dues(self) -> list[Dues]:
        """What it keeps asks of it from this turn on."""
        if self._dues is None:
            look = self.look
            self._dues = [dues(look, a.terms, a.done) for a, _clauses in self.kept]
        return self._dues

    def coming(self) -> list[Dues]:
        """What it has signed will ask of it from the next turn on."""
        look = self.look
        signed = [s.draft.terms for s in look.sight.drafts if look.seat in s.draft.signatures]
        return [dues(look, terms) for terms in signed if carried(look, terms)]

    def ahead(self) -> int:
        """The capital to keep back this turn for what will be owed.

        One unit more where the next income would all be owed: somebody may take some of it.
        """
        kept = [tuple(due[1:]) for due in self.dues()]
        sure = [
            dues(self.look, seen.draft.terms)
            for seen in self.look.sight.drafts
            if self.look.seat in seen.draft.terms.parties and seen.draft.complete
        ]
        coming = total([*kept, *sure])
        tight = bool(coming) and coming[0][0] >= max(income(self.look), 1)
        return reserve(self.look, coming) + tight

    def allow(self, seat: str, order: Act | Step) -> bool:
        """Whether no promise that is kept forbids an order, or a proposal of it."""
        if isinstance(order, Act):
            name = order.instrument
            return (name, "") not in self.barred and (name, order.target) not in self.barred
        for hold in self.held:
            if hold.issue == order.issue:
                issue = self.look.scenario.issues[order.issue]
                span = allowed(issue, hold)
                new, present = issue.options.index(order.option), self.look.row[issue.cell]
                if _outside(span, new) and _outside(span, new) >= _outside(span, present):
                    return False
        return True


def promises(look: Outlook) -> Promises:
    """A seat's promises, weighed once for a position."""
    if look.kept.get("promises") is None:
        look.kept["promises"] = Promises(look)
    found: Promises = look.kept["promises"]
    return found


def _outside(span: range, option: int) -> int:
    return max(span[0] - option, option - span[-1], 0)
