#!/bin/sh
# Issues the month that has just ended, as at its last day, and proves all that was issued. Linux.
# The folder is the first argument, else where this script stands.
# Ends with the worse of the two exit codes: 0, 1 (something to look at) or more (nothing was issued).
cd "${1:-$(dirname "$0")}" || exit 3
as_at=$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m-%d) || exit 3

.venv/bin/edi-reports month --as-at "$as_at" --quiet
made=$?
[ "$made" -le 1 ] || exit "$made"

.venv/bin/edi-reports verify
proved=$?
[ "$proved" -gt "$made" ] && exit "$proved"
exit "$made"
