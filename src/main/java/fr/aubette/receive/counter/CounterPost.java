package fr.aubette.receive.counter;

/**
 * What an agent sent, before anything is understood.
 *
 * @param agent the sign-in name, from the session
 * @param json the bytes as received, kept as they are
 */
public record CounterPost(String agent, byte[] json) {

    @Override
    public boolean equals(Object other) {
        return other instanceof CounterPost post
                && agent.equals(post.agent)
                && java.util.Arrays.equals(json, post.json);
    }

    @Override
    public int hashCode() {
        return agent.hashCode() + java.util.Arrays.hashCode(json);
    }

    @Override
    public String toString() {
        return "entry of " + json.length + " bytes";
    }
}
