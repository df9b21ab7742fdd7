"""The learning rate over a training: up, then down to nothing, once (one cycle; Smith and Topin, 2018, "Super-Convergence")."""

WARM, FLOOR = 0.15, 0.01


def learning_rates(peak: float, steps: int) -> list[float]:
    """The rate of every batch: linearly up to `peak` in the first 15 %, linearly down to a hundredth of it at the end."""
    rates = []
    for step in range(steps):
        share = step / max(steps - 1, 1)
        height = share / WARM if share < WARM else (1 - share) / (1 - WARM)
        rates.append(peak * max(height, FLOOR))
    return rates
