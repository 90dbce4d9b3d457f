package io.fluxhero.risk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.util.HashMap;
import java.util.Map;

/** The topics in memory; what the service publishes stays in its outbox table. Two symbols are watched. */
public final class InMemoryTopics implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "between-services";

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(
                InMemoryConnector.switchIncomingChannelsToInMemory("fills-in", "indicators-in", "signals-in"));
        settings.put("quarkus.security.users.embedded.users.fluxhero", SECRET);
        settings.put("fluxhero.outbox.relay.enabled", "false");
        settings.put("fluxhero.outbox.retry-pause", "PT0.02S");
        settings.put("fluxhero.risk.symbols", "QQQ,SPY");
        settings.put("fluxhero.risk.grace", "PT5S");
        settings.put("fluxhero.risk.grace-check", "PT1S");
        settings.put("fluxhero.risk.bar-alert-after", "PT8S");
        return settings;
    }

    @Override
    public void stop() {
        InMemoryConnector.clear();
    }
}
