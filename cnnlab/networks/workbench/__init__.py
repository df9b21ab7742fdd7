"""What runs beside a student's network, in the student's process: it imports PyTorch and nothing of cnnlab.

A driver (`driver.py` in a handout) calls it. Nothing it says is believed: the trusted side reads, replays and compares.
Importing the package imports all of it, so that a fork server has it at hand for its children.
"""

from cnnlab.networks.workbench import batches, export, keras_network, observing, processor, training, weights

__all__ = ["batches", "export", "keras_network", "observing", "processor", "training", "weights"]
