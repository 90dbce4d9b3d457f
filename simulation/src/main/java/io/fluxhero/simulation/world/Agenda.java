package io.fluxhero.simulation.world;

import java.util.PriorityQueue;

/** What happens when: one thread, one order, whoever asks. */
public final class Agenda {

    private record Entry(long at, long sequence, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at == other.at ? Long.compare(sequence, other.sequence) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long now;
    private long sequence;

    public Agenda(long start) {
        now = start;
    }

    /** Virtual time in milliseconds since the epoch. */
    public long now() {
        return now;
    }

    /** Does it after so many milliseconds, behind what was put to the same time before. */
    public void in(long millis, Runnable what) {
        entries.add(new Entry(now + millis, sequence++, what));
    }

    /** Does what is next, where it is due by then; tells whether it did. */
    public boolean step(long until) {
        Entry next = entries.peek();
        if (next == null || next.at() > until) {
            return false;
        }
        entries.remove();
        now = next.at();
        next.what().run();
        return true;
    }

    /** Lets time pass without anything in it. */
    public void restUntil(long time) {
        now = Math.max(now, time);
    }
}
