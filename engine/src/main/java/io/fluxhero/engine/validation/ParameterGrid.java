package io.fluxhero.engine.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All combinations of the values given for some keys, numbered: keys sorted, the last one changes fastest. */
public final class ParameterGrid {

    /** More than this is a mistake, or will not end. */
    public static final int MOST_CANDIDATES = 1_000_000;

    private final SortedMap<String, List<String>> values;
    private final int size;

    private ParameterGrid(SortedMap<String, List<String>> values, int size) {
        this.values = values;
        this.size = size;
    }

    /** Nothing varies: one candidate with the defaults. */
    public static ParameterGrid single() {
        return of(Map.of());
    }

    /**
     * Of values by key.
     *
     * @throws IllegalArgumentException where a key has no values or there are more than {@link #MOST_CANDIDATES}
     */
    public static ParameterGrid of(Map<String, List<String>> values) {
        long size = 1;
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            if (entry.getValue().isEmpty()) {
                throw new IllegalArgumentException("no value is given for " + entry.getKey());
            }
            size *= entry.getValue().size();
            if (size > MOST_CANDIDATES) {
                throw new IllegalArgumentException("the grid has more than " + MOST_CANDIDATES + " candidates");
            }
        }
        return new ParameterGrid(new TreeMap<>(values), (int) size);
    }

    /**
     * Of texts {@code key=value,value,...}, each key once.
     *
     * @throws IllegalArgumentException naming the text that cannot be read
     */
    public static ParameterGrid parse(List<String> texts) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new IllegalArgumentException("'" + text + "' is not of the form key=value,value");
            }
            List<String> given = List.of(text.substring(equals + 1).split(",", -1));
            if (values.put(text.substring(0, equals).strip(), given) != null) {
                throw new IllegalArgumentException("'" + text + "' names its key again");
            }
        }
        return of(values);
    }

    /** Number of candidates. */
    public int size() {
        return size;
    }

    /** The candidate with this number, from 0 to {@code size() - 1}. */
    public Candidate candidate(int index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("there are " + size + " candidates, none with number " + index);
        }
        TreeMap<String, String> parameters = new TreeMap<>();
        int left = index;
        List<String> keys = new ArrayList<>(values.keySet());
        for (String key : keys.reversed()) {
            List<String> choices = values.getOrDefault(key, List.of());
            parameters.put(key, choices.get(left % choices.size()).strip());
            left /= choices.size();
        }
        return new Candidate(index, Collections.unmodifiableSortedMap(parameters));
    }

    /** All of them, in order. */
    public List<Candidate> candidates() {
        List<Candidate> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(candidate(i));
        }
        return all;
    }
}
