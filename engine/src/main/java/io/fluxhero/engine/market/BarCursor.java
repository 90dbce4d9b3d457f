package io.fluxhero.engine.market;

/** Walks a series bar by bar and moves the end of a {@link BarView} along. Who holds only the view cannot move it. */
public final class BarCursor {

    private final CandleSeries series;
    private final BarView view;

    /** A cursor before the first bar. */
    public BarCursor(CandleSeries series) {
        this.series = series;
        this.view = new BarView(series);
    }

    /** Moves to the next bar; false where the series has none yet. */
    public boolean advance() {
        if (view.size() >= series.size()) {
            return false;
        }
        view.showFirst(view.size() + 1);
        return true;
    }

    /**
     * Moves to a later bar.
     *
     * @throws IllegalArgumentException where it is not a later one, or the series has none there
     */
    public void moveTo(int index) {
        if (index < view.size() || index >= series.size()) {
            throw new IllegalArgumentException(
                    "from bar " + index() + " of " + series.size() + " there is no way to bar " + index);
        }
        view.showFirst(index + 1);
    }

    /** Index of the current bar in the series, -1 before the first. */
    public int index() {
        return view.size() - 1;
    }

    /** The bars up to the current one; always the same object. */
    public BarView view() {
        return view;
    }
}
