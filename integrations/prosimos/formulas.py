"""Formulas of the peer, written like Python expressions, to and from ours.

Nothing is evaluated: the text is parsed to a syntax tree, of which few kinds of nodes are taken.
"""

import ast
import math
import warnings
from threading import Lock

from models.net_formula import Apply, Formula, Held, Number, Step, Word, function_fault
from models.said import said

LONGEST = 10_000
"""Characters of a formula."""
DEEPEST = 150
"""So deep may its parts stand within each other."""
SHOWN = 40

BINARY: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.Eq: "=",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.And: "and",
    ast.Or: "or",
    ast.Not: "not",
    ast.USub: "negative",
}
PLACES = {
    "or": 1,
    "and": 2,
    "not": 3,
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), 4),
    **dict.fromkeys(("+", "-"), 5),
    **dict.fromkeys(("*", "/", "//", "%"), 6),
    "negative": 7,
    "**": 8,
}
"""How closely operators bind; what stands alone binds closest."""
ALONE, NEGATIVE = 9, 7
ONE_AT_A_TIME = Lock()
EXACT = 2**53


def formula(text: str) -> Formula:
    """The formula in a text. Raises ValueError, in words, for what is none that we know."""
    if len(text) > LONGEST:
        raise ValueError(
            said(
                f"公式过长（{len(text):,}个字符，上限{LONGEST:,}）",
                f"the formula is too long ({len(text):,} characters, at most {LONGEST:,})",
            )
        )
    try:
        tree = _parsed(text.strip())
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        is_deep = isinstance(error, MemoryError | RecursionError)
        reason = "nested too deeply" if is_deep else _short(getattr(error, "msg", str(error)))
        raise ValueError(
            said(
                f"“{_short(text)}”不是公式（{reason}）",
                f"{_short(text)!r} is not a formula ({reason})",
            )
        ) from None
    parser = _Parser(text.strip())
    parser.put(tree.body, 0)
    return Formula(steps=tuple(parser.steps))


def _parsed(text: str) -> ast.Expression:
    # What Python warns of, such as "1or x", is the peer's to judge. Filters belong to the process.
    with ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text, mode="eval")


def formula_text(own: Formula) -> str:
    """The formula as the peer reads it. Raises ValueError if it cannot be said so."""
    waiting: list[tuple[str, int]] = []
    for step in own.steps:
        if isinstance(step, Apply):
            parts = waiting[-step.count :]
            del waiting[-step.count :]
            waiting.append(_applied(step.function, parts))
        else:
            waiting.append(_alone(step))
    text = waiting[0][0]
    try:
        again = formula(text)
    except ValueError:
        again = None
    if again != own:
        raise ValueError(
            said(
                f"Prosimos 无法表达公式“{_short(text)}”",
                f"Prosimos has no way to say the formula {_short(text)!r}",
            )
        )
    return text


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.steps: list[Step] = []

    def put(self, node: ast.expr, depth: int) -> None:
        """The steps of a node, after those of its parts."""
        if depth > DEEPEST:
            raise ValueError(said("公式嵌套过深", "the formula is nested too deeply"))
        match node:
            case ast.Constant(value=bool()):
                raise self._refused(node)
            case ast.Constant(value=int() | float() as value):
                self.steps.append(Number(value=self._number(node, value)))
            case ast.Constant(value=str() as text):
                self.steps.append(Word(text=text))
            case ast.Name(id=name):
                self.steps.append(Held(attribute=name))
            case ast.UnaryOp(
                op=ast.USub(), operand=ast.Constant(value=int() | float() as value)
            ) if value and not isinstance(value, bool):
                self.steps.append(Number(value=-self._number(node, value)))
            case _:
                function, parts = self._parts(node)
                for part in parts:
                    self.put(part, depth + 1)
                self.steps.append(Apply(function=function, count=len(parts)))

    def _parts(self, node: ast.expr) -> tuple[str, list[ast.expr]]:
        match node:
            case ast.BoolOp(op=op, values=parts) if type(op) in BINARY:
                return BINARY[type(op)], parts
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in BINARY:
                parts = [left, right]
                function = BINARY[type(op)]
                return function, parts if function in {"=", "!="} else self._numbers(parts)
            case ast.Compare(ops=ops) if len(ops) > 1:
                raise ValueError(
                    said(
                        f"“{self._part(node)}”连续比较，Prosimos 只算第一个；请用 and 连接",
                        f"of the chain {self._part(node)!r} Prosimos takes the first comparison "
                        "only; join them with 'and'",
                    )
                )
            case ast.BinOp(left=left, op=op, right=right) if type(op) in BINARY:
                return BINARY[type(op)], self._numbers([left, right])
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return "not", [operand]
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return "negative", self._numbers([operand])
            case ast.Call(func=ast.Name(id=name), args=parts, keywords=[]) if name not in PLACES:
                fault = function_fault(name, len(parts))
                if fault:
                    raise ValueError(fault)
                return name, self._numbers(parts)
        raise self._refused(node)

    def _numbers(self, parts: list[ast.expr]) -> list[ast.expr]:
        for part in parts:
            match part:
                case ast.Constant(value=str() as text):
                    raise ValueError(
                        said(
                            f"文字“{_short(text)}”只能用 == 或 != 比较",
                            f"the text {_short(text)!r} can only be compared with == and !=",
                        )
                    )
        return parts

    def _number(self, node: ast.expr, value: float) -> float:
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isinf(number):
            raise ValueError(
                said(f"数“{self._part(node)}”过大", f"the number {self._part(node)!r} is too large")
            )
        return number

    def _refused(self, node: ast.expr) -> ValueError:
        return ValueError(
            said(
                f"公式中不能用“{self._part(node)}”；"
                "可用数、文字、属性、运算、比较、and、or、not 和函数",
                f"{self._part(node)!r} cannot be used in a formula, which takes numbers, texts, "
                "attributes, arithmetic, comparisons, and, or, not and functions",
            )
        )

    def _part(self, node: ast.expr) -> str:
        return _short(ast.get_source_segment(self.text, node) or "")


def _short(text: str) -> str:
    text = text.encode(errors="backslashreplace").decode()
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _alone(step: Step) -> tuple[str, int]:
    match step:
        case Number(value=value):
            # The peer's functions of whole numbers refuse 5.0.
            text = str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
            return text, NEGATIVE if text.startswith("-") else ALONE
        case Word(text=text):
            return repr(text), ALONE
        case Held(attribute=name):
            return name, ALONE
    raise TypeError(step)


def _applied(function: str, parts: list[tuple[str, int]]) -> tuple[str, int]:
    if function not in PLACES:
        return f"{function}({', '.join(text for text, _ in parts)})", ALONE
    place = PLACES[function]
    if len(parts) == 1:
        sign = "-" if function == "negative" else "not "
        return f"{sign}{_within(*parts[0], place + 1)}", place
    sign = "==" if function == "=" else function
    # What is computed from the left needs no parentheses on its left.
    is_left = function in {"+", "-", "*", "/", "//", "%"}
    first = _within(*parts[0], place if is_left else place + 1)
    return f" {sign} ".join([first, *(_within(*part, place + 1) for part in parts[1:])]), place


def _within(text: str, own: int, place: int) -> str:
    return text if own >= place else f"({text})"
