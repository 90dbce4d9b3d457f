package io.fluxhero.gateway.http;

import io.fluxhero.gateway.api.Account;
import io.fluxhero.gateway.services.ExecutionRoom;
import io.fluxhero.gateway.state.Rounds;
import io.fluxhero.gateway.state.Vitals;
import io.fluxhero.gateway.state.Watch;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The metric names of the first contract (spec k.7). What is unknown is NaN, not 0. */
@Startup
@Singleton
class Metrics {
    private static final Map<String, Double> PERCENTILES = Map.of("p50", 0.5, "p90", 0.9, "p95", 0.95, "p99", 0.99);

    private final MeterRegistry meters;
    private final Rounds rounds;
    private final Timer latency;

    Metrics(MeterRegistry meters, Vitals vitals, Watch watch, Rounds rounds) {
        this.meters = meters;
        this.rounds = rounds;
        this.latency = Timer.builder("fluxhero.request.latency")
                .description("Time to answer")
                .publishPercentiles(0.5, 0.9, 0.95, 0.99)
                .register(meters);
        PERCENTILES.forEach((name, rank) ->
                gauge("fluxhero.request.latency." + name + ".ms", "Time to answer, " + name, () -> percentile(rank)));
        gauge(
                "fluxhero.uptime.seconds",
                "Since the gateway started",
                () -> watch.uptime().toSeconds());
        gauge("fluxhero.websocket.connections", "Open sockets", vitals::sockets);
        gauge("fluxhero.data.feed.active", "1 while market data flows", () -> watch.feedActive() ? 1 : 0);
        gauge("fluxhero.equity", "Account equity", () -> ofAccount(Account::equity));
        gauge("fluxhero.drawdown.percent", "Drawdown, 0 or negative", () -> ofAccount(Account::drawdownPct));
        gauge("fluxhero.win.rate.percent", "Closed trades that won", this::winRate);
        FunctionCounter.builder("fluxhero.requests", vitals, Vitals::requests)
                .description("Requests since the start")
                .register(meters);
        FunctionCounter.builder("fluxhero.orders", this, Metrics::orders)
                .description("Orders of the account")
                .register(meters);
    }

    void answered(String path, int status, Duration took) {
        latency.record(took);
        meters.counter("fluxhero.requests.by.path", "path", Routes.templateOf(path, status))
                .increment();
    }

    private void gauge(String name, String description, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }

    private double percentile(double rank) {
        for (ValueAtPercentile value : latency.takeSnapshot().percentileValues()) {
            if (value.percentile() == rank) {
                return value.value(TimeUnit.MILLISECONDS);
            }
        }
        return Double.NaN;
    }

    private double ofAccount(java.util.function.Function<Account, @Nullable BigDecimal> figure) {
        Account account = rounds.latest().account();
        BigDecimal value = account == null ? null : figure.apply(account);
        return value == null ? Double.NaN : value.doubleValue();
    }

    private double winRate() {
        ExecutionRoom.Summary summary = rounds.latest().summary();
        BigDecimal rate = summary == null ? null : summary.winRate();
        return rate == null ? Double.NaN : rate.doubleValue() * 100;
    }

    private double orders() {
        ExecutionRoom.Summary summary = rounds.latest().summary();
        return summary == null ? 0 : summary.ordersTotal();
    }
}
