package io.fluxhero.simulation.checker;

import io.fluxhero.contracts.Message;
import io.fluxhero.contracts.fill.CashMoved;
import io.fluxhero.contracts.fill.OrderCancelled;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.fill.OrderRejected;
import io.fluxhero.execution.MessagesOut;
import io.fluxhero.outbox.Inbox;
import io.fluxhero.outbox.Outbox;
import io.fluxhero.outbox.OutboxMessage;
import io.fluxhero.outbox.Publication;
import io.fluxhero.simulation.log.Topics;
import io.fluxhero.simulation.service.Wiring;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Inbox, outbox, offsets and publication, broken on purpose. */
final class MessagingMutants {

    private MessagingMutants() {}

    static Map<String, Supplier<Wiring>> all() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>(comingIn());
        all.putAll(goingOut());
        return all;
    }

    private static Map<String, Supplier<Wiring>> comingIn() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>();
        all.put(
                "no inbox",
                () -> inbox(sound -> new Passing.ToInbox(sound) {
                    @Override
                    public Set<Entry> admit(Collection<Entry> entries) {
                        return new HashSet<>(entries);
                    }
                }));
        all.put(
                "offsets run ahead",
                () -> inbox(sound -> new Passing.ToInbox(sound) {
                    @Override
                    public void moveTo(Map<TopicPartition, Long> nextOffsets) throws SQLException {
                        Map<TopicPartition, Long> ahead = new HashMap<>();
                        nextOffsets.forEach((partition, next) -> ahead.put(partition, next + 1));
                        super.moveTo(ahead);
                    }
                }));
        all.put("lost commits go unnoticed", () -> inbox(NeverLess::new));
        return all;
    }

    private static Map<String, Supplier<Wiring>> goingOut() {
        Map<String, Supplier<Wiring>> all = new LinkedHashMap<>();
        all.put("publish before commit", MessagingMutants::publishBeforeCommit);
        all.put("forget before publish", MessagingMutants::forgetBeforePublish);
        all.put(
                "dead letters vanish",
                () -> outbox(sound -> new Passing.ToOutbox(sound) {
                    @Override
                    public void appendDeadLetter(ConsumerRecord<String, byte[]> dead, Exception reason) {
                        // nobody will ever look at it
                    }
                }));
        all.put(
                "outbox loses its last message",
                () -> outbox(sound -> new Passing.ToOutbox(sound) {
                    @Override
                    public void appendAll(List<OutboxMessage> messages) {
                        super.appendAll(messages.size() < 3 ? messages : messages.subList(0, messages.size() - 1));
                    }
                }));
        all.put(
                "ends are not told",
                () -> messages((topic, type, message) ->
                        !(message instanceof OrderCancelled) && !(message instanceof OrderRejected)));
        all.put(
                "movements of cash are not told",
                () -> messages((topic, type, message) -> !(message instanceof CashMoved)));
        all.put("fills are not told", () -> messages((topic, type, message) -> !(message instanceof OrderFilled)));
        return all;
    }

    /** Sticks to what it once said, whatever the database forgot. */
    private static final class NeverLess extends Passing.ToInbox {

        private final Map<TopicPartition, Long> most = new HashMap<>();

        NeverLess(Inbox sound) {
            super(sound);
        }

        @Override
        public Map<TopicPartition, Long> lockOffsets(Collection<TopicPartition> partitions) throws SQLException {
            Map<TopicPartition, Long> offsets = super.lockOffsets(partitions);
            offsets.replaceAll((partition, next) -> most.merge(partition, next, Math::max));
            return offsets;
        }

        @Override
        public OptionalLong nextOffset(TopicPartition partition) throws SQLException {
            long next = super.nextOffset(partition).orElse(0);
            return OptionalLong.of(most.merge(partition, next, Math::max));
        }

        @Override
        public void moveTo(Map<TopicPartition, Long> nextOffsets) throws SQLException {
            nextOffsets.forEach((partition, next) -> most.merge(partition, next, Math::max));
            super.moveTo(nextOffsets);
        }
    }

    private interface Around<T> {
        T around(T sound);
    }

    private interface Telling {
        boolean tells(String topic, String type, Message message);
    }

    private static Wiring inbox(Around<Inbox> broken) {
        return new Wiring() {
            @Override
            public Inbox inbox(String service, Inbox sound) {
                return broken.around(sound);
            }
        };
    }

    private static Wiring outbox(Around<Outbox> broken) {
        return new Wiring() {
            @Override
            public Outbox outbox(String service, Outbox sound, Topics topics) {
                return broken.around(sound);
            }
        };
    }

    private static Wiring messages(Telling telling) {
        return new Wiring() {
            @Override
            public MessagesOut messages(MessagesOut sound) {
                return (topic, type, message) -> {
                    if (telling.tells(topic, type, message)) {
                        sound.append(topic, type, message);
                    }
                };
            }
        };
    }

    private static Wiring publishBeforeCommit() {
        return new Wiring() {
            @Override
            public Outbox outbox(String service, Outbox sound, Topics topics) {
                return new Passing.ToOutbox(sound) {
                    @Override
                    public void appendAll(List<OutboxMessage> messages) {
                        for (OutboxMessage message : messages) {
                            try {
                                byte[] value = topics.carrier()
                                        .bytesOf((Message) message.body().content());
                                topics.write(message.topic(), message.key(), value);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    }
                };
            }
        };
    }

    private static Wiring forgetBeforePublish() {
        return new Wiring() {
            @Override
            public Publication.Waitlist waitlist(String service, Publication.Waitlist sound) {
                return new Publication.Waitlist() {
                    @Override
                    public List<Publication.Waiting> oldest() throws SQLException {
                        List<Publication.Waiting> oldest = sound.oldest();
                        sound.delete(oldest);
                        return oldest;
                    }

                    @Override
                    public void delete(List<Publication.Waiting> published) {
                        // done already
                    }
                };
            }
        };
    }
}
