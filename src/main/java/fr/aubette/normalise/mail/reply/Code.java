package fr.aubette.normalise.mail.reply;

import java.util.Arrays;
import java.util.List;

/** Lines between fences of three backticks: nothing in them is a rule or a quote. */
final class Code {

    private Code() {}

    static boolean[] in(List<Line> lines) {
        boolean[] code = new boolean[lines.size()];
        int open = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).words().startsWith("```")) {
                if (open >= 0) {
                    Arrays.fill(code, open, i + 1, true);
                    open = -1;
                } else {
                    open = i;
                }
            }
        }
        return code;
    }
}
