package io.fluxhero.execution.domain.broker;

import io.fluxhero.execution.domain.bar.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A broker without a market of its own: it trades against the bars that are shown to it. */
public interface SimulatedMarket extends Broker {

    /** Lets one complete bar pass and reports what it did, in order. */
    List<BrokerReport> pass(Bar bar);

    /** Fills a working FLATTEN order at once at this reference price. */
    List<BrokerReport> fillNow(String orderId, BigDecimal price, Instant barTime);
}
