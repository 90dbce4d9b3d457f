package io.fluxhero.launcher.report;

/** Markup that is well-formed as XML too; every text goes through {@link #text}, which escapes it. */
final class Html {

    private final StringBuilder markup = new StringBuilder();

    /** Markup as it is. */
    Html raw(String part) {
        markup.append(part);
        return this;
    }

    /** Text, escaped. */
    Html text(String text) {
        markup.append(escaped(text));
        return this;
    }

    /** An element with text in it; {@code open} is its name with attributes. */
    Html element(String open, String text) {
        String name = open.indexOf(' ') < 0 ? open : open.substring(0, open.indexOf(' '));
        return raw("<" + open + ">").text(text).raw("</" + name + ">");
    }

    /** A row of a table, the first cell its head. */
    Html row(String head, String... cells) {
        raw("<tr>").element("th", head);
        for (String cell : cells) {
            element("td", cell);
        }
        return raw("</tr>");
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return markup.toString();
    }
}
