"""The notation of orders round-trips and says what an order looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.notation import NotationError, format_order, parse_order
from game.scenario.orders import Act, Argue, Denounce, Order, Step, Vote

RESERVED = {"step", "vote", "denounce", "argue"}
ids = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True).filter(
    lambda word: word not in RESERVED
)
texts = st.text(min_size=1, max_size=40).filter(
    lambda text: text.strip() != "" and "\r" not in text and text.splitlines() == text.split("\n")
)
cells = st.tuples(st.from_regex(r"[a-z]+(\.[a-z]+){0,2}", fullmatch=True), st.integers(-99, 99))
orders = st.one_of(
    st.builds(Act, ids),
    st.builds(Act, ids, ids),
    st.builds(Step, ids, ids),
    st.builds(Vote, ids, st.sampled_from(["yes", "no", "abstain"])),
    st.builds(Denounce, ids),
    st.builds(
        Argue,
        texts,
        st.lists(texts, max_size=3).map(tuple),
        st.lists(cells, max_size=3).map(tuple),
    ),
)


@given(orders)
def test_an_order_reads_back_as_it_was(order: Order) -> None:
    assert parse_order(format_order(order)) == order


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("pressure rok", Act("pressure", "rok")),
        ("step thaad agreed", Step("thaad", "agreed")),
        ("vote condemn yes", Vote("condemn", "yes")),
        ("denounce freeze", Denounce("freeze")),
        ('argue "A, b" because "c" asking tension -1', Argue("A, b", ("c",), (("tension", -1),))),
    ],
)
def test_the_lines_of_the_manual(line: str, order: Order) -> None:
    assert parse_order(line) == order
    assert format_order(order) == line


@pytest.mark.parametrize(
    "line",
    [
        "",
        "step thaad",
        "vote condemn maybe",
        "denounce",
        "a b c",
        'argue "open',
        "argue because",
        '"x"',
    ],
)
def test_what_is_no_order_is_refused_with_what_was_expected(line: str) -> None:
    with pytest.raises(NotationError) as raised:
        parse_order(line)
    assert str(raised.value)
