package thangdiem.submission;

import org.springframework.stereotype.Component;

/** Reads a unit's sheet: its facts, what stands beside them, and what they come to. */
@Component
class Sheets {

  private final FactTable facts;
  private final NotesTable notes;

  Sheets(FactTable facts, NotesTable notes) {
    this.facts = facts;
    this.notes = notes;
  }

  Sheet of(Assessment assessment) {
    return new Sheet(assessment, facts.of(assessment), notes.of(assessment));
  }
}
