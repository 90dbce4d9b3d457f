package io.fluxhero.backtest.marketdata;

import io.fluxhero.backtest.BacktestProperties;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Says who asks. */
@ApplicationScoped
class ServiceIdentity implements ClientHeadersFactory {

    private final String authorization;

    ServiceIdentity(BacktestProperties properties) {
        byte[] credentials = ("fluxhero:" + properties.serviceSecret()).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        outgoing.putSingle(HttpHeaders.AUTHORIZATION, authorization);
        return outgoing;
    }
}
