package thangdiem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.account.Seal;
import thangdiem.database.Home;

/**
 * The key with which the home seals second factors (khoá niêm phong); a copied database lacks it.
 */
@Configuration
class SignInSecrets {

  @Bean
  Seal signInSeal(Home home) {
    return new Seal(home.secret("sign-in.key"));
  }
}
