"""What we override and call of Jupyter's, Voilà's and IPython's insides is still there, and still what we count on."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import workshop_kit.running
import workshop_kit.serving
from workshop_kit.serving.jupyter import UPSTREAM

OTHERS = ("jupyter_client", "jupyter_server", "voila", "IPython", "comm", "traitlets", "tornado")
#: Public and documented: what a request handler is made of.
PUBLIC = ("tornado.web", "tornado.websocket")
#: What Python and traitlets put into every class.
EVERYWHERE = {"__module__", "__doc__", "__init__", "__annotations__", "__dict__", "__weakref__"}
EVERYWHERE |= {"__abstractmethods__", "_abc_impl"}
MADE_BY_TRAITLETS = {name for name in vars(importlib.import_module("traitlets").HasTraits) if name.startswith("_")}


def find(name: str) -> Any:
    """Return what ``module:Class.name`` stands for, without calling descriptors."""
    module, _, path = name.partition(":")
    found: Any = importlib.import_module(module)
    for part in path.split("."):
        found = inspect.getattr_static(found, part)
    return found.__func__ if isinstance(found, staticmethod) else found


def check_parameters(function: Any, expected: list[str]) -> None:
    """Demand the parameters expected, in order; what comes beyond may be left out."""
    parameters = inspect.signature(function).parameters.values()
    places = [parameter.name for parameter in parameters]
    assert [name for name in places if name in expected] == expected, places
    for parameter in parameters:
        optional = parameter.default is not parameter.empty or parameter.kind in {
            parameter.VAR_POSITIONAL,
            parameter.VAR_KEYWORD,
        }
        assert parameter.name in expected or optional, f"{parameter.name} became necessary"


@pytest.mark.parametrize("name", [name for name, parameters in UPSTREAM.items() if parameters is not None])
def test_a_function_we_count_on_takes_what_we_give_it(name: str) -> None:
    found = find(name)
    if name == "atexit:_run_exitfuncs":  # written in C, takes nothing
        assert callable(found)
    else:
        check_parameters(found, (UPSTREAM[name] or "").split())


@pytest.mark.parametrize("name", [name for name, parameters in UPSTREAM.items() if parameters is None])
def test_an_attribute_we_count_on_is_there(name: str) -> None:
    assert not inspect.isfunction(find(name))


def test_a_parameter_that_went_or_became_necessary_is_noticed() -> None:
    def upstream(self: object, kernel: str, more: str) -> None: ...

    with pytest.raises(AssertionError):
        check_parameters(upstream, ["self", "kernel", "now"])
    with pytest.raises(AssertionError, match="more became necessary"):
        check_parameters(upstream, ["self", "kernel"])
    check_parameters(upstream, ["self", "kernel", "more"])


def our_classes() -> Iterator[type]:
    for information in pkgutil.iter_modules(workshop_kit.serving.__path__):
        if information.name not in {"__main__", "page_process", "nursery_process"}:
            module = importlib.import_module(f"workshop_kit.serving.{information.name}")
            own = (one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__)
            yield from own


def overrides_of(ours: type) -> Iterator[str]:
    """Yield the names of others that a class of ours overrides, as ``UPSTREAM`` would spell them."""
    for name in vars(ours).keys() - EVERYWHERE - MADE_BY_TRAITLETS:
        for base in ours.__mro__[1:]:
            if name in vars(base):
                if base.__module__.startswith(OTHERS) and not base.__module__.startswith(PUBLIC):
                    yield f"{base.__module__}:{base.__qualname__}.{name}"
                break


def test_every_override_is_on_the_list() -> None:
    overridden = {name: ours.__name__ for ours in our_classes() for name in overrides_of(ours)}
    assert not {name: ours for name, ours in overridden.items() if name not in UPSTREAM}


def test_an_override_that_is_not_on_the_list_would_be_seen() -> None:
    from jupyter_client.session import Session

    class Ours(Session):
        def sign(self, msg_list: list[Any]) -> bytes:
            return b""

    assert list(overrides_of(Ours)) == ["jupyter_client.session:Session.sign"]


def test_nothing_stands_on_the_list_that_is_not_used() -> None:
    rooms = (workshop_kit.serving, workshop_kit.running)
    used = set().union(*(names_in(path) for room in rooms for path in Path(room.__path__[0]).glob("*.py")))
    assert not {name for name in UPSTREAM if re.split("[:.]", name)[-1] not in used}


def names_in(module: Path) -> set[str]:
    """Return the names that a module defines, calls or spells, without those of the list itself."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    statements = [one for one in tree.body if not (isinstance(one, ast.AnnAssign) and is_the_list(one.target))]
    found: set[str] = set()
    for node in (node for statement in statements for node in ast.walk(statement)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


def is_the_list(target: ast.expr) -> bool:
    return isinstance(target, ast.Name) and target.id == "UPSTREAM"
