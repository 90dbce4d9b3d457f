package io.fluxhero.outbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The rule by which committed messages go out: in order, and forgotten only once all of them are acknowledged. */
public final class Publication {

    private final Waitlist waitlist;
    private final Publisher publisher;

    public Publication(Waitlist waitlist, Publisher publisher) {
        this.waitlist = waitlist;
        this.publisher = publisher;
    }

    /** A row and the record that it becomes. */
    public record Waiting(long id, ProducerRecord<String, byte[]> message) {}

    /** What is committed and not yet known to be published. */
    public interface Waitlist {

        /** The oldest messages, as many as go out together. */
        List<Waiting> oldest() throws SQLException;

        /** They are published. */
        void delete(List<Waiting> published) throws SQLException;
    }

    /** The way to the topics. */
    public interface Publisher {

        /** All or an exception; after an exception any of them may have been sent and all must be sent again. */
        void publish(List<ProducerRecord<String, byte[]>> records) throws IOException, InterruptedException;
    }

    /** Publishes what goes out together and returns how many that were. */
    public int publishOldest() throws SQLException, IOException, InterruptedException {
        List<Waiting> waiting = waitlist.oldest();
        if (!waiting.isEmpty()) {
            publisher.publish(waiting.stream().map(Waiting::message).toList());
            waitlist.delete(waiting);
        }
        return waiting.size();
    }
}
