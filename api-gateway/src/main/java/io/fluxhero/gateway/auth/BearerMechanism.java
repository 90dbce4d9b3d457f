package io.fluxhero.gateway.auth;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the holder of the static bearer in, and hands every other token on to OIDC where that is configured. */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final int BEFORE_OIDC = 5_000;

    private final Tokens tokens;
    private final boolean oidc;

    BearerMechanism(Tokens tokens, @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean oidc) {
        this.tokens = tokens;
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization == null) {
            return Uni.createFrom().nullItem();
        }
        Optional<SecurityIdentity> holder = Tokens.bearerIn(authorization).flatMap(tokens::holderOf);
        if (holder.isPresent()) {
            return Uni.createFrom().item(holder.get());
        }
        return oidc
                ? Uni.createFrom().nullItem()
                : Uni.createFrom().failure(new AuthenticationFailedException("unknown bearer token"));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public int getPriority() {
        return BEFORE_OIDC;
    }
}
