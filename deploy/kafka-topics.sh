#!/bin/sh
# Creates every topic, and its dead letters, before a service starts. Safe to repeat; a second run finds them in one call.
set -eu
topics="/opt/kafka/bin/kafka-topics.sh --bootstrap-server ${KAFKA_BOOTSTRAP_SERVERS:?}"
there="$($topics --list)"
create() {
  echo "$there" | grep -qx -- "$1" || $topics --create --if-not-exists --topic "$@"
}
for topic in candles indicators signals orders fills risk-alerts portfolio; do
  policy=delete
  [ "$topic" = portfolio ] && policy=compact
  create "$topic" --partitions "${FLUXHERO_PARTITIONS:-6}" \
    --config cleanup.policy="$policy" --config max.message.bytes=1048576 --config retention.ms=-1
  create "$topic.dlq" --partitions 1 --config retention.ms=-1
done
