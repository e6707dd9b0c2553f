package fr.aubette.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes all checks at once, each within a limit. */
final class Examination {

    private Examination() {}

    /** What each found, in the order given. */
    static Map<String, Finding> of(Map<String, Check> checks, Duration limit) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "doctor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Finding>> work = checks.values().stream()
                    .map(check -> (Callable<Finding>) check::look)
                    .toList();
            List<Future<Finding>> done = threads.invokeAll(work, limit.toMillis(), TimeUnit.MILLISECONDS);
            Map<String, Finding> findings = new LinkedHashMap<>();
            int next = 0;
            for (String name : checks.keySet()) {
                findings.put(name, finding(done.get(next++), limit));
            }
            return findings;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Finding finding(Future<Finding> done, Duration limit) throws InterruptedException {
        try {
            return done.get();
        } catch (CancellationException e) {
            return Finding.failure(
                    new Said(
                            "no answer within " + limit.toSeconds() + " s",
                            "pas de réponse en " + limit.toSeconds() + " s"),
                    new Said("check its address and the network", "vérifiez son adresse et le réseau"));
        } catch (ExecutionException e) {
            String type = String.valueOf(e.getCause());
            return Finding.failure(
                    new Said("the check failed: " + type, "la vérification a échoué : " + type),
                    new Said("correct what it names", "corrigez ce qu'elle nomme"));
        }
    }
}
