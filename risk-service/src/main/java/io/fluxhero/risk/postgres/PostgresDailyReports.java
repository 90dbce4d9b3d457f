package io.fluxhero.risk.postgres;

import io.fluxhero.risk.domain.record.DailyReport;
import io.fluxhero.risk.domain.record.DailyReports;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;

@ApplicationScoped
class PostgresDailyReports implements DailyReports {

    private static final String KEEP = "INSERT INTO daily_reports (account, taken_at, report) VALUES (?, ?, ?::jsonb)";
    private static final String NEWEST = "SELECT report FROM daily_reports ORDER BY taken_at DESC LIMIT ?";

    private final Sql sql;

    PostgresDailyReports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(DailyReport report) {
        sql.update(KEEP, report.account(), report.takenAt().atOffset(ZoneOffset.UTC), Json.write(report));
    }

    @Override
    public List<DailyReport> newest(int limit) {
        return sql.query(NEWEST, row -> Json.read(row.getString(1), DailyReport.class), limit);
    }
}
