package fr.aubette.classify;

/** The shipped rules with something else in one place. */
final class Routings {

    private Routings() {}

    static Routing second(Routing rules, double second, double perhaps) {
        return with(rules, second, perhaps, rules.manner());
    }

    static Routing manner(Routing rules, Manner manner) {
        return with(rules, rules.second(), rules.perhaps(), manner);
    }

    private static Routing with(Routing rules, double second, double perhaps, Manner manner) {
        return new Routing(
                rules.sure(),
                second,
                perhaps,
                rules.categoryWeight(),
                rules.patterns(),
                rules.directorates(),
                rules.motives(),
                rules.numbers(),
                rules.queues(),
                rules.mailboxes(),
                rules.informed(),
                rules.companions(),
                rules.machine(),
                rules.machineWords(),
                rules.lane(),
                rules.calibration(),
                manner,
                rules.seconds(),
                rules.facts(),
                rules.sentences());
    }
}
