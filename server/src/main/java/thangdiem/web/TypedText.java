package thangdiem.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What can be typed at all (văn bản gõ được): no control characters but those of lines, and no
 * halves of characters. What cannot be typed cannot be kept by the database either, and is refused
 * before any handler sees it.
 */
@Configuration
class TypedText {

  @Bean
  HttpFirewall onlyWhatCanBeTyped() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterNames(TypedText::canBeTyped);
    firewall.setAllowedParameterValues(TypedText::canBeTyped);
    return firewall;
  }

  static boolean canBeTyped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (Character.isISOControl(one) && one != '\t' && one != '\n' && one != '\r') {
        return false;
      }
      if (Character.isSurrogate(one)) {
        if (Character.isLowSurrogate(one)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
