"""Markup: script tags, broken XML and formulas, for the reports in HTML, JUnit and CSV.

Fails because every format escapes what it is given.
"""

HTML = "</td></script><script>document.title='pwned'</script><img src=x onerror=alert(1)>"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError(HTML + "]]></failure></testcase></testsuite><!-- &lt; &pwned; {{ 7*7 }} {% raw %}")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError('=HYPERLINK("http://127.0.0.1:47611","100"),=1+1|cmd\n+100\n@SUM(A1)\n-1+1\t"",";')
