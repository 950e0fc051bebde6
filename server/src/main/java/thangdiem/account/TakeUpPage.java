package thangdiem.account;

import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The page on which somebody takes up an invitation (nhận lời mời).
 *
 * @param code in letters, as the address has it
 * @param shortest characters that the password needs
 * @param wrong why the password is not taken
 */
public record TakeUpPage(
    String code,
    Person person,
    String unitName,
    String until,
    int shortest,
    Optional<Sentence> wrong) {}
