package fr.aubette.hub;

import fr.aubette.model.Classification;
import fr.aubette.model.Classified;
import fr.aubette.model.Identified;
import fr.aubette.model.Matter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("classification")
public class StubClassification {
    public Classified classify(Identified identified) {
        return new Classified(
                identified,
                new Classification(
                        List.of(new Matter(
                                Matter.TRIAGE,
                                0,
                                false,
                                identified.contact().subject(),
                                identified.contact().text(),
                                List.of())),
                        Optional.empty()));
    }
}
