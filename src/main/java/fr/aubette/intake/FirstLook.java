package fr.aubette.intake;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.RawItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks for words of danger at the start of what was just taken, without parsing it: typed text as it is, of a mail its
 * subject and what follows its headers, quoted-printable undone. What hides from it (base64, a picture) is found after
 * reading.
 */
@Component
public class FirstLook {

    /** How much is looked at, in bytes. */
    static final int HEAD = 64 * 1024;

    private static final Pattern END_OF_HEADERS = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern SUBJECT = Pattern.compile("(?im)^Subject:(.*(?:\\r?\\n[ \\t].*)*)");
    private static final Pattern PART_HEADER = Pattern.compile("(?im)^Content-[a-z-]+:.*(?:\\r?\\n[ \\t].*)*");

    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);

    private final AlarmWords words;

    FirstLook(AlarmWords words) {
        this.words = words;
    }

    /** Whether the start of the bytes holds signs of somebody in danger. */
    public boolean alarming(RawItem item) {
        if (item.channel() == ChannelKind.PHONE || item.channel() == ChannelKind.LETTER) {
            return false;
        }
        try (InputStream in = item.content().open()) {
            byte[] head = in.readNBytes(HEAD);
            return words.alarming(item.channel() == ChannelKind.MAIL ? said(head) : text(head));
        } catch (IOException e) {
            LOG.debug("No first look at an item: {}", e.getMessage());
            return false;
        }
    }

    /** A mail's subject and what follows its headers: in the others, machines' words and addresses would calm. */
    private static String said(byte[] head) {
        String mail = text(withoutQuotedPrintable(head));
        Matcher end = END_OF_HEADERS.matcher(mail);
        boolean ended = end.find();
        Matcher subject = SUBJECT.matcher(ended ? mail.substring(0, end.start()) : mail);
        String parts = ended ? PART_HEADER.matcher(mail.substring(end.end())).replaceAll("") : "";
        return (subject.find() ? subject.group(1) + "\n" : "") + parts;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Undoes {@code =C3=A9} and soft line ends (RFC 2045, 6.7) wherever they stand; other text stays as it is. */
    private static byte[] withoutQuotedPrintable(byte[] text) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length);
        for (int at = 0; at < text.length; at++) {
            if (text[at] != '=' || at + 2 >= text.length) {
                plain.write(text[at]);
            } else if (text[at + 1] == '\r' && text[at + 2] == '\n') {
                at += 2;
            } else if (hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
                plain.write(hex(text[at + 1]) << 4 | hex(text[at + 2]));
                at += 2;
            } else {
                plain.write(text[at]);
            }
        }
        return plain.toByteArray();
    }

    private static int hex(byte digit) {
        return Character.digit((char) digit, 16);
    }
}
