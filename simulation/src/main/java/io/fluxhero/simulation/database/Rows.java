package io.fluxhero.simulation.database;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table by key, sorted. What a transaction changes comes back where it fails. */
public final class Rows<K extends Comparable<? super K>, V> {

    private final Database database;
    private final TreeMap<K, V> rows = new TreeMap<>();

    public Rows(Database database) {
        this.database = database;
    }

    /** The row, where there is one. */
    public @Nullable V get(K key) {
        database.touch();
        return rows.get(key);
    }

    /** Inserts or replaces. */
    public void put(K key, V row) {
        database.touch();
        V before = rows.put(key, row);
        database.undo(() -> restore(key, before));
    }

    /** Inserts where absent; tells whether it was. */
    public boolean add(K key, V row) {
        database.touch();
        if (rows.putIfAbsent(key, row) != null) {
            return false;
        }
        database.undo(() -> rows.remove(key));
        return true;
    }

    /** Deletes it, where it is there. */
    public void remove(K key) {
        database.touch();
        V before = rows.remove(key);
        if (before != null) {
            database.undo(() -> rows.put(key, before));
        }
    }

    /** All rows in the order of their keys. */
    public Collection<V> all() {
        database.touch();
        return Collections.unmodifiableCollection(rows.values());
    }

    /** Keys and rows, without asking the database: for those who look on. */
    public NavigableMap<K, V> view() {
        return Collections.unmodifiableNavigableMap(rows);
    }

    private void restore(K key, @Nullable V before) {
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    /** The newest row by key. */
    public java.util.Map.@Nullable Entry<K, V> last() {
        database.touch();
        return rows.lastEntry();
    }
}
