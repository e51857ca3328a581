"""A view: a sight put into words for one seat, and the menu of what it may do.

It alone is ever sent to a screen or a browser. Every struct encodes with msgspec; for two states
that differ only in what a seat may not see, its views are equal byte for byte: a view is made of a
sight, and of the words of what the sight holds.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.i18n import _
from game.rules.ratify import LOYAL
from game.rules.turn import Offer, Refusal
from game.scenario.model import Scenario
from game.scenario.notation import format_order
from game.scenario.orders import Act, Argue, Denounce, Order, Step, Vote
from game.scenario.terms import Terms
from game.table import facts as f
from game.table.commands import CONTROL, PUBLIC
from game.table.menu import BALLOTS, forum_of
from game.table.sealing import in_words, plain_order, plain_terms, unsealed
from game.table.sheets import public_wants, sheet_view
from game.table.sight import UNSEEN, DraftSeen, Sight, sight
from game.table.state import State
from game.table.telling import tell
from game.table.views import (
    ActorView,
    AgreementView,
    AnswerView,
    CellView,
    DeskView,
    DraftView,
    HearingView,
    IssueView,
    MenuItem,
    MessageView,
    OrderView,
    PackageView,
    ProposalView,
    QuestionView,
    ReadyView,
    SheetView,
    View,
)
from game.table.weigh import Scales
from game.table.words import Words
from game.world.world import Agreement

__all__ = ["View", "view"]

MOST_KEPT = 50_000
"""Sentences kept for a scenario at most, before they are made anew."""


def view(scenario: Scenario, state: State, seat: str, words: Words) -> View:
    """What `seat` may see and do, in words.

    :raises KeyError: for a seat that is not at the table.
    """
    if len(words.kept) > MOST_KEPT:
        words.kept.clear()
    return _Viewer(scenario, state, sight(scenario, state, seat), words).view()


class _Viewer:
    """Puts one sight into words. Of the state it reads only what everyone may know."""

    def __init__(self, scenario: Scenario, state: State, sight: Sight, words: Words) -> None:
        self.scenario = scenario
        self.sight = sight
        self.words = words
        self.texts: Mapping[str, str] = state.texts
        self.named: Mapping[str, str] = state.named
        self.chairs = state.chairs
        self.before = state.log[-1].row if state.log else None
        self.own = sight.seat not in (PUBLIC, CONTROL)
        self._scales: Scales | None = None

    @property
    def scales(self) -> Scales:
        """What the seat weighs texts with; made when something is to be weighed."""
        if self._scales is None:
            self._scales = Scales(self.scenario, self.sight)
        return self._scales

    def view(self) -> View:
        seen, words = self.sight, self.words
        counted = [o for o in seen.orders if not isinstance(o, Vote | Denounce)]
        return View(
            seat=seen.seat,
            name=words.actor(seen.seat),
            title=words.title,
            turn=seen.turn,
            date=self.scenario.date(seen.turn),
            phase=seen.phase,
            end=seen.end,
            ended=words.end(seen.end) if seen.end else "",
            orders_left=self.scenario.orders - len(counted) if self.own else 0,
            purse=seen.purse,
            reserved=seen.reserved,
            locked=seen.locked.get(seen.seat, False),
            paused=seen.paused,
            extra=seen.extra,
            actors=tuple([self.actor(n, id) for n, id in enumerate(self.scenario.actors)]),
            issues=tuple([self.issue(id) for id in self.scenario.issues]),
            cells=self.cells(),
            agreements=tuple([self.agreement(a) for a in seen.agreements]),
            drafts=tuple([self.draft(d) for d in seen.drafts]),
            ready=self.ready(),
            proposals=tuple([self.proposal(p.text) for p in seen.proposals]),
            questions=tuple([self.question(n) for n in range(len(seen.questions))]),
            packages=self.packages(),
            hearings=self.hearings(),
            messages=self.messages(),
            told=tell(self.scenario, seen.told, words, self.named, self.texts, self.before),
            orders=tuple([self.order(seen.seat, order) for order in seen.orders]),
            menu=tuple([self.item(offer) for offer in seen.offers]),
            sheet=self.sheet() if self.own else None,
            win_set=self.win_set() if self.own else (),
            perceived=seen.perceived,
            powers=tuple(self.power(p.turn, p.fact) for p in seen.powers),
            desk=tuple(
                DeskView(seat, tuple(self.order(seat, order) for order in orders))
                for seat, orders in seen.desk
            ),
        )

    # ------------------------------------------------------------------ the position

    def actor(self, number: int, id: str) -> ActorView:
        chain = self.sight.mandates[number]
        chair = self.chairs.get(id)
        key = ("actor", id, chain, chair)
        found = self.words.kept.get(key)
        if found is None or (chair is not None and chair.name):
            words, actor = self.words, self.scenario.actors[id]
            found = self.words.kept[key] = ActorView(
                id=id,
                name=words.actor(id),
                is_player=actor.player,
                colour=words.colour(id),
                at=words.place(id),
                by=chair.kind if chair is not None else "",
                player=unsealed(chair.name, self.texts) if chair is not None else "",
                locked=chair is not None and chair.locked,
                government=words.government(id, chain),
                brief=words.brief(id, chain),
                wants=public_wants(self.scenario, words, id, chain),
            )
        assert isinstance(found, ActorView)
        return found

    def issue(self, id: str) -> IssueView:
        issue = self.scenario.issues[id]
        now = self.sight.row[issue.cell]
        was = self.before[issue.cell] if self.before is not None else None
        key = ("issue", id, now, was)
        found = self.words.kept.get(key)
        if found is None:
            words = self.words
            found = self.words.kept[key] = IssueView(
                id=id,
                name=words.issue(id),
                kind=issue.kind,
                options=issue.options,
                labels=words.options(id),
                now=now,
                ladder=issue.ladder,
                was=was,
                up=words.consent(issue.up),
                down=words.consent(issue.down),
                brief=words.issue_brief(id),
            )
        assert isinstance(found, IssueView)
        return found

    def cells(self) -> tuple[CellView, ...]:
        kept, row, before = self.words.kept, self.sight.row, self.before
        found: list[CellView] = []
        for cell in self.scenario.header.cells:
            value = row[cell.index]
            if value == UNSEEN or cell.issue or cell.track not in self.scenario.tracks:
                continue
            key = (cell.index, value, None if before is None else before[cell.index])
            it = kept.get(key)
            if it is None:
                it = kept[key] = CellView(
                    name=cell.name,
                    label=self.words.cell(cell.name),
                    value=value,
                    low=cell.low,
                    high=cell.high,
                    track=cell.track,
                    band=self.words.band(cell.track, value),
                    owners=cell.owners,
                    was=key[2],
                )
            found.append(it)  # type: ignore[arg-type]
        return tuple(found)

    # ------------------------------------------------------------------ texts

    def agreement(self, agreement: Agreement) -> AgreementView:
        terms, words = agreement.terms, self.words
        mine = self.own and self.sight.seat in terms.parties
        return AgreementView(
            id=agreement.id,
            name=words.agreement_name(agreement.id, terms, self.texts),
            kind=words.kind(terms),
            parties=terms.parties,
            names=tuple([words.actor(p) for p in terms.parties]),
            clauses=self.clauses(terms),
            done=agreement.done,
            secret=terms.secret,
            since=agreement.since,
            annex_of=terms.annex_of,
            denounce=format_order(Denounce(agreement.id)) if mine else "",
            terms=self.plain(terms),
        )

    def clauses(self, terms: Terms) -> tuple[str, ...]:
        return tuple([self.words.clause(clause, self.texts) for clause in terms.clauses])

    def plain(self, terms: Terms) -> Terms:
        """The terms with the texts in the place of their keys, ready to be edited."""
        return plain_terms(terms, self.texts)

    def draft(self, seen: DraftSeen) -> DraftView:
        draft, words = seen.draft, self.words
        terms = draft.terms
        mine = self.own and self.sight.seat in terms.parties
        return DraftView(
            id=draft.id,
            name=words.agreement_name(draft.id, terms, self.texts),
            kind=words.kind(terms),
            by=draft.by,
            parties=terms.parties,
            names=tuple([words.actor(p) for p in terms.parties]),
            clauses=self.clauses(terms),
            secret=terms.secret,
            revision=draft.revision,
            signatures=draft.signatures,
            annex_of=terms.annex_of,
            refused=dict(self.sight.asked).get(draft.id, ()),
            party=mine,
            signed=self.sight.seat in draft.signatures,
            refusal=self.refusal(seen.refusal),
            weighed=self.scales.terms(terms) if mine else None,
            terms=self.plain(terms),
        )

    def refusal(self, refusal: Refusal | None) -> str:
        """A refusal's sentence, where a name in it may be a text's key."""
        return in_words(refusal.says, self.texts) if refusal is not None else ""

    def ready(self) -> tuple[ReadyView, ...]:
        if not self.own or self.sight.phase != "negotiation":
            return ()
        taken = {a.id for a in self.sight.agreements} | {d.draft.id for d in self.sight.drafts}
        return tuple(
            [
                self.ready_view(id)
                for id, terms in self.scenario.agreements.items()
                if self.sight.seat in terms.parties and id not in taken
            ]
        )

    def ready_view(self, id: str) -> ReadyView:
        found = self.words.kept.get(("ready", id))
        if found is None:
            terms, words = self.scenario.agreements[id], self.words
            found = self.words.kept["ready", id] = ReadyView(
                id=id,
                name=words.agreement(id),
                brief=words.agreement_brief(id),
                kind=words.kind(terms),
                parties=terms.parties,
                names=tuple(words.actor(p) for p in terms.parties),
                clauses=self.clauses(terms),
                secret=terms.secret,
            )
        assert isinstance(found, ReadyView)
        return found

    def proposal(self, text: str) -> ProposalView:
        found = next(p for p in self.sight.proposals if p.text == text)
        forum = forum_of(self.scenario, text)
        order = found.order
        assert isinstance(order, Act | Step)
        member = self.sight.seat in self.scenario.forums[forum].members
        cast = [o.ballot for o in self.sight.orders if isinstance(o, Vote) and o.text == text]
        mine = self.sight.seat in found.proposers
        votes = tuple(format_order(Vote(text, ballot)) for ballot in BALLOTS)
        return ProposalView(
            text=text,
            notation=format_order(order),
            says=self.words.proposal(found.proposers[0], order),
            forum=forum,
            forum_name=self.words.forum(forum),
            proposers=found.proposers,
            vote="yes" if mine else cast[0] if cast else "",
            votes=votes if self.own and member and not mine else (),
        )

    # ------------------------------------------------------------------ events, packages, arguments

    def question(self, number: int) -> QuestionView:
        asked, words = self.sight.questions[number], self.words
        event = self.scenario.events[asked.event]
        answers = []
        for option, cost in asked.costs:
            refusal = dict(asked.refusals).get(option)
            answers.append(
                AnswerView(
                    id=option,
                    says=words.answer(event.id, option),
                    cost=cost,
                    default=event.choices[option].default,
                    refusal=self.refusal(refusal),
                )
            )
        return QuestionView(
            event=event.id,
            title=words.event(event.id),
            says=words.question(event.id) or words.event_says(event.id),
            asks=asked.asks,
            asks_name=words.actor(asked.asks),
            answer=asked.answer,
            answers=tuple(answers),
        )

    def packages(self) -> tuple[PackageView, ...]:
        return tuple(
            PackageView(
                id=package.id,
                by=package.by,
                options=package.options,
                says=tuple(
                    f"{self.words.issue(issue)}: {self.words.option(issue, option)}"
                    for issue, option in package.options
                ),
                accepts=package.accepts,
                refuses=package.refuses,
                worth=self.scales.package(dict(package.options)) if self.own else None,
            )
            for package in self.sight.packages
        )

    def hearings(self) -> tuple[HearingView, ...]:
        found = []
        for hearing in self.sight.hearings:
            order = hearing.order
            because = tuple(unsealed(reason, self.texts) for reason in order.because)
            reasons = tuple(
                (_("Against, {actor}: {text}") if reason.against else _("For, {actor}: {text}"))
                .replace("{actor}", self.words.actor(reason.by))
                .replace("{text}", unsealed(reason.text, self.texts))
                for reason in hearing.reasons
            )
            found.append(
                HearingView(
                    seat=hearing.seat,
                    name=self.words.actor(hearing.seat),
                    number=hearing.number,
                    says=unsealed(order.says, self.texts),
                    because=because,
                    asking=self.words.asking(order),
                    reasons=reasons,
                    odds=dict(hearing.odds).get(self.sight.seat),
                )
            )
        return tuple(found)

    def messages(self) -> tuple[MessageView, ...]:
        words = self.words
        return tuple(
            [
                MessageView(
                    turn=m.turn,
                    by=m.seat,
                    name=words.actor(m.seat),
                    text=unsealed(m.text, self.texts),
                    to=m.to,
                    names=tuple([words.actor(to) for to in m.to]),
                )
                for m in self.sight.messages
            ]
        )

    # ------------------------------------------------------------------ orders

    def order(self, seat: str, order: Order) -> OrderView:
        order = plain_order(order, self.texts)
        final = any(order == p.order and seat in p.proposers for p in self.sight.proposals)
        return OrderView(
            notation=format_order(order),
            label=self.words.label(seat, order),
            says=self.words.order(seat, order),
            group=_group(order, ""),
            final=final,
        )

    def item(self, offer: Offer) -> MenuItem:
        seat, kept, why = self.sight.seat, self.words.kept, offer.refusal
        key = (seat, offer.order, offer.cost, "" if why is None else why.code + why.says)
        found = kept.get(key)
        if found is None:
            found = kept[key] = self._item(seat, offer)
        assert isinstance(found, MenuItem)
        return found

    def _item(self, seat: str, offer: Offer) -> MenuItem:
        order, why = offer.order, offer.refusal
        says = "" if why is None else self.refusal(why)
        if why is not None and why.code == "order/not-now" and isinstance(order, Act):
            condition = self.scenario.instruments[order.instrument].if_
            if condition is not None:
                env = {"actor": seat, "target": order.target}
                worded = self.words.condition(condition.text, env)
                says = _("needs: {condition}").format(condition=worded)
        return MenuItem(
            notation=format_order(order),
            label=self.words.label(seat, order),
            says=self.words.order(seat, order),
            cost=offer.cost,
            group=_group(order, offer.forum),
            code="" if why is None else why.code,
            refusal=says,
            forum=offer.forum,
            brief=self.words.instrument_brief(order.instrument) if isinstance(order, Act) else "",
        )

    # ------------------------------------------------------------------ one's own

    def sheet(self) -> SheetView:
        seat, words = self.sight.seat, self.words
        chain = self.sight.mandates[list(self.scenario.actors).index(seat)]
        key = ("sheet", seat, chain, self.sight.draw)
        found = words.kept.get(key)
        if found is None:
            found = words.kept[key] = sheet_view(self.scenario, words, self.sight, chain)
        assert isinstance(found, SheetView)
        return found

    def win_set(self) -> tuple[tuple[str, tuple[bool, ...]], ...]:
        wants = self.sight.profile
        if wants is None or wants.ratify is None:
            return ()
        header, seat = self.scenario.header, self.sight.seat
        home = self.scenario.actors[seat].constituencies
        support = [header.index.get(f"support.{seat}.{c.id}", -1) for c in home]
        row = self.sight.row
        issues = tuple([row[issue.cell] for issue in self.scenario.issues.values()])
        loyal = tuple([at >= 0 and row[at] >= LOYAL for at in support])
        key = ("win", seat, wants.ratify, issues, loyal)
        found = self.words.kept.get(key)
        if found is None:
            found = self.words.kept[key] = tuple(self.scales.win_set().items())
        assert isinstance(found, tuple)
        return found

    def power(self, turn: int, fact: f.Fact) -> str:
        words = self.words
        says = {
            f.Paused: _("the clock was stopped or started"),
            f.Extended: _("the negotiation was extended"),
            f.Closed: _("the negotiation or the ruling was closed"),
            f.Undone: _("a turn was undone"),
        }.get(type(fact), "")
        if isinstance(fact, f.Prepared):
            says = _("an event was injected: {event}").format(event=words.event(fact.event))
        elif isinstance(fact, f.Corrected):
            says = _("{cell} was set from {old} to {new}").format(
                cell=words.cell(fact.change.cell), old=fact.change.old, new=fact.change.new
            )
        elif isinstance(fact, f.Replaced):
            says = _("{actor} is played by: {by}").format(actor=words.actor(fact.seat), by=fact.by)
        elif isinstance(fact, f.Ruled):
            says = _("{actor}'s argument was ruled {odds}").format(
                actor=words.actor(fact.seat), odds=words.odds(fact.odds)
            )
        return _("Turn {turn}: {says}").format(turn=turn, says=says)


def _group(order: Order, forum: str) -> str:
    """What sort of thing an order does, for menus."""
    if isinstance(order, Vote):
        return "vote"
    if isinstance(order, Denounce):
        return "denounce"
    if isinstance(order, Argue):
        return "argue"
    if forum:
        return "propose"
    return "act" if isinstance(order, Act) else "step"
