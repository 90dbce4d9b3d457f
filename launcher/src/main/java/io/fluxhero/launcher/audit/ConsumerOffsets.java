package io.fluxhero.launcher.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * What the services say they have read, against the ends of the topics: more than was ever written means that a log or
 * a database was lost or put back. The ends are read after the snapshot, so they can only be later.
 */
final class ConsumerOffsets implements Rule {

    private static final String OFFSETS = """
            SELECT 'signals' AS reader, topic, partition, next_offset FROM signals.consumer_offsets
            UNION ALL SELECT 'risk', topic, partition, next_offset FROM risk.consumer_offsets
            UNION ALL SELECT 'execution', topic, partition, next_offset FROM execution.consumer_offsets
            """;
    private static final int PATIENCE_MILLIS = 5_000;

    private final String bootstrap;

    ConsumerOffsets(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    private record Place(String reader, TopicPartition partition, long next) {}

    @Override
    public Finding on(Connection snapshot) throws SQLException {
        List<Place> places = places(snapshot);
        try {
            return against(ends(places), places);
        } catch (ExecutionException | KafkaException e) {
            return finding(0, List.of("not checked, Kafka at " + bootstrap + " does not answer"), 0, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return finding(0, List.of("not checked, the audit was interrupted"), 0, 0);
        }
    }

    private static Finding against(Map<TopicPartition, Long> ends, List<Place> places) {
        List<String> ahead = new ArrayList<>();
        long behind = 0;
        for (Place place : places) {
            long end = ends.getOrDefault(place.partition(), 0L);
            behind += Math.max(0, end - place.next());
            if (place.next() > end) {
                ahead.add(place.reader() + " has read " + place.partition() + " up to " + place.next() + ", it ends at "
                        + end);
            }
        }
        return finding(places.size(), ahead.stream().limit(SqlRule.DETAILS).toList(), ahead.size(), behind);
    }

    private static Finding finding(long checked, List<String> details, long violations, long behind) {
        return new Finding("I14", "nobody has read more than was written", checked, violations, details, behind);
    }

    private static List<Place> places(Connection snapshot) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (Statement statement = snapshot.createStatement();
                ResultSet row = statement.executeQuery(OFFSETS)) {
            while (row.next()) {
                places.add(new Place(
                        row.getString("reader"),
                        new TopicPartition(row.getString("topic"), row.getInt("partition")),
                        row.getLong("next_offset")));
            }
        }
        return places;
    }

    private Map<TopicPartition, Long> ends(List<Place> places) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "request.timeout.ms",
                PATIENCE_MILLIS,
                "default.api.timeout.ms",
                PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            var topics = new HashSet<>(admin.listTopics().names().get());
            Map<TopicPartition, OffsetSpec> latest = places.stream()
                    .map(Place::partition)
                    .distinct()
                    .filter(partition -> topics.contains(partition.topic()))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            for (var end : admin.listOffsets(latest).all().get().entrySet()) {
                ends.put(end.getKey(), end.getValue().offset());
            }
            return ends;
        }
    }
}
