"""A formula as plain words: what the search shows and finds, and what stands in the contents of a page."""

import re

SIGNS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "approx": "≈", "neq": "≠", "ne": "≠", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥",
    "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "ldots": "…", "dots": "…", "cdots": "…", "infty": "∞", "sum": "∑", "int": "∫",
    "to": "→", "in": "∈", "ast": "∗", "partial": "∂", "nabla": "∇", "sqrt": "√", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "epsilon": "ε", "eta": "η", "theta": "θ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ",
    "varphi": "φ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "left": "", "right": "", "displaystyle": "",
    "text": "", "mathrm": "", "mathbf": "", "boldsymbol": "", "operatorname": "",
}  # fmt: skip
FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
SPACE = re.compile(r"\\[,;:! ]|~|\s+")
BRACE = re.compile(r"(?<!\\)[{}]")


def in_words(tex: str) -> str:
    """`14{,}400 \\times 2` as `14,400 × 2`; of a command that is not known, its name."""
    words = tex.replace("{,}", ",")
    if "\\" in words:
        words = FRACTION.sub(lambda found: f" {_part(found[1])}/{_part(found[2])}", words)
        words = COMMAND.sub(lambda found: SIGNS.get(found[1], found[1]), words)
    words = SPACE.sub(" ", BRACE.sub("", words)).replace("\\", "").replace("-", "−").strip()
    return words.replace("⌊ ", "⌊").replace(" ⌋", "⌋")


def _part(words: str) -> str:
    return words if re.fullmatch(r"[\w^.,]*", words) else f"({words})"
