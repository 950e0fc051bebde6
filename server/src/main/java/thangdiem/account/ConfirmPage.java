package thangdiem.account;

import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page that asks for the password again.
 *
 * @param password whether there is one; without, one signs in again
 */
public record ConfirmPage(String next, boolean password, Optional<Sentence> problem) {}
