"""Breaks the channel: sends descriptors along with its bytes (SCM_RIGHTS), five hundred at a time, to use up the grader's.

Fails because the grader never receives ancillary data, and sendmsg may be denied altogether.
"""

import array
import os
import socket
import stat


def max_pool2d(x, kernel_size, stride=None, padding=0):
    spare = array.array("i", [1] * 20)
    for fd in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fd)
                try:
                    for _ in range(25):
                        channel.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, spare)], socket.MSG_DONTWAIT)
                finally:
                    channel.detach()
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
