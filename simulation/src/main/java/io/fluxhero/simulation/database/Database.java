package io.fluxhero.simulation.database;

import io.fluxhero.simulation.world.Chance;
import io.fluxhero.simulation.world.Fault;
import io.fluxhero.simulation.world.Faults;
import io.fluxhero.simulation.world.Killed;
import io.fluxhero.simulation.world.Trace;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Transactions, one at a time. They fail before, within and after their commit, and their process may die there. A
 * crash takes back those commits that did not wait for the disk, unless a later one did.
 */
public final class Database {

    private static final int LONGEST_OUTAGE = 4;
    private static final int STATEMENTS = 24;
    private static final int MOST_IN_THE_AIR = 6;

    /** What happens to the transaction that runs. */
    private enum Fate {
        COMMIT,
        FAIL_IN_IT,
        DIE_IN_IT,
        FAIL_AT_COMMIT,
        LOSE_ANSWER,
        DIE_AFTER_COMMIT
    }

    private final String name;
    private final Faults faults;
    private final Chance chance;
    private final Trace trace;
    private final List<Runnable> journal = new ArrayList<>();
    private final Set<Runnable> afterCommit = new LinkedHashSet<>();
    private final Deque<List<Runnable>> notOnDisk = new ArrayDeque<>();
    private Runnable committed = () -> {};
    private Runnable forgotten = () -> {};
    private boolean waitsForDisk;
    private boolean active;
    private Fate fate = Fate.COMMIT;
    private int statementsLeft;
    private int refusals;
    private long commits;

    public Database(String name, Faults faults, Chance chance, Trace trace) {
        this.name = name;
        this.faults = faults;
        this.chance = chance.about(name);
        this.trace = trace;
    }

    /** Runs the work in a transaction of its own; an exception undoes it. */
    public <T> T transaction(Supplier<T> work) {
        if (active) {
            throw new IllegalStateException("a transaction is active already");
        }
        begin();
        T result;
        try {
            result = work.get();
            commit();
        } catch (RuntimeException | Error e) {
            if (active) {
                rollBack();
            }
            throw e;
        }
        return result;
    }

    /** The same without a result. */
    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** Whether a transaction is active. */
    public boolean isActive() {
        return active;
    }

    /** Runs it once the active transaction is committed, if it is. */
    public void afterCommit(Runnable what) {
        afterCommit.add(what);
    }

    /** Is told of every commit. */
    public void onCommit(Runnable watcher) {
        committed = watcher;
    }

    /** Is told when commits were lost. */
    public void onForgotten(Runnable watcher) {
        forgotten = watcher;
    }

    /** Whether the commit of the active transaction waits until it is on disk, as it does unless told otherwise. */
    void waitForDisk(boolean waits) {
        waitsForDisk = waits;
    }

    /** Transactions that were committed. */
    public long commits() {
        return commits;
    }

    /** Every statement passes here. */
    void touch() {
        if (active && (fate == Fate.FAIL_IN_IT || fate == Fate.DIE_IN_IT) && statementsLeft-- == 0) {
            strike();
        }
    }

    /** How to take back the statement just done. */
    void undo(Runnable how) {
        if (active) {
            journal.add(how);
        }
    }

    private void begin() {
        if (refusals > 0) {
            refusals--;
            trace.add("database.away", name, refusals);
            throw failure("57P03");
        }
        if (!notOnDisk.isEmpty() && faults.strikes(Fault.COMMITS_FORGOTTEN)) {
            forget();
        }
        active = true;
        waitsForDisk = true;
        fate = Fate.COMMIT;
        if (faults.strikes(Fault.DATABASE_AWAY)) {
            fate = Fate.FAIL_IN_IT;
            refusals = chance.below(LONGEST_OUTAGE);
            statementsLeft = chance.below(STATEMENTS);
        } else if (faults.strikes(Fault.KILLED_IN_TRANSACTION)) {
            fate = Fate.DIE_IN_IT;
            statementsLeft = chance.below(STATEMENTS);
        } else if (faults.strikes(Fault.COMMIT_FAILED)) {
            fate = Fate.FAIL_AT_COMMIT;
        } else if (faults.strikes(Fault.COMMIT_ANSWER_LOST)) {
            fate = Fate.LOSE_ANSWER;
        } else if (faults.strikes(Fault.KILLED_AFTER_COMMIT)) {
            fate = Fate.DIE_AFTER_COMMIT;
        }
    }

    private void commit() {
        if (fate == Fate.FAIL_IN_IT || fate == Fate.DIE_IN_IT || fate == Fate.FAIL_AT_COMMIT) {
            strike();
        }
        active = false;
        commits++;
        committed.run();
        keep();
        journal.clear();
        trace.add("commit", name, commits);
        if (fate == Fate.DIE_AFTER_COMMIT) {
            afterCommit.clear();
            throw new Killed();
        }
        List<Runnable> next = List.copyOf(afterCommit);
        afterCommit.clear();
        next.forEach(Runnable::run);
        if (fate == Fate.LOSE_ANSWER) {
            throw failure("08006");
        }
    }

    private void keep() {
        if (waitsForDisk && !journal.isEmpty()) {
            notOnDisk.clear();
        } else if (!journal.isEmpty()) {
            notOnDisk.addLast(List.copyOf(journal));
            if (notOnDisk.size() > MOST_IN_THE_AIR) {
                notOnDisk.removeFirst();
            }
        }
    }

    private void forget() {
        trace.add("database.forgets", name, notOnDisk.size());
        while (!notOnDisk.isEmpty()) {
            takeBack(notOnDisk.removeLast());
        }
        refusals = chance.below(LONGEST_OUTAGE);
        forgotten.run();
        throw failure("57P01");
    }

    private static void takeBack(List<Runnable> statements) {
        statements.reversed().forEach(Runnable::run);
    }

    private void strike() {
        boolean dies = fate == Fate.DIE_IN_IT;
        rollBack();
        if (dies) {
            throw new Killed();
        }
        throw failure("08006");
    }

    private void rollBack() {
        takeBack(journal);
        journal.clear();
        afterCommit.clear();
        active = false;
        trace.add("rollback", name, commits);
    }

    private static IllegalStateException failure(String state) {
        return new IllegalStateException("the database is away", new SQLException("connection lost", state));
    }
}
