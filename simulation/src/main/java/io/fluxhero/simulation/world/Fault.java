package io.fluxhero.simulation.world;

/**
 * What may go wrong. Each belongs to a row of the catalogue of failures, and counts as hit only where it had something
 * to spoil.
 */
public enum Fault {
    DUPLICATE_CANDLE(1, 0.10, "the feed sends a candle again"),
    CORRECTED_CANDLE(2, 0.06, "the feed corrects a bar that was traded on"),
    LATE_CANDLE(3, 0.06, "a candle arrives after later ones"),
    MISSING_CANDLE(4, 0.06, "a symbol has no bar"),
    REPLAY(9, 0.01, "a topic is read again from its start"),
    LATE_SIGNAL(10, 0.05, "the strategy answers long after the bar"),
    KILLED_IN_TRANSACTION(11, 0.008, "killed before the commit"),
    KILLED_AFTER_COMMIT(11, 0.008, "killed between commit and publish"),
    KILLED_AFTER_PUBLISH(11, 0.02, "killed between publish and the deletion from the outbox"),
    KILLED(40, 0.004, "killed between two messages"),
    DUPLICATE_RECORD(32, 0.02, "the topic has a message twice"),
    REBALANCED(31, 0.02, "a partition is given away and read from an older place"),
    ZOMBIE(31, 0.02, "two consumers believe to own a partition"),
    BROKER_OF_TOPICS_AWAY(32, 0.03, "the topics cannot be written to"),
    DATABASE_AWAY(34, 0.01, "the database fails within a transaction and for a while"),
    COMMIT_FAILED(34, 0.01, "the commit fails and nothing is stored"),
    COMMIT_ANSWER_LOST(34, 0.01, "the commit succeeds and its answer is lost"),
    COMMITS_FORGOTTEN(35, 0.01, "the database comes back without what it had not put on disk yet"),
    POISON(37, 0.01, "bytes that are no message"),
    CLOCK_SKEW(38, 0.01, "the clock of a process is wrong"),
    SLOW_CONSUMER(41, 0.02, "a consumer stands still for a while"),
    KILLED_BEFORE_POST(14, 0.03, "killed with an order written down and not sent"),
    KILLED_AFTER_POST(15, 0.03, "killed with an order sent and its answer not stored"),
    TIMEOUT_ACCEPTED(16, 0.08, "no answer, and the broker has the order"),
    TIMEOUT_NOT_ACCEPTED(19, 0.06, "no answer, and the broker has nothing"),
    LATE_POST(17, 0.06, "no answer, and the order arrives at the broker later"),
    FIND_MISSES(17, 0.15, "the broker denies an order that it has"),
    RATE_LIMITED(18, 0.04, "the broker has heard enough for now"),
    BROKER_AWAY(19, 0.01, "the broker answers nothing for a while"),
    ORDER_REFUSED(24, 0.05, "the broker says no"),
    FILL_BEFORE_ANSWER(20, 0, "an order trades before its acceptance is known"),
    DUPLICATE_FILL(21, 0.10, "the broker reports an execution twice"),
    REPORTS_AGAIN(21, 0.10, "the broker tells what it told before"),
    REPORTS_LATE(22, 0.10, "the broker tells later what has happened"),
    REPORT_DROPPED(22, 0.01, "the broker never tells what has happened"),
    PARTIAL_FILL(23, 0, "an order fills in parts"),
    CANCEL_LOST(24, 0.10, "a cancel has no answer"),
    FILL_DURING_CANCEL(24, 0.15, "an order trades while it is being cancelled"),
    TRADE_BUST(26, 0.02, "the broker takes an execution back"),
    HALT(28, 0, "the kill switch is pulled"),
    HALT_TWICE(28, 0, "the kill switch is pulled by two people, or twice by one"),
    HALT_WITHOUT_TOPICS(28, 0, "the kill switch is pulled while the topics are away"),
    HALT_WITHOUT_EXECUTION(28, 0, "the kill switch is pulled while execution is away"),
    RESET(30, 0, "trading is allowed again"),
    RESET_REFUSED(30, 0, "a reset is refused because not everything is as it must be"),
    PAPER_RESET(30, 0, "a flat paper account begins anew"),
    CLOSED_BY_HAND(24, 0, "a person closes a position"),
    ORDERED_BY_HAND(24, 0, "a person opens or reduces a position"),
    CANCELLED_BY_HAND(24, 0, "a person cancels what is open"),
    GHOST_ORDER(13, 0, "a risk of an older epoch sends an order"),
    DOOR_SHUT(28, 0.05, "execution cannot be called"),
    DOOR_ANSWER_LOST(28, 0.05, "execution was called and its answer is lost"),
    LAST_SLOT(12, 0, "two signals race for the last free slot");

    private final int row;
    private final double odds;
    private final String words;

    Fault(int row, double odds, String words) {
        this.row = row;
        this.odds = odds;
        this.words = words;
    }

    /** Row of the catalogue. */
    public int row() {
        return row;
    }

    /** Odds at each opportunity, in a seed of middling intensity. */
    public double odds() {
        return odds;
    }

    /** In words. */
    public String words() {
        return words;
    }
}
