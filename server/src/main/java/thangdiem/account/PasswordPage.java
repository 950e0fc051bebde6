package thangdiem.account;

import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page on which one changes the password.
 *
 * @param login so that a password manager knows which account it is
 * @param current whether there is a password to be typed first
 * @param shortest characters of a new one
 */
public record PasswordPage(
    String login,
    boolean current,
    int shortest,
    Optional<Sentence> wrongCurrent,
    Optional<Sentence> wrongNew) {}
