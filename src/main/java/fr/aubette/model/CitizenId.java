package fr.aubette.model;

import java.util.UUID;

/** Identity of a citizen's record; random, so that it says nothing about the person. */
public record CitizenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
