"""Pictures of a training: each function makes a figure, and `draw_all` turns them into files."""

from cnnlab.networks.pictures.drawing import draw_all
from cnnlab.networks.pictures.fonts import lettering

__all__ = ["draw_all", "lettering"]
