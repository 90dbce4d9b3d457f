package io.fluxhero.launcher.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON out of maps, lists, arrays of numbers, texts and numbers; a number that is none becomes {@code null}. */
public final class Json {

    private static final int INDENT = 2;
    private static final char FIRST_PRINTABLE = ' ';

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** Text of a value; objects are indented, arrays of numbers stand in one line. */
    public static String of(@Nullable Object value) {
        Json json = new Json();
        json.write(value, 0);
        return json.text.toString();
    }

    private void write(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> object(map, depth);
            case Iterable<?> list -> array(list, depth);
            case double[] numbers -> numbers(numbers);
            case Double number -> number(number);
            case Integer number -> text.append(number.intValue());
            case Long number -> text.append(number.longValue());
            case Boolean truth -> text.append(truth.booleanValue());
            default -> quoted(value.toString());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        text.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            newLine(first, depth + 1);
            first = false;
            quoted(String.valueOf(entry.getKey()));
            text.append(": ");
            write(entry.getValue(), depth + 1);
        }
        close(first, depth, '}');
    }

    private void array(Iterable<?> list, int depth) {
        text.append('[');
        boolean first = true;
        for (Object item : list) {
            newLine(first, depth + 1);
            first = false;
            write(item, depth + 1);
        }
        close(first, depth, ']');
    }

    private void numbers(double[] numbers) {
        text.append('[');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",");
            number(numbers[i]);
        }
        text.append(']');
    }

    private void number(double number) {
        if (Double.isFinite(number)) {
            text.append(number);
        } else {
            text.append("null");
        }
    }

    private void newLine(boolean first, int depth) {
        text.append(first ? "\n" : ",\n").repeat(' ', depth * INDENT);
    }

    private void close(boolean empty, int depth, char bracket) {
        if (!empty) {
            text.append('\n').repeat(' ', depth * INDENT);
        }
        text.append(bracket);
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
