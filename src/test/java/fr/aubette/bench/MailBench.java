package fr.aubette.bench;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.RawItem;
import fr.aubette.normalise.mail.MailNormaliser;
import fr.aubette.normalise.mail.MailSettings;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * {@code ./aubette bench mail [ROUNDS]}: processor time to understand a mail of 5 KB, beside bare Jakarta Mail, which
 * only decodes its sender, subject and bodies. Both arms in turn, in the same rounds.
 */
final class MailBench {

    private static final Path MAIL = Path.of("src/test/resources/mail/own/reponse-gmail-5-ko.eml");
    private static final int ROUNDS = 9;
    private static final int ITEMS = 2_000;
    private static final int WARM_UP = 10_000;
    private static final double MOST_MICROS = 200;

    private final MailNormaliser normaliser =
            new MailNormaliser(new MailSettings(List.of("departement.example"), List.of("mx.departement.example")));
    private final Session session = Session.getInstance(new Properties());
    private final byte[] mail;
    private final RawItem item;
    private int seen;

    private MailBench() throws IOException {
        mail = Files.readAllBytes(MAIL);
        item = new RawItem(
                ChannelKind.MAIL, "bench", "bench:1", Instant.EPOCH, "message/rfc822", Map.of(), Content.of(mail));
    }

    static void run(int rounds, PrintStream out) throws IOException {
        new MailBench().measure(rounds > 0 ? rounds : ROUNDS, out);
    }

    private void measure(int rounds, PrintStream out) {
        spent(this::understand, WARM_UP);
        spent(this::bare, WARM_UP);
        double[] ours = new double[rounds];
        double[] bare = new double[rounds];
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            bare[round] = spent(this::bare, ITEMS);
            ours[round] = spent(this::understand, ITEMS);
            ratios[round] = ours[round] / bare[round];
        }
        double understood = median(ours);
        out.printf("a mail of %d bytes, processor time, median of %d rounds of %d%n", mail.length, rounds, ITEMS);
        out.printf("bare Jakarta Mail: %.0f µs (%.0f to %.0f)%n", median(bare), bare[0], bare[rounds - 1]);
        out.printf(
                "understood whole:  %.0f µs (%.0f to %.0f); aim at most %.0f: %s%n",
                understood, ours[0], ours[rounds - 1], MOST_MICROS, understood <= MOST_MICROS ? "reached" : "missed");
        out.printf("ratio: %.2f (%.2f to %.2f); %d fields read%n", median(ratios), ratios[0], ratios[rounds - 1], seen);
    }

    /** Microseconds of processor time for one of so many. */
    private static double spent(Runnable work, int times) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / times;
    }

    /** Of the sorted values, which are left sorted. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void understand() {
        Contact contact = normaliser.normalise(item);
        seen += contact.text().isEmpty() ? 0 : 1;
    }

    private void bare() {
        try {
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
            seen += message.getFrom().length;
            seen += message.getSubject().isEmpty() ? 0 : 1;
            MimeMultipart parts = (MimeMultipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                seen += ((String) part.getContent()).isEmpty() ? 0 : 1;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the bench's own mail can be read", e);
        }
    }
}
