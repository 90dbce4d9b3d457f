package io.fluxhero.engine.risk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Identity of a configuration: the first 16 hexadecimal digits of SHA-256 over its parameters in order. */
public final class ConfigHash {

    private static final int BYTES = 8;

    private ConfigHash() {}

    /** Hash of numbers, texts and enums; each is written as its {@code toString}. */
    public static String of(Object... parameters) {
        String text = Arrays.stream(parameters).map(Object::toString).collect(Collectors.joining("|"));
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
