package thangdiem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import thangdiem.database.Home;
import thangdiem.web.FormsKey;

/** Keeps the key of the tokens against forged forms in the home, made at the first start. */
@Configuration
class FormsConfiguration {

  @Bean
  FormsKey formsKey(Home home) {
    return new FormsKey(home.secret("forms.key"));
  }
}
