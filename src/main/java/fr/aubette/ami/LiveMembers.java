package fr.aubette.ami;

import fr.aubette.model.CallListener;
import fr.aubette.model.LiveMember;
import fr.aubette.model.LiveMember.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of the queues and what their telephones do; told only when something of it changes. */
final class LiveMembers {

    private static final Set<String> READ =
            Set.of("QueueMember", "QueueMemberStatus", "QueueMemberPause", "QueueMemberAdded", "QueueMemberRemoved");

    private final String line;
    private final CallListener told;
    private final Map<String, LiveMember> members = new LinkedHashMap<>();
    private boolean live;

    LiveMembers(String line, CallListener told) {
        this.line = line;
        this.told = told;
    }

    boolean reads(String event) {
        return READ.contains(event);
    }

    void goLive() {
        live = true;
        members.values().forEach(told::heard);
    }

    void accept(AmiBlock block) {
        LiveMember member = member(block);
        String key = member.queue() + "\n" + member.extension();
        boolean changed = member.member() ? !member.equals(members.put(key, member)) : members.remove(key) != null;
        if (changed && live) {
            told.heard(member);
        }
    }

    private LiveMember member(AmiBlock block) {
        String device = block.get("StateInterface").isEmpty() ? block.get("Interface") : block.get("StateInterface");
        String place = device.isEmpty() ? block.get("Location") : device;
        String name = block.get("MemberName").isEmpty() ? block.get("Name") : block.get("MemberName");
        return new LiveMember(
                line,
                block.get("Queue"),
                Sides.extension(place, ""),
                name.equals(place) ? "" : name,
                !block.event().equals("QueueMemberRemoved"),
                block.get("Paused").equals("1"),
                Optional.of(block.get("PausedReason")).filter(reason -> !reason.isBlank()),
                device(block.get("Status")));
    }

    /** Asterisk's device states, 0 to 8. */
    private static Device device(String status) {
        return switch (status) {
            case "1" -> Device.FREE;
            case "6" -> Device.RINGING;
            case "2", "3", "7", "8" -> Device.BUSY;
            default -> Device.AWAY;
        };
    }
}
