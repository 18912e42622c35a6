"""Expressions that are compiled when they are first asked."""

import importlib
import pkgutil
import re

import extract
from extract.expressions import _Waiting, expression

_DIGITS = expression(r"\d+")


def test_the_compiled_expression_takes_its_place_in_the_module():
    assert isinstance(_DIGITS, _Waiting)
    assert _DIGITS.findall("1 and 22") == ["1", "22"]
    assert isinstance(_DIGITS, re.Pattern)


def test_an_expression_elsewhere_is_compiled_once():
    held = [expression("[a-z]", re.IGNORECASE)]
    assert held[0].match("A")
    compiled = held[0].__dict__["compiled"]
    assert held[0].match("b")
    assert held[0].__dict__["compiled"] is compiled
    assert held[0].flags & re.IGNORECASE


def test_an_expression_of_an_object_gives_way_in_it():
    class Holder:
        def __init__(self):
            self.word = expression("[a-z]+", holder=self)

    one, other = Holder(), Holder()
    assert one.word.match("kent")
    assert isinstance(one.word, re.Pattern)
    assert isinstance(other.word, _Waiting)


def test_what_no_expression_has_is_missing():
    assert not hasattr(expression("a"), "nothing")


def test_every_expression_of_ours_compiles():
    found = 0
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        if any(part in module.name for part in ("dask", "review", "sinks", "sources")):
            continue  # they need an extra
        for value in list(vars(importlib.import_module(module.name)).values()):
            if isinstance(value, _Waiting | re.Pattern):
                assert value.pattern
                found += 1
    assert found > 500
