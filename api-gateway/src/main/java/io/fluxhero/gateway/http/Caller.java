package io.fluxhero.gateway.http;

import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.services.Command;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sent the request at hand, as commands carry it. */
@RequestScoped
class Caller {
    static final String KEY = "[A-Za-z0-9._:-]{1,128}";

    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final GatewayConfig config;

    Caller(SecurityIdentity identity, RoutingContext request, GatewayConfig config) {
        this.identity = identity;
        this.request = request;
        this.config = config;
    }

    Command command(@Nullable String key) {
        String id = RequestIds.of(request);
        return new Command(identity.getPrincipal().getName(), id, key == null ? id : key, null);
    }

    Command longCommand(@Nullable String key) {
        String id = RequestIds.of(request);
        return new Command(
                identity.getPrincipal().getName(),
                id,
                key == null ? id : key,
                config.services().backtestTimeout());
    }
}
