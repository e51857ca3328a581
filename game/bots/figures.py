"""The figures that a bot decides by, each worked out once for the things that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.bots.book import Book, Needs, Page, Taste
from game.bots.outlook import POINT, Outlook
from game.rules.clauses import allowed, clause_shifts
from game.rules.compiled import ActForm
from game.rules.forums import adopted
from game.rules.offers import amount
from game.rules.profiles import Shift
from game.rules.ratify import refusing
from game.scenario.binding import Fn, Ref
from game.scenario.grounding import Block, Out
from game.scenario.orders import Act, Ballot
from game.scenario.terms import Hold, Move, Perform, Refrain, Terms, Transfer
from game.world.world import Agreement

ANY = {"agreement": Ref("agreement", "")}
"""The binding of rules on agreements: whichever the moment is about."""


# ---------------------------------------------------------------------- acts


def live_acts(book: Book) -> tuple[tuple[int, ActForm, Page[int]], ...]:
    """The acts of a seat that could be worth something to it, with their places in its menu."""
    if book.alive is None:
        found = []
        for place, form in enumerate(book.grounded.acts[book.seat]):
            needs, writes = book.act_needs(form)
            if needs.wants(book.own, writes, (form.order.instrument,)) and not form.forum:
                found.append((place, form, Page(needs, _act_work(form))))
        book.alive = tuple(found)
    return book.alive


def _act_work(form: ActForm) -> Callable[[Outlook], int]:
    def work(look: Outlook) -> int:
        return look.worth(look.book.own, look.act_shifts(form), deeds=form.deeds)

    return work


def deed(look: Outlook, form: ActForm, who: str = "") -> int:
    """What anybody's act is worth: to this seat, or publicly to another actor."""
    key = ("deed", form.seat, form.order, who)
    page: Page[int] | None = look.book.pages.get(key)
    if page is None:
        taste = _taste(look.book, who)
        needs, writes = look.book.act_needs(form)
        needs.wants(taste, writes)
        page = Page(needs, lambda at: at.worth(taste, at.act_shifts(form)))
        look.book.pages[key] = page
    return page.read(look)


# ---------------------------------------------------------------------- steps


def step(look: Outlook, issue: str, new: int) -> tuple[int, frozenset[str]]:
    """What a step is worth that this seat consents to, and who else publicly gains by it."""
    present = look.row[look.scenario.issues[issue].cell]
    key = ("step", issue, present, new)
    page: Page[tuple[int, frozenset[str]]] | None = look.book.pages.get(key)
    if page is None:
        page = look.book.pages[key] = _step_page(look, issue, present, new)
    return page.read(look)


def _step_page(
    look: Outlook, issue: str, present: int, new: int
) -> Page[tuple[int, frozenset[str]]]:
    book, cell = look.book, look.scenario.issues[issue].cell
    consent = look.scenario.issues[issue].consent(present, new)
    needs = book.needs((cell,))
    writes = {cell, *book.rule_needs(needs, look.grounded.move_rules(issue))}
    for taste in [book.own, *(book.public[who] for who in consent.of)]:
        needs.wants(taste, writes)
    everyone = bool(consent.of) and consent.need == len(consent.of)

    def work(at: Outlook) -> tuple[int, frozenset[str]]:
        shifts = at.step_shifts(issue, new, consent.of if everyone else (at.seat,))
        public = at.book.public
        willing = [who for who in consent.of if at.worth(public[who], shifts) > 0]
        return at.worth(at.book.own, shifts), frozenset(willing)

    return Page(needs, work)


# ---------------------------------------------------------------------- forums


def passes(look: Outlook, forum: str, order: Act | tuple[str, int]) -> bool:
    """Whether a forum would likely adopt what this seat proposes: an instrument, or a step.

    Members vote by what they publicly gain, and where that is nothing, those without a seat by
    their trust in whoever proposes.
    """
    key = ("passes", order)
    page: Page[bool] | None = look.book.pages.get(key)
    if page is None:
        page = look.book.pages[key] = _vote_page(look, forum, order)
    return page.read(look)


def _vote_page(look: Outlook, forum: str, order: Act | tuple[str, int]) -> Page[bool]:
    book, scenario, seat = look.book, look.scenario, look.seat
    body, index = scenario.forums[forum], scenario.header.index
    trusts = {member: index.get(f"trust.{member}.{seat}") for member in body.members}
    if isinstance(order, Act):
        needs, writes = book.act_needs(look.grounded.act_of[seat, order])
    else:
        cell = scenario.issues[order[0]].cell
        needs, writes = book.needs((cell,)), frozenset((cell,))
    for member, trust in trusts.items():
        needs.wants(book.public[member], writes)
        if trust is not None:
            needs.cells.add(trust)

    def work(at: Outlook) -> bool:
        if isinstance(order, Act):
            shifts = at.act_shifts(at.grounded.act_of[seat, order])
        else:
            shifts = [(cell, order[1], at.row[cell])]
        votes: dict[str, Ballot] = {}
        for member, trust in trusts.items():
            gain = 1 if member == seat else at.worth(at.book.public[member], shifts)
            if not gain and member not in scenario.players:
                gain = at.row[trust] if trust is not None else 0
            votes[member] = "yes" if gain > 0 else "no" if gain < 0 else "abstain"
        return adopted(body, votes)

    return Page(needs, work)


# ---------------------------------------------------------------------- events


def answer(look: Outlook, event: str, option: str) -> int:
    """What an answer to an event is worth."""
    key = ("answer", event, option)
    page: Page[int] | None = look.book.pages.get(key)
    if page is None:
        block = look.grounded.answer(event, option)
        needs = look.book.needs()
        needs.block(block)
        needs.cells |= {cell for cell in block.writes if cell in look.grounded.issue_cells}
        needs.wants(look.book.own, block.writes)
        page = look.book.pages[key] = Page(needs, _answer_work(block))
    return page.read(look)


def _answer_work(block: Block) -> Callable[[Outlook], int]:
    def work(look: Outlook) -> int:
        out = Out()
        block.run(look.row, look.moment, out)
        return look.worth(look.book.own, [*look.shifts(out.changes), *look.steps(out)])

    return work


# ---------------------------------------------------------------------- agreements


def terms_worth(look: Outlook, terms: Terms, who: str = "", id: str = "") -> int:
    """What an agreement would be worth: to this seat, or publicly to another one.

    What its steps cost is taken off. A ready agreement is known by its id to objectives.
    """
    pages = look.book.pages
    near = pages.get((id_of(terms), who, id))
    if near is not None and near[0] is terms:
        page: Page[int] = near[1]
        return page.read(look)
    key = ("terms", terms.parties, terms.clauses, terms.treaty, terms.secret, who, id)
    found: Page[int] | None = pages.get(key)
    if found is None:
        found = pages[key] = Page(_terms_needs(look, terms, who, id), _terms_work(terms, who, id))
    pages[id_of(terms), who, id] = (terms, found)
    return found.read(look)


id_of = id  # the builtin: a key beside the thing itself, which is kept alive with it


def _taste(book: Book, who: str) -> Taste:
    return book.public[who] if who else book.own


def _terms_needs(look: Outlook, terms: Terms, who: str, id: str) -> Needs:
    book, scenario, grounded = look.book, look.scenario, look.grounded
    needs, writes = book.needs(asks=(book.reach(subjects(terms)),)), set[int]()
    for clause in terms.clauses:
        if isinstance(clause, Move | Hold):
            writes.add(scenario.issues[clause.issue].cell)
            if not who:
                needs.cells |= book.costs.cells
                needs.asks |= book.costs.asks
        elif isinstance(clause, Transfer):
            for name in (clause.giver, clause.receiver):
                writes.add(scenario.header.index[f"{clause.track}.{name}"])
        elif isinstance(clause, Perform | Refrain):
            for form in _forms(look, clause):
                if isinstance(clause, Refrain):
                    needs.wants(book.public[clause.actor], form.block.writes)
                more, written = book.act_needs(form)
                needs.cells |= more.cells
                needs.asks |= more.asks
                writes |= written
    needs.cells |= {cell for cell in writes if cell in grounded.issue_cells}
    writes |= book.rule_needs(needs, grounded.rules("conclude", ANY))
    needs.wants(_taste(book, who), writes, (id,))
    needs.cells |= writes & _taste(book, who).cells
    return needs


def _forms(look: Outlook, clause: Perform | Refrain) -> list[ActForm]:
    if isinstance(clause, Perform):
        pairs = [(clause.do, clause.target)]
    else:
        targets = [clause.target] if clause.target else ["", *look.scenario.players]
        pairs = [(name, target) for name in clause.instruments for target in targets]
    found = [look.grounded.act_of.get((clause.actor, Act(*pair))) for pair in pairs]
    return [form for form in found if form is not None]


def _terms_work(terms: Terms, who: str, id: str) -> Callable[[Outlook], int]:
    def work(look: Outlook) -> int:
        taste = _taste(look.book, who)
        asked = clause_shifts(look.grounded, terms, look.row, look.moment)
        shifts = [_in_time(look, shift) for shift in asked]
        total = look.worth(taste, shifts, concluded=id)
        for clause in terms.clauses:
            if isinstance(clause, Refrain):
                total += _refraining(look, clause, who)
            elif isinstance(clause, Hold):
                total += _holding(look, clause, taste)
        forms = look.grounded.rules("conclude", ANY)
        if forms:
            total += look.worth(taste, look.firing(forms, terms, id))
        return total - (0 if who else _price(look, terms, shifts))

    return work


def _in_time(look: Outlook, shift: Shift) -> Shift:
    """A ladder goes one step a turn, from the turn after this one on."""
    cell, goal, present = shift
    issue = look.grounded.issue_cells.get(cell)
    if issue is None:
        return shift
    turns = look.left - 1
    if not issue.ladder:
        return (cell, goal if turns else present, present)
    return (cell, min(max(goal, present - turns), present + turns), present)


def _price(look: Outlook, terms: Terms, shifts: Iterable[Shift]) -> int:
    """What this seat pays for the steps: a quarter of a point for each unit of capital."""
    total = 0
    for cell, goal, present in shifts:
        issue = look.grounded.issue_cells.get(cell)
        if issue is None or goal == present:
            continue
        way = 1 if goal > present else -1
        stops = range(present, goal, way) if issue.ladder else (present,)
        for old in stops:
            for form in look.grounded.steps[look.seat][issue.id][old]:
                if form.new == (old + way if issue.ladder else goal):
                    cost = priced(look, form.cost)
                    total += (cost + 1) // 2 if terms.treaty else cost
    return total


def _refraining(look: Outlook, clause: Refrain, who: str) -> int:
    """What restraint is worth: one's own costs what the act would bring; another's spares what it
    would cost, where that actor might gain by it."""
    forms = _forms(look, clause)
    if clause.actor == (who or look.seat):
        return -max([0, *(deed(look, form, who) for form in forms)])
    spared = [deed(look, form, who) for form in forms if deed(look, form, clause.actor) >= 0]
    return -min([0, *spared])


def _holding(look: Outlook, clause: Hold, taste: Taste) -> int:
    """Half of what the next step outside would cost (or bring): it may never be taken."""
    issue = look.scenario.issues[clause.issue]
    present = look.row[issue.cell]
    span = allowed(issue, clause)
    total = 0
    for new in (present - 1, present + 1):
        if present in span and new not in span and 0 <= new < len(issue.options):
            worth = look.worth(taste, [(issue.cell, new, present)])
            total -= worth // 2 if worth > 0 else -(-worth // 2)
    return total


def carried(look: Outlook, terms: Terms) -> bool:
    """Whether the constituencies of every party would likely ratify a treaty, as things stand."""
    if not terms.treaty:
        return True
    key = ("carried", terms.clauses, terms.parties)
    page: Page[bool] | None = look.book.pages.get(key)
    if page is None:
        header, book = look.scenario.header, look.book
        needs = book.needs(look.scenario.issues[name].cell for name in subjects(terms))
        for party in terms.parties:
            for home in look.scenario.actors[party].constituencies:
                support = header.index.get(f"support.{party}.{home.id}")
                if support is not None:
                    needs.cells.add(support)

        def work(at: Outlook) -> bool:
            said = refusing(at.scenario, at.moment, terms, at.row)
            return all(answer.carried for answer in said.values())

        page = book.pages[key] = Page(needs, work)
    return page.read(look)


def subjects(terms: Terms) -> set[str]:
    """The issues that a text moves or holds."""
    return {clause.issue for clause in terms.clauses if isinstance(clause, Move | Hold)}


def leaving(look: Outlook, agreement: Agreement, how: str) -> int:
    """What follows for this seat when it breaks (``breach``) or leaves (``denounce``)."""
    key = (how, agreement.id, agreement.terms.parties, agreement.terms.secret)
    page: Page[int] | None = look.book.pages.get(key)
    if page is None:
        book, name, terms = look.book, agreement.id, agreement.terms
        env = {"agreement": Ref("agreement", ""), "actor": Ref("actor", look.seat)}
        forms = look.grounded.rules(how, env)
        needs = book.needs()
        needs.wants(book.own, book.rule_needs(needs, forms), (name,))

        def work(at: Outlook) -> int:
            shifts = at.firing(forms, terms, name) if forms else []
            return at.worth(book.own, shifts, ended=name)

        page = book.pages[key] = Page(needs, work)
    return page.read(look)


def priced(look: Outlook, cost: int | Fn, row: list[int] | None = None) -> int:
    """A cost as things stand."""
    if isinstance(cost, int):
        return cost
    return amount(cost, look.row if row is None else row, look.moment)


def points(worth: int) -> int:
    """A worth in whole points, away from nothing."""
    return -(-worth // POINT) if worth > 0 else worth // POINT
