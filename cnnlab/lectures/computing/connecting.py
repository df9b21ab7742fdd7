"""How values lie in a row after flattening, and which inputs a layer joins to which outputs."""


def flat_place(channel: int, row: int, column: int, height: int, width: int) -> int:
    """Where the value at (channel, row, column) of a shape (C, height, width) lies after flattening."""
    return channel * height * width + row * width + column


def fully_connected(inputs: int, outputs: int) -> list[tuple[int, int, int]]:
    """Every connection as (input, output, which weight): no weight is used twice."""
    return [(source, target, target * inputs + source) for target in range(outputs) for source in range(inputs)]


def convolutional(inputs: int, kernel_size: int) -> list[tuple[int, int, int]]:
    """The connections of a one-dimensional convolution without padding, as (input, output, which weight)."""
    return [
        (target + place, target, place) for target in range(inputs - kernel_size + 1) for place in range(kernel_size)
    ]
