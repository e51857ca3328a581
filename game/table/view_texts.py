"""What lies on the table, in words: agreements, drafts, proposals, questions, messages and more."""

from __future__ import annotations

from collections.abc import Mapping

from game.i18n import _
from game.rules.turn import Refusal
from game.scenario.model import Scenario
from game.scenario.notation import format_order
from game.scenario.orders import Act, Denounce, Step, Vote
from game.scenario.terms import Terms
from game.table.commands import CONTROL, PUBLIC
from game.table.menu import BALLOTS, forum_of
from game.table.sealing import in_words, plain_terms, unsealed
from game.table.sight import DraftSeen, Sight
from game.table.state import State
from game.table.views import (
    AgreementView,
    AnswerView,
    DraftView,
    HearingView,
    MessageView,
    PackageView,
    ProposalView,
    QuestionView,
    ReadyView,
)
from game.table.weigh import Scales
from game.table.words import Words
from game.world.world import Agreement


class TextViewer:
    """Puts what lies on the table into words.

    Of the state it reads only what everyone may know; all else comes from the sight.
    """

    def __init__(self, scenario: Scenario, state: State, sight: Sight, words: Words) -> None:
        self.scenario = scenario
        self.sight = sight
        self.words = words
        self.texts: Mapping[str, str] = state.texts
        self.named: Mapping[str, str] = state.named
        self.chairs = state.chairs
        self.before = state.log[-1].row if state.log else None
        self.tabled = state.log[-1].packages if state.log else ()
        self.own = sight.seat not in (PUBLIC, CONTROL)
        self._scales: Scales | None = None

    @property
    def scales(self) -> Scales:
        """What the seat weighs texts with; made when something is to be weighed."""
        if self._scales is None:
            self._scales = Scales(self.scenario, self.sight)
        return self._scales

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
