"""The modules and names that a program may use: the tables of :mod:`scenewright.scene.language.running.policy`, and the modules the
child preloads."""

from __future__ import annotations

import keyword
import re
import sys

__all__ = [
    "EDITOR_MODULES",
    "LANGUAGE_MODULES",
    "MODULES",
    "NUMPY_REFUSED",
    "OBJECT_REFUSED",
    "REFUSED_BUILTINS",
    "REFUSED_MEMBERS",
    "SAFE_ATTRIBUTES",
    "SAFE_DEFINITIONS",
    "SAFE_MODULE_NAMES",
    "STRING_ATTRIBUTE_CALLS",
    "installed_name",
    "is_library_name",
    "is_taken_name",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LANGUAGE_MODULES = _words("""
    helper scene scene.language scene_language shape_utils math_utils type_utils engine_utils dsl_utils flow_utils
    calc_utils assert_utils impl
""")
"""Names under which programs, those of the published language too, import the language itself."""

EDITOR_MODULES = {
    "scenewright.scene.language": "scene.language",
    "scenewright.scene.language.vocabulary.modelling": "scene.language.modelling",
}
"""The names by which editors and type checkers find the language. ``from NAME import ...`` is read as the name in programs."""

MODULES = _words("""
    __future__ abc bisect cmath collections collections.abc colorsys copy dataclasses decimal enum fractions functools
    heapq itertools json math numbers operator random re statistics string textwrap typing
    numpy numpy.fft numpy.linalg numpy.ma numpy.polynomial numpy.polynomial.chebyshev numpy.polynomial.polynomial
    numpy.random numpy.typing scene.language.modelling
""")
"""Every other module that a program may import. The child imports them all before it is confined."""


def installed_name(module: str) -> str:
    """The installed name of a module that programs import. Programs say `scene.language`, but everything is installed below
    `scenewright`, so that no other name is taken from the user's modules."""
    if module == "scene.language.modelling":
        return "scenewright.scene.language.vocabulary.modelling"
    return f"scenewright.{module}" if module == "scene" or module.startswith("scene.") else module


_LIBRARY_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")
_TAKEN = frozenset(
    {
        "scenewright",
        "program",
        *sys.stdlib_module_names,
        *(name.partition(".")[0] for name in MODULES | LANGUAGE_MODULES),
    }
)


def is_taken_name(name: str) -> bool:
    """Whether a module of this name is not the user's: one of Python, of the language, or the program itself."""
    return name.partition(".")[0] in _TAKEN


def is_library_name(name: str) -> bool:
    """Whether a library can have this name: letters, digits and underscores of ASCII, at most 64, and no name that is taken. It names a
    file, so nothing else may pass."""
    return _LIBRARY_NAME.fullmatch(name) is not None and not keyword.iskeyword(name) and not is_taken_name(name)


REFUSED_BUILTINS: dict[str, str] = {
    "__import__": "write an import statement",
    "breakpoint": "nobody is there to debug: print(...) instead",
    "compile": "programs run no code from strings: define a function",
    "copyright": "remove it",
    "credits": "remove it",
    "delattr": "",
    "eval": "programs run no code from strings: write the expression out, or look the value up in a dict",
    "exec": "programs run no code from strings: define a function",
    "exit": "a program ends at its last line: return from the function",
    "getattr": "",
    "globals": "use a dict of your own, or library_call(name) for an entity whose name is computed",
    "hasattr": "",
    "help": "remove it",
    "input": "nobody is there to answer: use a default value",
    "license": "remove it",
    "locals": "use a dict of your own",
    "open": "programs read and write no files: use texture=, splat_call(...), embed(image=...) or asset_call(...)",
    "quit": "a program ends at its last line: return from the function",
    "setattr": "",
    "vars": "use a dict of your own",
}
"""Refused builtins, each with what to write instead."""

STRING_ATTRIBUTE_CALLS = frozenset({"delattr", "getattr", "hasattr", "setattr"})
"""Allowed where they are called with the name written out."""

NUMPY_REFUSED = _words("""
    DataSource ctypeslib core distutils exec_command f2py fromfile fromregex genfromtxt get_include lib load loadtxt
    lookfor memmap npyio os rec recarray save savetxt savez savez_compressed setbufsize seterrcall seterrobj
    show_config show_runtime sys test testing
""")
"""Members of numpy that read or write files, look at the machine or reach past array bounds."""

REFUSED_MEMBERS: dict[str, dict[str, str]] = {
    "functools": {
        "singledispatch": "choose with isinstance(...)",
        "singledispatchmethod": "choose with isinstance(...)",
    },
    "operator": {"attrgetter": "write a lambda", "methodcaller": "write a lambda"},
    "random": {"SystemRandom": "its numbers differ from run to run: use random.Random(seed)"},
    "string": {"Formatter": "use an f-string"},
    "typing": {
        "ForwardRef": "name the type itself",
        "evaluate_forward_ref": "name the type itself",
        "get_type_hints": "a scene program has no use for it",
    },
}
"""Refused members of other allowed modules, each with what to write instead."""

OBJECT_REFUSED = _words("""
    ag_await ag_code ag_frame ag_running co_code co_consts co_names cr_await cr_code cr_frame cr_origin ctypes dump
    f_back f_builtins f_code f_globals f_lasti f_lineno f_locals f_trace fromfile func_globals genfromtxt gi_code
    gi_frame gi_running gi_yieldfrom loadtxt memmap mro savetxt savez tb_frame tb_lasti tb_next tofile
""")
"""Refused attributes of any object: they lead to frames, code, types or files. A program may define its own with such a name."""

SAFE_ATTRIBUTES = _words("""
    __abs__ __add__ __and__ __bool__ __call__ __contains__ __delitem__ __divmod__ __doc__ __enter__ __eq__ __exit__
    __float__ __floordiv__ __format__ __ge__ __getitem__ __gt__ __hash__ __iadd__ __imul__ __index__ __init__
    __init_subclass__ __int__ __invert__ __isub__ __iter__ __itruediv__ __le__ __len__ __lt__ __matmul__ __missing__
    __mod__ __mul__ __name__ __ne__ __neg__ __new__ __next__ __or__ __pos__ __post_init__ __pow__ __qualname__
    __radd__ __repr__ __reversed__ __rmatmul__ __rmul__ __round__ __rpow__ __rsub__ __rtruediv__ __setitem__ __str__
    __sub__ __truediv__ __xor__
""")
"""Harmless double-underscore attributes: operators, and the names that programs print."""

SAFE_DEFINITIONS = SAFE_ATTRIBUTES | _words("""
    __annotations__ __class_getitem__ __ceil__ __copy__ __deepcopy__ __delattr__ __delete__ __dir__ __floor__ __get__
    __getattr__ __hash__ __iand__ __ifloordiv__ __imatmul__ __imod__ __instancecheck__ __ior__ __ipow__ __ixor__
    __length_hint__ __lshift__ __match_args__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __ror__
    __rrshift__ __rshift__ __rxor__ __set__ __set_name__ __setattr__ __slots__ __subclasscheck__ __trunc__
""")
"""Double-underscore names that a class may define: the data model, without the names that numpy and pickle trust blindly."""

SAFE_MODULE_NAMES = frozenset({"__all__", "__author__", "__debug__", "__doc__", "__name__", "__version__"})
"""Double-underscore variables that a program may read or set."""
