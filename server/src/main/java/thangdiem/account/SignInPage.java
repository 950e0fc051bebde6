package thangdiem.account;

import java.util.List;

/**
 * The sign-in page.
 *
 * @param wrong whether what was typed did not fit; which part is not told
 * @param demo accounts offered for trying out; none in earnest
 */
public record SignInPage(String login, boolean wrong, List<DemoAccount> demo) {}
