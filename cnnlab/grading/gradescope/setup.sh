#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder's image.
set -euo pipefail
root="${AUTOGRADER_ROOT:-/autograder}"
export DEBIAN_FRONTEND=noninteractive

# libseccomp confines what students hand in; bubblewrap does it once more from outside, where the machine allows it.
apt-get update -qq
apt-get install -yqq --no-install-recommends libseccomp2 bubblewrap

new_enough() {
    command -v "$1" > /dev/null && "$1" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null
}
python=""
for candidate in python3.13 python3.12 python3.11 python3; do
    if new_enough "$candidate"; then
        python="$candidate"
        break
    fi
done
if [ -z "$python" ]; then
    for candidate in python3.12 python3.11; do
        if apt-get install -yqq --no-install-recommends "$candidate" "$candidate-venv"; then
            python="$candidate"
            break
        fi
    done
fi
if [ -z "$python" ]; then
    echo "cnnlab needs Python 3.11 or newer, and this image has none. Choose Ubuntu 22.04 or newer in Gradescope." >&2
    exit 1
fi

"$python" -m venv "$root/venv"
"$root/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$root/source/requirements.txt"
# The sandbox starts without any variable, so the grader has to be found without PYTHONPATH.
packages="$("$root/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
echo "$root/source" > "$packages/cnnlab.pth"
if [ -e "$root/source/needs_digits" ]; then
    CNNLAB_DATA="$root/digits" "$root/venv/bin/python" -c 'from cnnlab.cli.main import main; main()' data fetch
fi
