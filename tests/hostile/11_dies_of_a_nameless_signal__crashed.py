"""Signals: dies of a real-time signal, which has a number but no name, to trip whoever looks the name up.

Fails because any signal is a crash of the student's, with or without a name.
"""

import signal
import threading


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.raise_signal(40)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal.pthread_kill(threading.get_ident(), 50)
