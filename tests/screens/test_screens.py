"""Screens: every way leads somewhere, everything offered is accepted, nothing secret is shown."""

from __future__ import annotations

import msgspec
import pytest

from game import loading
from game.bots.play import close_turn, named, open_turn
from game.lines import draw
from game.scenario.model import Scenario
from game.scenario.notation import parse_order
from game.scenario.orders import Act, Argue, Step
from game.scenario.terms import Declare, Terms
from game.screens.appraise import issue_worth
from game.screens.build import SCREENS, build
from game.screens.editor import edit_place, terms_at
from game.screens.ending import game_at
from game.screens.eyes import DESK, look
from game.screens.model import (
    Fill,
    Gauge,
    Go,
    Grid,
    Heading,
    Matrix,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.screens.owed import owed
from game.screens.points import missed
from game.table.commands import Draft, Lock, Perceive, Say, Sign
from game.table.table import Table
from game.table.weigh import Scales
from game.table.words import words_of

MOST = 400
DONE = Lock()


@pytest.fixture(scope="module", params=["first-talks", "thaad-2016"])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return loading.load(request.param)


def mid_game(scenario: Scenario, seed: int = 5, turns: int = 2) -> Table:
    """A table in mid-game: the first seat a person's, the others greedy bots'."""
    person, *others = scenario.players
    table = Table.open(scenario, seed, dict.fromkeys(others, "bot:greedy"))
    bots = {seat: named("greedy", seed) for seat in others}
    for _turn in range(turns):
        open_turn(table, bots)
        close_turn(table, bots)
        table.submit(person, DONE)
    open_turn(table, bots)
    return table


def build_at(table: Table, seat: str, place: Place) -> Screen:
    return build(look(table, seat, words_of(table.scenario)), place)


def filled(fill: Fill) -> Place:
    text = str(fill.low) if fill.kind == "number" else "turn > 0"
    return fill.to.with_args(**{fill.key: text})


def crawl(table: Table, seat: str) -> list[tuple[Place, Screen]]:
    """Every screen that can be reached from the desk without doing anything."""
    eyes = look(table, seat, words_of(table.scenario))
    found: dict[bytes, tuple[Place, Screen]] = {}
    queue = [DESK, Place("start"), Place("briefing"), Place("reveal", "0")]
    while queue and len(found) < MOST:
        place = queue.pop(0)
        key = msgspec.json.encode(place)
        if key in found:
            continue
        screen = build(eyes, place)
        found[key] = place, screen
        for control in screen.controls:
            if control.enabled and isinstance(control.action, Go):
                queue.append(control.action.to)
            elif control.enabled and isinstance(control.action, Fill):
                queue.append(filled(control.action))
    return list(found.values())


def test_every_way_leads_to_a_screen_with_one_default(scenario: Scenario) -> None:
    table = mid_game(scenario)
    screens = crawl(table, scenario.players[0])
    assert len(screens) > 20
    for place, screen in screens:
        defaults = [c for c in screen.controls if c.default and c.enabled]
        assert len(defaults) == 1, place
        assert screen.title, place
        ids = [c.id for c in screen.controls]
        assert len(set(ids)) == len(ids), place
        for control in screen.controls:
            assert control.enabled or control.why_not, (place, control.id)


def test_what_is_offered_is_accepted(scenario: Scenario) -> None:
    table = mid_game(scenario)
    seat = scenario.players[0]
    tried = 0
    for place, screen in crawl(table, seat):
        for control in screen.controls:
            if not control.enabled or not isinstance(control.action, Submit):
                continue
            again = Table(scenario, table.state)
            reply = again.submit(seat, control.action.do)
            assert reply.refused is None, (place, control.label, reply.refused)
            if again.state.phase == "negotiation":
                build_at(again, seat, control.action.then)
            tried += 1
    assert tried > 20


def test_enter_alone_ends_the_turn(scenario: Scenario) -> None:
    table = mid_game(scenario)
    seat, place = scenario.players[0], Place("reveal", "0")
    for _step in range(60):
        control = build_at(table, seat, place).default
        assert control is not None
        if isinstance(control.action, Submit):
            assert table.submit(seat, control.action.do).refused is None
            place = control.action.then
            if table.state.chairs[seat].locked:
                return
        else:
            assert isinstance(control.action, Go)
            place = control.action.to
    pytest.fail("sixty times Enter did not end the turn")


def test_a_screen_shows_nothing_of_what_others_hide(scenario: Scenario) -> None:
    """Secret drafts, messages, orders and ratings of others change no screen."""
    table = mid_game(scenario)
    me, first, second = scenario.players[0], scenario.players[1], scenario.players[2]
    before = crawl(table, me)
    ready = next(iter(scenario.agreements.values()))
    secret = msgspec.structs.replace(
        ready, name="Unter uns", parties=(first, second), secret=True,
        clauses=(Declare("Niemand weiss es."),),
    )  # fmt: skip
    for command in (
        Draft(secret),
        Say("Niemand soll es wissen.", (second,)),
        Perceive(((me, 9),)),
    ):
        table.submit(first, command)
    seat, order = next(
        (seat, item.notation)
        for seat in scenario.players[1:]
        for item in table.view(seat).menu
        if not item.code and item.group in ("act", "step")
    )
    assert table.submit(seat, parse_order(order)).refused is None
    assert [msgspec.json.encode(s) for _p, s in crawl(table, me)] == [
        msgspec.json.encode(s) for _p, s in before
    ]


def test_a_number_says_what_changed_it() -> None:
    scenario = loading.load("first-talks")
    table = Table.open(scenario, 1)
    table.submit("sponsor", Act("reassure", "neighbour"))
    for seat in scenario.players:
        table.submit(seat, DONE)
    screen = build_at(table, "host", Place("why", "tension"))
    text = msgspec.json.encode(screen).decode()
    assert "Reassure" in text and "Highland" in text


def test_an_argument_is_built_step_by_step() -> None:
    scenario = loading.load("thaad-2016")
    table = Table.open(scenario, 1)
    place = Place("argue", args=(("says", "A hotline"), ("because0", "1963"),
                                 ("asking", "tension=-1")))  # fmt: skip
    give = next(c for c in build_at(table, "rok", place).controls if c.id == "give")
    assert isinstance(give.action, Submit) and give.default
    assert give.action.do.order == Argue("A hotline", ("1963",), (("tension", -1),))  # type: ignore[union-attr]


def test_every_screen_has_an_address() -> None:
    assert {"desk", "board", "orders", "agreements", "messages", "votes"} <= set(SCREENS)


def test_a_promise_is_remembered_and_a_breach_foretold() -> None:
    scenario = loading.load("first-talks")
    table = Table.open(scenario, 1)
    table.submit("host", Draft(scenario.agreements["quiet_river"]))
    for seat in ("host", "neighbour"):
        assert table.submit(seat, Sign("quiet_river", 1)).refused is None
    for seat in scenario.players:
        table.submit(seat, DONE)
    table.submit("neighbour", Act("toll", "host"))
    shown = msgspec.json.encode(build_at(table, "neighbour", Place("lock"))).decode()
    assert "this breaks your word (“The quiet river”)" in shown
    shown = msgspec.json.encode(build_at(table, "host", Place("lock"))).decode()
    assert "breaks your word" not in shown


def test_what_is_owed_is_said_until_it_is_ordered() -> None:
    scenario = loading.load("thaad-2016")
    table = Table.open(scenario, 1)
    table.submit("rok", Draft(scenario.agreements["deployment"]))
    for seat in ("rok", "usa"):
        assert table.submit(seat, Sign("deployment", 1)).refused is None
    for seat in scenario.players:
        table.submit(seat, DONE)
    assert [d.order for d in owed(look(table, "rok", words_of(scenario)))] == [
        Step("thaad", "agreed")
    ]
    assert not owed(look(table, "china", words_of(scenario)))
    table.submit("rok", Step("thaad", "agreed"))
    assert not owed(look(table, "rok", words_of(scenario)))


def lines_of(screen: Screen) -> str:
    return " ".join(draw.said(screen, 100))


def test_a_signed_treaty_says_what_becomes_of_it() -> None:
    """From the last signature to the step that it takes in one's place."""
    it = loading.load("first-talks")
    table = Table.open(it, 5)
    terms = it.agreements["radar_treaty"]
    table.submit("sponsor", Draft(terms))
    for seat in ("host", "sponsor"):
        assert "signed by all" not in lines_of(build_at(table, seat, DESK))
        table.submit(seat, Sign("radar_treaty", 1))
    for place in (DESK, Place("lock"), Place("draft", "radar_treaty")):
        assert "“The radar treaty” is signed by all" in lines_of(build_at(table, "host", place))
    end_turn(table)
    refused = lines_of(build_at(table, "host", Place("briefing")))
    assert "Not in force: “The radar treaty”. The constituencies of Lowland refused" in refused
    table.submit("host", Act("town_meeting", "village"))
    end_turn(table)
    end_turn(table)
    assert "In force from this turn: “The radar treaty”" in lines_of(
        build_at(table, "host", Place("briefing"))
    )
    says = lines_of(build_at(table, "host", DESK))
    assert "The treaty “The radar treaty” consents for you this turn" in says
    assert "It costs 1 (half price)." in " ".join(says.split())


def end_turn(table: Table) -> None:
    for seat in table.scenario.players:
        assert table.submit(seat, DONE).refused is None


@pytest.mark.parametrize("seed", range(4))
def test_an_option_is_worth_what_a_text_that_leads_to_it_is(seed: int) -> None:
    it = loading.load("first-talks")
    table = Table.open(it, seed)
    treaty = it.agreements["radar_treaty"]
    for seat in it.players:
        eyes = look(table, seat, words_of(it))
        worth = issue_worth(eyes, "radar")
        assert worth[-1] - worth[0] == Scales(it, eyes.sight).terms(treaty).worth


def test_a_clause_of_a_text_is_changed_as_it_was_made(scenario: Scenario) -> None:
    """Every clause that comes with a scenario survives the editor, and goes out in one step."""
    table = mid_game(scenario)
    seat = scenario.players[0]
    for terms in scenario.agreements.values():
        page = build_at(table, seat, edit_place(terms, ""))
        for n in range(len(terms.clauses)):
            change, drop = (c for c in page.controls if c.id in (f"change {n}", f"drop {n}"))
            assert isinstance(change.action, Go) and isinstance(drop.action, Go)
            kept = build_at(table, seat, change.action.to).default
            assert kept is not None and kept.id == "add" and isinstance(kept.action, Go)
            assert terms_at(look(table, seat, words_of(scenario)), kept.action.to) == terms
            left = terms_at(look(table, seat, words_of(scenario)), drop.action.to).clauses
            assert left == terms.clauses[:n] + terms.clauses[n + 1 :]


def pressed(table: Table, seat: str, place: Place, id: str = "") -> Place:
    """Where a control of a screen leads, the default without an id."""
    page = build_at(table, seat, place)
    control = next((c for c in page.controls if c.id == id), page.default)
    assert control is not None and control.id == (id or control.id)
    assert isinstance(control.action, Go)
    return control.action.to


def primer() -> Table:
    it = loading.load("first-talks")
    return Table.open(it, 3, dict.fromkeys(it.players, "person"))


def test_a_question_back_keeps_what_was_chosen() -> None:
    table, text = primer(), edit_place(Terms("", ("host", "sponsor"), ()), "")
    place = Place("clause", args=text.args)
    place = pressed(table, "host", place, "move")  # there is but one issue: it is not asked
    option = build_at(table, "host", place)
    assert option.default is not None and option.default.id == "agreed"
    assert next(c for c in option.controls if c.id == "none").hint
    for choice in ("agreed", "3"):
        place = pressed(table, "host", place, choice)
    for before, chosen in (("3", "3"), ("agreed", "agreed"), ("move", "move")):
        place = pressed(table, "host", place, "back")
        page = build_at(table, "host", place)
        assert page.default is not None and page.default.id == before
        assert [c.id for c in page.controls if c.role == "choice" and c.value] == [chosen]
    finished = build_at(table, "host", pressed(table, "host", place))
    assert finished.default is not None and finished.default.id == "add"


def test_a_clause_that_is_changed_goes_back_to_itself() -> None:
    it = loading.load("thaad-2016")
    table = Table.open(it, 3, dict.fromkeys(it.players, "person"))
    text = edit_place(Terms("", it.players[:2], ()), "")
    place, seat, issue = Place("clause", args=text.args), it.players[0], it.issues["thaad"]
    for choice in ("move", "thaad", issue.options[1], "3", "add", "change 0", "by"):
        place = pressed(table, seat, place, choice)
    page = build_at(table, seat, place)
    assert page.default is not None and page.default.id == "3"
    place = pressed(table, seat, place, "back")
    page = build_at(table, seat, place)
    assert page.default is not None and page.default.id == "add"
    other = next(id for id in it.issues if id != "thaad")
    for choice in ("issue", other):
        place = pressed(table, seat, place, choice)
    assert place.arg("to") == ""  # an option of another issue says nothing of this one
    page = build_at(table, seat, pressed(table, seat, place, "back"))
    assert page.default is not None and page.default.id == other


def test_a_question_with_one_answer_is_not_asked() -> None:
    table, text = primer(), edit_place(Terms("", ("host", "sponsor"), ()), "")
    place = Place("clause", args=text.args)
    for choice in ("transfer", "host"):
        place = pressed(table, "host", place, choice)
    assert place.arg("receiver") == "" and build_at(table, "host", place).controls[0].id == "amount"


def test_nobody_pledges_alone_by_pressing_enter() -> None:
    """A new text asks for its parties first; one's own draft is then offered to be signed."""
    table = primer()
    place = pressed(table, "host", Place("agreements"), "new")
    assert place.screen == "edit.parties"
    alone = pressed(table, "host", place, "done")
    for choice in ("clause", "move", "agreed", "3", "add"):
        alone = pressed(table, "host", alone, choice)
    page = build_at(table, "host", alone)
    assert page.default is not None and page.default.id == "parties"
    assert next(c for c in page.controls if c.id == "put").enabled
    place = pressed(table, "host", pressed(table, "host", place, "sponsor"))
    assert terms_at(look(table, "host", words_of(table.scenario)), place).parties == (
        "host", "sponsor",
    )  # fmt: skip
    for choice in ("clause", "move", "agreed", "3", "add"):
        place = pressed(table, "host", place, choice)
    put = build_at(table, "host", place).default
    assert put is not None and isinstance(put.action, Submit)
    assert not table.submit("host", put.action.do).refused
    sign = build_at(table, "host", put.action.then).default
    assert sign is not None and sign.id == "sign"


def test_the_end_shows_who_scored_and_who_feared_whom() -> None:
    """Scores stand beside their seats with a bar for each share, fears in a table of pairs."""
    it = loading.load("thaad-2016")
    table = Table.open(it, 5, dict.fromkeys(it.players, "bot:greedy"))
    bots = {seat: named("greedy", 5) for seat in it.players}
    while not table.state.world.end:
        open_turn(table, bots)
        close_turn(table, bots)
    eyes, game = look(table, it.players[0], words_of(it)), game_at(it, table.state)
    pages = {name: build(eyes, Place(f"end.{name}"), game) for name in ("scores", "perceptions")}
    scores = next(block for block in pages["scores"].blocks if isinstance(block, Grid))
    for cells, one in zip(scores.rows, game.findings.scores, strict=True):
        outside = not one.range.worst <= one.score.total <= one.range.best
        assert ("the range" in cells[2]) == outside
    assert scores.actors == it.players and len(scores.shares) == len(it.players)
    fears = next(block for block in pages["perceptions"].blocks if isinstance(block, Matrix))
    for row, seat in enumerate(it.players):
        for column, other in enumerate(it.players):
            assert fears.values[row][column] == game.perceptions[seat].get(other)


def test_objectives_that_were_not_reached_are_told_as_their_seats_words() -> None:
    """Each page of reasons lists them with +0; to another seat no text says "you"."""
    it = loading.load("first-talks")
    table = Table.open(it, 5, dict.fromkeys(it.players, "bot:random"))
    bots = {seat: named("random", 5) for seat in it.players}
    while not table.state.world.end:
        open_turn(table, bots)
        close_turn(table, bots)
    game, words = game_at(it, table.state), words_of(it)
    seats = [seat for seat in it.players if missed(it, game.worlds[-1], seat)]
    assert seats
    for seat in seats:
        says = missed(it, game.worlds[-1], seat)[0].about
        own = build(look(table, seat, words), Place("end.scores"), game)
        assert f"{says} (not reached)" in str(own.blocks) and "+0" in str(own.blocks)
        eyes = look(table, next(s for s in it.players if s != seat), words)
        others = str(build(eyes, Place("end.why", seat), game).blocks)
        assert f"{eyes.name(seat)}'s own words: “{says.rstrip('.')}”" in others


def test_a_draft_that_nobody_touches_says_that_it_leaves_the_table() -> None:
    table = primer()
    draft = Draft(Terms("", ("host", "sponsor"), (Declare("We both mean it."),)), "")
    assert not table.submit("host", draft).refused
    (id,) = table.state.drafts
    place, soon = Place("draft", id), "leaves the table when this turn ends"
    assert soon not in str(build_at(table, "host", place).blocks)
    for seat in table.scenario.players:
        assert not table.submit(seat, Lock()).refused
    assert soon in str(build_at(table, "host", place).blocks)
    hints = [c.hint for c in build_at(table, "sponsor", Place("agreements")).controls]
    assert any("leaves the table with this turn" in hint for hint in hints)
    for seat in table.scenario.players:
        assert not table.submit(seat, Lock()).refused
    assert not table.state.drafts


def test_an_order_that_can_be_typed_names_whom_its_ids_mean() -> None:
    table = primer()
    eyes = look(table, "host", words_of(table.scenario))
    aimed = next(i for i in eyes.view.menu if i.notation.endswith(" sponsor"))
    page = build(eyes, Place("order", f"act {aimed.notation.split()[0]}"))
    assert "sponsor is Highland" in str(page.blocks)


def test_why_a_number_stands_tells_its_reasons_before_its_scale() -> None:
    table = mid_game(loading.load("first-talks"))
    eyes = look(table, table.scenario.players[0], words_of(table.scenario))
    for name in eyes.cells:
        found = build(eyes, Place("why", name)).blocks
        scale = next(n for n, block in enumerate(found) if isinstance(block, Gauge))
        headings = [block.text for block in found if isinstance(block, Heading)]
        assert len(set(headings)) == len(headings) and scale >= 1
        assert not any(isinstance(block, Heading) for block in found[scale:])


def test_a_role_sheet_says_what_a_treaty_needs_at_home() -> None:
    scenario = loading.load("first-talks")
    table = Table.open(scenario, 5, {})
    said = {}
    for seat in scenario.players:
        blocks = build_at(table, seat, Place("sheet")).blocks
        said[seat] = any("needs 60 %" in b.text for b in blocks if isinstance(b, Paragraph))
    assert said == {"host": True, "sponsor": False, "neighbour": False}
