package io.fluxhero.launcher.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that is already there, as given on the command line.
 *
 * @param jdbcUrl server and database without credentials
 * @param user an administrator: may create roles and schemas
 * @param password the administrator's
 */
public record ExternalDatabase(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Reads {@code postgresql://user:password@host:port/database} or the JDBC form of it. */
    public static ExternalDatabase parse(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        URI uri;
        try {
            uri = URI.create(plain.replaceFirst("^postgres:", "postgresql:"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--postgres is not a URL: " + e.getMessage(), e);
        }
        if (!"postgresql".equals(uri.getScheme())
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(
                    "--postgres must look like postgresql://user:password@host:5432/database");
        }
        Map<String, String> login = loginOf(uri);
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String bare = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getPath();
        return new ExternalDatabase(bare, login.get("user"), login.get("password"));
    }

    private static Map<String, String> loginOf(URI uri) {
        Map<String, String> login = new HashMap<>();
        String userInfo = uri.getRawUserInfo();
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            login.put("user", decode(colon < 0 ? userInfo : userInfo.substring(0, colon)));
            if (colon >= 0) {
                login.put("password", decode(userInfo.substring(colon + 1)));
            }
        }
        String query = uri.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    login.putIfAbsent(pair.substring(0, equals), decode(pair.substring(equals + 1)));
                }
            }
        }
        return login;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
