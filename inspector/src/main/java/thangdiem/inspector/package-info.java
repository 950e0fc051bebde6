/**
 * Looks into evidence that others have made (xem minh chứng): draws its pages and checks its
 * signatures. A program of its own, with little memory, no network and nothing to lose: what a
 * hostile file does to it, it does to nobody else. Takes a file on its input; gives what it found
 * on its output.
 */
@NullMarked
package thangdiem.inspector;

import org.jspecify.annotations.NullMarked;
