"""Expressions as authors write them: parsed once, to a small and terminating subset.

The syntax is that of Python's own expressions, so Python's parser reads them; what the language
does not have (language.md, section 9) is refused here. Names are bound later (:mod:`.binding`).
"""

from __future__ import annotations

import ast
import re

from game.scenario.model import Expression

LONGEST = 1000
DEEPEST = 40

_ALLOWED = (
    ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.UAdd, ast.BinOp, ast.Add,
    ast.Sub, ast.Mult, ast.FloorDiv, ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt,
    ast.GtE, ast.In, ast.NotIn, ast.Call, ast.Name, ast.Attribute, ast.Constant, ast.List,
    ast.Load,
)  # fmt: skip


class ExpressionError(ValueError):
    """An expression that the language does not have; ``column`` counts from 0 in its text."""

    def __init__(self, code: str, says: str, column: int = 0) -> None:
        super().__init__(says)
        self.code = code
        self.says = says
        self.column = column


def parse(text: str, line: int = 0, column: int = 0, home: str = "") -> Expression:
    """Parse an expression; ``line`` and ``column`` say where its text begins in the file ``home``.

    :raises ExpressionError: for what is no expression of the language.

    >>> parse("tension >= crisis and not did(rok, visit)").text
    'tension >= crisis and not did(rok, visit)'
    >>> parse("2 ** 9")
    Traceback (most recent call last):
    game.scenario.expressions.ExpressionError: '**' is not part of the language; use + - * // ...
    """
    if len(text) > LONGEST:
        raise ExpressionError(
            "expression/too-long",
            f"an expression may have {LONGEST} characters, this one has {len(text)}; split it",
        )
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        says = f"expected an expression such as 'tension >= 4 and turn > 2', found '{text}'"
        raise ExpressionError(
            "expression/syntax", says + _hint(text), max((error.offset or 1) - 1, 0)
        ) from None
    except (RecursionError, MemoryError, ValueError):
        raise ExpressionError("expression/syntax", "this expression is nested too deeply") from None
    _refuse_foreign(tree)
    return Expression(text, tree, line, column, home)


def literal(value: bool | int, line: int = 0, column: int = 0, home: str = "") -> Expression:
    """An expression for a plain YAML value, as in ``if: true``."""
    tree = ast.Constant(int(value), lineno=1, col_offset=0)
    return Expression(str(value).lower(), tree, line, column, home)


_FOREIGN = (
    (r"(?<![<>=!])=(?!=)", "write '==' to compare"),
    (r"&&?", "write 'and'"),
    (r"\|\|?", "write 'or'"),
    (r"!(?!=)", "write 'not'"),
    (r"<>|=/=", "write '!=' for 'is not'"),
    (r"=[<>]", "write '<=' or '>='"),
)


def _hint(text: str) -> str:
    """What to write in the place of signs from other languages."""
    found = [hint for pattern, hint in _FOREIGN if re.search(pattern, text)]
    return f"; {', '.join(found)}" if found else ""


def _refuse_foreign(tree: ast.expr) -> None:
    stack: list[tuple[ast.AST, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        column = getattr(node, "col_offset", 0)
        if depth > DEEPEST:
            raise ExpressionError("expression/too-deep", "this is nested too deeply", column)
        if not isinstance(node, _ALLOWED):
            raise ExpressionError(
                "expression/not-in-language",
                f"{_name(node)} is not part of the language; use + - * // comparison, and, or, "
                "not, in and the calls of section 9",
                column,
            )
        if isinstance(node, ast.Constant) and not isinstance(node.value, int):
            raise ExpressionError(
                "expression/not-an-integer",
                f"expected an integer or a name, found {node.value!r}",
                column,
            )
        if isinstance(node, ast.Call) and (node.keywords or not isinstance(node.func, ast.Name)):
            raise ExpressionError(
                "expression/call", "calls take plain arguments, as in did(rok, visit)", column
            )
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
            divisor = node.right
            if not (isinstance(divisor, ast.Constant) and divisor.value):
                raise ExpressionError(
                    "expression/division", "// divides by a constant other than 0", column
                )
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))


def _name(node: ast.AST) -> str:
    shown = {ast.Pow: "'**'", ast.Div: "'/'", ast.Mod: "'%'", ast.Is: "'is'", ast.IfExp: "'if'"}
    return shown.get(type(node), f"'{type(node).__name__.lower()}'")
