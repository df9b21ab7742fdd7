"""Landlock alone: a library that an assignment does not allow is out of reach, however its import is spelt."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from cnnlab.sandbox.replies import Raised

SITE = Path(np.__file__).parents[1]


def refused(reply):
    """Whether the kernel said no, or the thing could not be found."""
    return isinstance(reply, Raised) and bool({"OSError", "ImportError"} & set(reply.families))


SPELLINGS = {
    "import": "import scipy; return scipy.__name__",
    "from_import": "from scipy import signal; return signal.__name__",
    "dunder": "return __import__('scipy').__name__",
    "builtins": "import builtins; return getattr(builtins, '__imp' + 'ort__')('sci' + 'py').__name__",
    "importlib": "import importlib; return importlib.import_module('scipy').__name__",
    "exec": "exec('import scipy as s', globals()); return s.__name__",
    "path": "import sys; sys.path.insert(0, site); import scipy; return scipy.__name__",
    "caches": "import importlib; importlib.invalidate_caches(); import scipy; return scipy.__name__",
    "finder": (
        "from importlib.machinery import FileFinder, SourceFileLoader as loader; "
        "return loader('scipy', FileFinder(site, (loader, ['.py'])).path + '/scipy/__init__.py').load_module().__name__"
    ),
    "spec": (
        "import importlib.util as u; s = u.spec_from_file_location('scipy', site + '/scipy/__init__.py'); "
        "m = u.module_from_spec(s); s.loader.exec_module(m); return m.__name__"
    ),
    "compile": "return eval(compile(open(site + '/scipy/__init__.py').read(), 'x', 'exec'))",
    "runpy": "import runpy; return sorted(runpy.run_module('scipy'))",
    "pkgutil": "import pkgutil; return pkgutil.resolve_name('scipy.signal').__name__",
    "zipimport": "import zipimport; return zipimport.zipimporter(site).load_module('scipy').__name__",
    "metadata": "import importlib.metadata as m; return m.version('scipy')",
    "library": "import ctypes, os; return str(ctypes.CDLL(os.path.join(site, library)))",
    "listing": "import os; return os.listdir(site)",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_library_that_is_not_allowed_is_out_of_reach_however_it_is_spelt(run_with_landlock, spelling):
    library = next(path.relative_to(SITE) for path in (SITE / "scipy").rglob("*.so"))
    source = f"def f(site, library):\n    {SPELLINGS[spelling]}\n"
    assert refused(run_with_landlock(source, str(SITE), str(library)))


@pytest.mark.parametrize(
    "name", ["scipy", "pytest", "hypothesis", "rich", "cnnlab.grading", "cnnlab.course", "cnnlab.errors"]
)
def test_only_allowed_libraries_are_imported(run_with_landlock, name):
    assert importlib.util.find_spec(name)
    assert refused(run_with_landlock("import importlib\ndef f(name):\n    importlib.import_module(name)\n", name))
