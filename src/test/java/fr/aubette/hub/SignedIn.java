package fr.aubette.hub;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** A page of somebody who has signed in as a person does: by the form, with the keyboard. */
public final class SignedIn {

    /** A page that two busy cores have not drawn by then is not drawn at all. */
    private static final double PATIENCE_MILLIS = 20_000;

    private SignedIn() {}

    /** In a window of its own context, at the hub on this port of this machine. */
    public static Page page(BrowserContext context, int port, String login, String password) {
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate("http://127.0.0.1:" + port + "/connexion");
        page.fill("#username", login);
        page.fill("#password", password);
        page.keyboard().press("Enter");
        page.waitForSelector("nav");
        return page;
    }
}
