package fr.aubette.classify;

import fr.aubette.model.Catalogue;
import java.util.List;

/** Which motives are right for a lesson: lessons name a directorate, and seldom what is below it. */
final class Answers {

    private final List<String> directorates;
    private final int[] directorateOf;
    private final String[] serviceOf;
    private final String[] partnerOf;

    /** Answers among these motives, in this order. */
    Answers(List<String> motives, Catalogue catalogue) {
        directorates = motives.stream()
                .map(m -> catalogue.motive(m).directorate())
                .distinct()
                .toList();
        directorateOf = motives.stream()
                .mapToInt(m -> directorates.indexOf(catalogue.motive(m).directorate()))
                .toArray();
        serviceOf = motives.stream().map(m -> catalogue.motive(m).service()).toArray(String[]::new);
        partnerOf = motives.stream().map(m -> catalogue.motive(m).partner()).toArray(String[]::new);
    }

    List<String> directorates() {
        return directorates;
    }

    int directorateOf(int motive) {
        return directorateOf[motive];
    }

    /** Whether a lesson teaches of ordinary topics. */
    boolean usable(Lesson lesson) {
        return !lesson.danger() && directorates.contains(lesson.directorate());
    }

    /**
     * The motives that a lesson may be about.
     *
     * @param right those that it says, or all of its directorate
     * @param near those of its directorate and of its other topics
     */
    record Right(boolean[] right, boolean[] near) {

        /** These and no others. */
        static Right only(List<String> motives, List<String> named) {
            boolean[] right = new boolean[motives.size()];
            for (int m = 0; m < right.length; m++) {
                right[m] = named.contains(motives.get(m));
            }
            return new Right(right, right);
        }

        /** Where each motive's score should go, given all chances. */
        double[] pull(double[] chances) {
            double allRight = 1e-9;
            double allNear = 1e-9;
            for (int m = 0; m < chances.length; m++) {
                allRight += right[m] ? chances[m] : 0;
                allNear += near[m] ? chances[m] : 0;
            }
            double[] pull = new double[chances.length];
            for (int m = 0; m < chances.length; m++) {
                double wanted = (right[m] ? chances[m] / allRight : 0) + (near[m] ? chances[m] / allNear : 0);
                pull[m] = wanted / 2 - chances[m];
            }
            return pull;
        }
    }

    Right of(Lesson lesson) {
        int directorate = directorates.indexOf(lesson.directorate());
        boolean[] near = new boolean[directorateOf.length];
        boolean[] right = new boolean[directorateOf.length];
        List<Integer> others =
                lesson.secondary().stream().map(directorates::indexOf).toList();
        boolean any = false;
        for (int m = 0; m < near.length; m++) {
            near[m] = directorateOf[m] == directorate;
            right[m] = near[m]
                    && (lesson.service().isEmpty() || serviceOf[m].equals(lesson.service()))
                    && (lesson.partner().isEmpty() || partnerOf[m].equals(lesson.partner()));
            any |= right[m];
            near[m] |= others.contains(directorateOf[m]);
        }
        return new Right(any ? right : near, near);
    }
}
