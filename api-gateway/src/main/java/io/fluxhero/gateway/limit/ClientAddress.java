package io.fluxhero.gateway.limit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose request it is: X-Forwarded-For counts only as far as trusted proxies vouch for it, read from the right. */
public final class ClientAddress {
    private ClientAddress() {}

    public static String of(String remote, @Nullable String forwardedFor, Set<String> trusted) {
        if (forwardedFor == null || !trusted.contains(remote)) {
            return remote;
        }
        String client = remote;
        for (String hop : List.of(forwardedFor.split(",")).reversed()) {
            if (!trusted.contains(client)) {
                break;
            }
            if (!hop.isBlank()) {
                client = hop.strip();
            }
        }
        return client;
    }
}
