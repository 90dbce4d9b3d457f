package io.fluxhero.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/** The shared bearer token. Only its digest is kept, and comparing takes the same time whatever the guess. */
final class StaticBearer {
    static final int MIN_LENGTH = 32;
    static final int MIN_DISTINCT = 8;

    private static final List<String> KNOWN = List.of(
            "dev-secret", "changeme", "change-me", "your-production-secret", "your-auth", "secret-here", "password");

    private final byte[] digest;

    private StaticBearer(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Refuses what a stranger could guess.
     *
     * @throws IllegalStateException with the reason and the remedy, and never the value
     */
    static StaticBearer of(String secret) {
        String lower = secret.toLowerCase(Locale.ROOT);
        if (secret.isBlank()) {
            throw refuse("is not set");
        }
        if (secret.length() < MIN_LENGTH) {
            throw refuse("is shorter than " + MIN_LENGTH + " characters");
        }
        if (secret.chars().distinct().count() < MIN_DISTINCT) {
            throw refuse("has fewer than " + MIN_DISTINCT + " different characters");
        }
        if (KNOWN.stream().anyMatch(lower::contains)) {
            throw refuse("contains a value from the documentation");
        }
        return new StaticBearer(sha256(secret));
    }

    boolean matches(String token) {
        return MessageDigest.isEqual(digest, sha256(token));
    }

    private static IllegalStateException refuse(String why) {
        return new IllegalStateException("FLUXHERO_AUTH_SECRET " + why + ". Make one with: openssl rand -hex 32");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
