#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the texts of the sources into translations/*.ts; run it after texts changed.
# REALUID_TEXT and phrase() become QT_TRANSLATE_NOOP in a copy, because lupdate gives no context to macros of ours.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cd "$root"
find app core analytic widgets -name '*.cpp' -o -name '*.h' | while read -r file; do
    mkdir -p "$copy/$(dirname "$file")"
    sed -E 's/\bREALUID_TEXT\(/QT_TRANSLATE_NOOP("realuid", /g; s/\bphrase\("/QT_TRANSLATE_NOOP("realuid", "/g' "$file" > "$copy/$file"
done
lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
"$lupdate" -silent -locations none -no-obsolete -I "$copy" "$copy" -ts "$root"/translations/*.ts
