package io.fluxhero.engine.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A place in a text of lines, and the cells of the line there. */
final class Lines {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NEWLINES = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final byte[] text;
    private int at;
    private int line = 1;

    Lines(byte[] text) {
        this.text = text;
        boolean marked = text.length >= 3 && text[0] == MARK[0] && text[1] == MARK[1] && text[2] == MARK[2];
        at = marked ? MARK.length : 0;
    }

    /** Where the current line begins. */
    int at() {
        return at;
    }

    /** Number of the current line, from 1. */
    int line() {
        return line;
    }

    boolean isAtEnd() {
        return at >= text.length;
    }

    /** Whether nothing but spaces and separators stands here. */
    boolean isBlank(byte separator) {
        for (int i = at; i < text.length && text[i] != '\n'; i++) {
            if (text[i] > ' ' && text[i] != separator) {
                return false;
            }
        }
        return true;
    }

    /** Goes to the next line; {@code known} is a place in this one, from which on its end is looked for. */
    void next(int known) {
        int end = known;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        at = end + 1;
        line++;
    }

    /** The current line without its end. */
    String current() {
        int end = at;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return new String(text, at, end - at, StandardCharsets.ISO_8859_1);
    }

    /** How many lines there are from here to the end; eight bytes at a time. */
    int count() {
        int count = at < text.length && text[text.length - 1] != '\n' ? 1 : 0;
        int i = at;
        for (; i + Long.BYTES <= text.length; i += Long.BYTES) {
            long differences = (long) EIGHT.get(text, i) ^ NEWLINES;
            long sevenBits = (differences & LOW_BITS) + LOW_BITS;
            count += Long.bitCount(~(sevenBits | differences | LOW_BITS));
        }
        for (; i < text.length; i++) {
            count += text[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The separator that a header uses most. */
    static byte separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return (byte) best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** A line whose quotes are gone, and with them any separator between quotes. */
    static String unquoted(String line, byte separator) {
        StringBuilder plain = new StringBuilder(line.length());
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c != '"' && !(quoted && c == separator)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The cells of a line, without spaces around them. */
    static List<String> cellsOf(String line, byte separator) {
        List<String> cells = new ArrayList<>();
        String plain = unquoted(line, separator);
        int from = 0;
        for (int end = plain.indexOf(separator); end >= 0; end = plain.indexOf(separator, from)) {
            cells.add(plain.substring(from, end).strip());
            from = end + 1;
        }
        cells.add(plain.substring(from).strip());
        return cells;
    }
}
