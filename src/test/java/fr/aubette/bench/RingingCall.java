package fr.aubette.bench;

import fr.aubette.embedded.RecordedStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A recorded call as a new one of this moment, in three pieces.
 *
 * @param before all that the exchange sends before the telephone rings
 * @param ringing the events that say so, from the telephone's first sign to the dialled state
 * @param after the rest, to the hang-up
 */
record RingingCall(byte[] before, byte[] ringing, byte[] after) {

    private static final String END = "\r\n\r\n";

    /** The nth call, from this number. */
    static RingingCall of(int nth, String number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordedStream.ofResource("demo/cti/a_queue_answered")
                .at(Instant.now(), nth)
                .chunks()
                .forEach(each -> bytes.writeBytes(each.bytes()));
        String text = bytes.toString(StandardCharsets.ISO_8859_1).replace("0639980101", number);
        int from = text.lastIndexOf(END, text.indexOf("\r\nChannelStateDesc: Ringing\r\n")) + END.length();
        int to = text.indexOf(END, text.indexOf("DialStatus: RINGING")) + END.length();
        return new RingingCall(
                latin(text.substring(0, from)), latin(text.substring(from, to)), latin(text.substring(to)));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
