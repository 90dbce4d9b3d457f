package io.fluxhero.outbox;

import org.apache.kafka.common.TopicPartition;

/** The database has less than it once confirmed; only a process that knows nothing yet may read on. */
public final class CommitsLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitsLost(TopicPartition partition, long known, long stored) {
        super("the database lost commits: " + partition + " was read up to " + known + ", now it says " + stored);
    }
}
