#!/usr/bin/env bash
# Starts a scheduler and two executors on the loopback, asks them one question, and ends them.
#
# usage: [PROFILE=release] [PORT=50050] cluster.sh [FOLDER [QUERY]]
# FOLDER holds Parquet files with a column `page`; the executors listen on the tens after PORT.
set -euo pipefail
cd "$(dirname "$0")"

port=${PORT:-50050}
work=$(mktemp -d)
folder=${1:-$work/pages}
query=${2:-"SELECT quote['speaker'] AS speaker, count(*) AS quotations
            FROM (SELECT unnest(quotes(page)) AS quote FROM pages) GROUP BY 1 ORDER BY 2 DESC"}
profile=${PROFILE:-dev}
cargo build --quiet --profile "$profile"
tool=${CARGO_TARGET_DIR:-target}/${profile/#dev/debug}/copydesk-datafusion
[ $# -gt 0 ] || "$tool" pages "$folder"

trap 'kill $(jobs -p) 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
"$tool" scheduler "$port" &
until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.1; done
"$tool" executor $((port + 10)) "$port" "$work/first" &
"$tool" executor $((port + 20)) "$port" "$work/second" &
"$tool" sql "$folder" "$query" "df://127.0.0.1:$port"
