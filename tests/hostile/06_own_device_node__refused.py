"""Writes outside: makes a device node of the disk in its own folder and reads the disk through it (root may).

Fails because device nodes can be made nowhere.
"""

import os
import stat


def max_pool2d(x, kernel_size, stride=None, padding=0):
    device = os.stat("/dev/vda").st_rdev if os.path.exists("/dev/vda") else os.makedev(8, 0)
    os.mknod("disk", stat.S_IFBLK | 0o600, device)
    with open("disk", "rb", 0) as disk:
        raise RuntimeError(disk.read(64).hex())


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.mknod("memory", stat.S_IFCHR | 0o600, os.makedev(1, 11))
    os.close(os.open("memory", os.O_RDONLY | os.O_NONBLOCK))
