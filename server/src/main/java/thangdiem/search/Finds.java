package thangdiem.search;

import java.util.List;
import thangdiem.audit.Actor;

/** A part of the application in which things can be found. */
@FunctionalInterface
public interface Finds {

  /** What is wanted, as far as the reader's roles reach. */
  List<Found> find(Actor reader, Wanted wanted);
}
