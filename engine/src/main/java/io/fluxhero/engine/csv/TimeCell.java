package io.fluxhero.engine.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the open time of a bar: {@code 2024-05-01}, {@code 20240501}, {@code 2024/05/01}, {@code 05/01/2024} (month
 * first), a date with a time of day, with or without a zone ({@code Z}, {@code -05:00}, {@code -0500}), or seconds or
 * milliseconds since the epoch. Without a zone it is New York time. A bar of a day or longer gets midnight in New York of
 * its exchange date; midnight UTC is there taken as that date, since feeds write dates so.
 */
final class TimeCell {

    /** What {@link #read} gives where there is no time. */
    static final long NONE = Long.MIN_VALUE;

    static final long DAY = 86_400;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DATE = 10;
    private static final int BASIC_DATE = 8;
    private static final int MILLI_DIGITS = 12;
    private static final long NO_NUMBER = -1;

    private final byte separator;
    private final boolean daily;
    private final ExchangeTime exchange = new ExchangeTime();
    private long dateHead;
    private long dateTail;
    private long epochDay;
    private int end;

    TimeCell(byte separator, boolean daily) {
        this.separator = separator;
        this.daily = daily;
    }

    /** Where the last cell ended. */
    int end() {
        return end;
    }

    /** Epoch milliseconds of the cell that begins at {@code from}, {@link #NONE} where it is no time. */
    long read(byte[] text, int from, int limit) {
        if (from + DATE <= limit && text[from + 4] == '-' && text[from + 7] == '-') {
            return isoDate(text, from) ? afterDate(text, from + DATE, limit) : NONE;
        }
        if (from + DATE <= limit && isSlashed(text, from)) {
            return slashedDate(text, from) ? afterDate(text, from + DATE, limit) : NONE;
        }
        return digitsOnly(text, from, limit);
    }

    private boolean isoDate(byte[] text, int from) {
        long head = (long) EIGHT.get(text, from);
        long tail = (long) EIGHT.get(text, from + 2);
        if (head == dateHead && tail == dateTail) {
            return true;
        }
        if (!date(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2))) {
            return false;
        }
        dateHead = head;
        dateTail = tail;
        return true;
    }

    private static boolean isSlashed(byte[] text, int from) {
        return (text[from + 4] == '/' && text[from + 7] == '/') || (text[from + 2] == '/' && text[from + 5] == '/');
    }

    private boolean slashedDate(byte[] text, int from) {
        dateHead = 0;
        return text[from + 4] == '/'
                ? date(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2))
                : date(number(text, from + 6, 4), number(text, from, 2), number(text, from + 3, 2));
    }

    private boolean date(long year, long month, long day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) {
            return false;
        }
        epochDay = epochDay(year, month, day);
        return true;
    }

    private static long lengthOfMonth(long year, long month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Days since 1970-01-01 in the Gregorian calendar, by counting years from March. */
    private static long epochDay(long year, long month, long day) {
        long marchYear = month > 2 ? year : year - 1;
        long monthFromMarch = month > 2 ? month - 3 : month + 9;
        long dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        long days = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear;
        return days - 719_468;
    }

    private long afterDate(byte[] text, int at, int limit) {
        if (isEnd(text, at, limit)) {
            end = at;
            return exchange.toUtc(epochDay * DAY) * 1000;
        }
        if ((text[at] != 'T' && text[at] != ' ' && text[at] != 't') || at + 6 > limit || text[at + 3] != ':') {
            return NONE;
        }
        long hour = number(text, at + 1, 2);
        long minute = number(text, at + 4, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return NONE;
        }
        return afterMinute(text, at + 6, limit, epochDay * DAY + hour * 3600 + minute * 60);
    }

    private long afterMinute(byte[] text, int from, int limit, long toMinute) {
        int at = from;
        long local = toMinute;
        long millis = 0;
        if (at + 3 <= limit && text[at] == ':') {
            long second = number(text, at + 1, 2);
            if (second < 0 || second > 59) {
                return NONE;
            }
            local += second;
            at += 3;
            if (at < limit && text[at] == '.') {
                long scale = 100;
                for (at++; at < limit && DecimalCell.isDigit(text[at]); at++) {
                    millis += (text[at] - '0') * scale;
                    scale /= 10;
                }
            }
        }
        return zoned(text, at, limit, local, millis);
    }

    private long zoned(byte[] text, int from, int limit, long local, long millis) {
        if (isEnd(text, from, limit)) {
            end = from;
            long seconds = exchange.toUtc(daily ? Math.floorDiv(local, DAY) * DAY : local);
            return seconds * 1000 + (daily ? 0 : millis);
        }
        int at = from + (text[from] == ' ' ? 1 : 0);
        if (at < limit && (text[at] == 'Z' || text[at] == 'z')) {
            return isEnd(text, at + 1, limit) ? instant(at + 1, local, millis) : NONE;
        }
        if (at + 3 > limit || (text[at] != '+' && text[at] != '-')) {
            return NONE;
        }
        int sign = text[at] == '-' ? -1 : 1;
        long hours = number(text, at + 1, 2);
        at += 3;
        long minutes = 0;
        if (!isEnd(text, at, limit)) {
            at += text[at] == ':' ? 1 : 0;
            minutes = at + 2 <= limit ? number(text, at, 2) : NO_NUMBER;
            at += 2;
        }
        boolean readable = hours >= 0 && hours <= 18 && minutes >= 0 && minutes <= 59 && isEnd(text, at, limit);
        return readable ? instant(at, local - sign * (hours * 3600 + minutes * 60), millis) : NONE;
    }

    private long instant(int at, long utcSeconds, long millis) {
        end = at;
        if (!daily) {
            return utcSeconds * 1000 + millis;
        }
        long day = utcSeconds % DAY == 0 ? utcSeconds / DAY : exchange.dateOf(utcSeconds);
        return exchange.toUtc(day * DAY) * 1000;
    }

    /** A date of eight digits, or time since the epoch. */
    private long digitsOnly(byte[] text, int from, int limit) {
        int at = from;
        long value = 0;
        if (from + 2 * EightDigits.BYTES <= limit) {
            long word = EightDigits.at(text, from);
            if (EightDigits.count(word) == EightDigits.BYTES) {
                long next = EightDigits.at(text, from + EightDigits.BYTES);
                int more = EightDigits.count(next);
                value = EightDigits.value(word, EightDigits.BYTES);
                at += EightDigits.BYTES;
                if (more > 0 && more < EightDigits.BYTES) {
                    value = value * DecimalCell.TENS[more] + EightDigits.value(next, more);
                    at += more;
                }
            }
        }
        while (at < limit && DecimalCell.isDigit(text[at]) && at - from <= 15) {
            value = value * 10 + text[at++] - '0';
        }
        int digits = at - from;
        while (at > from && at < limit && (text[at] == '.' || text[at] == '0')) {
            at++;
        }
        if (digits == 0 || !isEnd(text, at, limit)) {
            return NONE;
        }
        if (digits == BASIC_DATE) {
            dateHead = 0;
            return date(value / 10_000, value / 100 % 100, value % 100) ? afterDate(text, at, limit) : NONE;
        }
        return digits >= MILLI_DIGITS ? instant(at, value / 1000, value % 1000) : instant(at, value, 0);
    }

    private static long number(byte[] text, int from, int digits) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            if (i >= text.length || !DecimalCell.isDigit(text[i])) {
                return NO_NUMBER;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private boolean isEnd(byte[] text, int at, int limit) {
        return at >= limit || text[at] == separator || text[at] == '\n' || text[at] == '\r';
    }
}
