"""Writes outside: lets sqlite, logging, shelve, numpy.save and tracemalloc do the writing.

Fails because each of them opens files in this very process.
"""

import logging
import shutil
import sqlite3

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        sqlite3.connect("/tmp/cnnlab-canary/pwned.sqlite").execute("create table pwned (score)")
    except sqlite3.OperationalError:
        logging.FileHandler("/tmp/cnnlab-canary/pwned.log").emit(logging.makeLogRecord({"msg": "score 100"}))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        shutil.copytree(".", "/tmp/pwned-cnnlab-tree")
    except (OSError, shutil.Error):
        np.save("/tmp/pwned-cnnlab-array.npy", x)
