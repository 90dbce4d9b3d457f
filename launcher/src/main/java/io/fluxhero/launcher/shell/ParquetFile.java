package io.fluxhero.launcher.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/** Parquet to CSV and back, by DuckDB. So the one importer of bars reads both, and nothing else knows Parquet. */
final class ParquetFile {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private final Path file;

    ParquetFile(Path file) {
        this.file = file;
    }

    /** Whether a file of this name is to be Parquet. */
    static boolean isNamed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /** Whether these are the first bytes of a Parquet file. */
    static boolean starts(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
    }

    /** Its rows as CSV with a header; times with a zone in milliseconds since 1970, those without as they stand. */
    byte[] toCsv() throws IOException {
        Path csv = Files.createTempFile("fluxhero-bars", ".csv");
        try {
            ask(database -> database.execute(
                    "COPY (SELECT " + columns(database) + " FROM " + source() + ") TO " + quoted(csv) + " (HEADER)"));
            return Files.readAllBytes(csv);
        } finally {
            Files.delete(csv);
        }
    }

    /**
     * Writes it anew, Snappy compressed.
     *
     * @param csv rows with a header
     * @param csv rows with a header; the first column is {@code timestamp}
     * @param time SQL type that this column gets
     */
    void write(Path csv, String time) throws IOException {
        String first = "(SELECT * FROM read_csv(" + quoted(csv) + ", header = true, types = {'timestamp': 'VARCHAR'}))";
        ask(database -> database.execute(
                "COPY (SELECT CAST(timestamp AS " + time + ") AS timestamp, * EXCLUDE (timestamp) FROM " + first
                        + ") TO " + quoted(file) + " (FORMAT parquet, COMPRESSION snappy)"));
    }

    private String columns(Statement database) throws SQLException {
        StringJoiner columns = new StringJoiner(", ");
        try (ResultSet column = database.executeQuery("DESCRIBE SELECT * FROM " + source())) {
            while (column.next()) {
                String name = '"' + column.getString("column_name").replace("\"", "\"\"") + '"';
                columns.add(
                        switch (column.getString("column_type")) {
                            case "TIMESTAMP WITH TIME ZONE" -> "epoch_ms(" + name + ") AS " + name;
                            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                                "strftime(" + name + ", '%Y-%m-%dT%H:%M:%S') AS " + name;
                            default -> name;
                        });
            }
        }
        return columns.toString();
    }

    private String source() {
        return "read_parquet(" + quoted(file) + ")";
    }

    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    private interface Question {
        void put(Statement database) throws SQLException;
    }

    private void ask(Question question) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement database = connection.createStatement()) {
            question.put(database);
        } catch (SQLException e) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new NoSuchFileException(file.toString());
            }
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new ShellFailure(file + " is refused: " + message);
        }
    }
}
