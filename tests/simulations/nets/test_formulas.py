"""The stack machine against Python's own evaluation, and its draws against scipy."""

import ast
import math
import operator
from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from integrations.prosimos.formulas import formula
from models.net_attribute import Leaf, TreeValue
from simulations.kernel.formulas import formula_value
from simulations.nets.formulas import Programs
from simulations.nets.laws import LawTable
from simulations.nets.words import Words

Known = float | str | None
Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def machine(text: str, values: Mapping[str, Known], cases: int = 1) -> tuple[Floats, Words]:
    """What a formula gives for so many cases with these attributes; how words are numbered.

    It is the one leaf of a tree, which bounds nothing; so no value is 0.
    """
    words = Words()
    programs = Programs({name: n for n, name in enumerate(values)}, words, LawTable())
    start = programs.add(0, TreeValue(leaves=(Leaf(formula=formula(text)),)))
    row = [math.nan if v is None else words.code(v) for v in values.values()]
    traits = np.tile(np.array([*row, 0.0]), (cases + 1, 1))
    stack = np.empty(programs.deepest)
    keys = np.array([1, 2], np.int64)
    laws = np.zeros((9, 1)), np.zeros(1)
    table = programs.table()
    found = [
        formula_value(case, 3, 5, 0, start, table, stack, 0, *laws, traits, keys)
        for case in range(cases)
    ]
    return np.array(found), words


def value(text: str, **values: Known) -> float:
    return float(machine(text, values)[0][0])


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3 - 4 / 8", 6.5),
        ("-7 // 2", -4),
        ("-7 % 3", 2),
        ("7 % -3", -2),
        ("2 ** -2", 0.25),
        ("2 ** 3 ** 2", 512),
        ("-2 ** 2", -4),
        ("1 / 0 + 5", 5),
        ("7 // 0 + 7 % 0", 0),
        ("0 ** -1", 0),
        ("(-8) ** 0.5", 0),
        ("9 ** 9 ** 9 > 1e298", 1),
        ("10 ** 200 * 10 ** 200", 9e299),
        ("n > 4 and kind == 'red'", 1),
        ("n > 5 or kind == 'blue'", 0),
        ("not n", 0),
        ("not nothing", 1),
        ("not ''", 1),
        ("kind and 1", 1),
        ("kind + 1", 0),
        ("kind < 5", 0),
        ("kind != 5", 1),
        ("kind == other", 0),
        ("'5' == n", 1),
        ("nothing + 1", 0),
        ("nothing == nothing", 1),
        ("nothing == 0", 0),
        ("nothing < 1", 0),
        ("sqrt(-1)", 0),
        ("log(0) + 1", 1),
        ("exp(1000)", 3.4028234663852886e38),
        ("sinh(-1000)", 3.4028234663852886e38),
        ("sin(kind)", 0),
        ("log(8, 2)", 3),
        ("log(8, 1)", 0),
        ("gcd(12, 18, 8)", 2),
        ("lcm(4, 6, 10)", 60),
        ("gcd(2.5, 5)", 0),
        ("hypot(3, 4, 12)", 13),
        ("hypot(-2)", 2),
        ("gcd(-6)", 6),
        ("perm(5)", 120),
        ("perm(5, 2)", 20),
        ("comb(60, 30)", math.comb(60, 30)),
        ("comb(5, 7)", 0),
        ("factorial(200)", 3.4028234663852886e38),
        ("factorial(-1)", 0),
        ("isqrt(99)", 9),
        ("fix(3) + fix(-3)", 3),
        ("norm(5, 0)", 5),
        ("uniform(2, 2)", 2),
        ("norm(5, -1) + expon(kind) + gamma(-1, 2) + lognorm(0, 1) + uniform(3, 1)", 0),
        ("triang(4, 9, 12)", 10.5),
    ],
)
def test_by_hand(text: str, result: float) -> None:
    given_values: dict[str, Known] = {"n": 5, "kind": "red", "other": "blue", "nothing": None}
    assert value(text, **given_values) == pytest.approx(result, rel=1e-12)


OPERATORS: dict[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


def by_python(node: ast.expr, values: Mapping[str, Known]) -> Known:  # noqa: PLR0911 - one a kind of node
    """The value that Python gives, but 0 at each place where it gives an error."""
    parts: list[Known]
    match node:
        case ast.Constant(value=found):
            assert isinstance(found, float | str)
            return found
        case ast.Name(id=name):
            return values[name]
        case ast.BoolOp(op=op, values=nodes):
            truths = [bool(by_python(part, values)) for part in nodes]
            return float(all(truths) if isinstance(op, ast.And) else any(truths))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return float(not by_python(operand, values))
        case ast.UnaryOp(operand=operand):
            parts = [0.0, by_python(operand, values)]
            kind: type[ast.AST] = ast.Sub
        case (
            ast.BinOp(left=left, op=op, right=right)
            | ast.Compare(left=left, ops=[op], comparators=[right])
        ):
            parts, kind = [by_python(left, values), by_python(right, values)], type(op)
        case _:
            raise AssertionError(node)
    if kind in {ast.Eq, ast.NotEq}:
        return float((parts[0] == parts[1]) == (kind is ast.Eq))
    numbers = [part for part in parts if isinstance(part, float)]
    if len(numbers) < len(parts):
        return 0.0
    try:
        return float(OPERATORS[kind](*numbers))
    except ZeroDivisionError:
        return 0.0


NUMBERS = st.one_of(st.floats(1e-9, 1e9), st.floats(-1e9, -1e-9), st.integers(-9, 9).map(float))
"""None so small that dividing by it leads beyond the numbers of a formula."""
ATOMS = st.one_of(
    st.sampled_from(["n", "m", "kind", "nothing"]),
    NUMBERS.map(lambda x: f"({x!r})" if x < 0 else repr(x)),
)


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = ["+", "-", "*", "/", "//", "%", "<", "<=", ">", ">=", "==", "!=", "and", "or"]
    return st.one_of(
        st.tuples(parts, st.sampled_from(signs), parts).map(lambda p: f"({' '.join(p)})"),
        st.tuples(parts, st.sampled_from(["==", "!="]), st.just("'red'")).map(
            lambda p: f"({' '.join(p)})"
        ),
        st.tuples(st.sampled_from(["not ", "-"]), parts).map(lambda p: f"({''.join(p)})"),
    )


@given(st.recursive(ATOMS, _joined, max_leaves=12), NUMBERS, st.sampled_from(["red", "blue", ""]))
@example("(-0.0 // 5.0)", 0.0, "red")
def test_operators_compute_what_python_computes(text: str, n: float, kind: str) -> None:
    values: dict[str, Known] = {"n": n, "m": 2.5, "kind": kind, "nothing": None}
    expected = by_python(ast.parse(text, mode="eval").body, values)
    found, words = machine(text, values)
    if isinstance(expected, str):
        assert found[0] == words.code(expected)
    else:
        assert found[0] == (expected or 0.0)


ONE = (
    *("acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil", "cos", "cosh", "degrees"),
    *("erf", "erfc", "exp", "exp2", "expm1", "fabs", "floor", "isfinite", "isinf", "isnan"),
    *("lgamma", "log", "log10", "log1p", "log2", "radians", "sin", "sinh", "sqrt", "tan"),
    *("tanh", "trunc", "ulp"),
)
TWO = ("atan2", "copysign", "fmod", "hypot", "isclose", "nextafter", "pow", "remainder", "log")
WHOLE = ("comb", "perm", "gcd", "lcm", "isqrt", "factorial", "ldexp")
SMALL = st.floats(-40, 40, allow_subnormal=False) | st.integers(-5, 5).map(float)


def by_math(name: str, *values: float) -> float:
    """The value that ``math`` gives; 0 outside the domain, the greatest number beyond all."""
    try:
        found = getattr(math, name)(*values)
    except (ValueError, ZeroDivisionError):
        return 0.0
    except OverflowError:
        return 3.4028234663852886e38
    return float(found)


@given(st.sampled_from(ONE), SMALL | st.floats(-1e4, 1e4, allow_subnormal=False))
def test_functions_of_one_number(name: str, x: float) -> None:
    assert value(f"{name}(n)", n=x) == pytest.approx(by_math(name, x), rel=1e-9, abs=1e-300)


@given(st.sampled_from(TWO), SMALL, SMALL)
@example("remainder", 5.0, 2.0)
@example("remainder", 7.0, 2.0)
@example("pow", -8.0, 1 / 3)
@example("pow", 0.0, -1.0)
@example("atan2", -0.0, -1.0)
def test_functions_of_two_numbers(name: str, x: float, y: float) -> None:
    expected = by_math(name, x, y)
    assert value(f"{name}(n, m)", n=x, m=y) == pytest.approx(expected, rel=1e-9, abs=1e-300)


@given(st.sampled_from(WHOLE), st.integers(-3, 25), st.integers(-3, 25))
def test_functions_of_whole_numbers(name: str, x: int, y: int) -> None:
    if name in {"isqrt", "factorial"}:
        assert value(f"{name}(n)", n=x) == pytest.approx(by_math(name, x), rel=1e-12)
    else:
        assert value(f"{name}(n, m)", n=x, m=y) == pytest.approx(by_math(name, x, y), rel=1e-12)


def within(law: stats.rv_continuous, low: float, high: float) -> Callable[[Floats], Floats]:
    """The distribution function of a law given that it lies between two values."""
    first, last = law.cdf(low), law.cdf(high)
    return lambda x: np.clip((law.cdf(x) - first) / (last - first), 0, 1)


def lognormal(mean: float, variance: float) -> stats.rv_continuous:
    spread = math.log(1 + variance / mean**2)
    return stats.lognorm(math.sqrt(spread), scale=mean / math.exp(spread / 2))


@pytest.mark.parametrize(
    ("text", "law", "low", "high"),
    [
        ("uniform(n, 9)", stats.uniform(5, 4), 5, 9),
        ("triang(6, n, 12)", stats.triang(1 / 7, 5, 7), 5, 12),
        ("expon(n)", stats.expon(scale=5), 0, math.inf),
        ("expon(n, 2, 8)", stats.expon(2, 3), 2, 8),
        ("expon(n, 7, 20)", stats.expon(7, 5), 7, 20),
        ("norm(n, 2)", stats.norm(5, 2), 0, math.inf),
        ("norm(0, n)", stats.norm(0, 5), 0, math.inf),
        ("norm(n, n, 1, 6)", stats.norm(5, 5), 1, 6),
        ("lognorm(n, 9)", lognormal(5, 9), 0, math.inf),
        ("lognorm(n, 9, 2, 8)", lognormal(5, 9), 2, 8),
        ("gamma(n, 5)", stats.gamma(5, scale=1), 0, math.inf),
        ("gamma(n, 100)", stats.gamma(0.25, scale=20), 0, math.inf),
        ("gamma(n, 5, 4, 6)", stats.gamma(5, scale=1), 4, 6),
    ],
)
def test_draws(text: str, law: stats.rv_continuous, low: float, high: float) -> None:
    found, _ = machine(text, {"n": 5.0}, cases=20_000)
    assert stats.kstest(found, within(law, low, high)).pvalue > 1e-4


def test_a_draw_that_never_meets_its_bounds_is_the_mean_or_the_middle_of_them() -> None:
    assert value("norm(5, 0.01, 100, 300)") == 200
    assert value("norm(-50, 0.01)") == 0
    assert value("gamma(5, 1, 1000)") == 5


def test_draws_of_one_formula_and_of_cases_differ() -> None:
    found, _ = machine("uniform(0, 1) - uniform(0, 1)", {}, cases=2_000)
    assert len(set(found.tolist())) == 2_000
    assert abs(found.mean()) < 0.04
    assert found.std() == pytest.approx((1 / 6) ** 0.5, rel=0.06)
