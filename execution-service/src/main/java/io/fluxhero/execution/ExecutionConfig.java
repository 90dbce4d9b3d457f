package io.fluxhero.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of execution. */
@ConfigMapping(prefix = "fluxhero.execution")
public interface ExecutionConfig {

    /** The account whose orders are executed; messages of others are not ours. */
    @WithDefault("PAPER-001")
    String account();

    /** Bar length that the simulated market trades on; others are not ours. */
    @WithDefault("1d")
    String timeframe();

    /** How often our books are compared with the broker's. */
    @WithDefault("PT30S")
    Duration compareEvery();

    /** How often the broker is asked for news when nothing else is to be done. */
    @WithDefault("PT5S")
    Duration pollEvery();

    /** Whether what opens waits for leave from risk. */
    @WithDefault("true")
    boolean leaseRequired();

    /** Where a halt is written first. */
    @WithDefault("halt")
    Path haltFile();

    /** What becomes of limit orders that nobody takes. */
    ChaseRules chase();

    /** The simulated account. */
    Paper paper();

    /** When a limit order is priced again. */
    interface ChaseRules {

        @WithDefault("true")
        boolean enabled();

        /** How long an order works before it is priced again. */
        @WithDefault("PT60S")
        Duration patience();

        /** How often it is priced again before it is abandoned. */
        @WithDefault("3")
        int maxAttempts();

        /** Farthest from its first limit, as a part of it. */
        @WithDefault("0.005")
        BigDecimal maxDrift();
    }

    /** The simulated account. */
    interface Paper {

        /** Money that it begins with. */
        @WithDefault("100000")
        BigDecimal initialCapital();

        /** Money per share and side. */
        @WithDefault("0.005")
        double commissionPerShare();

        /** Of the price, on market orders and stops; 0.0001 is 0.01 %. */
        @WithDefault("0.0001")
        double slippageRatio();

        /** Share of average volume above which impact is paid. */
        @WithDefault("0.1")
        double impactThreshold();

        /** Of the price, added to slippage above the threshold. */
        @WithDefault("0.0005")
        double impactRatio();

        /** Largest part of the volume of a bar that our orders can fill; 0 for no cap. */
        @WithDefault("0")
        double maxVolumeRatio();

        /** Between bid and ask, in basis points of the price; 0 for none. */
        @WithDefault("0")
        double spreadBps();

        /** How long an order is on its way to the broker, in market time. */
        @WithDefault("PT0S")
        Duration latency();

        /** Whether entries at market wait for the next full hour, and expire a minute after it. */
        @WithDefault("false")
        boolean hourlyClose();
    }
}
