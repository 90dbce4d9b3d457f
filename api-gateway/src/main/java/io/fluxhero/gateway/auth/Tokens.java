package io.fluxhero.gateway.auth;

import io.fluxhero.gateway.GatewayConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Knows the static bearer; made at start, so that a weak secret stops the gateway and not the first request. */
@Startup
@Singleton
public class Tokens {
    private static final String SCHEME = "Bearer ";

    private final StaticBearer bearer;
    private final Set<String> roles;

    Tokens(GatewayConfig config) {
        this.bearer = StaticBearer.of(config.auth().secret().orElse(""));
        this.roles = new HashSet<>(config.auth().bearerRoles());
    }

    /** The token of an {@code Authorization} header or of an auth frame, where it is a bearer. */
    public static Optional<String> bearerIn(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(authorization.substring(SCHEME.length()).strip());
    }

    /** The holder of the static bearer, where {@code token} is it. */
    public Optional<SecurityIdentity> holderOf(String token) {
        if (!bearer.matches(token)) {
            return Optional.empty();
        }
        return Optional.of(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("bearer"))
                .addRoles(roles)
                .build());
    }
}
