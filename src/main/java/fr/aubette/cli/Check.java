package fr.aubette.cli;

/** One thing that must be right before the hub runs. */
@FunctionalInterface
interface Check {

    /** Looks, for a few seconds at most; an exception is a failure whose message is shown. */
    Finding look() throws Exception;
}
