package io.fluxhero.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The stack's own secrets: 32 random bytes each, made once, in files that only their owner can read. */
public final class Secrets {

    /** The bearer token of the public door. */
    public static final String AUTH = "auth-secret";

    /** What the services show one another. */
    public static final String SERVICE = "service-secret";

    private static final int LENGTH_BYTES = 32;

    private final Path folder;

    public Secrets(StateFolder state) {
        this.folder = state.secrets();
    }

    /** The name of the secret that a database role logs in with. */
    public static String ofRole(String role) {
        return "postgres-" + role;
    }

    /** The secret, made now when this is the first time that someone asks. */
    public String get(String name) {
        return find(name).orElseGet(() -> make(name));
    }

    /** The secret, if a stack has made it. */
    public Optional<String> find(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String make(String name) {
        byte[] bytes = new byte[LENGTH_BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            OwnerOnly.write(folder.resolve(name), (secret + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secret;
    }
}
