"""A class on one laptop: whole games from typed slips, and nothing secret where the class looks."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game import loading
from game.errors import UserError
from game.record.table import Table
from game.screens.model import Fill
from game.screens.slip_reading import read_slip
from game.session.facilitator import Facilitator
from game.session.source import Frame
from game.table.commands import CONTROL, Extend, Open, Say
from game.table.words import words_of
from game.world.facts import Concluded
from tests.session.facilitated import begun, choose, control, hand_in, play


def said(frame: Frame) -> list[str]:
    return [notice.text for notice in frame.notices]


def shown(frame: Frame) -> bytes:
    return msgspec.json.encode(frame)


def test_a_whole_game_of_the_primer_is_played_from_slips() -> None:
    at = begun("first-talks")
    seen = play(at, "first-talks")
    assert at.table.state.phase == "over" and len(at.table.state.log) == 4
    texts = [text for frame in seen for text in said(frame)]
    assert "The facilitator extended the negotiation by 2 minutes." in texts
    assert "The facilitator corrected: Tension from 3 to 5." in texts
    end = shown(at.frame()).decode()
    assert at.frame().screen.title == "The end" and not at.frame().seat
    assert "Turn 1: the negotiation was extended" in end
    assert "Turn 3: Tension was set from 3 to 5" in end
    assert concluded(at) == ["quiet_river"]
    while control_ids(at)[0] == "next":
        choose(at, "next")
    assert at.act(control(at, "done")) is None


def concluded(at: Facilitator) -> list[str]:
    facts = [fact for turn in at.table.state.log for fact in turn.facts]
    return [fact.agreement for fact in facts if isinstance(fact, Concluded)]


def control_ids(at: Facilitator) -> list[str]:
    return [one.id for one in at.frame().screen.controls]


def test_turns_with_votes_arguments_treaties_and_a_bot_are_played_from_slips() -> None:
    at = begun("thaad-2016")
    seen = play(at, "thaad-2016")
    assert at.table.state.world.turn == 4 and at.table.state.phase == "briefing"
    titles = [frame.screen.title for frame in seen]
    assert "Turn 1: How everyone voted" in titles and "How likely is it?" in titles
    assert "strategic_drills" in concluded(at)
    assert at.table.state.chairs["dprk"].kind == "bot"
    assert any("From now on a bot plays" in text for frame in seen for text in said(frame))


def test_all_problems_of_a_slip_are_said_at_once_and_nothing_of_it_is_taken() -> None:
    at = begun("first-talks")
    choose(at, "open")
    before = at.table.state
    frame = hand_in_badly(
        at,
        "host",
        "step radr agreed\n"
        "town_meeting village\n"
        "  reassure neighbor\n"
        "town_meeting capital_city\n"
        "reassure sponsor\n"
        "sign quiet_rver\n"
        "say to nobody: hello\n"
        "vote toll yes\n"
        "answer march listen",
    )
    problems = [line for block in frame.screen.blocks for line in getattr(block, "items", ())]
    assert problems == [
        "line 1, column 6: expected an issue, found 'radr'; did you mean 'radar'?",
        "line 3, column 12: expected a target, found 'neighbor'; did you mean 'neighbour'?",
        "line 5, column 1: at most 2 orders a turn",
        "line 6, column 6: expected a text to sign, found 'quiet_rver'; "
        "did you mean 'quiet_river'?",
        "line 7, column 8: expected another seat, found 'nobody'; there are: sponsor, neighbour",
        "line 8, column 6: expected what is proposed this turn, found 'toll'",
        "line 9, column 8: expected an event that waits for an answer, found 'march'",
    ]
    assert not control(at, "take").enabled and at.table.state is before


def hand_in_badly(at: Facilitator, seat: str, text: str) -> Frame:
    choose(at, f"slip {seat}", "on")
    at.act(control(at, "text"), text)
    return at.frame()


def test_a_corrected_slip_comes_in_the_place_of_the_earlier() -> None:
    at = begun("first-talks")
    choose(at, "open")
    first = "step radar agreed\ntown_meeting village\nsign quiet_river\nsay to sponsor: Now."
    hand_in(at, "host", first)
    state = at.table.state
    assert state.drafts["quiet_river"].signatures == ("host",) and len(state.messages) == 1
    choose(at, "slip host", "on")
    assert control(at, "text").action.text == first
    at.act(control(at, "text"), "reassure neighbour\nsay to sponsor: Now.")
    choose(at, "take")
    state = at.table.state
    assert [str(o.instrument) for o in state.orders["host"]] == ["reassure"]  # type: ignore[union-attr]
    assert state.drafts["quiet_river"].signatures == ()
    assert len(state.messages) == 1  # it is not said twice


def test_a_slip_is_typed_line_by_line_too_and_its_lines_are_known() -> None:
    at = begun("first-talks")
    choose(at, "open", "slip sponsor", "on")
    fill = control(at, "line").action
    assert isinstance(fill, Fill) and "reassure neighbour" in fill.known
    at.typed("reassure neighbor")
    assert not control(at, "take").enabled
    choose(at, "last")
    at.typed("Reassure: Overriver")
    choose(at, "take")
    assert len(at.table.state.orders["sponsor"]) == 1
    at.typed("reassure host")
    assert said(at.frame()) == ["Choose whose slip it is first."]


SECRETS = ("step radar agreed\ntown_meeting village", "reassure neighbour", "")


def test_what_the_class_sees_is_the_same_whatever_is_on_a_slip() -> None:
    seen: list[list[bytes]] = []
    for text in SECRETS:
        at = begun("first-talks")
        frames = [choose(at, "open"), hand_in(at, "host", text), choose(at, "slip neighbour")]
        frames += [choose(at, "back"), choose(at, "powers"), choose(at, "replace")]
        frames += [choose(at, "back", "back", "blank"), choose(at, "on"), choose(at, "close")]
        assert all(not frame.seat for frame in frames)
        seen.append([shown(frame) for frame in frames])
    assert seen[0] == seen[1] == seen[2]


def test_a_page_with_secrets_stands_behind_a_warning_and_names_whose_they_are() -> None:
    at = begun("first-talks")
    choose(at, "open")
    frame = choose(at, "slip host")
    assert (frame.layout, frame.seat, frame.scene) == ("curtain", "", None)
    assert choose(at, "on").seat == "host"
    assert choose(at, "act").seat == "host" and at.frame().screen.title == "Your desk"
    assert not choose(at, "stand").seat
    choose(at, "powers", "inject")
    assert at.frame().layout == "curtain"
    assert choose(at, "on").seat == "control"
    assert choose(at, "back", "correct").layout == "curtain"
    assert choose(at, "on").seat == "control"
    choose(at, "back", "back")
    assert choose(at, "slip host", "alone").seat == "host"
    assert choose(at, "back", "slip sponsor").seat == "sponsor"  # nobody else sees this screen


def test_a_blank_screen_shows_nothing_of_the_game() -> None:
    at = begun("first-talks")
    choose(at, "open")
    frame = choose(at, "blank")
    assert (frame.layout, frame.scene, frame.screen.blocks) == ("curtain", None, ())
    assert choose(at, "on").screen.title == "Negotiation of turn 1"
    choose(at, "slip host", "on", "blank")
    assert not at.frame().screen.blocks
    assert not choose(at, "on").seat  # a slip that lay open is not suddenly shown again


def test_the_facilitator_sits_at_a_desk_and_what_is_done_there_is_the_slip() -> None:
    at = begun("first-talks")
    choose(at, "open", "slip host", "alone", "act", "orders", "act reassure", "reassure neighbour")
    choose(at, "stand", "slip host")
    assert control(at, "text").action.text == "reassure neighbour"
    choose(at, "back")
    assert at.room().missing == ["sponsor", "neighbour"]


def test_an_injected_event_happens_and_an_undone_turn_is_played_again() -> None:
    at = begun("first-talks")
    choose(at, "open", "powers", "inject", "on", "march", "yes", "back", "back")
    assert at.table.state.injects == ("march",)
    choose(at, "close", "close")
    assert at.table.state.phase == "reveal" and "march" in at.table.state.world.pending
    frame = choose(at, "powers", "undo", "yes")
    assert at.table.state.phase == "briefing" and at.table.state.world.turn == 1
    assert said(frame) == ["The facilitator undid turn 1: it is played again."]
    assert not at.table.state.injects


def test_the_clock_is_stopped_and_extended() -> None:
    at = begun("first-talks", minutes=25)
    choose(at, "open")
    clock = at.frame().clock
    assert clock is not None and not clock.paused
    frame = choose(at, "pause")
    assert frame.clock is not None and frame.clock.paused
    left = frame.clock.left
    after = choose(at, "extend 5").clock
    assert after is not None and round(after.left - left) == 300
    assert said(at.frame()) == ["The facilitator extended the negotiation by 5 minutes."]
    assert isinstance(control(at, "extend 1").action.do, Extend)  # type: ignore[union-attr]
    assert not choose(at, "resume").clock.paused  # type: ignore[union-attr]


def test_a_game_that_was_left_goes_on_with_its_slips(tmp_path: Path) -> None:
    path = tmp_path / "class.modus"
    at = begun("first-talks", path=path)
    choose(at, "open")
    hand_in(at, "host", "step radar agreed\nsign quiet_river")
    assert at.act(control(at, "quit")) is None
    at.close()
    again = Facilitator(Table.load(path), at.words, path)
    assert again.room().missing == ["sponsor", "neighbour"]
    choose(again, "slip host", "on")
    assert control(again, "text").action.text == "step radar agreed\nsign quiet_river"
    choose(again, "take", "close", "close")
    assert again.table.state.phase == "reveal"
    again.close()


def test_what_was_said_is_not_said_again(tmp_path: Path) -> None:
    """Neither by a slip after sitting at the desk, nor in a game that goes on."""
    path = tmp_path / "class.modus"
    at = begun("first-talks", path=path)
    choose(at, "open")
    slip = "reassure neighbour\nsay to sponsor: Now.\npress: Here."
    hand_in(at, "host", slip)
    assert len(at.table.state.messages) == 2
    choose(at, "slip host", "on", "act", "stand")
    hand_in(at, "host", slip)
    assert len(at.table.state.messages) == 2
    at.close()
    again = Facilitator(Table.load(path), at.words, path)
    hand_in(again, "host", slip)
    assert len(again.table.state.messages) == 2
    hand_in(again, "host", "reassure neighbour")
    hand_in(again, "host", f"{slip}\nsay to sponsor: Now!")
    assert len(again.table.state.messages) == 3
    again.close()


def test_a_game_without_a_facilitator_is_refused() -> None:
    at = begun("first-talks")
    with pytest.raises(UserError, match="not begun with a facilitator"):
        Facilitator(Table.open(at.table.scenario, 1), at.words)


def test_teams_and_bots_share_a_table() -> None:
    at = begun("first-talks", sponsor="bot:greedy", neighbour="empty")
    choose(at, "open")
    assert [id for id in control_ids(at) if id.startswith("slip")] == ["slip host"]
    hand_in(at, "host", "reassure neighbour")
    choose(at, "close")
    assert at.table.state.phase == "reveal"


def test_names_are_understood_and_reading_changes_nothing() -> None:
    at = begun("thaad-2016")
    choose(at, "open")
    before = at.table.state
    text = "Visit: China\nstep thaad agreed\nrate China 7\nsay to China, Japan: Good day.\n"
    slip = read_slip(at.table, at.words, "usa", text + 'press "We visit."\n# a comment')
    assert not slip.problems and len(slip.orders) == 2 and at.table.state is before
    assert slip.counted == "2 orders, 2 messages"


MEANT_FOR_ONE = """
say to Overriver we betray Highland
say to Overriver; we betray Highland
say to Overriver - we betray Highland
say to Overriver - we betray: Highland
SAY TO overriver we betray Highland
say: to Overriver we betray Highland
say toOverriver we betray Highland
say ot Overriver: we betray Highland
say @neighbour: we betray Highland
say: Overriver: we betray Highland
say "to Overriver" we betray Highland
say to : we betray Highland
say to Overriver,: we betray Highland
say to Overriver, we betray: Highland
say to Lowland: we betray Highland
say to "Overriver we betray Highland"
say to
say to Overriver:
say Overriver: we betray Highland
press to neighbour: we betray Highland
press: to neighbour: we betray Highland
press Overriver: we betray Highland
"""


@pytest.mark.parametrize("line", MEANT_FOR_ONE.strip().splitlines())
def test_what_was_meant_for_one_is_never_said_to_all(line: str) -> None:
    at = begun("first-talks")
    choose(at, "open")
    slip = read_slip(at.table, at.words, "host", line)
    assert not slip.does
    (problem,) = slip.problems
    assert problem.line == 1 and problem.column > 3 and "expected" in problem.says


def test_what_is_missing_in_a_message_is_said_where_it_is() -> None:
    at = begun("first-talks")
    choose(at, "open")
    slip = read_slip(at.table, at.words, "host", "say to Overriver we betray Highland")
    said = "line 1, column 18: expected a colon after the name, found 'we'"
    assert [str(problem) for problem in slip.problems] == [said]


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("say to Overriver: Wait.", ("neighbour",)),
        ("say to Overriver\N{FULLWIDTH COLON} Wait.", ("neighbour",)),
        ('Say to "Overriver": "Wait."', ("neighbour",)),
        (
            "say to \N{LEFT DOUBLE QUOTATION MARK}Overriver\N{RIGHT DOUBLE QUOTATION MARK}: Wait.",
            ("neighbour",),
        ),
        ("say to 'Overriver', Highland: Wait.", ("neighbour", "sponsor")),
        ("say to host, neighbour, Overriver: Wait.", None),
        ("say: Wait.", ()),
        ("say Wait.", ()),
        ("say\N{FULLWIDTH COLON} Wait.", ()),
        ("press: Wait.", ("press",)),
        ("press\N{FULLWIDTH COLON} Wait.", ("press",)),
        ("press Wait.", ("press",)),
    ],
)
def test_a_message_goes_to_whom_it_names(line: str, to: tuple[str, ...] | None) -> None:
    at = begun("first-talks")
    choose(at, "open")
    slip = read_slip(at.table, at.words, "host", line)
    if to is None:
        assert slip.problems and not slip.does
    else:
        assert slip.does == (Say("Wait.", to),)


WORDS = """
step vote sign say to host usa press: answer march accept refuse 1 table reassure toll radar agreed
rate odds 75 reason for against : , # argue because quiet_river withdraw draft denounce ²
00019999999 "x "
"""


@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.builds(
                " ".join,
                st.lists(
                    st.sampled_from(WORDS.split()),
                    max_size=5,
                ),
            ),
        ),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_on_a_slip_is_read_and_what_has_no_problem_is_granted(
    lines: list[str],
) -> None:
    table = Table.open(loading.load("first-talks"), 5, brisk=False, facilitator=True)
    table.submit(CONTROL, Open())
    words = words_of(table.scenario)
    before = table.state
    text = "\n".join(lines)
    slip = read_slip(table, words, "host", text)
    assert table.state is before
    assert not (slip.problems and slip.does)
    for problem in slip.problems:
        assert problem.says and problem.line <= len(text.splitlines())
    for do in slip.does:
        assert table.submit("host", do).refused is None


def test_a_slip_without_end_is_refused_at_once() -> None:
    at = begun("first-talks")
    choose(at, "open")
    slip = read_slip(at.table, at.words, "host", "reassure sponsor\n" * 5000)
    assert str(slip.problems[0]) == "line 61, column 1: a slip has at most 60 lines"
