package io.fluxhero.launcher.report;

import io.fluxhero.engine.backtest.ClosedTrade;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.Figure;
import io.fluxhero.launcher.run.RunDocument;
import io.fluxhero.launcher.run.Times;
import java.util.List;

/** Every trade, with why it was entered. */
final class TradeTable {

    /** More would make a page that nobody scrolls through; the file has them all. */
    static final int SHOWN = 1000;

    private final BacktestRun run;

    TradeTable(BacktestRun run) {
        this.run = run;
    }

    String markup() {
        List<ClosedTrade> trades = run.result().trades();
        if (trades.isEmpty()) {
            return "<p class=\"note\">There was no trade.</p>";
        }
        Html table = new Html();
        if (trades.size() > SHOWN) {
            table.element(
                    "p class=\"note\"", "The last " + SHOWN + " of " + trades.size() + " trades; trades.csv has all.");
        }
        table.raw("<div class=\"scroll\"><table class=\"wide trades\"><thead><tr><th>#</th><td class=\"word\">Side</td>"
                + "<td class=\"word\">Mode</td><td>Entered</td><td>at</td><td>Left</td><td>at</td><td>Shares</td><td>P&amp;L</td><td>%</td>"
                + "<td>R</td><td>Bars</td><td class=\"word\">Closed by</td></tr></thead><tbody>");
        for (int i = Math.max(0, trades.size() - SHOWN); i < trades.size(); i++) {
            row(table, i + 1, trades.get(i));
        }
        return table.raw("</tbody></table></div>").toString();
    }

    private void row(Html table, int number, ClosedTrade trade) {
        Timeframe timeframe = run.bars().timeframe();
        double pnl = Micros.toDouble(trade.pnlMicros());
        double percent = pnl * 100 / (Micros.toDouble(trade.entryPriceMicros()) * trade.shares());
        table.raw("<tr>").element("th", Integer.toString(number));
        table.element("td class=\"word\"", Tables.words(trade.side().name()));
        table.element("td class=\"word\"", Tables.words(trade.mode().name()));
        table.element("td", Times.text(trade.entryTime(), timeframe));
        table.element("td", price(trade.entryPriceMicros()));
        table.element("td", Times.text(trade.exitTime(), timeframe));
        table.element("td", price(trade.exitPriceMicros()));
        table.element("td", Figure.of((double) trade.shares(), 0));
        table.element(Tables.tone("td", pnl), Figure.signed(pnl, 2));
        table.element(Tables.tone("td", pnl), Figure.signed(percent, 2));
        table.element("td", Figure.signed(trade.rMultiple(), 2));
        table.element("td", Integer.toString(trade.holdingBars()));
        table.element("td class=\"word\"", Tables.words(trade.exitReason().name()));
        table.raw("</tr><tr class=\"why\"><td></td><td colspan=\"12\">")
                .text(RunDocument.reason(trade).replace("\n", " · "));
        table.raw("</td></tr>");
    }

    private static String price(long micros) {
        return Figure.of(Micros.toDouble(micros), 2);
    }
}
