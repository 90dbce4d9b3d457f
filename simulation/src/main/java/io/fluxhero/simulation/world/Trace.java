package io.fluxhero.simulation.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened, as one number; in words too where somebody wants to read it. */
public final class Trace {

    private static final long PRIME = 0x100000001B3L;

    private final Agenda agenda;
    private final long start;
    private final @Nullable List<String> lines;
    private long hash = 0xCBF29CE484222325L;
    private long events;

    /**
     * @param inWords whether {@link #lines} are kept
     */
    public Trace(Agenda agenda, boolean inWords) {
        this.agenda = agenda;
        this.start = agenda.now();
        this.lines = inWords ? new ArrayList<>() : null;
    }

    /** Something happened. */
    public void add(String what, String subject, long figure) {
        events++;
        mix(agenda.now());
        mix(what.hashCode());
        mix(subject.hashCode());
        mix(figure);
        if (lines != null) {
            double seconds = (agenda.now() - start) / 1000.0;
            lines.add(String.format(java.util.Locale.ROOT, "%10.3f  %-28s %s [%d]", seconds, what, subject, figure));
        }
    }

    /** Whether somebody wants to read it. */
    public boolean isInWords() {
        return lines != null;
    }

    /** More about what was added last, for readers only. */
    public void tell(String words) {
        if (lines != null) {
            lines.add("            " + words);
        }
    }

    /** The same world gives the same number in every virtual machine. */
    public long hash() {
        return Chance.mix(hash);
    }

    /** How much happened. */
    public long events() {
        return events;
    }

    /** In words, oldest first. */
    public List<String> lines() {
        return lines == null ? List.of() : List.copyOf(lines);
    }

    private void mix(long bits) {
        hash = (hash ^ Chance.mix(bits)) * PRIME;
    }
}
