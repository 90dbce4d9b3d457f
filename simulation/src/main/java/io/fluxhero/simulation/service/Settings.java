package io.fluxhero.simulation.service;

import io.fluxhero.execution.ExecutionConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of execution in one world.
 *
 * @param timeframe bar length, as a code
 * @param capital money that the account begins with
 * @param leaseRequired whether what opens needs risk's leave
 * @param volumeRatio largest part of a bar's volume that fills, 0 for all
 */
public record Settings(String account, String timeframe, BigDecimal capital, double volumeRatio, boolean leaseRequired)
        implements ExecutionConfig {

    @Override
    public Duration compareEvery() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Path haltFile() {
        return Path.of("halt");
    }

    @Override
    public ChaseRules chase() {
        return new NoChase();
    }

    @Override
    public Paper paper() {
        return new PaperSettings(capital, volumeRatio);
    }

    /** Limit orders stay where they were put. */
    private record NoChase() implements ChaseRules {

        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(60);
        }

        @Override
        public int maxAttempts() {
            return 3;
        }

        @Override
        public BigDecimal maxDrift() {
            return new BigDecimal("0.005");
        }
    }

    private record PaperSettings(BigDecimal initialCapital, double maxVolumeRatio) implements Paper {

        @Override
        public double commissionPerShare() {
            return 0.005;
        }

        @Override
        public double slippageRatio() {
            return 0.0001;
        }

        @Override
        public double impactThreshold() {
            return 0.1;
        }

        @Override
        public double impactRatio() {
            return 0.0005;
        }

        @Override
        public double spreadBps() {
            return 0;
        }

        @Override
        public Duration latency() {
            return Duration.ZERO;
        }

        @Override
        public boolean hourlyClose() {
            return false;
        }
    }
}
