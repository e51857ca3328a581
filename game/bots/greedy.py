"""The greedy bot: one turn ahead, by its own score, on what it may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.bots.bot import Deed
from game.bots.outlook import Outlook, duties, owed
from game.i18n import _
from game.rules.clauses import binds, next_step
from game.rules.compiled import consent_list
from game.rules.profiles import Shift
from game.rules.turn import Offer
from game.scenario.grounding import Out
from game.scenario.model import Scenario
from game.scenario.orders import Act, Denounce, Order, Step, Vote
from game.scenario.terms import Move, Refrain, Terms, Transfer
from game.table.commands import Answer, Draft, Give, Perceive, Plan, Sign
from game.table.sight import Sight
from game.world.world import Agreement


class Greedy:
    """Orders, proposes, signs and keeps what gains it more than no deal; breaks what does not."""

    name = "greedy"

    def opens(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Answers, ratings, at most one draft, and what it proposes in forums."""
        look = Outlook(scenario, sight)
        deeds = [*_answers(look)]
        if scenario.perceptions and not sight.perceived:
            deeds.append(_ratings(look))
        draft = _draft(look)
        if draft is not None:
            deeds.append(draft)
        deeds.extend(_proposals(look))
        return deeds

    def signs(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Drafts that gain it more than no deal."""
        waiting = [
            seen.draft
            for seen in sight.drafts
            if seen.refusal is None
            and sight.seat in seen.draft.terms.parties
            and sight.seat not in seen.draft.signatures
        ]
        if not waiting:
            return ()
        look = Outlook(scenario, sight)
        found = []
        burden = _burden(look)
        for draft in waiting:
            worth = look.terms(draft.terms)
            more = owed(look, draft.terms)
            if worth > 0 and (not more or burden + more <= _income(look)):
                burden += more
                because = _("'{name}' is worth {n} to us, and no deal is worth 0").format(
                    name=draft.terms.name, n=worth
                )
                found.append(Deed(Sign(draft.id, draft.revision), because))
        return found

    def closes(self, scenario: Scenario, sight: Sight) -> Sequence[Deed]:
        """Votes and orders."""
        look = Outlook(scenario, sight)
        reasons: list[str] = []
        orders = [*_votes(look, reasons), *_Chooser(look, reasons).orders()]
        because = " ".join(reasons) or _("Nothing is worth more to us than waiting.")
        return (Deed(Plan(tuple(orders), lock=True), because),)


def _burden(look: Outlook) -> int:
    """The capital that this seat's promises will ask of it next turn, signed drafts among them."""
    mine = [a for a in look.world.agreements if look.seat in a.terms.parties]
    signed = [s.draft.terms for s in look.sight.drafts if look.seat in s.draft.signatures]
    return sum(owed(look, a.terms, a.done) for a in mine) + sum(owed(look, t) for t in signed)


def _income(look: Outlook) -> int:
    """What this seat can likely pay next turn, if it spends what it has now."""
    track = look.scenario.tracks.get("capital")
    return (track.income if track is not None else 0) + (look.sight.purse + 1) // 2


# ---------------------------------------------------------------------- opening


def _answers(look: Outlook) -> Iterator[Deed]:
    free = look.sight.purse - look.sight.reserved - _due(look)
    for question in look.sight.questions:
        if question.asks != look.seat or question.answer:
            continue
        event = look.scenario.events[question.event]
        best, most = event.default, None
        for option, cost in question.costs:
            if cost > free and option != event.default:
                continue
            out = Out()
            look.grounded.answer(event.id, option).run(look.row, look.moment, out)
            worth = look.value(look.shifts(out.changes)) * 2 - cost
            if most is None or worth > most or (worth == most and option == event.default):
                best, most = option, worth
        if best != event.default:
            free -= dict(question.costs).get(best, 0)
        because = _("Of the answers, '{option}' leaves us best off.").format(option=best)
        yield Deed(Answer(event.id, best), because)


def _due(look: Outlook) -> int:
    """The capital that promises in force ask of this seat now."""
    return sum(
        owed(look, agreement.terms, agreement.done)
        for agreement in look.world.agreements
        if look.seat in agreement.terms.parties
    )


def _ratings(look: Outlook) -> Deed:
    """How threatening others look: by how far their favourites are from ours, and by trust."""
    rated = []
    for other in look.scenario.players:
        if other == look.seat:
            continue
        clash = 0
        for cell, table in look.moment.profiles[other].public.tables.items():
            favourite = table.index(max(table))
            if favourite != look.row[cell]:
                worth = look.value([(cell, favourite, look.row[cell])])
                clash += (worth < 0) - (worth > 0)
        trust = look.scenario.header.index.get(f"trust.{look.seat}.{other}")
        level = 5 + clash - (look.row[trust] if trust is not None else 0)
        rated.append((other, min(max(level, 0), 10)))
    return Deed(Perceive(tuple(rated)), _("What they want, and how far we trust them."))


def _draft(look: Outlook) -> Deed | None:
    """The ready agreement that gains this seat most and costs no party publicly."""
    sight = look.sight
    taken = {a.id for a in sight.agreements} | {seen.draft.id for seen in sight.drafts}
    best: tuple[int, Terms] | None = None
    burden = _burden(look)
    for name, terms in look.scenario.agreements.items():
        if name in taken or look.seat not in terms.parties or not _still_open(look, terms):
            continue
        worth = look.terms(terms)
        if worth <= 0 or (best is not None and worth <= best[0]):
            continue
        others = [p for p in terms.parties if p != look.seat]
        more = owed(look, terms)
        if more and burden + more > _income(look):
            continue
        if all(look.terms(terms, other) >= 0 for other in others):
            best = worth, terms
    if best is None:
        return None
    because = _("'{name}' is worth {n} to us, and nobody in it should lose by it.").format(
        name=best[1].name, n=best[0]
    )
    return Deed(Draft(best[1]), because)


def _still_open(look: Outlook, terms: Terms) -> bool:
    """Whether every clause could still bind next turn."""
    return all(binds(clause, look.world.turn + 1) for clause in terms.clauses)


def _proposals(look: Outlook) -> Iterator[Deed]:
    """The one text for a forum that gains most, and would likely pass."""
    before_it = {proposal.text for proposal in look.sight.proposals}
    free = look.sight.purse - look.sight.reserved - _due(look)
    best: tuple[int, Order] | None = None
    for offer in look.sight.offers:
        if not offer.forum or offer.refusal is not None or offer.cost > free:
            continue
        order = offer.order
        if not isinstance(order, Act | Step):
            continue
        text = order.issue if isinstance(order, Step) else order.instrument
        if text in before_it:
            continue
        shifts = _shifts(look, offer)
        worth = look.value(shifts)
        if (
            worth >= 1
            and (best is None or worth > best[0])
            and look.would_pass(offer.forum, shifts)
        ):
            best = worth, order
    if best is not None:
        because = _("It is worth {n} to us, and it should pass.").format(n=best[0])
        yield Deed(Give(best[1]), because)


def _shifts(look: Outlook, offer: Offer) -> list[Shift]:
    order = offer.order
    if isinstance(order, Act):
        return look.act(look.grounded.act_of[look.seat, order])
    assert isinstance(order, Step)
    issue = look.scenario.issues[order.issue]
    return look.step(issue, issue.options.index(order.option), ())


# ---------------------------------------------------------------------- closing


def _votes(look: Outlook, reasons: list[str]) -> Iterator[Order]:
    scenario, seat = look.scenario, look.seat
    for proposal in look.sight.proposals:
        order = proposal.order
        if seat in proposal.proposers:
            continue
        if isinstance(order, Act):
            form = look.grounded.act_of[proposal.proposers[0], order]
            forum, shifts = form.forum, look.act(form)
        elif isinstance(order, Step):
            issue = scenario.issues[order.issue]
            new = issue.options.index(order.option)
            forum = issue.consent(look.row[issue.cell], new).forum
            shifts = look.step(issue, new, ())
        else:
            continue
        if seat not in scenario.forums[forum].members:
            continue
        worth = look.value(shifts)
        ballot = "yes" if worth > 0 else "no" if worth < 0 else "abstain"
        reasons.append(_("We vote {ballot}: it is worth {n} to us.").format(ballot=ballot, n=worth))
        yield Vote(proposal.text, ballot)  # type: ignore[arg-type]


class _Chooser:
    """Chooses a turn's orders: first what is owed and worth keeping, then what gains most."""

    def __init__(self, look: Outlook, reasons: list[str]) -> None:
        self.look = look
        self.reasons = reasons
        sight = look.sight
        self.free = sight.purse - sight.reserved
        self.room = look.scenario.orders - sum(
            not isinstance(order, Vote | Denounce) for order in sight.orders
        )
        self.offers = {
            offer.order: offer
            for offer in sight.offers
            if offer.refusal is None and not offer.forum and offer.order not in sight.orders
        }
        self.chosen: list[Order] = []
        self.barred: set[tuple[str, str]] = set()  # instrument, target ("" for any)
        self.kept: set[str] = set()  # issues on which a promise says what to do

    def orders(self) -> list[Order]:
        """The orders of the turn."""
        for agreement in self.look.world.agreements:
            if self.look.seat in agreement.terms.parties:
                self._honour(agreement)
        self._steps()
        self._acts()
        return self.chosen

    def _take(self, order: Order) -> bool:
        offer = self.offers.pop(order, None)
        if offer is None or self.room < 1 or offer.cost > self.free:
            return False
        self.room -= 1
        self.free -= offer.cost
        self.chosen.append(order)
        return True

    # ------------------------------------------------------------------ promises

    def _honour(self, agreement: Agreement) -> None:
        look, terms = self.look, agreement.terms
        worth = look.terms(terms)
        penalty = look.leaving(agreement, "breach")
        if worth < penalty:
            leaving = look.leaving(agreement, "denounce")
            if leaving >= penalty:
                self.chosen.append(Denounce(agreement.id))
            self.reasons.append(
                _("'{name}' has stopped paying: it is worth {n} to us now.").format(
                    name=terms.name, n=worth
                )
            )
            return
        for number, clause in enumerate(terms.clauses):
            if number in agreement.done or not binds(clause, look.world.turn):
                continue
            if isinstance(clause, Refrain) and clause.actor == look.seat:
                self.barred.update((name, clause.target) for name in clause.instruments)
            elif isinstance(clause, Transfer) and clause.giver == look.seat:
                self.free -= clause.amount if clause.track == "capital" else 0
        for clause in duties(agreement, look.seat):
            if not binds(clause, look.world.turn) or (isinstance(clause, Move) and terms.treaty):
                if isinstance(clause, Move):
                    self.kept.add(clause.issue)
                continue
            if isinstance(clause, Move):
                self._step_toward(clause, terms)
            elif self._take(Act(clause.do, clause.target)):
                self.reasons.append(_("We keep '{name}'.").format(name=terms.name))

    def _step_toward(self, clause: Move, terms: Terms) -> None:
        issue = self.look.scenario.issues[clause.issue]
        present = self.look.row[issue.cell]
        new = next_step(issue, present, clause.to)
        self.kept.add(clause.issue)
        if new == present:
            return
        if self.look.seat in consent_list(self.look.scenario, issue.consent(present, new)):
            if self._take(Step(clause.issue, issue.options[new])):
                self.reasons.append(_("We keep '{name}'.").format(name=terms.name))

    # ------------------------------------------------------------------ steps and acts

    def _steps(self) -> None:
        look = self.look
        found: list[tuple[int, Step]] = []
        for order in list(self.offers):
            if not isinstance(order, Step) or order.issue in self.kept:
                continue
            issue = look.scenario.issues[order.issue]
            new = issue.options.index(order.option)
            shifts = look.step(issue, new, (look.seat,))
            worth = look.value(shifts)
            if worth < 1:
                continue
            consent = issue.consent(look.row[issue.cell], new)
            likely = look.consenting(consent, shifts, issue, new)
            if len(likely) >= consent.need:
                found.append((worth, order))
        stepped: set[str] = set()
        for worth, order in sorted(found, key=lambda f: -f[0]):
            if order.issue not in stepped and self._take(order):
                stepped.add(order.issue)
                self.reasons.append(
                    _("'{order}' is worth {n} to us.").format(
                        order=f"{order.issue} {order.option}", n=worth
                    )
                )

    def _acts(self) -> None:
        look = self.look
        forms = [
            look.grounded.act_of[look.seat, order]
            for order in self.offers
            if isinstance(order, Act)
            and (order.instrument, "") not in self.barred
            and (order.instrument, order.target) not in self.barred
        ]
        valued = [(look.value(look.act(form)), form) for form in forms]
        standing = [form for worth, form in valued if worth > 0]
        while standing and self.room > 0:
            valued = [(look.value(look.act(form)), form) for form in standing]
            valued = [
                (worth, form) for worth, form in valued
                if worth > 0 and self.offers[form.order].cost <= self.free
            ]  # fmt: skip
            if not valued:
                return
            worth, best = max(valued, key=lambda v: v[0])
            shifts = look.act(best)
            if not self._take(best.order):
                return
            self.reasons.append(
                _("'{order}' is worth {n} to us.").format(
                    order=f"{best.order.instrument} {best.order.target}".strip(), n=worth
                )
            )
            look.row = look.row[:]
            for cell, value, _before in shifts:
                look.row[cell] = value
            standing = [form for _worth, form in valued if form is not best]
