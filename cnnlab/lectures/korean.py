"""Digits with the particles that Korean puts behind them: they go by the sound of the last syllable."""

SOUNDS = "영일이삼사오육칠팔구"
FIRST, ENDINGS, RIEUL = ord("가"), 28, 8


def _ending(digit: int) -> int:
    """The final consonant of a digit's name as Unicode numbers it; 0 where it ends in a vowel."""
    return (ord(SOUNDS[digit]) - FIRST) % ENDINGS


def with_object(digit: int) -> str:
    """`3을`, `4를`."""
    return f"{digit}{'을' if _ending(digit) else '를'}"


def as_what(digit: int) -> str:
    """`3으로`, `4로`, and `7로`, since 칠 ends in ㄹ."""
    return f"{digit}{'으로' if _ending(digit) not in (0, RIEUL) else '로'}"
