package io.fluxhero.execution;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of execution as they are by default. */
record Settings(String timeframe, Paper paper) implements ExecutionConfig {

    static final Settings DEFAULT = new Settings("1d", new Costs());

    @Override
    public String account() {
        return Said.ACCOUNT;
    }

    static Settings ofBars(String timeframe) {
        return new Settings(timeframe, new Costs());
    }

    @Override
    public ChaseRules chase() {
        return new ChaseRules() {
            @Override
            public boolean enabled() {
                return true;
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
        };
    }

    @Override
    public Duration compareEvery() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean leaseRequired() {
        return true;
    }

    @Override
    public Path haltFile() {
        return Path.of("halt");
    }

    private record Costs() implements Paper {
        @Override
        public BigDecimal initialCapital() {
            return new BigDecimal("100000");
        }

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
        public double maxVolumeRatio() {
            return 0;
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
