#!/bin/sh
# Creates every topic, and its dead letters, before a service starts. Safe to repeat.
set -eu
topics="/opt/kafka/bin/kafka-topics.sh --bootstrap-server ${KAFKA_BOOTSTRAP_SERVERS:?}"
for topic in candles indicators signals orders fills risk-alerts portfolio; do
  policy=delete
  [ "$topic" = portfolio ] && policy=compact
  $topics --create --if-not-exists --topic "$topic" --partitions "${FLUXHERO_PARTITIONS:-6}" \
    --config cleanup.policy="$policy" --config max.message.bytes=1048576 --config retention.ms=-1
  $topics --create --if-not-exists --topic "$topic.dlq" --partitions 1 --config retention.ms=-1
done
