package io.fluxhero.risk.config;

import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.risk.domain.account.RiskSettings;
import io.fluxhero.risk.domain.execution.ExecutionDoor;
import io.fluxhero.risk.domain.feed.FeedDoor;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;

/** Makes values of settings, and lets nothing start that makes no sense. */
@ApplicationScoped
class Settings {

    /** Feeds whose bars have a time of their own, which is not the clock's. */
    private static final Set<String> PLAYED = Set.of("replay", "synthetic");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @Startup
    RiskSettings riskSettings(RiskProperties properties) {
        return new RiskSettings(
                properties.account(),
                Micros.of(properties.initialCapital()),
                new TreeSet<>(properties.symbols()),
                Timeframe.parse(properties.timeframe()),
                properties.grace(),
                properties.barAlertAfter(),
                properties.sendWithin(),
                !PLAYED.contains(properties.feed()),
                limits(properties));
    }

    @Produces
    @Singleton
    ExecutionDoor executionDoor(RiskProperties properties) {
        return new ExecutionDoor(
                properties.executionUrl(),
                properties.serviceSecret(),
                properties.executionPatience(),
                properties.leaseFor());
    }

    @Produces
    @Singleton
    FeedDoor feedDoor(RiskProperties properties) {
        return new FeedDoor(
                properties.marketDataUrl(),
                properties.serviceSecret(),
                properties.executionPatience(),
                properties.staleAfter());
    }

    private static RiskConfig limits(RiskProperties properties) {
        return new RiskConfig(
                properties.maxRiskPctTrend(),
                properties.maxRiskPctMeanRev(),
                properties.neutralSizeFactor(),
                properties.maxPositionSizePct(),
                properties.maxTotalExposurePct(),
                properties.maxOpenPositions(),
                properties.drawdownWarning(),
                properties.drawdownRecovery(),
                properties.drawdownHalt(),
                properties.reducedSizeFactor(),
                properties.trendStopAtrMultiplier(),
                properties.reducedTrendStopAtrMultiplier(),
                properties.dailyLossHalt(),
                properties.concentrationHalt());
    }
}
