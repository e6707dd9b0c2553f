package fr.aubette.bench;

/** One way of bringing items from their bytes to a directorate's queue. */
interface Arm {

    String name();

    /** Takes so many items with four threads; returns when each has its message, durable, on the queue. */
    void run(int items) throws Exception;
}
