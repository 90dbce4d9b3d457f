package io.fluxhero.execution;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.util.Map;

/** Both incoming topics without a broker. */
public final class InMemoryTopics implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return InMemoryConnector.switchIncomingChannelsToInMemory("orders-in", "candles-in");
    }

    @Override
    public void stop() {
        InMemoryConnector.clear();
    }
}
