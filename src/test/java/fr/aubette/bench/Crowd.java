package fr.aubette.bench;

import fr.aubette.hub.PlainItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The four threads that both arms are fed by, and the items, each from somebody new. */
final class Crowd {

    static final int THREADS = 4;

    private static final String[] TEXTS = {
        "je vous signale un nid-de-poule sur la route départementale %d, à la sortie du bourg, juste après le pont. Deux "
                + "voitures y ont déjà laissé un pneu. Pouvez-vous faire le nécessaire avant l'hiver ?",
        "j'ai déposé il y a %d jours une demande d'allocation personnalisée d'autonomie pour mon père et je n'ai pas de "
                + "nouvelles. Pouvez-vous me dire où en est le dossier et s'il manque une pièce ?",
        "je suis bénéficiaire du RSA et mon versement de ce mois est inférieur de %d euros à celui du mois dernier. Je ne "
                + "comprends pas pourquoi, ma situation n'a pas changé. Pouvez-vous regarder ?",
        "ma fille entre en sixième au collège à la rentrée et nous habitons à %d kilomètres. Comment demander la carte de "
                + "transport scolaire, et jusqu'à quelle date ? Merci de me dire les pièces à joindre.",
        "notre association prépare pour le printemps une fête du livre qui réunit %d auteurs. Nous voudrions demander une "
                + "subvention du Département. Quel dossier faut-il remplir et avant quelle date ?",
    };

    private static final String[] SYLLABLES = {
        "ba", "bou", "cha", "cor", "dan", "du", "fon", "ga", "gui", "jou", "la", "le", "lon", "ma", "mer", "mon", "nau",
        "pel", "per", "pou", "ra", "ro", "sa", "sel", "tar", "ti", "tou", "va", "ver", "vi", "zan",
    };

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    private Crowd() {}

    /** Something done with one item. */
    @FunctionalInterface
    interface Deed {
        void with(String reference, byte[] bytes) throws Exception;
    }

    /** What somebody new writes: names and matters differ, so that nobody is anybody's namesake by the thousand. */
    static byte[] bytes(String reference) {
        Random dice = new Random(reference.hashCode());
        String name = syllable(dice) + syllable(dice) + syllable(dice);
        String text = TEXTS[dice.nextInt(TEXTS.length)].formatted(10 + dice.nextInt(900));
        return PlainItems.bytes(
                reference,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                reference + "@example.org",
                "Bonjour, " + text + " Je reste à votre disposition. Cordialement.");
    }

    private static String syllable(Random dice) {
        return SYLLABLES[dice.nextInt(SYLLABLES.length)];
    }

    static void send(int items, Deed deed) throws Exception {
        AtomicInteger left = new AtomicInteger(items);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                futures.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        String reference = "b" + NUMBERS.incrementAndGet();
                        deed.with(reference, bytes(reference));
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
