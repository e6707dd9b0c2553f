package fr.aubette.desk;

import fr.aubette.access.Right;
import fr.aubette.access.Viewer;
import fr.aubette.watch.RoutingQuality;
import fr.aubette.watch.RoutingQuality.Routed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How good the routing is: which of its decisions were put right by people, by rule and by version of the rules. */
@Page
class QualityPage {

    private static final int MOST = 30;
    private static final List<Integer> WINDOWS = List.of(7, 30, 90, 365);

    private final RoutingQuality quality;
    private final Clock clock;

    QualityPage(RoutingQuality quality, Clock clock) {
        this.quality = quality;
        this.clock = clock;
    }

    @GetMapping("/orientation")
    String show(Viewer viewer, @RequestParam(name = "jours", defaultValue = "30") int days, Model model) {
        if (!viewer.is(Right.Kind.SUPERVISOR) && !viewer.is(Right.Kind.ADMINISTRATOR)) {
            throw new AccessDeniedException("no supervisor");
        }
        int window = WINDOWS.contains(days) ? days : 30;
        Instant since = clock.instant().minus(Duration.ofDays(window));
        List<Routed> routed = quality.routed(since);
        model.addAttribute("windows", WINDOWS);
        model.addAttribute("days", window);
        model.addAttribute("total", sum("", "", routed));
        model.addAttribute("versions", versions(routed));
        model.addAttribute("rules", rules(routed));
        model.addAttribute("moved", quality.moved(since, MOST));
        return "desk/quality";
    }

    private static List<Routed> versions(List<Routed> routed) {
        return routed.stream().collect(Collectors.groupingBy(Routed::version)).entrySet().stream()
                .map(each -> sum("", each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Routed::all).reversed())
                .toList();
    }

    /** Those that were put right most often first. */
    private static List<Routed> rules(List<Routed> routed) {
        return routed.stream().collect(Collectors.groupingBy(Routed::rule)).entrySet().stream()
                .map(each -> sum(each.getKey(), "", each.getValue()))
                .filter(each -> each.decided() > 0)
                .sorted(Comparator.comparingLong(Routed::reassigned)
                        .thenComparingLong(Routed::decided)
                        .reversed()
                        .thenComparing(Routed::rule))
                .limit(MOST)
                .toList();
    }

    private static Routed sum(String rule, String version, List<Routed> all) {
        return new Routed(
                rule,
                version,
                all.stream().mapToLong(Routed::all).sum(),
                all.stream().mapToLong(Routed::abstained).sum(),
                all.stream().mapToLong(Routed::reassigned).sum());
    }
}
