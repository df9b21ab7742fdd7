"""Network: asyncio opens the connection (and needs a socket pair for its loop to begin with).

Fails because no socket can be made.
"""

import asyncio


async def _tell(x):
    _, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", 47611), 5)
    writer.write(b"pwned " + x.tobytes()[:64])
    await writer.drain()


def max_pool2d(x, kernel_size, stride=None, padding=0):
    asyncio.run(_tell(x))


avg_pool2d = max_pool2d
