package fr.aubette.normalise.mail;

import fr.aubette.model.Mail.Authentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What our own mail server noted of a mail's sender (RFC 8601). Anybody may write such a field: only the topmost under
 * a name that we trust counts, and those beside it, up to the next trace field, below which all may be forged.
 */
final class SenderChecks {

    private static final int MOST = 20;
    private static final int MAX_DOMAIN = 255;
    private static final Set<String> METHODS = Set.of("spf", "dkim", "dmarc");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern CHECK =
            Pattern.compile("(?i)^([a-z][a-z0-9-]*)(?:/\\d+)?\\s*=\\s*([a-z]+)\\b(.*)$", Pattern.DOTALL);
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)(?:smtp\\.mailfrom|smtp\\.helo|header\\.d|header\\.i|header\\.from)\\s*=\\s*\"?(?:[^\\s;\"@]*@)?([^\\s;\"@]+)");

    private SenderChecks() {}

    static List<Authentication> of(Headers headers, List<String> trusted) {
        List<Authentication> found = new ArrayList<>();
        if (trusted.isEmpty()) {
            return found;
        }
        boolean begun = false;
        for (Headers.Field field : headers.fields()) {
            if (begun && field.name().equals("received")) {
                return found;
            }
            if (field.name().equals("authentication-results")) {
                String value = COMMENT.matcher(field.value()).replaceAll(" ");
                if (isTrusted(value, trusted)) {
                    begun = true;
                    add(value, found);
                }
            }
        }
        return found;
    }

    private static boolean isTrusted(String value, List<String> trusted) {
        int end = value.indexOf(';');
        String[] server = value.substring(0, Math.max(0, end))
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+");
        return trusted.contains(server[0].replace("\"", ""));
    }

    private static void add(String value, List<Authentication> found) {
        String[] checks = value.split(";");
        for (int i = 1; i < checks.length && found.size() < MOST; i++) {
            Matcher check = CHECK.matcher(checks[i].strip());
            if (check.matches() && METHODS.contains(check.group(1).toLowerCase(Locale.ROOT))) {
                found.add(new Authentication(
                        check.group(1).toLowerCase(Locale.ROOT),
                        check.group(2).toLowerCase(Locale.ROOT),
                        domain(check.group(3))));
            }
        }
    }

    private static Optional<String> domain(String properties) {
        Matcher domain = DOMAIN.matcher(properties);
        return domain.find()
                ? Optional.of(Clean.line(domain.group(1), MAX_DOMAIN).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
