package io.fluxhero.engine.csv;

/** The file as a whole cannot be read as bars; the message says what is missing. */
public final class CsvFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CsvFormatException(String message) {
        super(message);
    }
}
