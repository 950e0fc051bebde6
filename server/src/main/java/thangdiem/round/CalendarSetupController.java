package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Role;
import thangdiem.words.Sentence;

/** Which instants hold in a round (lịch của đợt). */
@Controller
class CalendarSetupController {

  private static final String STEP = "calendar";

  private final SetupFrames frames;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final SpecialDayTable days;

  CalendarSetupController(
      SetupFrames frames, Rounds rounds, RoundSetup setup, SpecialDayTable days) {
    this.frames = frames;
    this.rounds = rounds;
    this.setup = setup;
    this.days = days;
  }

  @MayOpen({Role.ORGANISER, Role.AUDITOR})
  @GetMapping("/rounds/{key}/setup/calendar")
  String show(@PathVariable String key, Model model) {
    var frame = frames.of(key, STEP);
    return page(frame, CalendarForm.of(rounds.calendar(frame.round())), model);
  }

  private String page(SetupPage.Frame frame, CalendarForm form, Model model) {
    model.addAttribute(
        "setup",
        new SetupPage.Calendar(
            frame, form.typed(), form.mistakes(), form.notes(days.workingDays())));
    return "round/setup-calendar";
  }

  @Performs(Act.ROUND_CALENDAR_SET)
  @PostMapping("/rounds/{key}/setup/calendar")
  String set(
      Actor actor,
      @PathVariable String key,
      @RequestParam int version,
      @RequestParam(defaultValue = "false") boolean onward,
      @RequestParam Map<String, String> fields,
      HttpServletResponse response,
      Model model) {
    var frame = frames.forChange(key, STEP, version, response);
    var form = CalendarForm.of(fields);
    if (frame.refused().isPresent()) {
      return page(frame, form, model);
    }
    if (!form.mistakes().isEmpty()) {
      response.setStatus(SetupFrames.UNPROCESSABLE);
      return page(frame.refusing(Sentence.of("setup.mend", form.mistakes().size())), form, model);
    }
    setup.setCalendar(actor, frame.round(), form.calendar());
    return frame.kept(onward);
  }
}
