package fr.aubette.lease;

/** Port: whether so much is in flight that sources which can wait must wait. */
@FunctionalInterface
public interface Overload {

    boolean tooMuch();
}
