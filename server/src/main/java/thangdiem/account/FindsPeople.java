package thangdiem.account;

import java.util.List;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;
import thangdiem.search.Finds;
import thangdiem.search.Found;
import thangdiem.search.Wanted;

/** Finds people with an account, for whoever reads the list of accounts and as far as it shows. */
@Component
class FindsPeople implements Finds {

  private final AccountList list;

  FindsPeople(AccountList list) {
    this.list = list;
  }

  @Override
  public List<Found> find(Actor reader, Wanted wanted) {
    var roots = AccountsController.roots(reader);
    if (roots.isEmpty()) {
      return List.of();
    }
    return list.find(roots, AccountQuery.of(wanted.typed(), "", "", "", 0)).stream()
        .map(line ->
            Found.named(
                Found.Kind.PERSON,
                line.person().name(),
                Found.text(
                    line.person().post().isEmpty()
                        ? line.unitName()
                        : line.person().post() + " · " + line.unitName()),
                "/accounts/" + line.id()))
        .toList();
  }
}
