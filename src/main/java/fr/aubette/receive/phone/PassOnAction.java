package fr.aubette.receive.phone;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** Asterisk's {@code BlindTransfer}, which the library does not know; its getters are the fields that are sent. */
public final class PassOnAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String context;
    private final String exten;

    PassOnAction(String channel, String context, String exten) {
        this.channel = channel;
        this.context = context;
        this.exten = exten;
    }

    @Override
    public String getAction() {
        return "BlindTransfer";
    }

    /** Of whoever passes the call on. */
    public String getChannel() {
        return channel;
    }

    public String getContext() {
        return context;
    }

    /** The number to ring. */
    public String getExten() {
        return exten;
    }
}
