package thangdiem.round;

import java.time.OffsetDateTime;
import java.util.UUID;
import thangdiem.words.Sentence;

/**
 * What somebody is asked to do in a round, besides being nudged (việc của một người).
 *
 * @param round its id
 * @param what is asked, by whom
 * @param words in which it is asked; empty where the sentence says it all
 * @param href where it is done
 * @param opening whether going there puts it away, and so is a change
 */
public record Task(
    UUID round, Sentence what, String words, OffsetDateTime at, String href, boolean opening) {}
