package io.fluxhero.launcher.parity;

import java.time.Instant;

/**
 * Where the two part.
 *
 * @param what which message, in words
 * @param field its field, as a path
 * @param recorded the value on record
 * @param again the value when decided again
 * @param place topic, partition and offset of the message on record, or of what it should have followed from
 */
public record Difference(Instant barTime, String what, String field, String recorded, String again, String place) {

    public String sentence() {
        return what + " of bar " + barTime + ", " + field + ": recorded " + recorded + ", decided again " + again
                + "  (" + place + ")";
    }
}
