package io.fluxhero.gateway.live;

import io.fluxhero.contracts.alert.RiskAlert;
import io.fluxhero.contracts.candle.CandleClosed;
import io.fluxhero.contracts.candle.CandleCorrected;
import io.fluxhero.contracts.candle.CandleMessage;
import io.fluxhero.contracts.fill.FillMessage;
import io.fluxhero.contracts.fill.OrderFilled;
import io.fluxhero.contracts.indicator.IndicatorMessage;
import io.fluxhero.contracts.indicator.IndicatorsUpdated;
import io.fluxhero.contracts.order.OrderApproved;
import io.fluxhero.contracts.order.OrderMessage;
import io.fluxhero.contracts.portfolio.PortfolioMessage;
import io.fluxhero.contracts.signal.SignalMessage;
import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.api.Activity;
import io.fluxhero.gateway.state.Feed;
import io.fluxhero.gateway.state.Vitals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the messages mean for those who watch: stream topics, the activity feed, and which REST views are out of date. */
@ApplicationScoped
class Projection {
    private final Hub hub;
    private final Feed feed;
    private final Vitals vitals;
    private final Refresh refresh;
    private final String account;
    private final OrderBook orders = new OrderBook();
    private final Map<String, String> regimes = new ConcurrentHashMap<>();

    @Inject
    Projection(Hub hub, Feed feed, Vitals vitals, Refresh refresh, GatewayConfig config) {
        this(hub, feed, vitals, refresh, config.account());
    }

    /** What the topics say of any other account is not shown. */
    Projection(Hub hub, Feed feed, Vitals vitals, Refresh refresh, String account) {
        this.hub = hub;
        this.feed = feed;
        this.vitals = vitals;
        this.refresh = refresh;
        this.account = account;
    }

    void on(CandleMessage message, Instant receivedAt) {
        switch (message) {
            case CandleClosed bar -> {
                vitals.marketData(bar.openTime(), receivedAt);
                hub.publish(TopicName.of(Kind.PRICES, bar.symbol()), Views.price(bar));
                hub.publish(TopicName.of(Kind.CANDLES, bar.symbol(), bar.timeframe()), Views.columns(bar));
            }
            case CandleCorrected bar ->
                hub.publish(TopicName.of(Kind.CANDLES, bar.symbol(), bar.timeframe()), Views.columns(bar));
        }
    }

    void on(IndicatorMessage message) {
        switch (message) {
            case IndicatorsUpdated row -> {
                hub.publish(TopicName.of(Kind.INDICATORS, row.symbol()), Views.indicators(row));
                String before = regimes.put(row.symbol() + ":" + row.timeframe(), row.regime());
                if (before != null && !before.equals(row.regime())) {
                    tell(Narrator.regimeChange(row, before));
                }
            }
        }
    }

    void on(SignalMessage message) {
        hub.publish(TopicName.of(Kind.SIGNALS), Views.signal(message));
        tell(Narrator.line(message));
    }

    void on(OrderMessage message) {
        if (!message.account().equals(account)) {
            return;
        }
        if (message instanceof OrderApproved approved) {
            hub.publish(TopicName.of(Kind.ORDERS), orders.approved(approved));
        }
        Narrator.line(message).ifPresent(this::tell);
    }

    void on(FillMessage message) {
        if (!message.account().equals(account)) {
            return;
        }
        if (message instanceof OrderFilled fill) {
            hub.publish(TopicName.of(Kind.FILLS), Views.fill(fill));
        }
        orders.after(message).ifPresent(order -> hub.publish(TopicName.of(Kind.ORDERS), order));
        Optional<Activity> line = Narrator.line(message);
        line.ifPresent(this::tell);
        refresh.positionsChanged();
    }

    void on(RiskAlert alert) {
        if (!alert.account().equals(account)) {
            return;
        }
        hub.publish(TopicName.of(Kind.ALERTS), Views.alert(alert));
        tell(Narrator.line(alert));
        refresh.accountChanged();
    }

    void on(PortfolioMessage message) {
        refresh.accountChanged();
    }

    private void tell(Activity line) {
        if (feed.add(line)) {
            hub.publish(TopicName.of(Kind.EVENTS), line);
        }
    }
}
