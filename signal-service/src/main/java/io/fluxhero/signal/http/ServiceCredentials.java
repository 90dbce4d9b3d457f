package io.fluxhero.signal.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/** How our services know one another. */
public final class ServiceCredentials {

    private static final String USER = "fluxhero";

    private ServiceCredentials() {}

    /** The header value of HTTP Basic. */
    public static String basic() {
        String secret =
                ConfigProvider.getConfig().getValue("quarkus.security.users.embedded.users.fluxhero", String.class);
        byte[] pair = (USER + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
