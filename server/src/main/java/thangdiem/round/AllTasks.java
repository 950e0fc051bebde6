package thangdiem.round;

import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import thangdiem.audit.Actor;

/** What somebody is asked to do, from every module that knows of tasks (mọi việc của một người). */
@Primary
@Component
class AllTasks implements Tasks {

  private final List<Tasks> sources;

  AllTasks(List<Tasks> sources) {
    this.sources = sources;
  }

  @Override
  public List<Task> of(Actor reader) {
    return sources.stream()
        .flatMap(source -> source.of(reader).stream())
        .sorted(Comparator.comparing(Task::at).reversed())
        .toList();
  }
}
