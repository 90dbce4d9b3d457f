package io.fluxhero.launcher.stack;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six services, in the order the money flows. */
public enum Service {
    MARKET_DATA("market-data-service", 8001, "market_data", "FLUXHERO_MARKET_DATA_URL"),
    SIGNAL("signal-service", 8002, "signals", "FLUXHERO_SIGNAL_URL"),
    RISK("risk-service", 8003, "risk", "FLUXHERO_RISK_URL"),
    EXECUTION("execution-service", 8004, "execution", "FLUXHERO_EXECUTION_URL"),
    BACKTEST("backtest-service", 8005, "backtest", "FLUXHERO_BACKTEST_URL"),
    GATEWAY("api-gateway", 8000, null, null);

    /** The path at which each answers 200 once it can do its work. */
    public static final String READINESS = "/q/health/ready";

    private final String module;
    private final int usualPort;
    private final @Nullable String role;
    private final @Nullable String urlVariable;

    Service(String module, int usualPort, @Nullable String role, @Nullable String urlVariable) {
        this.module = module;
        this.usualPort = usualPort;
        this.role = role;
        this.urlVariable = urlVariable;
    }

    /** Its folder in the source tree, which is also its name for people. */
    public String module() {
        return module;
    }

    public int usualPort() {
        return usualPort;
    }

    /** Database role and schema, of those that have one. */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** The environment variable in which others find its address. */
    public Optional<String> urlVariable() {
        return Optional.ofNullable(urlVariable);
    }

    /** The program, as the build leaves it below {@code home}. */
    public Path program(Path home) {
        return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
