package fr.aubette.hub;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * Looks at a page as it is at each width and in both themes, without loading it again: it never scrolls sideways and
 * passes axe. With {@code -Daubette.screens=folder} it also leaves a picture of each look there.
 */
public enum Looks {
    WIDE_LIGHT(1440, ColorScheme.LIGHT, Axe.WHOLE),
    /** A theme changes colours only. */
    WIDE_DARK(1440, ColorScheme.DARK, Axe.CONTRAST),
    MIDDLE_LIGHT(768, ColorScheme.LIGHT, Axe.NONE),
    MIDDLE_DARK(768, ColorScheme.DARK, Axe.NONE),
    NARROW_DARK(360, ColorScheme.DARK, Axe.CONTRAST),
    NARROW_LIGHT(360, ColorScheme.LIGHT, Axe.WHOLE);

    private static final String FOLDER = System.getProperty("aubette.screens", "");
    private static final int HEIGHT = 900;

    private static final String DRAWN =
            "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

    private final int width;
    private final ColorScheme scheme;
    private final Axe axe;

    Looks(int width, ColorScheme scheme, Axe axe) {
        this.width = width;
        this.scheme = scheme;
        this.axe = axe;
    }

    private enum Axe {
        WHOLE,
        CONTRAST,
        NONE
    }

    /** A window for somebody whose browser speaks this language. */
    public static Browser.NewContextOptions window(String locale) {
        return new Browser.NewContextOptions().setLocale(locale).setViewportSize(WIDE_LIGHT.width, HEIGHT);
    }

    /** All looks of the page, one after the other; what is wrong is added to {@code all}. */
    public static void check(SoftAssertions all, Page page, String name) {
        for (Looks look : values()) {
            look.take(all, page, name);
        }
        WIDE_LIGHT.putOn(page);
    }

    private void take(SoftAssertions all, Page page, String name) {
        putOn(page);
        if (!FOLDER.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(FOLDER, name + "-" + this + ".png"))
                    .setFullPage(true));
        }
        all.assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s scrolls sideways at %d", name, width)
                .isNotPositive();
        all.assertThat(violations(page)).as("%s %s", name, this).isEmpty();
    }

    private void putOn(Page page) {
        page.setViewportSize(width, HEIGHT);
        // without motion a new theme's colours are there at once
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate(DRAWN);
    }

    private List<String> violations(Page page) {
        if (axe == Axe.NONE) {
            return List.of();
        }
        // our pages hold no other site's frames: no second window is needed to gather what was found
        AxeBuilder builder = new AxeBuilder(page).setLegacyMode(true);
        return (axe == Axe.WHOLE ? builder : builder.withRules(List.of("color-contrast")))
                .analyze().getViolations().stream().map(Looks::said).toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    @Override
    public String toString() {
        return width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
    }
}
