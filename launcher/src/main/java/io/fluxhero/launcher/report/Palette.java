package io.fluxhero.launcher.report;

/** Colours of charts, as CSS writes them. */
record Palette(String accent, String other, String up, String down, String line, String dim, String text) {

    /** By the variables of the page, so that light and dark follow the reader. */
    static Palette screen() {
        return new Palette(
                "var(--accent)",
                "var(--other)",
                "var(--up)",
                "var(--down)",
                "var(--line)",
                "var(--mute)",
                "var(--text)");
    }

    /** For paper, where there are no variables. */
    static Palette paper() {
        return new Palette("#1d5fd1", "#8a5a00", "#0b7a4f", "#c4233b", "#d5dbe5", "#5b6678", "#131a26");
    }
}
