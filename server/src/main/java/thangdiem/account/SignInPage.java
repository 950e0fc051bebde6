package thangdiem.account;

import java.util.List;
import java.util.Optional;
import thangdiem.words.Sentence;

/**
 * The sign-in page.
 *
 * @param next where to go afterwards
 * @param problem what was wrong with the last try, never which part of it
 * @param openId the name of the provider through which one may come in, where there is one
 * @param demo accounts offered for trying out; none in earnest
 */
public record SignInPage(
    String login,
    String next,
    Optional<Sentence> problem,
    Optional<String> openId,
    List<DemoAccount> demo) {}
