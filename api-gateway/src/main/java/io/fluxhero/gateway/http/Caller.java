package io.fluxhero.gateway.http;

import io.fluxhero.gateway.GatewayConfig;
import io.fluxhero.gateway.services.Command;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who sent the request at hand, as commands carry it. */
@RequestScoped
class Caller {
    private static final List<String> ROLES = List.of("admin", "trader", "viewer");

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
        return command(key, null);
    }

    Command longCommand(@Nullable String key) {
        return command(key, config.services().backtestTimeout());
    }

    /** A command that must not wait long: what is not confirmed by then is said to be pending. */
    Command urgentCommand(@Nullable String key) {
        return command(key, config.services().emergencyTimeout());
    }

    private Command command(@Nullable String key, @Nullable Duration patience) {
        String id = RequestIds.of(request);
        return new Command(identity.getPrincipal().getName(), role(), id, key == null ? id : key, patience);
    }

    private String role() {
        return ROLES.stream()
                .filter(identity::hasRole)
                .findFirst()
                .orElse("none")
                .toUpperCase(Locale.ROOT);
    }
}
