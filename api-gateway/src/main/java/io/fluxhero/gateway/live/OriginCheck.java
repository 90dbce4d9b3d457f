package io.fluxhero.gateway.live;

import io.fluxhero.gateway.GatewayConfig;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A browser tells where its page comes from; strange pages get no socket. Programs send no origin and need the token anyway. */
@Singleton
class OriginCheck implements HttpUpgradeCheck {
    private static final int FORBIDDEN = 403;

    private final Set<String> origins;

    OriginCheck(GatewayConfig config) {
        this.origins = Set.copyOf(config.live().origins());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        boolean welcome = isWelcome(
                context.httpRequest().getHeader("Origin"), context.httpRequest().getHeader("Host"));
        return welcome ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
    }

    boolean isWelcome(@Nullable String origin, @Nullable String host) {
        return origin == null || origins.contains(origin) || origin.equals("http://" + host);
    }
}
