package fr.aubette.model;

/**
 * Something was done to a batch of scanned letters: a page was read, a letter made, cut or corrected.
 *
 * @param announced whether something was put on a queue by it
 */
public record BatchChanged(boolean announced) {}
