package thangdiem.round;

import java.util.Comparator;
import java.util.List;
import thangdiem.audit.Actor;

/** Whoever knows of tasks: the rounds show them, the modules that build on rounds have them. */
public interface Tasks {

  /** What that person is asked to do in the rounds that are open, the latest first. */
  List<Task> of(Actor reader);

  /** The same of everybody who knows of some. */
  static List<Task> all(List<Tasks> known, Actor reader) {
    return known.stream()
        .flatMap(tasks -> tasks.of(reader).stream())
        .sorted(Comparator.comparing(Task::at).reversed())
        .toList();
  }
}
