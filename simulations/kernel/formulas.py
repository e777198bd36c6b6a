"""A small stack machine for formulas over attributes.

What cannot be computed is 0: a division by zero, a function outside its domain, arithmetic with
words or without a value. A function beyond the greatest number gives the greatest of 32 bits.
"""

from math import nan

from simulations.jit import called, inlined
from simulations.kernel.formula_draws import draw_within
from simulations.kernel.formula_math import angle, of_two, power, raised, rounding
from simulations.kernel.formula_tables import (
    ACOS,
    AND,
    AT_MOST,
    ATAN2,
    CBRT,
    CEIL,
    ENDS,
    EQUAL,
    FIX,
    FLOOR_OVER,
    FROM_LAW,
    GIVEN,
    GREATER,
    HELD,
    ISNAN,
    LESS,
    MINUS,
    NEGATIVE,
    NOT,
    NUMBERS_OF_A_DRAW,
    OPERAND,
    OPERATION,
    OR,
    OR_ZERO,
    OVER,
    PLUS,
    POWER,
    TIMES,
    UNEQUAL,
    UNLESS,
    WITHIN_FLOAT32,
)
from simulations.kernel.formula_values import LEAST_32, MOST_32, counted, given_by, holds, is_number
from simulations.kernel.laws import value_of
from simulations.kernel.net_tables import (
    FOR_ATTRIBUTE,
    FOR_FORMULA,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import Int64


@called
def operated(operation: int, x: float, y: float) -> float:  # noqa: PLR0911 - one an operator
    """Arithmetic with two numbers."""
    if operation == PLUS:
        return x + y
    if operation == MINUS:
        return x - y
    if operation == TIMES:
        return x * y
    if operation == NEGATIVE:
        return -x
    if operation == POWER:
        return raised(x, y)
    if y == 0:
        return nan
    if operation == OVER:
        return x / y
    return x // y if operation == FLOOR_OVER else x % y


@called
def compared(operation: int, x: float, y: float) -> bool:  # noqa: PLR0911 - one an operator
    """Comparisons and what joins them; words are equal or not, but neither less nor greater."""
    if operation == AND:
        return holds(x) and holds(y)
    if operation == OR:
        return holds(x) or holds(y)
    if operation == NOT:
        return not holds(x)
    if operation in (EQUAL, UNEQUAL):
        is_same = x == y or (x != x and y != y)  # noqa: PLR0124 - NaN: neither has a value
        return is_same == (operation == EQUAL)
    if not (is_number(x) and is_number(y)):
        return False
    if operation == LESS:
        return x < y
    if operation == AT_MOST:
        return x <= y
    return x > y if operation == GREATER else x >= y


@inlined
def applied(operation: int, x: float, y: float) -> float:  # noqa: PLR0911 - one a group
    """The value of any function but a draw."""
    if EQUAL <= operation < ACOS:
        return 1.0 if compared(operation, x, y) else 0.0
    if operation == ISNAN or not is_number(x):
        return 0.0
    if ACOS <= operation < CBRT:
        return given_by(angle(operation, x))
    if CBRT <= operation < CEIL:
        return given_by(power(operation, x))
    if CEIL <= operation < ATAN2:
        return counted(rounding(operation, x))
    if operation != NEGATIVE and not is_number(y):
        return 0.0
    if operation >= ATAN2:
        return given_by(of_two(operation, x, y))
    return counted(operated(operation, x, y))


@inlined
def ended(value: float, how: int) -> float:
    """The value of a whole formula."""
    if value != value:  # noqa: PLR0124 - NaN: no value
        return 0.0 if how == OR_ZERO else value
    if how != WITHIN_FLOAT32 or value == 0 or not is_number(value):
        return value
    if abs(value) < LEAST_32:
        return LEAST_32
    return min(max(value, -MOST_32), MOST_32)


@called
def formula_value(
    case: int,
    node: int,
    visit: int,
    trait: int,
    place: int,
    program: Float64,
    stack: Float64,
    base: int,
    laws: Float64,
    points: Float64,
    traits: Float64,
    keys: Int64,
) -> float:
    """What the program that begins at ``place`` gives; its stack begins at ``base``."""
    top = base
    while True:
        operation = int(program[OPERATION, place])
        operand = program[OPERAND, place]
        place += 1
        if operation == GIVEN:
            stack[top] = operand
        elif operation == HELD:
            number = int(operand)
            row = case if number >= 0 else len(traits) - 1
            stack[top] = traits[row, number if number >= 0 else -1 - number]
        elif operation == FROM_LAW:
            u, _ = uniform_pair(keys, case, node, visit, FOR_ATTRIBUTE + trait)
            stack[top] = value_of(laws, points, int(operand), u)
        elif operation == UNLESS:
            top -= 2
            if not holds(stack[top + 1]):
                place = int(operand)
        elif operation == ENDS:
            return ended(stack[top - 1], int(operand))
        elif operation >= FIX:
            top -= NUMBERS_OF_A_DRAW
            purpose = FOR_FORMULA + (trait << 8)
            again = visit + (int(operand) << 16)
            stack[top] = draw_within(operation, stack, top, keys, case, node, again, purpose)
        else:
            top -= int(operand)
            stack[top] = applied(operation, stack[top], stack[top + 1])
        top += 1
