package io.fluxhero.execution.domain.broker;

import io.fluxhero.execution.domain.bar.Bar;

/** A broker without a market of its own: it trades against the bars that are shown to it. */
public interface SimulatedMarket extends Broker {

    /** Lets one complete bar pass. A bar that is not later than the last one of its symbol changes nothing. */
    void pass(Bar bar);
}
