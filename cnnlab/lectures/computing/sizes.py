"""Where windows lie along one axis, and how often each pixel is seen. Counted, not taken from the formula."""


def starts(size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> list[int]:
    """The first pixel of every window that fits; with padding the first starts at −padding."""
    return list(range(-padding, size + padding - kernel_size + 1, stride))


def leftover(size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> int:
    """How many places at the end of the padded axis no window reaches."""
    begins = starts(size, kernel_size, stride, padding)
    return size + padding - (begins[-1] + kernel_size)


def visits(size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> list[list[int]]:
    """In how many square windows each pixel of a square image of shape (size, size) lies."""
    begins = starts(size, kernel_size, stride, padding)
    along = [sum(begin <= place < begin + kernel_size for begin in begins) for place in range(size)]
    return [[down * right for right in along] for down in along]
