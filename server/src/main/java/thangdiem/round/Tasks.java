package thangdiem.round;

import java.util.List;
import thangdiem.audit.Actor;

/** Whoever knows of tasks: the rounds show them, the modules that build on rounds have them. */
public interface Tasks {

  /** What that person is asked to do in the rounds that are open, the latest first. */
  List<Task> of(Actor reader);
}
