"""Vector code for kernels, written as formulas over 16 pixels of a row.

Whether a compiler vectorises a loop depends on its version and on details, and here this makes a factor of ten. So the few
critical lines are vectorised explicitly: :func:`vector_code` turns a Python function over :class:`Lanes` into a numba intrinsic
with LLVM's vector types. It runs as AVX-512, AVX2, SSE or NEON, depending on the machine.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

__all__ = ["LANES", "Lanes", "Mask", "Planes", "Toolkit", "Total", "vector_code"]

LANES = 16
_FAST = ("contract", "nsz", "arcp")
_LOG2_E = 1.4426950408889634
_ROUNDER = 12582912.0  # 1.5 * 2^23: adding it leaves the nearest whole number in the low bits of a float32
_LEAST_POWER = -100.0  # e^x times an opacity is then not yet a denormal, which would take a hundred cycles
_EXP2_FIT = np.polynomial.Chebyshev.interpolate(np.exp2, 5, (-0.5, 0.5)).convert(kind=np.polynomial.Polynomial).coef


class Mask:
    """16 truth values."""

    def __init__(self, kit: Toolkit, value: Any) -> None:
        self.kit, self.value = kit, value

    def __and__(self, other: Mask) -> Mask:
        return Mask(self.kit, self.kit.builder.and_(self.value, other.value))

    def pick(self, yes: Lanes | float, no: Lanes | float) -> Lanes:
        """`yes` where true, else `no`."""
        a, b = self.kit.lanes(yes), self.kit.lanes(no)
        return Lanes(self.kit, self.kit.builder.select(self.value, a.value, b.value))


class Lanes:
    """16 numbers with arithmetic operators. Plain numbers and the kernel's scalars are broadcast to 16."""

    def __init__(self, kit: Toolkit, value: Any) -> None:
        self.kit, self.value = kit, value

    def _with(self, operation: str, other: Lanes | float) -> Lanes:
        build = getattr(self.kit.builder, operation)
        return Lanes(self.kit, build(self.value, self.kit.lanes(other).value, flags=_FAST))

    def __add__(self, other: Lanes | float) -> Lanes:
        return self._with("fadd", other)

    def __sub__(self, other: Lanes | float) -> Lanes:
        return self._with("fsub", other)

    def __mul__(self, other: Lanes | float) -> Lanes:
        return self._with("fmul", other)

    def __truediv__(self, other: Lanes | float) -> Lanes:
        return self._with("fdiv", other)

    def __radd__(self, other: float) -> Lanes:
        return self.kit.lanes(other) + self

    def __rsub__(self, other: float) -> Lanes:
        return self.kit.lanes(other) - self

    def __rmul__(self, other: float) -> Lanes:
        return self.kit.lanes(other) * self

    def __rtruediv__(self, other: float) -> Lanes:
        return self.kit.lanes(other) / self

    def __neg__(self) -> Lanes:
        return Lanes(self.kit, self.kit.builder.fneg(self.value))

    def _compared(self, sign: str, other: Lanes | float) -> Mask:
        return Mask(self.kit, self.kit.builder.fcmp_ordered(sign, self.value, self.kit.lanes(other).value))

    def __gt__(self, other: Lanes | float) -> Mask:
        return self._compared(">", other)

    def __ge__(self, other: Lanes | float) -> Mask:
        return self._compared(">=", other)

    def __le__(self, other: Lanes | float) -> Mask:
        return self._compared("<=", other)

    def __lt__(self, other: Lanes | float) -> Mask:
        return self._compared("<", other)

    def at_most(self, bound: Lanes | float) -> Lanes:
        return (self < bound).pick(self, bound)

    def at_least(self, bound: Lanes | float) -> Lanes:
        return (self > bound).pick(self, bound)

    def magnitude(self) -> Lanes:
        return self.kit.call("llvm.fabs", self)

    def exponential(self) -> Lanes:
        """e^x for x <= 0. In float32 the relative error is below 1e-6 for x >= -6 and below 1e-5 for x >= -69; smaller x give
        e^-69.3. Other types use the library's function."""
        if not isinstance(self.kit.real, ir.FloatType):
            return self.kit.call("llvm.exp", self)
        z = (self * _LOG2_E).at_least(_LEAST_POWER)
        shifted = z + _ROUNDER
        f = z - (shifted - _ROUNDER)
        value = self.kit.lanes(float(_EXP2_FIT[-1]))
        for coefficient in _EXP2_FIT[-2::-1]:
            value = value * f + float(coefficient)
        builder, whole = self.kit.builder, ir.VectorType(ir.IntType(32), LANES)
        bits = builder.shl(builder.bitcast(shifted.value, whole), ir.Constant(whole, [23] * LANES))
        bits = builder.add(bits, ir.Constant(whole, [0x3F800000] * LANES))
        return value * Lanes(self.kit, builder.bitcast(bits, self.kit.vector))

    def total(self) -> Any:
        """The sum as a scalar, in a fixed order: the two halves are added until one number remains."""
        value, width = self.value, LANES
        while width > 1:
            width //= 2
            low = ir.Constant(ir.VectorType(ir.IntType(32), width), list(range(width)))
            high = ir.Constant(ir.VectorType(ir.IntType(32), width), list(range(width, 2 * width)))
            builder, none = self.kit.builder, ir.Constant(value.type, ir.Undefined)
            value = builder.fadd(builder.shuffle_vector(value, none, low), builder.shuffle_vector(value, none, high))
        return self.kit.builder.extract_element(value, ir.Constant(ir.IntType(32), 0))


class Planes:
    """A one-dimensional array that is read and written 16 numbers at a time, from any position."""

    def __init__(self, kit: Toolkit, data: Any) -> None:
        self.kit, self.data = kit, data

    def _at(self, index: Any) -> Any:
        pointer = self.kit.builder.gep(self.data, [index])
        return self.kit.builder.bitcast(pointer, self.kit.vector.as_pointer())

    def __getitem__(self, index: Any) -> Lanes:
        return Lanes(self.kit, self.kit.builder.load(self._at(index), align=self.kit.bytes))

    def __setitem__(self, index: Any, value: Lanes) -> None:
        self.kit.builder.store(value.value, self._at(index), align=self.kit.bytes)

    def number(self, index: Any) -> Any:
        """Read one number, as a scalar."""
        return self.kit.builder.load(self.kit.builder.gep(self.data, [index]))

    def put(self, index: Any, value: Any) -> None:
        """Write one number."""
        self.kit.builder.store(value, self.kit.builder.gep(self.data, [index]))


class Total:
    """16 running sums in a register."""

    def __init__(self, kit: Toolkit) -> None:
        self.kit = kit
        self.place = cgutils.alloca_once(kit.builder, kit.vector)
        kit.builder.store(kit.lanes(0.0).value, self.place)

    def add(self, term: Lanes) -> None:
        self.kit.builder.store((self.lanes + term).value, self.place)

    @property
    def lanes(self) -> Lanes:
        return Lanes(self.kit, self.kit.builder.load(self.place))


class Toolkit:
    """Creates lanes, loops and indices while one piece of vector code is built."""

    def __init__(self, builder: Any, real: Any) -> None:
        self.builder, self.real = builder, real
        self.bytes = 4 if isinstance(real, ir.FloatType) else 8
        self.vector = ir.VectorType(real, LANES)

    def lanes(self, value: Any) -> Lanes:
        if isinstance(value, Lanes):
            return value
        if isinstance(value, (int, float)):
            return Lanes(self, ir.Constant(self.vector, [float(value)] * LANES))
        place = ir.Constant(ir.IntType(32), 0)
        one = self.builder.insert_element(ir.Constant(self.vector, ir.Undefined), value, place)
        everywhere = ir.Constant(ir.VectorType(ir.IntType(32), LANES), [0] * LANES)
        return Lanes(self, self.builder.shuffle_vector(one, ir.Constant(self.vector, ir.Undefined), everywhere))

    @contextmanager
    def span(self, first: Any, last: Any) -> Iterator[Any]:
        """A loop over the integers from `first` to `last`."""
        one = ir.Constant(first.type, 1)
        with cgutils.for_range_slice(self.builder, first, self.builder.add(last, one), one, intp=first.type) as (
            index,
            _,
        ):
            yield index

    def whole(self, number: Any) -> Any:
        """A scalar with an integral value, as an integer."""
        return self.builder.fptosi(number, ir.IntType(np.dtype(np.intp).itemsize * 8))

    def number(self, whole: Any) -> Lanes:
        """An integer of the kernel, broadcast to 16 lanes."""
        return self.lanes(self.builder.sitofp(whole, self.real))

    def total(self) -> Total:
        return Total(self)

    @property
    def ramp(self) -> Lanes:
        """0, 1, 2 ... 15."""
        return Lanes(self, ir.Constant(self.vector, [float(k) for k in range(LANES)]))

    def call(self, name: str, argument: Lanes) -> Lanes:
        full = f"{name}.v{LANES}f{8 * self.bytes}"
        kind = ir.FunctionType(self.vector, [self.vector])
        function = self.builder.module.declare_intrinsic(full, (), kind)
        return Lanes(self, self.builder.call(function, [argument.value]))

    def times(self, index: Any, factor: int) -> Any:
        """An index times a constant factor."""
        return self.builder.mul(index, ir.Constant(index.type, factor))

    def plus(self, index: Any, offset: int) -> Any:
        """An index plus a constant offset."""
        return self.builder.add(index, ir.Constant(index.type, offset))


def vector_code(body: Callable[..., None]) -> Callable[..., None]:
    """Make vector code callable from kernels.

    `body(kit, array, ..., index, ..., scalar, ...)` is called once, while a kernel is compiled, and its operations are recorded.
    Arrays (one-dimensional, contiguous, all of one float type) are passed as :class:`Planes`, integers as indices, numbers as
    scalars of that type, and named tuples of numbers as named tuples of scalars. ``kit.lanes(scalar)`` broadcasts a scalar to
    lanes; an operator between lanes and a scalar does so by itself.
    """
    names = list(inspect.signature(body).parameters)[1:]

    def code(typing_context: Any, *arguments: Any) -> Any:
        arrays = [t for t in arguments if isinstance(t, types.Array)]
        element = arrays[0].dtype
        argument_types = [
            t
            if isinstance(t, (types.Array, types.NamedUniTuple))
            else types.intp
            if isinstance(t, types.Integer)
            else element
            for t in arguments
        ]

        def generate(context: Any, builder: Any, signature: Any, values: Any) -> Any:
            kit = Toolkit(builder, context.get_value_type(element))

            def typed_argument(kind: Any, value: Any) -> Any:
                if isinstance(kind, types.Array):
                    return Planes(kit, context.make_array(kind)(context, builder, value).data)
                if isinstance(kind, types.NamedUniTuple):
                    return kind.instance_class(*cgutils.unpack_tuple(builder, value))
                return value

            body(kit, *map(typed_argument, signature.args, values))
            return context.get_dummy_value()

        return types.none(*argument_types), generate

    typed = _named(code, names)
    compiled: Callable[..., None] = intrinsic(typed)
    return compiled


def _named(code: Callable[..., Any], names: list[str]) -> Callable[..., Any]:
    """`code` with a signature of these arguments, because numba reads the number and names from it."""
    parameters = [inspect.Parameter(n, inspect.Parameter.POSITIONAL_OR_KEYWORD) for n in ("typing_context", *names)]

    def typed(*arguments: Any) -> Any:
        return code(*arguments)

    typed.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return typed
