package io.fluxhero.gateway.state;

import io.fluxhero.gateway.api.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The activity feed: a bounded ring that the topics fill. */
@ApplicationScoped
public class Feed {
    static final int CAPACITY = 2_000;

    private final Deque<Activity> ring = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();

    /** Adds a line; false where it is known already. */
    public synchronized boolean add(Activity activity) {
        if (!ids.add(activity.id())) {
            return false;
        }
        ring.addLast(activity);
        if (ring.size() > CAPACITY) {
            ids.remove(ring.removeFirst().id());
        }
        return true;
    }

    /** The newest lines by event time, newest first; lines of one time keep the order in which they came. */
    public List<Activity> newest(int limit) {
        List<Activity> lines;
        synchronized (this) {
            lines = new ArrayList<>(ring);
        }
        lines.sort(Comparator.comparing(Activity::time));
        return lines.subList(Math.max(0, lines.size() - limit), lines.size()).reversed();
    }

    public synchronized int size() {
        return ring.size();
    }
}
