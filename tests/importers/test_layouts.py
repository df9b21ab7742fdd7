"""Each LMS's own way to name files: who, when, and which file."""

import subprocess
from datetime import UTC, datetime, timedelta, timezone

import pytest

from cnnlab.importers.git_time import MAX_COMMIT
from cnnlab.importers.layouts.pile import Kind
from tests.importers.conftest import ANSWER, all_said, said

METADATA = """---
submission_101:
  :submitters:
  - :name: 김민지
    :sid: '2023001'
    :email: kim@x.kr
  :created_at: 2026-03-20 14:59:00.000000000 Z
  :score: 10.0
submission_102:
  :submitters:
  - :name: Alice Park
    :sid: 42
    :email: alice@x.kr
  - :name: Bob Lee
    :sid:
    :email: bob@x.kr
  :created_at: 2026-03-21 08:00:00 +09:00
  :history:
  - :id: 7
    :created_at: 2026-03-19 08:00:00 Z
"""


def test_canvas(packed_by_python, opened):
    found, read = opened(
        packed_by_python(
            {
                "kimminji_1201_88001_pooling.py": ANSWER,
                "leebob_LATE_1202_88002_pooling-2.py": ANSWER,
                "박영희_1203_88003_pooling.zip": b"",
                "parkjane_1204_text.html": "<p>hi</p>",
                "anon_Ab3dE_88005_pooling.py": ANSWER,
                "kimminji_1206_88006_my_own_1_2_name.py": ANSWER,
            }
        )
    )
    assert found.kind is Kind.CANVAS
    assert set(read) == {"kimminji (1201)", "kimminji (1206)", "leebob", "박영희", "parkjane", "anon_Ab3dE"}
    [(entry, submission)] = read["leebob"]
    assert (entry.student.lms_id, entry.name, entry.submitted_at) == ("1202", "pooling-2.py", None)
    assert (submission.source, all_said(submission.notes)) == (ANSWER, ["Canvas marked it late."])
    assert all_said(found.notes)[0] == "Canvas marked 1 late and does not tell by how much: leebob."
    assert said(read["parkjane"][0][1].problem).startswith("A text or a link was handed in, not a file.")
    assert read["kimminji (1206)"][0][0].name == "my_own_1_2_name.py"


def test_canvas_of_an_anonymous_assignment_and_of_groups(packed_by_python, opened):
    """Names as `lib/content_zipper.rb` makes them: a late anonymous one has no name before LATE."""
    _, read = opened(
        packed_by_python({"LATE_anon_Ab3dE_88005_pooling.py": ANSWER, "anon_x9YzW_text.html": "<p>hi</p>"})
    )
    assert set(read) == {"anon_Ab3dE", "anon_x9YzW"}
    assert all_said(read["anon_Ab3dE"][0][1].notes) == ["Canvas marked it late."]
    _, read = opened(packed_by_python({"team7_1201_88001_pooling.py": ANSWER, "박영희_1203_88003_pooling.py": ANSWER}))
    assert read["team7"][0][0].student.lms_id == "1201"


def test_what_canvas_adds_when_a_file_is_handed_in_again_is_no_fault(packed_by_python, opened):
    """From the eighth time on it is a UUID, and the file is still found among others."""
    again = "pooling-1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed.py"
    _, read = opened(
        packed_by_python(
            {
                f"kim_1201_88001_{again}": ANSWER,
                "kim_1201_88002_draft-7.py": "x = 1\n",
                "lee_1202_88003_pooling-7.py": ANSWER,
            }
        )
    )
    for name in ("kim", "lee"):
        assert (read[name][0][1].source, read[name][0][1].notes) == (ANSWER, ())


def test_two_names_under_one_number_of_canvas_are_told(packed_by_python, opened):
    files = ("bob_1202_88001_pooling.py", "x_1202_1201_88_pooling.py")
    found, _ = opened(packed_by_python({**dict.fromkeys(files, ANSWER), "kim_1203_88002_pooling.py": ANSWER}))
    assert all_said(found.notes)[0] == (
        "These have the number of one user and different names, so one may be another's: " + ", ".join(files) + "."
    )


def test_canvas_with_its_gradebook_as_the_roster(write, opened):
    gradebook = (
        "Student,ID,SIS User ID,SIS Login ID,Section,assignment3 (77)\n"
        "    Points Possible,,,,,100\n"
        '"Kim, Minji",1201,2023001,minji,CNN-1,\n"Lee, Bob",1209,2023002,bob,CNN-1,\n'
        '"Student, Test",1300,,abc,CNN-1,\n'
    )
    found, read = opened(write({"roster.csv": gradebook, "kimminji_1201_88001_pooling.py": ANSWER}))
    assert [student.key for student in found.missing] == ["bob"]
    student = read["minji"][0][0].student
    assert (student.name, student.lms_id, student.number, student.section) == ("Kim, Minji", "1201", "2023001", "CNN-1")


def test_moodle_in_folders_and_in_one(write, packed_by_zip, opened):
    root = write(
        {
            "김 민지_98112_assignsubmission_file_/pooling.py": ANSWER,
            "김 민지_98113_assignsubmission_file_/pooling.py": ANSWER,
            "Bob Lee_98114_assignsubmission_file_pooling.py": ANSWER,
            "Jane_98115_assignsubmission_onlinetext_/onlinetext.html": "x",
            "Joe_Boe_98116_assignsubmission_file_/src/pooling.py": ANSWER,
            "Joe_Boe_98116_assignsubmission_onlinetext_/onlinetext.html": "x",
        }
    )
    found, read = opened(packed_by_zip(root))
    assert found.kind is Kind.MOODLE
    assert set(read) == {"김 민지 (98112)", "김 민지 (98113)", "Bob Lee", "Jane", "Joe_Boe"}
    assert read["Bob Lee"][0][0].name == "pooling.py"
    assert read["Joe_Boe"][0][1].source == ANSWER
    assert said(read["Jane"][0][1].problem).startswith("A text or a link was handed in")
    assert read["김 민지 (98112)"][0][0].submitted_at is None


def test_moodle_as_it_names_folders_today(write, packed_by_zip, opened):
    """Without the last underscore, and with the folders that students made."""
    root = write(
        {
            "김 민지_98112_assignsubmission_file/pooling.py": ANSWER,
            "Bob Lee_98114_assignsubmission_file/my work/pooling.py": ANSWER,
            "Bob Lee_98114_assignsubmission_onlinetext/onlinetext.html": "x",
            "Jane_98115_assignsubmission_onlinetext/onlinetext.html": "x",
        }
    )
    found, read = opened(packed_by_zip(root))
    assert (found.kind, set(read)) == (Kind.MOODLE, {"김 민지", "Bob Lee", "Jane"})
    assert (read["Bob Lee"][0][1].source, read["김 민지"][0][0].name) == (ANSWER, "pooling.py")
    assert said(read["Jane"][0][1].problem).startswith("A text or a link was handed in")


@pytest.mark.parametrize("word", ["Participant", "참가자"])
def test_an_anonymous_participant_of_moodle_is_called_by_number_even_when_alone(write, opened, word):
    for number in ("48213", "48214"):
        root = write({f"{word}_{number}_assignsubmission_file/pooling.py": ANSWER}, folder=number)
        _, read = opened(root)
        assert [(key, each[0][0].student.lms_id) for key, each in read.items()] == [(f"{word} {number}", number)]
    # Its grading worksheet is the roster; of an anonymous assignment it has no names.
    roster = "Identifier,Status,Grade\nParticipant 48213,Submitted,\nParticipant 48214,No submission,\n"
    files = {f"{word}_48213_assignsubmission_file/pooling.py": ANSWER, "roster.csv": roster}
    found, read = opened(write(files, folder="with a roster"))
    assert list(read) == ["Participant 48213"]
    assert [student.key for student in found.missing] == ["Participant 48214"]


@pytest.mark.parametrize("apart", ["/", "_"])
def test_teams_of_moodle(write, opened, apart):
    """Those without a team have no number, and are graded like a team."""
    files = {
        f"Team A_12_assignsubmission_file{apart}pooling.py": ANSWER,
        f"Default group_assignsubmission_file{apart}pooling.py": ANSWER,
    }
    found, read = opened(write(files))
    assert found.kind is Kind.MOODLE
    assert {key: each[0][0].student.lms_id for key, each in read.items()} == {"Team A": "12", "Default group": ""}
    assert all(each[0][1].source == ANSWER for each in read.values())


def test_gradescope(write, packed_by_zip, opened, tmp_path):
    write(
        {
            "assignment_77_export/submission_metadata.yml": METADATA,
            "assignment_77_export/submission_101/pooling.py": ANSWER,
            "assignment_77_export/submission_102/pooling.py": ANSWER,
            "assignment_77_export/submission_103/pooling.py": ANSWER,
        }
    )
    for path in (packed_by_zip(tmp_path / "class"), tmp_path / "class" / "assignment_77_export"):
        found, read = opened(path)
        assert found.kind is Kind.GRADESCOPE
        assert set(read) == {"김민지", "Alice Park", "Bob Lee", "submission_103"}
        entry = read["김민지"][0][0]
        assert (entry.student.number, entry.student.email) == ("2023001", "kim@x.kr")
        assert entry.submitted_at == datetime(2026, 3, 20, 14, 59, tzinfo=UTC)
        alice = read["Alice Park"][0][0]
        assert (alice.student.number, alice.submitted_at.astimezone(UTC).hour) == ("42", 23)
        assert read["submission_103"][0][0].submitted_at is None


@pytest.mark.parametrize("broken", ["a: [", "- list", "", "submission_101: 3", "\x00", "!!python/object:os.system {}"])
def test_gradescope_with_broken_metadata_still_grades(write, only, broken):
    read = only(write({"submission_metadata.yml": broken, "submission_101/pooling.py": ANSWER}))
    assert read["submission_101"].source == ANSWER


def test_values_that_only_ruby_knows_cost_nobody_their_name(write, only):
    odd = """---
submission_101: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
  :submitters:
  - :name: 김민지
    :email: kim@x.kr
  :score: !ruby/object:BigDecimal 18:0.1e2
  :results:
    output: !binary |-
      4pyT/w==
    extra: !ruby/object:Set
      hash: {}
"""
    assert set(only(write({"submission_metadata.yml": odd, "submission_101/pooling.py": ANSWER}))) == {"김민지"}


def clone(folder, when, answer=ANSWER):
    """A student's repository with one commit."""
    folder.mkdir(parents=True)
    (folder / "pooling.py").write_text(answer)
    environment = {
        "PATH": "/usr/bin:/bin:/usr/local/bin",
        "HOME": str(folder),
        "GIT_AUTHOR_NAME": "A <x> 1 +0000",
        "GIT_AUTHOR_EMAIL": "a@x",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@x",
        "GIT_COMMITTER_DATE": when,
        "GIT_AUTHOR_DATE": when,
    }
    for arguments in (["init", "-q"], ["add", "pooling.py"], ["commit", "-q", "-m", "committer A <a> 5 +0000"]):
        subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, timeout=60)
    return lambda *more: subprocess.run(["git", *more], cwd=folder, env=environment, check=True, timeout=60)


def test_github_classroom(tmp_path, opened):
    root = tmp_path / "cnn-pooling-submissions"
    clone(root / "cnn-pooling-alice", "2026-03-20T23:59:00+09:00")
    git = clone(root / "cnn-pooling-bob-k", "2026-03-21T10:00:00-05:00")
    git("gc", "-q")
    git("pack-refs", "--all")
    (root / "cnn-pooling-carol" / ".git").mkdir(parents=True)
    found, read = opened(root)
    assert (found.kind, set(read)) == (Kind.GITHUB, {"alice", "bob-k", "carol"})
    assert all_said(found.notes)[0].startswith("Times are those of the last commits")
    alice, bob = read["alice"][0][0], read["bob-k"][0][0]
    assert alice.submitted_at == datetime(2026, 3, 20, 23, 59, tzinfo=timezone(timedelta(hours=9)))
    assert bob.submitted_at == datetime(2026, 3, 21, 10, tzinfo=timezone(timedelta(hours=-5)))
    assert (alice.student.login, read["alice"][0][1].source) == ("alice", ANSWER)
    assert said(read["carol"][0][1].problem) == "There is no pooling.py in what was handed in. There is: –."


def test_the_assignments_name_is_not_guessed_where_the_folder_tells_it(tmp_path, opened):
    """`gh classroom clone` calls the folder after the assignment; what users' own names begin with is theirs."""
    root = tmp_path / "hw-submissions"
    for login in ("kim-a", "kim-b"):
        clone(root / f"hw-{login}", "2026-03-20T23:59:00+09:00")
    assert set(opened(root)[1]) == {"kim-a", "kim-b"}
    clone(tmp_path / "one-submissions" / "one-lee", "2026-03-20T23:59:00+09:00")
    assert set(opened(tmp_path / "one-submissions")[1]) == {"lee"}
    clone(tmp_path / "other-submissions" / "hw-lee", "2026-03-20T23:59:00+09:00")
    clone(tmp_path / "other-submissions" / "hw-kim", "2026-03-20T23:59:00+09:00")
    assert set(opened(tmp_path / "other-submissions")[1]) == {"lee", "kim"}


def test_github_classroom_with_its_roster(tmp_path, opened):
    root = tmp_path / "clones"
    clone(root / "hw-alice", "2026-03-20T23:59:00+09:00")
    clone(root / "hw-Bob-K", "2026-03-20T23:59:00+09:00")
    roster = (
        "identifier,github_username,github_id,name\n2023001,alice,1,김민지\n2023002,bob-k,2,이철수\n2023003,,,박영희\n"
    )
    (root / "roster.csv").write_text(roster, encoding="utf-8")
    found, read = opened(root)
    assert {key: attempts[0][0].student.name for key, attempts in read.items()} == {
        "alice": "김민지",
        "bob-k": "이철수",
    }
    assert [student.name for student in found.missing] == ["박영희"]


def test_a_commit_of_any_size_costs_no_memory(tmp_path, opened):
    """Packed, it takes a thousandth of its size; the time of so large a commit is not worth it."""
    root = tmp_path / "clones"
    git = clone(root / "hw-eve", "2026-03-20T23:59:00+09:00")
    clone(root / "hw-alice", "2026-03-20T23:59:00+09:00")
    message = tmp_path / "message"
    message.write_text("a" * (MAX_COMMIT - 1000))
    git("commit", "-q", "--allow-empty", "-F", str(message))
    assert opened(root)[1]["eve"][0][0].submitted_at is not None
    message.write_text("a" * MAX_COMMIT)
    git("commit", "-q", "--allow-empty", "-F", str(message))
    assert opened(root)[1]["eve"][0][0].submitted_at is None


def test_a_clone_cannot_make_git_run_anything(tmp_path, opened):
    root = tmp_path / "clones"
    folder = root / "hw-eve"
    git = clone(folder, "2026-03-20T23:59:00+09:00")
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "gpg.program", "core.sshCommand", "core.hooksPath"):
        git("config", key, str(trap))
    clone(root / "hw-alice", "2026-03-20T23:59:00+09:00")
    (folder / ".git" / "HEAD").write_text("ref: refs/../../../hw-alice/.git/HEAD\n")
    _, read = opened(root)
    assert read["eve"][0][0].submitted_at is None
    assert read["alice"][0][0].submitted_at is not None
    assert not (tmp_path / "sprung").exists()


def test_google_classroom(write, opened):
    files = {"김민지 - pooling.py": (ANSWER, 1_700_000_000), "Bob Lee - pooling.ipynb": "{}", "pooling (1).py": ANSWER}
    found, read = opened(write(files))
    assert (found.kind, set(read)) == (Kind.GOOGLE, {"김민지", "Bob Lee"})
    assert read["김민지"][0][0].submitted_at.timestamp() == 1_700_000_000
    assert all_said(found.notes) == ["1 files belong to no student and were left out: pooling (1).py."]


def test_no_student_can_make_the_class_another_kind(write, opened):
    files = {f"s{number}/pooling.py": ANSWER for number in range(3)}
    inside = [
        "x_1_assignsubmission_file_/pooling.py",
        "kim_1_2_pooling.py",
        "submission_metadata.yml",
        "Bob - pooling.py",
    ]
    root = write(
        {**files, **{f"eve/{name}": ANSWER for name in inside}, "eve/.git/HEAD": "x", "eve/pooling.py": ANSWER}
    )
    found, read = opened(root)
    assert (found.kind, set(read)) == (Kind.PLAIN, {"s0", "s1", "s2", "eve"})


def test_no_student_can_hand_in_for_another(packed_by_python, opened):
    theirs = "Eve_1_assignsubmission_file_"
    moodle = {
        f"{theirs}/Bob_2_assignsubmission_file_/pooling.py": ANSWER,
        "Bob_2_assignsubmission_file_/pooling.py": "x = 1\n",
    }
    _, read = opened(packed_by_python(moodle))
    assert {key: attempts[0][1].source for key, attempts in read.items()} == {"Eve": ANSWER, "Bob": "x = 1\n"}
    canvas = {"eve_1_77_bob_2_78_pooling.py": ANSWER, "bob_2_79_pooling.py": "x = 1\n"}
    _, read = opened(packed_by_python(canvas))
    assert {key: attempts[0][1].source for key, attempts in read.items()} == {"eve": ANSWER, "bob": "x = 1\n"}


def test_a_folder_that_is_no_clone_among_clones_is_graded_too(tmp_path, write, opened):
    root = write({"dan/pooling.py": ANSWER})
    clone(root / "hw-alice", "2026-03-20T23:59:00+09:00")
    clone(root / "hw-bob", "2026-03-20T23:59:00+09:00")
    found, read = opened(root)
    assert (found.kind, set(read)) == (Kind.GITHUB, {"alice", "bob", "dan"})
    assert (read["dan"][0][0].submitted_at, read["dan"][0][1].source) == (None, ANSWER)
