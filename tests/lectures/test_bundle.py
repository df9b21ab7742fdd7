"""Modules to one classic script."""

import pytest

from cnnlab.lectures.bundle import BundleError, Modules
from cnnlab.messages import Language, render


def reason(folder, source, file="a.js"):
    (folder / "a.js").write_text(source, encoding="utf-8")
    with pytest.raises(BundleError) as caught:
        Modules().bundle(folder / "a.js", {}, {})
    problem = caught.value.problem
    assert problem.path == folder / file
    return problem.line, render(problem.message, Language.ENGLISH)


def test_imports_and_exports_become_plain_constants(tmp_path):
    (tmp_path / "b.js").write_text("export const two = 2;\n", encoding="utf-8")
    (tmp_path / "a.js").write_text('import { two } from "./b.js";\nexport function start() { return two; }\n')
    made = Modules().bundle(tmp_path / "a.js", {}, {"words": {"a": "가"}}).script
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
    assert Modules().bundle(tmp_path / "a.js", {}, {}).script.count("three = 3") == 1


def test_a_missing_module_is_told(tmp_path):
    assert reason(tmp_path, '// x\nimport { b } from "./b.js";\n') == (2, "There is no script ./b.js.")


def test_another_form_is_told_with_its_line(tmp_path):
    line, said = reason(tmp_path, "\nexport default 3;\n")
    assert line == 2
    assert said.startswith("Write import { a } from")


def test_a_name_that_is_not_exported_is_told_in_the_line_that_wants_it(tmp_path):
    (tmp_path / "b.js").write_text("export const stepper = 1;\nconst hidden = 2;\n")
    assert reason(tmp_path, '// x\nimport { steper } from "./b.js";\n') == (
        2,
        "b.js exports no steper; it has: stepper.",
    )
    assert reason(tmp_path, 'import { hidden as stepper } from "./b.js";\n') == (
        1,
        "b.js exports no hidden; it has: stepper.",
    )
    (tmp_path / "a.js").write_text('import { stepper as walk } from "./b.js";\nexport function start() { walk(); }\n')
    assert "stepper: walk" in Modules().bundle(tmp_path / "a.js", {}, {}).script


def test_a_widget_without_mount_is_told(tmp_path):
    (tmp_path / "a.js").write_text("export function start() {}\n")
    (tmp_path / "w.js").write_text("export function mounted() {}\n")
    with pytest.raises(BundleError) as raised:
        Modules().bundle(tmp_path / "a.js", {"w": tmp_path / "w.js"}, {})
    assert raised.value.problem.path == tmp_path / "w.js"
    assert "exports a function mount" in render(raised.value.problem.message, Language.ENGLISH)


def test_a_circle_is_told(tmp_path):
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\n')
    assert "circle" in reason(tmp_path, 'import { b } from "./b.js";\n')[1]


def later(folder, weights, asking='const { W } = await import("./w.js");'):
    """A page that loads `weights` later."""
    (folder / "w.js").write_text(weights)
    (folder / "a.js").write_text(f"export async function start() {{\n  {asking}\n  return W;\n}}\n")
    return Modules().bundle(folder / "a.js", {}, {})


def test_what_is_loaded_later_is_a_file_of_its_own(tmp_path):
    made = later(tmp_path, "export const W = 225034;\n")
    name = f"{tmp_path.name}/w.js"
    assert "225034" not in made.script
    assert f'await loadLater("{name}?' in made.script
    assert list(made.later) == [name]
    assert "const W = 225034;\nreturn { W };" in made.later[name]


def test_its_address_changes_with_what_it_holds(tmp_path):
    one, other = (later(tmp_path, f"export const W = {value};\n").script for value in (1, 2))
    assert one != other
    assert one == later(tmp_path, "export const W = 1;\n").script


def test_a_page_that_loads_nothing_later_has_no_loader(tmp_path):
    (tmp_path / "a.js").write_text("export function start() {}\n")
    assert "loadLater" not in Modules().bundle(tmp_path / "a.js", {}, {}).script


def test_what_is_loaded_later_imports_nothing_itself(tmp_path):
    (tmp_path / "w.js").write_text('// x\nimport { b } from "./a.js";\n')
    line, said = reason(tmp_path, 'import("./w.js");\n', "w.js")
    assert line == 2
    assert "cannot import others" in said


def test_what_is_loaded_later_has_to_be_there(tmp_path):
    assert reason(tmp_path, '\nconst w = import("./w.js");\n') == (2, "There is no script ./w.js.")


def test_a_script_that_is_loaded_later_is_named_in_quotes(tmp_path):
    line, said = reason(tmp_path, "\n\nconst w = import(name);\n")
    assert line == 3
    assert said.startswith('Write import("./file.js"): one script')


def test_a_script_from_windows_and_one_with_a_nul_are_taken_in(tmp_path):
    (tmp_path / "b.js").write_text('export const nul = "\0";\n')
    (tmp_path / "a.js").write_text(
        'import { nul } from "./b.js";\nexport function start() { return nul; }\n', encoding="utf-8-sig"
    )
    made = Modules().bundle(tmp_path / "a.js", {}, {}).script
    assert 'const nul = "\\0";' in made
    assert "const { nul } = m0;" in made
