package io.fluxhero.launcher.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxhero.engine.backtest.BacktestConfig;
import io.fluxhero.engine.csv.CsvBars;
import io.fluxhero.engine.csv.CsvImport;
import io.fluxhero.engine.market.Adjustments;
import io.fluxhero.engine.market.Micros;
import io.fluxhero.engine.market.Timeframe;
import io.fluxhero.engine.risk.RiskConfig;
import io.fluxhero.engine.simulation.CostModel;
import io.fluxhero.engine.strategy.StrategyConfig;
import io.fluxhero.launcher.run.BacktestRun;
import io.fluxhero.launcher.run.LoadedBars;
import io.fluxhero.launcher.run.RunPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportPageTest {

    private static final int BARS = 800;

    @TempDir
    private Path folder;

    @Test
    void shows_every_part_of_a_run() {
        String page = ReportPage.forScreen(run(Map.of("key", "value"), StrategyConfig.defaults()));

        assertThat(page)
                .contains("Verdict", "Equity", "Under water", "Months, percent", "Sharpe ratio of the last quarter")
                .contains("Returns of a bar", "Excursions", "Where it came from", "Costs", "Trades", "BUY A&amp;B @")
                .contains("Configuration hash", "Data hash", "FluxHero");
    }

    @Test
    void needs_nothing_but_itself() {
        String page = ReportPage.forScreen(run(Map.of(), StrategyConfig.defaults()));

        assertThat(page.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "src=", "href=", "@import", "<script", "url(");
    }

    @Test
    void escapes_what_comes_from_outside() throws Exception {
        String page = ReportPage.forScreen(run(Map.of("<script>alert(1)</script>", "\"&'"), StrategyConfig.defaults()));

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&quot;&amp;&#39;");
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
        assertThat(xml.getElementsByTagName("svg").getLength()).isEqualTo(5);
    }

    @Test
    void says_so_where_there_was_no_trade() {
        StrategyConfig never = StrategyConfig.defaults().withWarmUpBars(BARS + 1);

        assertThat(ReportPage.forScreen(run(Map.of(), never)))
                .contains("There was no trade.", "undefined")
                .doesNotContain("NaN", "Excursions");
    }

    @Test
    void goes_to_paper() throws IOException {
        Path pdf = folder.resolve("report.pdf");

        PdfFile.write(run(Map.of(), StrategyConfig.defaults()), pdf);

        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("%%EOF");
        assertThat(ReportPage.forPaper(run(Map.of(), StrategyConfig.defaults())))
                .doesNotContain("var(");
    }

    private static BacktestRun run(Map<String, Object> settings, StrategyConfig strategy) {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < BARS; i++) {
            double price = 100 + 30 * Math.sin(i / 35.0) + i / 20.0;
            text.append("%s,%.2f,%.2f,%.2f,%.2f,%d%n"
                    .formatted(
                            LocalDate.of(2019, 1, 1).plusDays(i), price, price + 1, price - 1, price + 0.2, 1000 + i));
        }
        CsvBars bars = CsvImport.read(text.toString().getBytes(StandardCharsets.UTF_8), Timeframe.D1, null);
        LoadedBars loaded = new LoadedBars(
                Path.of("a<b>.csv"), "A&B", Timeframe.D1, bars.series(BARS), Adjustments.none(), 0, bars.findings());
        BacktestConfig config = new BacktestConfig(
                Timeframe.D1, strategy, RiskConfig.defaults(), CostModel.defaults(), 100_000 * Micros.ONE, 0, 0.04);
        return RunPlan.of(loaded, config, settings).run();
    }
}
