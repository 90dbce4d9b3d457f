package io.fluxhero.engine.csv;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which column is what, by its name in any case and order.
 *
 * @param names as they are written
 * @param roles in the order of the columns
 */
record Header(List<String> names, List<Role> roles) {

    /** What a column holds. */
    enum Role {
        TIME,
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        VOLUME,
        SYMBOL,
        OTHER
    }

    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("timestamp", Role.TIME),
            Map.entry("time", Role.TIME),
            Map.entry("date", Role.TIME),
            Map.entry("datetime", Role.TIME),
            Map.entry("opentime", Role.TIME),
            Map.entry("t", Role.TIME),
            Map.entry("open", Role.OPEN),
            Map.entry("o", Role.OPEN),
            Map.entry("high", Role.HIGH),
            Map.entry("h", Role.HIGH),
            Map.entry("low", Role.LOW),
            Map.entry("l", Role.LOW),
            Map.entry("close", Role.CLOSE),
            Map.entry("closelast", Role.CLOSE),
            Map.entry("c", Role.CLOSE),
            Map.entry("volume", Role.VOLUME),
            Map.entry("vol", Role.VOLUME),
            Map.entry("v", Role.VOLUME),
            Map.entry("ticker", Role.SYMBOL),
            Map.entry("symbol", Role.SYMBOL));
    private static final Set<Role> NEEDED = EnumSet.of(Role.TIME, Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE);

    /** Yahoo calls the column of times so, for want of a better heading of two levels. */
    private static final String YAHOO_TIME = "price";

    private static final List<String> PLAIN = List.of("timestamp", "open", "high", "low", "close", "volume");

    /** The columns of a file without a header, in their usual order. */
    static Header plain() {
        return of(PLAIN);
    }

    /**
     * Of the names in the first line.
     *
     * @throws CsvFormatException where a needed column is not there, or one is there twice
     */
    static Header of(List<String> names) {
        List<Role> roles = new ArrayList<>();
        names.forEach(name -> roles.add(ROLES.getOrDefault(plainName(name), Role.OTHER)));
        if (!roles.contains(Role.TIME)) {
            for (int i = 0; i < roles.size(); i++) {
                if (plainName(names.get(i)).equals(YAHOO_TIME)) {
                    roles.set(i, Role.TIME);
                }
            }
        }
        check(names, roles);
        return new Header(List.copyOf(names), List.copyOf(roles));
    }

    private static void check(List<String> names, List<Role> roles) {
        Set<Role> missing = EnumSet.copyOf(NEEDED);
        Set<Role> seen = EnumSet.noneOf(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            missing.remove(role);
            if (role != Role.OTHER && !seen.add(role)) {
                throw new CsvFormatException("two columns mean " + name(role) + " in the header " + names
                        + ": leave one, a file holds one symbol's bars");
            }
        }
        if (!missing.isEmpty()) {
            throw new CsvFormatException("the header " + names + " has no column "
                    + missing.stream().map(Header::name).collect(Collectors.joining(", "))
                    + ": needed are timestamp (or date), open, high, low and close, in any order");
        }
    }

    private static String name(Role role) {
        return role == Role.TIME ? "timestamp" : role.name().toLowerCase(Locale.ROOT);
    }

    private static String plainName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** The column of adjusted closes, which is left out. */
    Optional<String> adjustedClose() {
        return names.stream()
                .filter(name ->
                        plainName(name).equals("adjclose") || plainName(name).equals("adjustedclose"))
                .findFirst();
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /** The name of the column that holds this. */
    String nameOf(Role role) {
        int index = roles.indexOf(role);
        return index < 0 ? name(role) : names.get(index);
    }
}
