package io.fluxhero.launcher.report;

import java.util.Locale;
import java.util.function.DoubleFunction;

/** A drawing with axes; what it shows is added to it. Coordinates are those of its view box. */
final class Chart {

    static final int WIDTH = 960;
    private static final int LEFT = 66;
    private static final int RIGHT = 14;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int POINTS = 1200;

    private final StringBuilder svg = new StringBuilder();
    private final Palette palette;
    private final int height;

    Chart(Palette palette, int height, String title) {
        this.palette = palette;
        this.height = height;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, height, Html.escaped(title)));
    }

    Palette palette() {
        return palette;
    }

    Scale x(double... values) {
        return Scale.of(LEFT, WIDTH - RIGHT, values);
    }

    /** The bars of a curve, edge to edge. */
    Scale bars(int count) {
        return new Scale(0, Math.max(1, count - 1), LEFT, WIDTH - RIGHT);
    }

    Scale y(double... values) {
        return Scale.of(height - BOTTOM, TOP, values);
    }

    /** Horizontal lines with their values. */
    Chart grid(Scale y, DoubleFunction<String> label) {
        for (double tick : y.ticks(5)) {
            double at = y.at(tick);
            line(LEFT, at, WIDTH - RIGHT, at, tick == 0 ? palette.dim() : palette.line(), tick == 0 ? 1 : 0.7);
            label(LEFT - 8, at + 3.5, "end", label.apply(tick));
        }
        return this;
    }

    /** A word under the drawing. */
    Chart below(double x, String anchor, String text) {
        label(x, height - 6, anchor, text);
        return this;
    }

    Chart line(double x1, double y1, double x2, double y2, String colour, double width) {
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" style=\"stroke:%s;stroke-width:%.1f\"/>",
                x1, y1, x2, y2, colour, width));
        return this;
    }

    private void label(double x, double y, String anchor, String text) {
        svg.append(format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" style=\"fill:%s;font-size:11px\">%s</text>",
                x, y, anchor, palette.dim(), Html.escaped(text)));
    }

    /** A line through the values; where there are many, through the lowest and highest of each stretch. */
    Chart curve(double[] values, Scale x, Scale y, String colour, double width) {
        svg.append("<path d=\"").append(path(values, x, y));
        svg.append(format("\" style=\"fill:none;stroke:%s;stroke-width:%.1f;stroke-linejoin:round\"/>", colour, width));
        return this;
    }

    /** The area between the values and a level. */
    Chart area(double[] values, Scale x, Scale y, double level, String colour) {
        String path = path(values, x, y);
        if (!path.isEmpty()) {
            svg.append("<path d=\"").append(path);
            svg.append(format(
                    "L%.1f %.1fL%.1f %.1fZ\" style=\"fill:%s;fill-opacity:0.22;stroke:none\"/>",
                    x.at(values.length - 1), y.at(level), x.at(0), y.at(level), colour));
        }
        return this;
    }

    private static String path(double[] values, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        int stretch = Math.max(1, (values.length + POINTS - 1) / POINTS);
        boolean drawing = false;
        for (int i = 0; i < values.length; i += stretch) {
            int low = i;
            int high = i;
            for (int j = i; j < Math.min(values.length, i + stretch); j++) {
                low = values[j] < values[low] ? j : low;
                high = values[j] > values[high] ? j : high;
            }
            if (Double.isNaN(values[i])) {
                drawing = false;
                continue;
            }
            int first = Math.min(low, high);
            int second = Math.max(low, high);
            path.append(format("%s%.1f %.1f", drawing ? "L" : "M", x.at(first), y.at(values[first])));
            path.append(second == first ? "" : format("L%.1f %.1f", x.at(second), y.at(values[second])));
            drawing = true;
        }
        return path.toString();
    }

    Chart bar(double left, double right, double y1, double y2, String colour, String title) {
        svg.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" style=\"fill:%s\"><title>%s</title></rect>",
                left, Math.min(y1, y2), Math.max(0.5, right - left), Math.abs(y2 - y1), colour, Html.escaped(title)));
        return this;
    }

    Chart dot(double x, double y, String colour, boolean hollow, String title) {
        svg.append(format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" style=\"fill:%s;fill-opacity:%s;stroke:%s;stroke-width:1.2\">"
                        + "<title>%s</title></circle>",
                x, y, colour, hollow ? "0.1" : "0.7", colour, Html.escaped(title)));
        return this;
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        return svg + "</svg>";
    }
}
