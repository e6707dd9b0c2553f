package fr.aubette.cli.routing;

import java.util.List;
import java.util.Locale;

/** Draws how often decisions of a confidence are right: on the diagonal, the confidence says the truth. */
final class CalibrationPlot {

    private static final int SIDE = 400;
    private static final int MARGIN = 50;

    private CalibrationPlot() {}

    static String svg(String title, List<Report.Bin> bins) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="%d" y="20">%s</text>
                <path d="M%d %dH%dV%dH%dZ" fill="none" stroke="#888"/>
                <path d="M%d %dL%d %d" stroke="#bbb" stroke-dasharray="4"/>
                <text x="%d" y="%d" text-anchor="middle">confidence / certitude annoncée</text>
                <text x="15" y="%d" text-anchor="middle" transform="rotate(-90 15 %d)">right / décisions justes</text>
                """,
                SIDE + 2 * MARGIN,
                SIDE + 2 * MARGIN,
                MARGIN,
                title.replace("&", "&amp;").replace("<", "&lt;"),
                MARGIN,
                MARGIN,
                MARGIN + SIDE,
                MARGIN + SIDE,
                MARGIN,
                MARGIN,
                MARGIN + SIDE,
                MARGIN + SIDE,
                MARGIN,
                MARGIN + SIDE / 2,
                SIDE + 2 * MARGIN - 12,
                MARGIN + SIDE / 2,
                MARGIN + SIDE / 2));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double share = tenth / 10.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text><text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>%n",
                    x(share),
                    MARGIN + SIDE + 16,
                    share,
                    MARGIN - 6,
                    y(share) + 4,
                    share));
        }
        bins.forEach(bin -> svg.append(point(bin)));
        return svg.append("</svg>\n").toString();
    }

    private static String point(Report.Bin bin) {
        Share right = bin.right();
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#1a5fb4\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1a5fb4\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\" fill=\"#555\">%d</text>%n",
                x(bin.confidence()),
                y(right.least()),
                y(right.most()),
                x(bin.confidence()),
                y(right.value()),
                x(bin.confidence()) + 6,
                y(right.value()) + 4,
                right.all());
    }

    private static double x(double share) {
        return MARGIN + SIDE * share;
    }

    private static double y(double share) {
        return MARGIN + SIDE * (1 - share);
    }
}
