"""Network: netlink, packet, vsock, kernel crypto and Bluetooth sockets, in the hope that a rule names only AF_INET.

Fails because no family is allowed.
"""

import socket

FAMILIES = {"netlink": (16, 3, 0), "packet": (17, 3, 0), "crypto": (38, 5, 0), "vsock": (40, 1, 0), "xdp": (44, 3, 0)}


def max_pool2d(x, kernel_size, stride=None, padding=0):
    opened, denied = [], None
    for name, (family, kind, protocol) in FAMILIES.items():
        try:
            socket.socket(family, kind, protocol).close()
            opened.append(name)
        except PermissionError as error:
            denied = error
        except OSError:
            continue
    if opened:
        return opened
    raise denied or RuntimeError("no such family")


avg_pool2d = max_pool2d
