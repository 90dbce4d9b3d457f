package io.fluxhero.engine.risk;

import io.fluxhero.engine.market.CorporateAction;
import io.fluxhero.engine.risk.AccountState.Closes;
import java.util.ArrayList;
import java.util.List;

/** The last closes of one symbol with their bar times: enough for so many returns, and no more. */
final class CloseWindow {

    private final long[] times;
    private final long[] prices;
    private int next;
    private int size;

    CloseWindow(int returns) {
        times = new long[returns + 1];
        prices = new long[returns + 1];
    }

    void restore(Closes closes) {
        int surplus = Math.max(0, closes.barTimes().size() - times.length);
        for (int i = surplus; i < closes.barTimes().size(); i++) {
            add(closes.barTimes().get(i), closes.pricesMicros().get(i));
        }
    }

    void add(long time, long price) {
        times[next] = time;
        prices[next] = price;
        next = next + 1 == times.length ? 0 : next + 1;
        size = size == times.length ? size : size + 1;
    }

    /** What was paid before a split, in shares as they are after it. */
    void split(CorporateAction action) {
        for (int i = 0; i < prices.length; i++) {
            prices[i] = action.priceAfterSplit(prices[i]);
        }
    }

    int size() {
        return size;
    }

    /** Bar time of a close, 0 is the oldest. */
    private long time(int index) {
        return times[at(index)];
    }

    private long price(int index) {
        return prices[at(index)];
    }

    private int at(int index) {
        int position = next - size + index;
        return position < 0 ? position + times.length : position;
    }

    Closes snapshot() {
        List<Long> at = new ArrayList<>(size);
        List<Long> closes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            at.add(time(i));
            closes.add(price(i));
        }
        return new Closes(List.copyOf(at), List.copyOf(closes));
    }

    /** Correlation of the returns between bar times that both have; 0 where these are fewer than {@code fewest}. */
    double correlationWith(CloseWindow other, int fewest) {
        double known = knownCorrelationWith(other, fewest);
        return Double.isNaN(known) ? 0 : known;
    }

    /** The same, {@code NaN} where the returns are too few. */
    double knownCorrelationWith(CloseWindow other, int fewest) {
        double[] ours = new double[times.length];
        double[] theirs = new double[times.length];
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < size && j < other.size) {
            long difference = time(i) - other.time(j);
            if (difference == 0) {
                ours[common] = price(i);
                theirs[common++] = other.price(j);
            }
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }
        return common - 1 < fewest ? Double.NaN : ReturnCorrelation.of(ours, theirs, common);
    }
}
