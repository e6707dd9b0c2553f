package fr.aubette.ami;

import fr.aubette.ami.CallEvent.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in Asterisk's blocks what another telephone system tells, so that one reader makes conversations of both. It
 * remembers nothing: a channel's identity follows from the call's and the extension's.
 */
public final class CallBlocks {

    /** Added to a hang-up that ends every channel of its call. */
    static final String ALL = "AubetteAll";

    private final StringBuilder blocks = new StringBuilder();
    private final CallEvent event;
    private final String leg;

    private CallBlocks(CallEvent event) {
        this.event = event;
        this.leg = event.call() + "/" + event.agent();
    }

    /** The blocks of one event. */
    public static byte[] of(CallEvent event) {
        CallBlocks said = new CallBlocks(event);
        said.say();
        return said.blocks.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void say() {
        switch (event.type()) {
            case BEGAN -> {
                citizen("Newchannel", "Exten: " + event.dialled());
                if (event.withheld()) {
                    citizen("UserEvent", "UserEvent: Caller", "Privacy: private");
                }
            }
            case PLACED -> {
                agent("Newchannel", "Exten: " + event.party());
                called("DialBegin", "");
            }
            case PICKED_UP -> citizen("Newstate", "ChannelState: 6");
            case QUEUED -> citizen("QueueCallerJoin", "Queue: " + event.queue());
            case REFUSED -> refused();
            case LEFT_QUEUE -> citizen("QueueCallerLeave", "Queue: " + event.queue());
            case RINGING -> {
                agent("Newchannel", "Exten: s");
                dial("DialBegin", "");
                dial("DialState", "RINGING");
            }
            case STOPPED -> {
                dial("DialEnd", stopped());
                agent("Hangup", "Cause: 16");
            }
            case ANSWERED -> answered();
            case HELD -> agent("Hold");
            case RESUMED -> agent("Unhold");
            case TRANSFERRED -> transferred();
            case MESSAGE -> citizen("MessageWaiting", "Mailbox: " + event.queue(), "New: 1");
            case ENDED -> ended();
        }
    }

    private void refused() {
        citizen("Newexten", "Application: Queue", "AppData: " + event.queue());
        boolean full = event.reason().equals("full");
        block(
                Remark.EVENT,
                "Uniqueid: " + event.call(),
                "Queue: " + event.queue(),
                "Waiting: " + (full ? 1 : 0),
                "Served: " + (full ? 1 : 0));
    }

    private String stopped() {
        return switch (event.reason()) {
            case "busy" -> "BUSY";
            case "elsewhere" -> "CANCEL";
            default -> "NOANSWER";
        };
    }

    private void answered() {
        if (event.agent().isEmpty()) {
            called("BridgeEnter", "");
            return;
        }
        agent("Newchannel", "Exten: s");
        dial("DialEnd", "ANSWER");
        agent("BridgeEnter", "BridgeUniqueid: " + bridge());
        citizen("BridgeEnter", "BridgeUniqueid: " + bridge());
    }

    private String bridge() {
        return event.call() + "/bridge/" + event.agent();
    }

    private void transferred() {
        String from = "TransfererUniqueid: " + leg;
        if (event.reason().equals("announced")) {
            String other = event.call() + "/" + event.to();
            String target = "CTI/" + event.to() + "-1";
            block("Newchannel", "Channel: " + target, "Context: inside", "Uniqueid: " + other, linked());
            block("BridgeEnter", "Channel: " + target, "BridgeUniqueid: " + bridge(), "Uniqueid: " + other, linked());
            agent("BridgeLeave", "BridgeUniqueid: " + bridge());
            block(
                    "AttendedTransfer",
                    "Result: Success",
                    "Orig" + from,
                    "TransfereeUniqueid: " + event.call(),
                    "TransferTargetUniqueid: " + other);
        } else {
            block(
                    "BlindTransfer",
                    "Result: Success",
                    from,
                    "TransfereeUniqueid: " + event.call(),
                    "Extension: " + event.to());
            citizen("BridgeLeave", "BridgeUniqueid: " + bridge());
        }
        agent("Hangup", "Cause: 16");
    }

    private void ended() {
        switch (event.reason()) {
            case "caller" -> citizen("HangupRequest");
            case "agent" -> agent("HangupRequest");
            default -> {
                // the exchange ended it, or nobody knows
            }
        }
        if (!event.reason().equals("unseen")) {
            citizen("Hangup", ALL + ": 1");
        } else {
            block("Hangup", "Uniqueid: " + event.call() + "/end", linked(), ALL + ": 1");
        }
    }

    private void citizen(String name, String... lines) {
        List<String> all = new ArrayList<>(List.of(
                "Channel: outside/1-1",
                "Context: outside",
                "CallerIDNum: " + event.party(),
                "CallerIDName: " + event.name(),
                "Uniqueid: " + event.call(),
                linked()));
        all.addAll(List.of(lines));
        block(name, all.toArray(String[]::new));
    }

    private void agent(String name, String... lines) {
        String id = placed() ? event.call() : leg;
        List<String> all =
                new ArrayList<>(List.of("Channel: " + channel(), "Context: inside", "Uniqueid: " + id, linked()));
        all.addAll(List.of(lines));
        block(name, all.toArray(String[]::new));
    }

    private boolean placed() {
        return event.type() == Type.PLACED;
    }

    private void dial(String name, String status) {
        block(
                name,
                "Channel: outside/1-1",
                "Context: outside",
                "DestChannel: " + channel(),
                "DestContext: inside",
                "DestUniqueid: " + leg,
                "DialStatus: " + status,
                "Uniqueid: " + event.call(),
                linked());
    }

    /** Of a call of ours: the citizen's channel, called from the agent's. */
    private void called(String name, String status) {
        String citizen = event.call() + "/called";
        if (name.equals("BridgeEnter")) {
            String bridge = "BridgeUniqueid: " + bridge();
            block(name, "Channel: outside/1-1", "Context: outside", bridge, "Uniqueid: " + citizen, linked());
            block(name, bridge, "Uniqueid: " + event.call(), linked());
            return;
        }
        block(
                name,
                "Channel: " + channel(),
                "Context: inside",
                "CallerIDNum: " + event.dialled(),
                "DestChannel: outside/1-1",
                "DestContext: outside",
                "DestCallerIDNum: " + event.party(),
                "DestUniqueid: " + citizen,
                "DialStatus: " + status,
                "Uniqueid: " + event.call(),
                linked());
    }

    private String channel() {
        return "CTI/" + event.agent() + "-1";
    }

    private String linked() {
        return "Linkedid: " + event.call();
    }

    private void block(String name, String... lines) {
        blocks.append("Event: ").append(name).append("\r\nTimestamp: ");
        blocks.append(Remark.stamp(event.at())).append("\r\n");
        for (String line : lines) {
            if (!line.isEmpty()) {
                blocks.append(line.replaceAll("\\p{Cntrl}", " ")).append("\r\n");
            }
        }
        blocks.append("\r\n");
    }
}
