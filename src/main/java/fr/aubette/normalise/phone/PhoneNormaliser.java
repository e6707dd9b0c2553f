package fr.aubette.normalise.phone;

import fr.aubette.ami.CallFold;
import fr.aubette.ami.Conversation;
import fr.aubette.model.ChannelKind;
import fr.aubette.model.Contact;
import fr.aubette.model.Person;
import fr.aubette.model.Phone;
import fr.aubette.model.RawItem;
import fr.aubette.model.Refused;
import fr.aubette.normalise.ChannelNormaliser;
import fr.aubette.typed.PhoneNumbers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a contact of the events of one telephone conversation. */
@Component
public class PhoneNormaliser implements ChannelNormaliser {

    /** More than the line keeps of any conversation. */
    private static final int MOST_BYTES = 32 << 20;

    @Override
    public ChannelKind channel() {
        return ChannelKind.PHONE;
    }

    @Override
    public Contact normalise(RawItem item) {
        Phone call = CallFold.of(bytes(item), item.facts().get(Conversation.CALL_FACT), item.receivedAt())
                .orElseThrow(() -> new Refused("Ces événements du standard ne contiennent aucun appel reçu."));
        return new Contact(
                call,
                item.receivedAt(),
                subject(call),
                "",
                requester(call.caller()),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static byte[] bytes(RawItem item) {
        try (InputStream in = item.content().open()) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String subject(Phone call) {
        boolean ours = call.direction() == Phone.Direction.OUTGOING;
        return "Appel " + (ours ? "vers " + party(call) : "de " + party(call)).replace("de un ", "d’un ") + " ("
                + outcome(call.outcome()) + ")";
    }

    private static String party(Phone call) {
        String unknown = call.course().withheld() ? "un numéro masqué" : "un numéro inconnu";
        return call.caller()
                .flatMap(number -> PhoneNumbers.shown(number)
                        .or(() -> Optional.of(number).filter(each -> each.matches("[0-9]{2,10}"))))
                .orElse(unknown);
    }

    private static String outcome(Phone.Outcome outcome) {
        return switch (outcome) {
            case ANSWERED -> "répondu";
            case ABANDONED -> "abandonné";
            case VOICEMAIL -> "message vocal";
            case NO_ANSWER -> "sans réponse";
            case BUSY -> "occupé";
            case REJECTED_FULL -> "refusé, file pleine";
            case REJECTED_EMPTY -> "refusé, file sans agent";
            case REJECTED -> "refusé par la file";
            case LOST_ON_TRANSFER -> "perdu au transfert";
            case LOST_PBX_FAILURE -> "coupé par une panne du standard";
            case AGENT_NO_ANSWER -> "agent sans réponse";
        };
    }

    private static Person requester(Optional<String> caller) {
        Person nobody = Person.unknown();
        return new Person(
                nobody.name(),
                nobody.lastName(),
                nobody.firstName(),
                nobody.birthDate(),
                caller.flatMap(PhoneNumbers::e164).stream().toList(),
                nobody.mails(),
                nobody.address());
    }
}
