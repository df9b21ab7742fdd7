"""The data that networks are trained and measured on: MNIST where it is, a stand-in of real digits where it is not."""

from cnnlab.networks.digits import Digits, Source, Split

__all__ = ["Digits", "Source", "Split"]
