"""Two figures in different units → do they measure the same? 5 acres are 2 hectares."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from briefing.claims.quantities import Quantity

__all__ = ["is_converted"]

_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "mm": ("length", "0.001"), "cm": ("length", "0.01"), "m": ("length", "1"), "km": ("length", "1000"),
    "inch": ("length", "0.0254"), "foot": ("length", "0.3048"), "yard": ("length", "0.9144"),
    "mile": ("length", "1609.344"), "nmi": ("length", "1852"),
    "m²": ("area", "1"), "ha": ("area", "10000"), "km²": ("area", "1000000"), "sq foot": ("area", "0.092903"),
    "acre": ("area", "4046.86"), "sq mile": ("area", "2589988"), "jerib": ("area", "2000"),
    "g": ("mass", "0.001"), "kg": ("mass", "1"), "tonne": ("mass", "1000"), "ounce": ("mass", "0.0283495"),
    "lb": ("mass", "0.453592"), "ton": ("mass", "1000"),
    "litre": ("volume", "1"), "m³": ("volume", "1000"), "gallon": ("volume", "4.2"), "barrel": ("volume", "159"),
    "cubic foot": ("volume", "28.3168"),
    "km/h": ("speed", "1"), "mph": ("speed", "1.609344"), "knot": ("speed", "1.852"),
    "kW": ("power", "1"), "MW": ("power", "1000"), "GW": ("power", "1000000"), "hp": ("power", "0.7457"),
    "kWh": ("energy", "1"), "MWh": ("energy", "1000"), "GWh": ("energy", "1000000"), "TWh": ("energy", "1000000000"),
})  # fmt: skip
"""What a unit measures, and how much of it."""
_ROOM = Fraction(1, 10)
"""How far two numbers may be apart, as a part of the greater: both are rounded, and a ton is not one everywhere."""


def is_converted(claim: Quantity, source: Quantity) -> bool:
    """Tell whether one figure is about the other in another unit, the greater end of a range."""
    if claim.unit == source.unit or claim.unit not in _UNITS or source.unit not in _UNITS:
        return False
    (measured, mine), (other, its) = _UNITS[claim.unit], _UNITS[source.unit]
    one, two = abs(claim.high * Fraction(mine)), abs(source.high * Fraction(its))
    return measured == other and abs(one - two) <= _ROOM * max(one, two)
