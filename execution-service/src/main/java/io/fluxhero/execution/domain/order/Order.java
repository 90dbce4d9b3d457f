package io.fluxhero.execution.domain.order;

import io.fluxhero.engine.risk.Intent;
import io.fluxhero.engine.simulation.WorkingOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order and how far it came.
 *
 * @param correlationId candle or request that caused it
 * @param instruction what is to be traded
 * @param rationale why, where a signal caused it
 * @param admission until when, and in which epoch of the account, it may open something
 * @param progress state and sums of its fills
 */
public record Order(
        String orderId,
        String account,
        String correlationId,
        Instruction instruction,
        @Nullable Rationale rationale,
        Admission admission,
        Progress progress) {

    private static final int PRICE_SCALE = 6;
    private static final String ATTEMPT = "-try";

    /** The reason of a cancel after which the order goes out again at another price. */
    public static final String REPRICE = "REPRICE";

    /**
     * What risk said about sending it.
     *
     * @param riskEpoch epoch of the account when risk decided, absent where risk has none
     * @param expiresAt from then on it is not sent any more, absent for never
     */
    public record Admission(
            @Nullable Long riskEpoch, @Nullable Instant expiresAt) {

        /** For ever, in every epoch. */
        public static final Admission ALWAYS = new Admission(null, null);
    }

    /**
     * How far it came.
     *
     * @param version grows by one with every change
     * @param attempt how often it was given to the broker under an id of its own, 1 for the first
     * @param brokerOrderId the broker's own id of the latest attempt, absent until it has one
     * @param cancelReason why its end was asked for, absent where nobody did
     * @param workingLimit limit of the latest attempt where it is not the first, absent else
     * @param submittedAt event time of the latest attempt; of the order until it was given to the broker
     * @param filled shares traded so far, over all attempts
     * @param averagePrice of the shares traded, absent before the first
     * @param at event time of the last change
     */
    public record Progress(
            OrderState state,
            long version,
            int attempt,
            @Nullable String brokerOrderId,
            @Nullable String cancelReason,
            @Nullable BigDecimal workingLimit,
            Instant submittedAt,
            long filled,
            @Nullable BigDecimal averagePrice,
            BigDecimal commission,
            BigDecimal slippage,
            Instant createdAt,
            Instant at) {

        static Progress start(Instant at) {
            return new Progress(
                    OrderState.CREATED, 0, 1, null, null, null, at, 0, null, BigDecimal.ZERO, BigDecimal.ZERO, at, at);
        }

        private Progress with(OrderState next, @Nullable String broker, @Nullable String reason, Instant when) {
            Instant submitted = next == OrderState.SUBMITTED && state != OrderState.UNKNOWN ? later(when) : submittedAt;
            return new Progress(
                    next,
                    version + 1,
                    attempt,
                    broker,
                    reason,
                    workingLimit,
                    submitted,
                    filled,
                    averagePrice,
                    commission,
                    slippage,
                    createdAt,
                    later(when));
        }

        private Progress traded(OrderState next, Fill fill, Instant when) {
            long total = filled + fill.quantity();
            return new Progress(
                    next,
                    version + 1,
                    attempt,
                    brokerOrderId,
                    cancelReason,
                    workingLimit,
                    submittedAt,
                    total,
                    averageWith(fill, total),
                    commission.add(fill.commission()),
                    slippage.add(fill.slippage()),
                    createdAt,
                    later(when));
        }

        private Progress tryAgain(@Nullable BigDecimal limit, Instant when) {
            return new Progress(
                    state.to(OrderState.SUBMITTED),
                    version + 1,
                    attempt + 1,
                    null,
                    null,
                    limit,
                    later(when),
                    filled,
                    averagePrice,
                    commission,
                    slippage,
                    createdAt,
                    later(when));
        }

        private BigDecimal averageWith(Fill fill, long total) {
            BigDecimal before = averagePrice;
            if (before == null) {
                return fill.price();
            }
            return before.multiply(BigDecimal.valueOf(filled))
                    .add(fill.value())
                    .divide(BigDecimal.valueOf(total), PRICE_SCALE, RoundingMode.HALF_EVEN);
        }

        private Instant later(Instant when) {
            return when.isAfter(at) ? when : at;
        }
    }

    /** A new order that the broker has not seen. */
    public static Order created(
            String orderId,
            String account,
            String correlationId,
            Instruction instruction,
            @Nullable Rationale rationale,
            Admission admission,
            Instant at) {
        return new Order(orderId, account, correlationId, instruction, rationale, admission, Progress.start(at));
    }

    /** The protective leg that the broker holds for this entry. */
    public Order leg(String legOrderId, Intent intent, Instant at) {
        return created(
                legOrderId, account, correlationId, instruction.leg(intent, orderId), null, Admission.ALWAYS, at);
    }

    /** The order id that an id at the broker belongs to. */
    public static String orderIdOf(String clientOrderId) {
        return clientOrderId.replaceFirst(ATTEMPT + "\\d+$", "");
    }

    /** Id under which the broker knows it: the order id, with the number of the attempt from the second on. */
    public String clientOrderId() {
        return progress.attempt() == 1 ? orderId : orderId + ATTEMPT + progress.attempt();
    }

    /**
     * Whether the broker may mean this order by that id: one that keeps the stop with its position knows it by its first
     * id, however often it was placed again.
     */
    public boolean isKnownAs(String idAtTheBroker) {
        String entry = instruction.entryOrderId();
        return idAtTheBroker.equals(clientOrderId())
                || (isLeg() && idAtTheBroker.equals(orderId))
                || (entry != null
                        && instruction.intent() == Intent.PROTECTIVE_STOP
                        && idAtTheBroker.equals(WorkingOrder.stopOrderId(entry)));
    }

    public OrderState state() {
        return progress.state();
    }

    /** Shares not traded yet. */
    public long remaining() {
        return instruction.quantity() - progress.filled();
    }

    /** Whether it opens a position or enlarges one. */
    public boolean opens() {
        return instruction.intent() == Intent.ENTRY;
    }

    /** Whether the broker holds it for the entry that it protects. */
    public boolean isLeg() {
        return instruction.entryOrderId() != null;
    }

    /** What is missing to put it in a broker's words, empty where nothing is. */
    public Optional<String> flaw() {
        OrderType type = instruction.type();
        boolean limited = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
        boolean triggered = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
        if (limited && instruction.limitPrice() == null) {
            return Optional.of("a " + type + " order without a limit price");
        }
        return triggered && instruction.stopPrice() == null
                ? Optional.of("a " + type + " order without a stop price")
                : Optional.empty();
    }

    /**
     * In its next state.
     *
     * @throws IllegalTransition where the table does not allow it
     */
    public Order moveTo(OrderState next, Instant at) {
        return with(progress.with(state().to(next), progress.brokerOrderId(), progress.cancelReason(), at));
    }

    /** Asked to end. */
    public Order cancelRequested(String reason, Instant at) {
        return with(progress.with(state().to(OrderState.CANCEL_REQUESTED), progress.brokerOrderId(), reason, at));
    }

    /** Known to the broker under this id; one whose end was asked for stays so. */
    public Order acceptedAs(String brokerOrderId, Instant at) {
        boolean stays = state() == OrderState.CANCEL_REQUESTED || state() == OrderState.PARTIALLY_FILLED;
        OrderState next = stays ? state() : state().to(OrderState.ACCEPTED);
        return with(progress.with(next, brokerOrderId, progress.cancelReason(), at));
    }

    /** The broker refused to cancel: it works on. */
    public Order cancelRefused(Instant at) {
        OrderState next = progress.filled() == 0 ? OrderState.ACCEPTED : OrderState.PARTIALLY_FILLED;
        return with(progress.with(state().to(next), progress.brokerOrderId(), null, at));
    }

    /** Given to the broker again, for what remains, at this limit and under the id of the next attempt. */
    public Order tryAgainAt(@Nullable BigDecimal limit, Instant at) {
        return with(progress.tryAgain(limit, at));
    }

    /**
     * After a fill. One whose end was asked for still waits for it where shares remain.
     *
     * @throws Contradiction where more is filled than was ordered
     * @throws IllegalTransition where it has ended
     */
    public Order filledBy(Fill fill, Instant at) {
        requireRoomFor(fill);
        boolean done = fill.quantity() == remaining();
        boolean ending = state() == OrderState.CANCEL_REQUESTED;
        OrderState partial = ending ? OrderState.CANCEL_REQUESTED : OrderState.PARTIALLY_FILLED;
        return with(progress.traded(state().to(done ? OrderState.FILLED : partial), fill, at));
    }

    /**
     * After a fill that was told only after its end: the shares count, the end stays.
     *
     * @throws Contradiction where more is filled than was ordered
     */
    public Order filledAfterItsEnd(Fill fill, Instant at) {
        requireRoomFor(fill);
        return with(progress.traded(state(), fill, at));
    }

    /** With its stop moved; for protective stops only. */
    public Order stopMovedTo(BigDecimal price) {
        return with(instruction.withStopPrice(price));
    }

    /** For another number of shares: what an order closes or protects has changed. */
    public Order sizedTo(long quantity) {
        return with(instruction.withQuantity(quantity));
    }

    private void requireRoomFor(Fill fill) {
        if (fill.quantity() > remaining()) {
            throw new Contradiction(
                    "fill " + fill.fillId() + " has " + fill.quantity() + " shares, " + remaining() + " were open");
        }
    }

    private Order with(Instruction plan) {
        return new Order(orderId, account, correlationId, plan, rationale, admission, progress);
    }

    private Order with(Progress next) {
        return new Order(orderId, account, correlationId, instruction, rationale, admission, next);
    }
}
