package fr.aubette.ami;

import java.util.regex.Pattern;

/**
 * Which side of the exchange a channel is on: a citizen's, who calls from outside, or an agent's telephone.
 *
 * <p>AMI does not say it. The dialplan context does by its name on most exchanges; else a telephone is told by its
 * number: {@code PJSIP/101} calls as 101, a trunk never calls as its own name.
 */
final class Sides {

    private static final Pattern OUTSIDE = Pattern.compile(
            ".*(trunk|pstn|did|outside|external|inbound|incoming|entrant|exterieur|operateur|carrier|sda).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIDE = Pattern.compile(
            ".*(internal|inside|interne|agent|phone|poste|extension|consult).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION = Pattern.compile("\\d{2,6}");

    private Sides() {}

    /** True when the channel with these first facts belongs to somebody outside. */
    static boolean outside(String channel, String context, String callerNumber) {
        String peer = peer(channel);
        if (channel.startsWith("Local/") || peer.equals(callerNumber) && !peer.isEmpty()) {
            return false;
        }
        if (OUTSIDE.matcher(context).matches() || OUTSIDE.matcher(peer).matches()) {
            return true;
        }
        if (INSIDE.matcher(context).matches()) {
            return false;
        }
        return !EXTENSION.matcher(peer).matches();
    }

    /** The extension behind a channel: {@code 101} for {@code PJSIP/101-0000002a} and {@code Local/101@agents-1;1}. */
    static String extension(String channel, String callerNumber) {
        String peer = peer(channel);
        return EXTENSION.matcher(peer).matches() || callerNumber.isEmpty() ? peer : callerNumber;
    }

    /** True for what Asterisk itself puts in a bridge: announcements, recordings. */
    static boolean isMachine(String channel) {
        return channel.startsWith("Announcer/")
                || channel.startsWith("Recorder/")
                || channel.startsWith("CBAnn/")
                || channel.startsWith("CBRec/")
                || channel.startsWith("Message/");
    }

    private static String peer(String channel) {
        String name = channel.substring(channel.indexOf('/') + 1);
        int at = name.indexOf('@');
        int dash = name.lastIndexOf('-');
        if (at >= 0) {
            return name.substring(0, at);
        }
        return dash > 0 ? name.substring(0, dash) : name;
    }
}
