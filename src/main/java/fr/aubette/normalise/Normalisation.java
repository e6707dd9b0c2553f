package fr.aubette.normalise;

import fr.aubette.model.ChannelKind;
import fr.aubette.model.Normalised;
import fr.aubette.model.Received;
import fr.aubette.model.Refused;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a contact of any raw item, by its channel. */
@Component("normalisation")
public class Normalisation {

    private final Map<ChannelKind, ChannelNormaliser> byChannel = new EnumMap<>(ChannelKind.class);

    public Normalisation(List<ChannelNormaliser> normalisers) {
        normalisers.forEach(each -> byChannel.put(each.channel(), each));
    }

    /**
     * Reads the item.
     *
     * @throws Refused if its bytes can never be read
     */
    public Normalised normalise(Received received) {
        ChannelNormaliser normaliser = byChannel.get(received.item().channel());
        if (normaliser == null) {
            throw new Refused(
                    "rien ne sait lire le canal " + received.item().channel().code());
        }
        return new Normalised(received.id(), received.item().source(), normaliser.normalise(received.item()));
    }
}
