/** Measures the hub against a hand-written ceiling. Entry point: {@link fr.aubette.bench.Bench}. */
package fr.aubette.bench;
