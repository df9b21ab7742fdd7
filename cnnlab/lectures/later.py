"""What a page loads once it has been drawn: `import("./file.js")` in a script, a file of its own in the built site.

Browsers import no modules from `file://` and fetch nothing there, but they run scripts: each such file is one, and leaves what it exports at its
own element, where whoever asked for it finds it. So no name is shared, and nothing is loaded twice.
"""

import hashlib
import re
from pathlib import Path

LATER = re.compile(r'\bimport\("(\.\.?/[\w./-]+\.js)"\)')
LOADER = """const loadLater = ((page) => {
const asked = {};
return (name) => asked[name] ??= new Promise((loaded, failed) => {
const script = document.createElement("script");
script.addEventListener("load", () => loaded(script.exported));
script.addEventListener("error", () => { delete asked[name]; failed(new Error(name)); });
script.src = new URL(name, page);
document.head.append(script);
});
})(document.currentScript.src);"""


def name_of(path: Path) -> str:
    """Where a script that is loaded later lies below `assets/`."""
    return f"{path.parent.name}/{path.name}"


def file_of(code: str, exported: list[str]) -> str:
    """The file of a module with this code and these exports."""
    return f'"use strict";\ndocument.currentScript.exported = (() => {{\n{code}\nreturn {{ {", ".join(exported)} }};\n}})();\n'


def asking(path: Path, content: str) -> str:
    """The expression that loads it; the address changes with the content, so that no browser takes an old one from its cache."""
    return f'loadLater("{name_of(path)}?{hashlib.sha256(content.encode()).hexdigest()[:8]}")'
