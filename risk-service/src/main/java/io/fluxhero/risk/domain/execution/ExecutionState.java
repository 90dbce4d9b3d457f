package io.fluxhero.risk.domain.execution;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How execution stands.
 *
 * @param state {@code READY} once it agrees with the broker; {@code HALTED} where it cannot
 * @param detail why, in words
 * @param fence what it was told of halts
 * @param openOrders orders that are not done, protective legs left out; empty where it does not say
 * @param unknownOrders orders of which it does not know whether the broker has them; empty where it does not say
 * @param brokerErrors failures of the broker in a row
 * @param paper whether the broker is the paper broker
 * @param foreign symbols and orders at the broker that are not ours
 */
public record ExecutionState(
        String state,
        @Nullable String detail,
        Fence fence,
        OptionalInt openOrders,
        OptionalInt unknownOrders,
        int brokerErrors,
        boolean paper,
        List<String> foreign) {

    public ExecutionState {
        foreign = List.copyOf(foreign);
    }

    /**
     * What it was told of halts.
     *
     * @param epoch oldest that is still accepted
     */
    public record Fence(
            long epoch,
            boolean halted,
            @Nullable String by,
            @Nullable String reason) {}

    /** Whether it agrees with the broker. */
    public boolean isReady() {
        return state.equals("READY");
    }

    /** Whether it has stopped because it cannot explain what the broker says. */
    public boolean isHalted() {
        return state.equals("HALTED");
    }
}
