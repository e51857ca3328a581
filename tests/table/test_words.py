"""Names and sentences, in skins and languages."""

from __future__ import annotations

from game.loading import load
from game.scenario.notation import parse_order
from game.scenario.terms import Hold, Move, Perform, Refrain, Transfer
from game.table.telling import Told, tell
from game.table.words import Words
from game.world import facts as w
from tests.table.at_play import harbour, table


def test_orders_and_their_labels_read_as_sentences() -> None:
    words = Words(harbour())
    for order, says, label in (
        ("visit south", "Northland visits Southland.", "Visit: Southland"),
        ("scheme", "Northland schemes.", "Scheme"),
        ("step pier shared", "Northland consents: The pier to “shared”.", "The pier: to “shared”"),
        ("vote flag no", "Northland votes no: The flag.", "Vote no: The flag"),
        ("denounce compact", "Northland leaves the agreement “The compact”.",
         "Leave “The compact”"),
        ('argue "Rain." asking tension -1', "Northland argues: Rain.", "Argue: Rain."),
    ):  # fmt: skip
        assert words.order("north", parse_order(order)) == says
        assert words.label("north", parse_order(order)) == label


def test_clauses_read_as_sentences() -> None:
    words = Words(harbour())
    for clause, says in (
        (Move("pier", "open", 3), "The pier moves to “open” by turn 3"),
        (Hold("pier", "at_most", "shared", until=2),
         "The pier goes no further than “shared”, until turn 2"),
        (Refrain("west", ("visit", "bribe"), "north"),
         "Westland refrains, toward Northland, from: Visit and Bribe"),
        (Perform("west", "visit", 2, "north"), "Westland does this by turn 2: Visit: Northland"),
        (Transfer("west", "north", 2, every="turn"),
         "Westland gives Northland 2 of Capital, every turn"),
        (Hold("pier", "at", "open", if_="tension >= strained and pier != closed"),
         "The pier stays at “open” "
         "(in turns that begin with: Tension ≥ strained and The pier ≠ closed)"),
    ):  # fmt: skip
        assert words.clause(clause) == says


def test_cells_values_and_causes_have_words() -> None:
    words = Words(harbour())
    assert words.cell("trust.north.south") == words.cell("trust.south.north")
    assert words.cell("trust.north.south") == "Trust: Northland and Southland"
    assert words.cell("capital.west") == "Westland: Capital"
    assert words.value("tension", 4) == "4 (strained)"
    assert words.value("pier", 1) == "shared"
    assert words.cause("act:visit|north>south") == "Northland: Visit (Southland)"
    assert words.cause("rule:gossip") == "People talk"
    assert words.cause("answer:rumour.pay|north") == "A rumour: Pay for silence"
    assert words.cause("argument|west") == "an argument of Westland"
    assert words.cause("transfer:compact|north>south") == "a payment under “The compact”"


def test_a_skin_gives_other_names_and_no_real_ones_slip_through() -> None:
    words = Words(harbour(), "stars", "de")
    assert words.title == "The dock"
    assert words.act("north", "visit", "south") == "Vega visits Southland."
    assert words.clause(Move("pier", "shared", 2)) == "The ring moves to “split” by turn 2"
    assert words.condition("pier >= shared") == "The ring ≥ split"
    view = table().view("south", words)
    assert "Northland" not in repr(view) and "Nordland" not in repr(view)


def test_an_options_label_is_read_as_words_in_a_skin_too() -> None:
    it = load("thaad-2016")
    for skin in ("", *it.document.skins):
        words = Words(it, skin)
        for id in it.issues:
            assert not any("_" in label for label in words.options(id)), (skin, id)


def test_a_translation_stands_in_for_the_files_words() -> None:
    words = Words(harbour(), "", "de_AT")
    compact = harbour().agreements["compact"]
    assert (words.title, words.actor("north")) == ("Der Hafen", "Nordland")
    assert words.agreement_name("compact", compact) == "Der Pakt"
    assert words.terms(compact)[1] == "They declare: Der Steg dient allen."
    assert words.actor("south") == "Southland"  # what is not translated stays


def test_an_authors_sentence_is_no_format_string() -> None:
    text = harbour().text.replace("{actor} schemes.", "{actor} schemes {0} {x!r}.")
    from game.scenario.load import load_text

    words = Words(load_text(text, "other.yaml"))
    assert words.act("north", "scheme", "") == "Northland schemes {0} {x!r}."


def told_change(old: int, new: int, *asked: int) -> Told:
    """A change of tension, which moves at most 1 a turn, as it is told."""
    why = tuple(("act:visit|north>south", amount) for amount in asked)
    it = harbour()
    (told,) = tell(it, [w.Changed("tension", old, new, "act", why)], Words(it))
    return told


def test_causes_that_do_not_add_up_say_why() -> None:
    pace = harbour().tracks["tension"].pace
    assert told_change(3, 4, 1).why == ("Northland: Visit (Southland) +1",)
    asked = told_change(3, 4, 2, 1).why
    assert asked == (f"Northland: Visit (Southland) +3 (moves at most {pace} a turn)",)
    low = harbour().tracks["tension"].low
    assert told_change(low + 1, low, -3).why[-1].endswith(f"(cut: cannot fall below {low})")


def test_what_comes_out_as_before_is_steady() -> None:
    assert told_change(3, 3, 1, -1).steady
    assert not told_change(3, 4, 1).steady
