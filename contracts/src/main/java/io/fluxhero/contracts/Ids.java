package io.fluxhero.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Identities derived from inputs, never drawn: the same inputs give the same id on every machine and every replay. */
public final class Ids {

    private static final int BYTES = 16;

    private Ids() {}

    /**
     * Derives an identity.
     *
     * @param kind short prefix that tells a reader what it names, for example {@code sig} or {@code ord}
     * @param parts the inputs in a fixed order; each is used by its {@code toString()}
     * @return {@code kind-} and 32 hexadecimal digits (the first 128 bits of SHA-256 over the parts, length-prefixed)
     */
    public static String derive(String kind, Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return kind + "-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
