package fr.aubette.cli.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how many decisions are right; every share with Wilson's interval at 95 %. */
final class Report {

    /** A place of the calibration plot: decisions of about the same confidence, and how many are right. */
    record Bin(double confidence, Share right) {}

    private static final int BINS = 10;

    private final Map<String, Share> shares = new LinkedHashMap<>();
    private final Map<String, Share> byDirectorate = new TreeMap<>();
    private final List<double[]> trials = new ArrayList<>();
    private final StringBuilder wrong = new StringBuilder();

    Report() {
        List.of(
                        "decided",
                        "right of decided",
                        "right or first guess of all",
                        "service right of decided",
                        "partner right",
                        "partner right of decided",
                        "second topic found",
                        "second topic wrongly seen",
                        "second topic wrongly a ticket",
                        "protected caught",
                        "protected kind right",
                        "false alarms on hard negatives",
                        "false alarms on ordinary")
                .forEach(name -> shares.put(name, Share.none()));
    }

    void add(Message.Expected expected, Decision found) {
        boolean right = found.directorate().equals(expected.directorate());
        topic(expected, found, right);
        if (expected.protectedLane()) {
            count("protected caught", found.protectedLane());
            count("protected kind right", found.kind().equals(expected.kind()));
        } else {
            count(
                    expected.hardNegative() ? "false alarms on hard negatives" : "false alarms on ordinary",
                    found.protectedLane());
        }
        if (expected.secondary().isEmpty()) {
            count("second topic wrongly seen", !found.secondary().isEmpty());
            count("second topic wrongly a ticket", found.tickets() > 1);
        } else {
            count("second topic found", expected.secondary().stream().anyMatch(found.secondary()::contains));
        }
        if (expected.protectedLane() != found.protectedLane() || !found.abstained() && !right) {
            wrong.append(found.id())
                    .append(" expected ")
                    .append(expected.directorate())
                    .append(expected.protectedLane() ? " protected " + expected.kind() : "")
                    .append(": ")
                    .append(found.json())
                    .append('\n');
        }
    }

    /** Counts also what another report has counted. */
    void addAll(Report other) {
        other.shares.forEach((name, share) -> shares.merge(name, share, Share::plus));
        other.byDirectorate.forEach((name, share) -> byDirectorate.merge(name, share, Share::plus));
        trials.addAll(other.trials);
        wrong.append(other.wrong);
    }

    private void topic(Message.Expected expected, Decision found, boolean right) {
        count("decided", !found.abstained());
        count("right or first guess of all", right);
        trials.add(new double[] {found.confidence(), right ? 1 : 0});
        if (!found.abstained()) {
            count("right of decided", right);
            byDirectorate.merge(expected.directorate(), Share.none().plus(right), (a, b) -> a.plus(right));
        }
        if (!found.abstained() && !expected.service().isEmpty()) {
            count("service right of decided", right && found.service().equals(expected.service()));
        }
        if (!expected.partner().isEmpty()) {
            count("partner right", found.partner().equals(expected.partner()));
            if (!found.abstained()) {
                count("partner right of decided", found.partner().equals(expected.partner()));
            }
        }
    }

    private void count(String name, boolean hit) {
        shares.merge(name, Share.none().plus(hit), (sum, one) -> sum.plus(hit));
    }

    Share share(String name) {
        return shares.getOrDefault(name, Share.none());
    }

    /** The decisions by tenths of confidence, empty ones left out. */
    List<Bin> calibration() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double sum = 0;
            Share right = Share.none();
            for (double[] trial : trials) {
                if (Math.min(BINS - 1, (int) (trial[0] * BINS)) == bin) {
                    sum += trial[0];
                    right = right.plus(trial[1] > 0);
                }
            }
            if (right.all() > 0) {
                bins.add(new Bin(sum / right.all(), right));
            }
        }
        return bins;
    }

    /** The decisions that were wrong, one a line. */
    String wrong() {
        return wrong.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        shares.forEach((name, share) -> text.append(String.format("%-34s %s%n", name, share)));
        byDirectorate.forEach((name, share) -> text.append(String.format("  right of %-23s %s%n", name, share)));
        return text.toString();
    }
}
