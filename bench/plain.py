"""The yardstick: a hand-written loop that does as much as a turn must, and nothing else.

Six seats give 18 orders a turn, for 12 turns. Each has three integer effects on a dict, cut by
their range, and leaves one event in a log. Whatever the rules cost beside this is what the language
and its promises cost.
"""

from __future__ import annotations

SEATS, ORDERS, EFFECTS, TURNS = 6, 18, 3, 12
LOW, HIGH = 0, 10

Order = tuple[str, str, tuple[tuple[str, int], ...]]


def script() -> list[list[Order]]:
    """The orders of each turn: who, what, and its effects."""
    cells = [f"cell.{seat}.{number}" for seat in range(SEATS) for number in range(10)]
    turns: list[list[Order]] = []
    for turn in range(TURNS):
        orders: list[Order] = []
        for number in range(ORDERS):
            place = (turn * ORDERS + number) * EFFECTS
            effects = tuple((cells[(place + n) % len(cells)], n - 1) for n in range(EFFECTS))
            orders.append((f"seat{number % SEATS}", f"instrument{number}", effects))
        turns.append(orders)
    return turns


def game(turns: list[list[Order]]) -> int:
    """Play one game; the number of orders carried out."""
    state = {cell: 5 for orders in turns for _, _, effects in orders for cell, _ in effects}
    log: list[tuple[int, str, str]] = []
    for turn, orders in enumerate(turns, 1):
        for seat, instrument, effects in orders:
            for cell, change in effects:
                value = state[cell] + change
                state[cell] = LOW if value < LOW else HIGH if value > HIGH else value
            log.append((turn, seat, instrument))
    return len(log)
