"""How far a car travels while its network is still looking."""

KM_H = 3.6
"""So many km/h are one metre per second."""


def travelled(km_per_hour: float, seconds: float) -> float:
    """Metres at a steady speed."""
    return km_per_hour / KM_H * seconds
