package io.fluxhero.launcher.kafka;

import io.fluxhero.contracts.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics that the services expect to find: made before they start, because a late topic delays first messages. */
public final class KafkaTopics {

    private static final int PARTITIONS_BY_SYMBOL = 3;
    private static final int PATIENCE_SECONDS = 30;

    private final String bootstrap;

    public KafkaTopics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Every topic with its dead letters. */
    public static List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        for (Topics.Topic topic : Topics.ALL) {
            // One account is one order of things; symbols may be spread.
            int partitions = topic.key() == Topics.Key.SYMBOL ? PARTITIONS_BY_SYMBOL : 1;
            NewTopic made = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty());
            if (topic.compacted()) {
                made.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            }
            topics.add(made);
            topics.add(new NewTopic(Topics.deadLettersOf(topic.name()), Optional.of(1), Optional.empty()));
        }
        return topics;
    }

    /** Creates what is missing and leaves what is there as it is. */
    public void create() throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> present = names(admin);
            List<NewTopic> missing = wanted().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            if (!missing.isEmpty()) {
                admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics could not be created at " + bootstrap + ": " + reasonOf(e), e);
        }
    }

    /** Deletes our topics with all that is in them, and waits until they are gone. */
    public void drop() throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> ours = wanted().stream().map(NewTopic::name).collect(Collectors.toSet());
            Set<String> present = names(admin);
            present.retainAll(ours);
            admin.deleteTopics(present).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (names(admin).stream().anyMatch(ours::contains)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the topics at " + bootstrap + " were not deleted in time");
                }
                Thread.sleep(200);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics could not be dropped at " + bootstrap + ": " + reasonOf(e), e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "10000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "20000"));
    }

    private static Set<String> names(Admin admin) throws ExecutionException, TimeoutException, InterruptedException {
        return new HashSet<>(admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static String reasonOf(Exception e) {
        Throwable cause = e.getCause();
        return String.valueOf((cause == null ? e : cause).getMessage());
    }
}
