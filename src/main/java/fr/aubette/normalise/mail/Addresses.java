package fr.aubette.normalise.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people's programs really write them (RFC 5322, and much that is none of it). */
final class Addresses {

    /**
     * A name and an address.
     *
     * @param name as written, decoded; empty when there is none, or when it only repeats the address
     * @param address lower case
     */
    record Mailbox(Optional<String> name, Optional<String> address) {}

    private static final int MAX_ADDRESS = 320;
    private static final int MAX_NAME = 200;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\],;:\"@]{1,128}@(?:[^\\s<>()\\[\\],;:\"@]{1,255}|\\[[^\\s\\]]{1,255}\\])");
    /** Of a user of the sending machine itself, as its own programs write. */
    private static final Pattern LOCAL = Pattern.compile("<([A-Za-z0-9._-]{1,64})>\\s*$");

    private static final Pattern QUOTED_LOCAL = Pattern.compile("\"[^\"]{1,64}\"@[^\\s<>()\\[\\],;:\"@]{1,255}");
    private static final Pattern COMMENT = Pattern.compile("\\(((?:[^()\\\\]|\\\\.){0,500})\\)");

    private Addresses() {}

    /** The first mailbox of a field; what cannot be understood is its name. */
    static Optional<Mailbox> first(String field, String hint) {
        List<String> each = split(field.substring(0, Math.min(field.length(), Limits.FIELD)));
        return each.isEmpty() ? Optional.empty() : Optional.of(mailbox(each.get(0), hint));
    }

    /** Every address of a field, lower case, at most {@value Limits#RECIPIENTS}. */
    static List<String> all(String field) {
        List<String> found = new ArrayList<>();
        for (String each : split(field)) {
            if (found.size() < Limits.RECIPIENTS) {
                mailbox(each, "").address().ifPresent(found::add);
            }
        }
        return found;
    }

    private static Mailbox mailbox(String raw, String hint) {
        int open = openingAngle(raw);
        String inside = open < 0 ? raw : raw.substring(open);
        Optional<String> address = address(inside).or(() -> address(raw));
        if (address.isEmpty()) {
            String decoded = HeaderText.decode(raw, hint);
            address = decoded.equals(raw) ? Optional.empty() : address(HeaderText.asDecoded(decoded));
            int angle = decoded.lastIndexOf('<');
            Matcher local = LOCAL.matcher(decoded);
            if (address.isEmpty() && local.find()) {
                address = Optional.of(local.group(1).toLowerCase(Locale.ROOT));
            }
            return new Mailbox(name(angle > 0 ? decoded.substring(0, angle) : decoded, address), address);
        }
        String before = open < 0 ? nameBeside(raw) : raw.substring(0, open);
        return new Mailbox(name(HeaderText.decode(unquoted(before), hint), address), address);
    }

    /** The angle bracket before the address: the last one outside quotes. */
    private static int openingAngle(String raw) {
        boolean quoted = false;
        int found = -1;
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == '<' && !quoted) {
                found = i;
            }
        }
        return found < 0 ? raw.lastIndexOf('<') : found;
    }

    private static Optional<String> address(String raw) {
        Matcher quoted = QUOTED_LOCAL.matcher(raw);
        if (quoted.find()) {
            return Optional.of(readable(quoted.group()));
        }
        Matcher plain = ADDRESS.matcher(COMMENT.matcher(raw).replaceAll(""));
        return plain.find() ? Optional.of(readable(plain.group())) : Optional.empty();
    }

    private static String readable(String address) {
        String decoded = HeaderText.decode(address, "");
        return Clean.line(decoded, MAX_ADDRESS).toLowerCase(Locale.ROOT).replaceAll("^['.]+|['.]+$", "");
    }

    /** Without angle brackets the name is a comment: {@code jean@example.org (Jean Dupont)}. */
    private static String nameBeside(String raw) {
        Matcher comment = COMMENT.matcher(raw);
        return comment.find() ? comment.group(1) : "";
    }

    private static Optional<String> name(String decoded, Optional<String> address) {
        String name = Clean.line(unquoted(decoded), MAX_NAME);
        if (name.length() > 1 && name.startsWith("'") && name.endsWith("'")) {
            name = name.substring(1, name.length() - 1).strip();
        }
        boolean says = !name.isBlank() && !name.equalsIgnoreCase(address.orElse(""));
        return says ? Optional.of(name) : Optional.empty();
    }

    private static String unquoted(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each == '\\' && i + 1 < raw.length()) {
                out.append(raw.charAt(++i));
            } else if (each != '"') {
                out.append(each);
            }
        }
        return out.toString().strip();
    }

    /** What stands before a colon names a group only if it is no address and no encoded word. */
    private static boolean isGroupName(StringBuilder before) {
        return before.indexOf("@") < 0 && before.indexOf("=?") < 0;
    }

    /** Cuts at commas and semicolons outside quotes, comments and brackets; a name with a bare comma stays whole. */
    private static List<String> split(String field) {
        List<String> found = new ArrayList<>();
        StringBuilder each = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < field.length(); i++) {
            char at = field.charAt(i);
            quoted ^= at == '"' && (i == 0 || field.charAt(i - 1) != '\\');
            depth += quoted ? 0 : at == '(' || at == '<' ? 1 : at == ')' || at == '>' ? -1 : 0;
            depth = Math.max(0, Math.min(depth, 20));
            boolean separator = !quoted && depth == 0 && (at == ',' || at == ';');
            boolean groupName = !quoted && depth == 0 && at == ':' && isGroupName(each) && field.indexOf(';', i) > 0;
            if (groupName) {
                each.setLength(0);
            } else if (separator && each.indexOf("@") >= 0) {
                found.add(each.toString().strip());
                each.setLength(0);
            } else if (at != ';' || !separator) {
                each.append(at);
            }
        }
        if (!each.toString().isBlank()) {
            found.add(each.toString().strip());
        }
        return found;
    }
}
