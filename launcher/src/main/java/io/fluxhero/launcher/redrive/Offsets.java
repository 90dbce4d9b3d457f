package io.fluxhero.launcher.redrive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some offsets, as people write them: {@code 3}, {@code 5-9}, {@code 12-} or several of these with commas. */
public record Offsets(List<Range> ranges) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(-(\\d{1,18})?)?");

    public Offsets {
        ranges = List.copyOf(ranges);
    }

    /** From the first to the last, both included. */
    public record Range(long first, long last) {}

    /**
     * What {@code text} means.
     *
     * @throws IllegalArgumentException where it means nothing
     */
    public static Offsets parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                throw new IllegalArgumentException("must look like 3, 5-9, 12- or 3,5-9, not '" + text + "'");
            }
            long first = Long.parseLong(range.group(1));
            long last = range.group(2) == null
                    ? first
                    : range.group(3) == null ? Long.MAX_VALUE : Long.parseLong(range.group(3));
            if (last < first) {
                throw new IllegalArgumentException(part.strip() + " ends before it begins");
            }
            ranges.add(new Range(first, last));
        }
        return new Offsets(ranges);
    }

    public boolean contains(long offset) {
        return ranges.stream().anyMatch(range -> range.first() <= offset && offset <= range.last());
    }
}
