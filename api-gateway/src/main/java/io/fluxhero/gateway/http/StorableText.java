package io.fluxhero.gateway.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a text; one that no database of ours can hold is refused here, and not where it would be kept. */
final class StorableText extends StringDeserializer {

    static final String COMPLAINT = "must not contain a zero character";

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (isUnstorable(text)) {
            throw context.weirdStringException(text, String.class, COMPLAINT);
        }
        return text;
    }

    static boolean isUnstorable(@Nullable Object value) {
        return value instanceof String text && text.indexOf('\0') >= 0;
    }
}
