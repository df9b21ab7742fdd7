"""Modules to one classic script."""

import pytest

from cnnlab.lectures.bundle import BundleError, Modules
from cnnlab.messages import Language, render


def reason(folder, source):
    (folder / "a.js").write_text(source, encoding="utf-8")
    with pytest.raises(BundleError) as caught:
        Modules().bundle(folder / "a.js", {}, {})
    problem = caught.value.problem
    return problem.line, render(problem.message, Language.ENGLISH)


def test_imports_and_exports_become_plain_constants(tmp_path):
    (tmp_path / "b.js").write_text("export const two = 2;\n", encoding="utf-8")
    (tmp_path / "a.js").write_text('import { two } from "./b.js";\nexport function start() { return two; }\n')
    made = Modules().bundle(tmp_path / "a.js", {}, {"words": {"a": "가"}})
    assert "import " not in made
    assert "export " not in made
    assert made.index("const two = 2") < made.index("const { two } = m0;")
    assert 'const words = {"a":"가"};' in made


def test_a_module_is_taken_in_once(tmp_path):
    (tmp_path / "c.js").write_text("export const three = 3;\n")
    (tmp_path / "b.js").write_text('import { three } from "./c.js";\nexport const two = three;\n')
    (tmp_path / "a.js").write_text(
        'import { two } from "./b.js";\nimport { three } from "./c.js";\nexport function start() {}\n'
    )
    assert Modules().bundle(tmp_path / "a.js", {}, {}).count("three = 3") == 1


def test_a_missing_module_is_told(tmp_path):
    assert reason(tmp_path, '// x\nimport { b } from "./b.js";\n') == (2, "There is no script ./b.js.")


def test_another_form_is_told_with_its_line(tmp_path):
    line, said = reason(tmp_path, "\nexport default 3;\n")
    assert line == 2
    assert said.startswith("Write import { a } from")


def test_a_circle_is_told(tmp_path):
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\n')
    assert "circle" in reason(tmp_path, 'import { b } from "./b.js";\n')[1]
