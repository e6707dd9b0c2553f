package fr.aubette.town;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How decisions compare with the truth. A record that was opened stands for whom it was opened for. */
public final class Score {

    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Map<String, int[]> asked = new TreeMap<>();
    private int contacts;
    private int right;
    private int wrong;
    private int surelyRight;
    private int surelyWrong;
    private int sure;
    private int duplicates;
    private int reviews;

    /**
     * A contact in truth.
     *
     * @param who it comes from
     * @param registered whether the register holds them
     * @param resolvable whether what is known suffices
     * @param gives in words
     */
    record Truth(String who, boolean registered, boolean resolvable, String gives) {}

    /** Counts a decision, in the order of time. */
    void add(Truth truth, String decision, String citizen, String candidates) {
        contacts++;
        sure += truth.resolvable() ? 1 : 0;
        boolean known = truth.registered() || opened.contains(truth.who());
        switch (decision) {
            case "attach" -> attached(truth, truth.who().equals(owners.getOrDefault(citizen, citizen)));
            case "new" -> {
                duplicates += known ? 1 : 0;
                owners.put(citizen, truth.who());
                opened.add(truth.who());
            }
            default -> {
                reviews++;
                if (known) {
                    boolean hit = Arrays.stream(candidates.split(";", -1))
                            .anyMatch(each -> owners.getOrDefault(each, each).equals(truth.who()));
                    int[] counts = asked.computeIfAbsent(truth.gives(), key -> new int[2]);
                    counts[0]++;
                    counts[1] += hit ? 1 : 0;
                }
            }
        }
    }

    private void attached(Truth truth, boolean isRight) {
        right += isRight ? 1 : 0;
        wrong += isRight ? 0 : 1;
        surelyRight += isRight && truth.resolvable() ? 1 : 0;
        surelyWrong += !isRight && truth.resolvable() ? 1 : 0;
    }

    public double precision() {
        return share(right, right + wrong);
    }

    public double surePrecision() {
        return share(surelyRight, surelyRight + surelyWrong);
    }

    public double sureRecall() {
        return share(surelyRight, sure);
    }

    public double duplicates() {
        return share(duplicates, contacts);
    }

    public double toAPerson() {
        return share(reviews, contacts);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    @Override
    public String toString() {
        int known = asked.values().stream().mapToInt(each -> each[0]).sum();
        int hits = asked.values().stream().mapToInt(each -> each[1]).sum();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d contacts: attach precision %.4f; where what is known suffices (%d): precision %.4f, recall %.4f;%n"
                        + "%d duplicates, %.2f %%; to a person %.1f %%; of those asked and known, among five %d of %d%n",
                contacts,
                precision(),
                sure,
                surePrecision(),
                sureRecall(),
                duplicates,
                100 * duplicates(),
                100 * toAPerson(),
                hits,
                known));
        asked.forEach((gives, counts) -> text.append(String.format(
                Locale.ROOT, "  %-36s asked and known %4d, right one among five %4d%n", gives, counts[0], counts[1])));
        return text.append(bound(known, hits)).toString();
    }

    /**
     * What it would take that nine in ten of those asked are found: as many more asked as may be at 22 %, all of them
     * rightly attached now; as many second records as 1 % allows, as many wrong attached as 0.985 allows.
     */
    private String bound(int known, int hits) {
        int moreAsked = (int) (contacts * 0.22) - reviews;
        int moreOpened = contacts / 100 - duplicates;
        int moreWrong = Math.max(0, (int) ((right - 0.985 * (right + wrong)) / 0.985));
        double wanted = 0.9 * (known + moreAsked - moreOpened - moreWrong) - hits - moreAsked;
        return String.format(
                Locale.ROOT,
                "nine in ten: at most %d more asked, %d more opened, %d more wrong leave %.0f to be found of the %d missed%n",
                moreAsked,
                moreOpened,
                moreWrong,
                Math.ceil(wanted),
                known - hits);
    }
}
