"""Programs of formulas: flat tables of operations, each with one operand.

A program is a row of operations up to one that ends it. Values are numbers; a word is a number at
or below WORDS, no value is NaN.
"""

WORDS = -1e300
EMPTY = 2 * WORDS
"""The empty word, the only one that counts as false."""
FARTHEST = 9e299
"""No number that is computed is farther from 0, so that none is taken for a word."""

# Fields of a program. The operand is a number to put on the stack, an attribute (as in the table of
# tests), the place to go on at if the value on top is false, a law, how to end, or for a draw its
# number within the program.
OPERATION, OPERAND = range(2)
PROGRAM_FIELDS = 2

GIVEN, HELD, UNLESS, FROM_LAW, ENDS = range(5)
AS_IT_IS, WITHIN_FLOAT32, OR_ZERO = range(3)
"""How to end: with the value, kept within what 32 bits hold, or with 0 for no value."""

OPERATORS = ("+", "-", "*", "/", "//", "%", "**", "negative")
PLUS, MINUS, TIMES, OVER, FLOOR_OVER, MODULO, POWER, NEGATIVE = range(10, 18)
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=", "and", "or", "not")
EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST, AND, OR, NOT = range(20, 29)

ANGLES = (
    *("acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh"),
    *("degrees", "radians", "sin", "sinh", "tan", "tanh"),
)
(ACOS, ACOSH, ASIN, ASINH, ATAN, ATANH, COS, COSH) = range(30, 38)
(DEGREES, RADIANS, SIN, SINH, TAN, TANH) = range(38, 44)

POWERS = (
    *("cbrt", "erf", "erfc", "exp", "exp2", "expm1", "factorial", "isqrt"),
    *("lgamma", "log", "log10", "log1p", "log2", "sqrt"),
)
(CBRT, ERF, ERFC, EXP, EXP2, EXPM1, FACTORIAL, ISQRT) = range(50, 58)
(LGAMMA, LOG, LOG10, LOG1P, LOG2, SQRT) = range(58, 64)

ROUNDINGS = ("ceil", "fabs", "floor", "isfinite", "isinf", "isnan", "trunc", "ulp")
(CEIL, FABS, FLOOR, ISFINITE, ISINF, ISNAN, TRUNC, ULP) = range(70, 78)

OF_TWO = (
    *("atan2", "comb", "copysign", "fmod", "gcd", "hypot", "isclose", "lcm", "ldexp"),
    *("log to base", "nextafter", "perm", "pow", "remainder"),
)
(ATAN2, COMB, COPYSIGN, FMOD, GCD, HYPOT, ISCLOSE, LCM, LDEXP) = range(80, 89)
(LOG_TO_BASE, NEXTAFTER, PERM, POW, REMAINDER) = range(89, 94)

DRAWS = ("fix", "uniform", "triang", "expon", "norm", "lognorm", "gamma")
NUMBERS_OF_A_DRAW = 4
"""Each takes four numbers: its parameters, the least and the greatest value, and zeros."""
(FIX, UNIFORMLY, TRIANGULARLY, EXPONENTIALLY, NORMALLY, LOGNORMALLY, GAMMALY) = range(100, 107)

GROUPS = (
    (OPERATORS, PLUS),
    (COMPARISONS, EQUAL),
    (ANGLES, ACOS),
    (POWERS, CBRT),
    (ROUNDINGS, CEIL),
    (OF_TWO, ATAN2),
    (DRAWS, FIX),
)
NUMBERS = {name: first + n for names, first in GROUPS for n, name in enumerate(names)}
"""The operation of every function."""
