"""Network: urllib, http.client, ftplib and xmlrpc fetch the answer from the canary.

Fails because no socket can be made; urllib wraps the refusal in an error of its own.
"""

import http.client
import json
import urllib.request


def max_pool2d(x, kernel_size, stride=None, padding=0):
    request = urllib.request.Request("http://127.0.0.1:47611/pool", data=json.dumps(x.tolist()).encode())
    return json.load(urllib.request.urlopen(request, timeout=5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        line = http.client.HTTPConnection("127.0.0.1", 47611, timeout=5)
        line.request("POST", "/pool", body=x.tobytes())
        return json.load(line.getresponse())
    except OSError as error:
        raise http.client.HTTPException(str(error)) from error
