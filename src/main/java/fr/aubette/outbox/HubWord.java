package fr.aubette.outbox;

import fr.aubette.model.LiveCall;
import fr.aubette.model.LiveMember;
import org.jspecify.annotations.Nullable;

/**
 * What one hub tells the others; one of its parts is there.
 *
 * @param call as it now stands; its number and nothing else of a person, and no number that is withheld
 * @param line an exchange whose connection came up or was lost
 * @param ticket one that changed: its identity alone
 * @param asks true of a hub that has just come and does not know what goes on
 * @param order for the one hub that it names, with a number and nothing else of a person
 */
record HubWord(
        @Nullable LiveCall call,
        @Nullable LiveMember member,
        @Nullable String line,
        boolean up,
        @Nullable String ticket,
        boolean asks,
        @Nullable HubOrder order,
        HubOrder.@Nullable Answer answer) {

    static HubWord of(LiveCall call) {
        return new HubWord(call, null, null, false, null, false, null, null);
    }

    static HubWord of(LiveMember member) {
        return new HubWord(null, member, null, false, null, false, null, null);
    }

    static HubWord of(String line, boolean up) {
        return new HubWord(null, null, line, up, null, false, null, null);
    }

    static HubWord changed(String ticket) {
        return new HubWord(null, null, null, false, ticket, false, null, null);
    }

    static HubWord asking() {
        return new HubWord(null, null, null, false, null, true, null, null);
    }

    static HubWord of(HubOrder order) {
        return new HubWord(null, null, null, false, null, false, order, null);
    }

    static HubWord of(HubOrder.Answer answer) {
        return new HubWord(null, null, null, false, null, false, null, answer);
    }
}
