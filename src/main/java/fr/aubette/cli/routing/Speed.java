package fr.aubette.cli.routing;

import fr.aubette.classify.Classifier;
import fr.aubette.classify.Routing;
import fr.aubette.model.Catalogue;
import fr.aubette.model.Contact;
import fr.aubette.model.Identified;
import fr.aubette.model.Normalised;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures how long deciding a long mail takes. */
final class Speed {

    /** The length judged, in characters. */
    private static final int LONG = 5_000;

    private static final int WARMING = 1_500;
    private static final int MEASURED = 1_000;
    private static final double NANOS = 1e6;

    private Speed() {}

    /**
     * Times decisions of mails of 5,000 characters, each made of messages that one desk answers: a long mail is about
     * one matter, and one in which every fifth sentence tells of another danger was never written.
     */
    static String of(List<Message> messages, Routing routing, Catalogue catalogue) {
        Classifier classifier = Classifier.of(() -> routing, catalogue);
        Map<String, List<Message>> byDesk = messages.stream().collect(Collectors.groupingBy(Speed::desk));
        List<Identified> mails = messages.stream()
                .map(each -> lengthened(each, byDesk.getOrDefault(desk(each), messages)))
                .toList();
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long[] taken = new long[MEASURED];
        long spent = 0;
        for (int i = -WARMING; i < MEASURED; i++) {
            Identified mail = mails.get((i + WARMING) % mails.size());
            long busy = cpu.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            classifier.classify(mail);
            if (i >= 0) {
                taken[i] = System.nanoTime() - start;
                spent += cpu.getCurrentThreadCpuTime() - busy;
            }
        }
        Arrays.sort(taken);
        return String.format(
                Locale.ROOT,
                "decision of %d characters: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; CPU %.2f ms each / décision",
                LONG,
                taken[MEASURED / 2] / NANOS,
                taken[MEASURED * 95 / 100] / NANOS,
                taken[MEASURED * 99 / 100] / NANOS,
                spent / NANOS / MEASURED);
    }

    /** Who answers a message, as far as its line says. */
    private static String desk(Message message) {
        return message.expected().map(each -> each.directorate() + each.kind()).orElse("");
    }

    private static Identified lengthened(Message message, List<Message> others) {
        Contact contact = message.identified().contact();
        StringBuilder text = new StringBuilder(contact.text());
        for (int i = others.indexOf(message); text.length() < LONG; i++) {
            text.append('\n')
                    .append(others.get(i % others.size()).identified().contact().text());
        }
        text.setLength(LONG);
        Contact longer = new Contact(
                contact.channel(),
                contact.receivedAt(),
                contact.subject(),
                text.toString(),
                contact.requester(),
                contact.beneficiary(),
                contact.caseFiles(),
                contact.attachments());
        Normalised normalised = message.identified().normalised();
        return new Identified(
                new Normalised(normalised.intake(), normalised.channelSource(), longer),
                message.identified().identity());
    }
}
