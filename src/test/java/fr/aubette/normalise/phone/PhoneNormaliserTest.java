package fr.aubette.normalise.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aubette.ami.AmiLog;
import fr.aubette.ami.Recording;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Content;
import fr.aubette.model.Phone;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneNormaliserTest {

    private final PhoneNormaliser normaliser = new PhoneNormaliser();

    @Test
    void saysWhoCalledAndWhatBecameOfIt() throws IOException {
        Contact contact = contacts("a_queue_answered").get(0);

        assertThat(contact.subject()).isEqualTo("Appel de 06 39 98 01 01 (répondu)");
        assertThat(contact.requester().phones()).containsExactly("+33639980101");
        assertThat(contact.receivedAt()).isEqualTo("2026-11-22T00:03:00.061957Z");
        assertThat(((Phone) contact.channel()).answeredBy()).contains("101");
    }

    @Test
    void makesOneKeyOfEveryWritingOfACaller() throws IOException {
        List<String> truth = Recording.of("i_callerid_formats").truths().stream()
                .map(each -> each.get("e164").isNull() ? "" : each.get("e164").asText())
                .toList();

        assertThat(contacts("i_callerid_formats"))
                .extracting(contact -> String.join("", contact.requester().phones()))
                .containsExactlyElementsOf(truth);
    }

    @Test
    void namesNobodyWhoWithheldTheNumber() {
        String withheld =
                "Event: Newchannel\r\nChannel: PJSIP/trunk-1\r\nContext: from-trunk\r\nCallerIDNum: anonymous\r\n"
                        + "Exten: 0147293000\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\n\r\n";

        Contact contact = normaliser.normalise(item(withheld));

        assertThat(contact.subject()).isEqualTo("Appel d’un numéro masqué (sans réponse)");
        assertThat(contact.requester().phones()).isEmpty();
    }

    @Test
    void refusesWhatHoldsNoCall() {
        assertThatThrownBy(() -> normaliser.normalise(item("Event: Hangup\r\nUniqueid: 1.1\r\n\r\n")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> normaliser.normalise(item(""))).isInstanceOf(Refused.class);
    }

    private List<Contact> contacts(String recording) throws IOException {
        return AmiLog.read(new ByteArrayInputStream(Recording.of(recording).bytes()), Recording.SOME_DAY)
                .conversations()
                .stream()
                .map(told -> normaliser.normalise(told.item("standard")))
                .toList();
    }

    private static RawItem item(String events) {
        return new RawItem(
                ChannelKind.PHONE,
                "standard",
                "1.1",
                Recording.SOME_DAY,
                "text/x-ami",
                Map.of(),
                Content.of(events.getBytes(StandardCharsets.UTF_8)));
    }
}
