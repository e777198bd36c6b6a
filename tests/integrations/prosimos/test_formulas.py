"""Formulas of the peer: read safely, refused in words, written so that they read back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.prosimos.formulas import formula, formula_text
from models.net_formula import ARGUMENTS, Apply, Formula, Held, Number, Step, Word


def apply(function: str, count: int = 2) -> Apply:
    return Apply(function=function, count=count)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (" 5 ", [Number(value=5)]),
        ("-5", [Number(value=-5)]),
        ("-x", [Held(attribute="x"), apply("negative", 1)]),
        (
            "1 + x * 2",
            [Number(value=1), Held(attribute="x"), Number(value=2), apply("*"), apply("+")],
        ),
        ("x == 'a b'", [Held(attribute="x"), Word(text="a b"), apply("=")]),
        (
            "x > 1 and not y or z",
            [
                *(Held(attribute="x"), Number(value=1), apply(">")),
                *(Held(attribute="y"), apply("not", 1), apply("and")),
                *(Held(attribute="z"), apply("or")),
            ],
        ),
        (
            "hypot(1, x, 3)",
            [Number(value=1), Held(attribute="x"), Number(value=3), apply("hypot", 3)],
        ),
        ("'word'", [Word(text="word")]),
        ("1or x", [Number(value=1), Held(attribute="x"), apply("or")]),
        (r"'\d'", [Word(text=r"\d")]),
        ("数量 + 1", [Held(attribute="数量"), Number(value=1), apply("+")]),
    ],
)
def test_expressions_become_steps(text: str, steps: list[Step]) -> None:
    assert formula(text) == Formula(steps=tuple(steps))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "not a formula"),
        ("x +", "not a formula"),
        ("x = 1", "not a formula"),
        ("x; y", "not a formula"),
        ("\0", "not a formula"),
        ("'\ud800'", "not a formula"),
        ("9" * 9_000, "not a formula"),
        ("+x", r"'\+x' cannot be used"),
        ("True", "'True' cannot be used"),
        ("-True", "'True' cannot be used"),
        ("None", "'None' cannot be used"),
        ("1j", "'1j' cannot be used"),
        ("x & y", "'x & y' cannot be used"),
        ("~x", "'~x' cannot be used"),
        ("x is y", "'x is y' cannot be used"),
        ("x in (1, 2)", r"'x in \(1, 2\)' cannot be used"),
        ("1 < x < 5", "chain '1 < x < 5'"),
        ("x if y else z", "cannot be used"),
        ("x.real", "'x.real' cannot be used"),
        ("x[0]", "cannot be used"),
        ("x(1)(2)", "cannot be used"),
        ("math.sin(x)", "cannot be used"),
        ("lambda: 1", "'lambda: 1' cannot be used"),
        ("[x for x in y]", "cannot be used"),
        ("(y := 5)", "cannot be used"),
        ("f'{x}'", "cannot be used"),
        ("b'x'", "cannot be used"),
        ("norm(mean=5, std=1)", "cannot be used"),
        ("sin(*x)", "cannot be used"),
        ("abs(x)", "formulas have no function 'abs'"),
        ("negative(x)", "cannot be used"),
        ("norm(5)", "norm takes 2 to 4 arguments, not 1"),
        ("sin()", "sin takes 1 arguments, not 0"),
        ("__import__('os')", "no function '__import__'"),
        ("open('/etc/passwd')", "no function 'open'"),
        ("eval('1')", "no function 'eval'"),
        ("dist(x, y)", "no function 'dist'"),
        ("1e999", "the number '1e999' is too large"),
        ("9" * 400, "is too large"),
        ("'a' < x", "the text 'a' can only be compared with == and !="),
        ("'a' * 9", "the text 'a' can only be compared"),
        ("sin('a')", "the text 'a' can only be compared"),
    ],
)
def test_anything_else_is_refused_in_words(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as caught:
        formula(text)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "text",
    [
        "x + " * 3_000_000 + "x",
        "(" * 10_000 + "x" + ")" * 10_000,
        "(" * 150 + "x" + ")" * 151,
        "-" * 9_999 + "x",
        "not " * 2_400 + "x",
        "sin(" * 180 + "x" + ")" * 180,
        "x" + " + x" * 2_000,
        "x" + " ** x" * 1_900,
        "x" + " and (x" * 500 + ")" * 500,
        "[" * 5_000 + "]" * 5_000,
        "x if " * 1_900 + "x",
    ],
)
def test_what_is_long_or_deep_is_refused_at_once(text: str) -> None:
    with pytest.raises(ValueError, match=r"too|nested|not a formula|cannot"):
        formula(text)


def test_nothing_is_computed_while_reading() -> None:
    own = formula("9 ** 9 ** 9 ** 9 + factorial(10 ** 9) + comb(10 ** 18, 10 ** 17)")
    assert len(own.steps) == 20


SIGNS = ["+", "-", "*", "/", "//", "%", "**", "<", "<=", ">", ">=", "==", "!="]
CALLS = sorted(
    name for name in ARGUMENTS if name.isalnum() and name not in {"negative", "and", "or", "not"}
)


@st.composite
def called(draw: st.DrawFn, parts: st.SearchStrategy[str]) -> str:
    name = draw(st.sampled_from(CALLS))
    least, most = ARGUMENTS[name]
    count = draw(st.integers(least, min(most, 4)))
    return f"{name}({', '.join(draw(parts) for _ in range(count))})"


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(parts, st.sampled_from(SIGNS), parts).map(lambda p: f"({' '.join(p)})"),
        st.lists(parts, min_size=2, max_size=4).map(lambda p: f"({' and '.join(p)})"),
        st.lists(parts, min_size=2, max_size=4).map(lambda p: f"({' or '.join(p)})"),
        st.tuples(parts, st.sampled_from(["==", "!="]), st.text(max_size=3).map(repr)).map(
            lambda p: f"({' '.join(p)})"
        ),
        parts.map(lambda p: f"(not {p})"),
        parts.map(lambda p: f"(-{p})"),
        called(parts),
    )


ATOMS = st.one_of(
    st.sampled_from(["x", "y_1", "数量"]),
    st.floats(0, allow_infinity=False).map(repr),
    st.integers(0, 10**20).map(str),
)


@given(st.recursive(ATOMS, joined, max_leaves=15))
def test_what_is_written_reads_back_the_same(text: str) -> None:
    own = formula(text)
    again = formula_text(own)
    assert formula(again) == own


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("((x+1)*(y-2))-(z-3)", "(x + 1) * (y - 2) - (z - 3)"),
        ("(x-y)-z", "x - y - z"),
        ("(-5)**2", "(-5) ** 2"),
        ("not (x and (y or z))", "not (x and (y or z))"),
        ("norm(x*0.5,-2)", "norm(x * 0.5, -2)"),
        ("factorial(5.0)", "factorial(5)"),
        ('x == "it\'s"', 'x == "it\'s"'),
    ],
)
def test_it_is_written_like_people_write_it(text: str, written: str) -> None:
    assert formula_text(formula(text)) == written


@pytest.mark.parametrize(
    "steps",
    [
        [Held(attribute="not a name")],
        [Held(attribute="and")],
        [Word(text="a"), Number(value=1), apply("+")],
        [Number(value=1), *[apply("negative", 1)] * 180],
    ],
)
def test_what_the_peer_cannot_say_is_refused(steps: list[Step]) -> None:
    with pytest.raises(ValueError, match="Prosimos has no way to say"):
        formula_text(Formula(steps=tuple(steps)))
