package thangdiem.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.audit.Role;
import thangdiem.search.Finds;
import thangdiem.search.Found;
import thangdiem.search.Wanted;
import thangdiem.words.Sentence;
import thangdiem.words.Words;

/** Finds pages of the menu and those about oneself, by their name in either language. */
@Component
class FindsPages implements Finds {

  private static final List<Menu.Entry> BESIDE_THE_MENU =
      List.of(
          new Menu.Entry("/me", "menu.account", "user", List.of()),
          new Menu.Entry("/me/password", "search.page.password", "key", List.of()),
          new Menu.Entry("/me/second-factor", "search.page.secondFactor", "shield-lock", List.of()),
          new Menu.Entry("/keys", "keys.title", "keyboard", List.of()));

  @Override
  public List<Found> find(Actor reader, Wanted wanted) {
    return Stream.concat(Menu.ENTRIES.stream(), BESIDE_THE_MENU.stream())
        .filter(
            entry -> entry.roles().isEmpty() || reader.isAny(entry.roles().toArray(Role[]::new)))
        .filter(
            entry -> wanted.isIn(Words.VIETNAMESE.say(entry.key()), Words.ENGLISH.say(entry.key())))
        .map(entry ->
            new Found(
                Found.Kind.PAGE,
                Sentence.of(entry.key()),
                Sentence.of("search.page"),
                entry.href()))
        .toList();
  }
}
