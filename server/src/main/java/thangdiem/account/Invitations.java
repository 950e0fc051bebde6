package thangdiem.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.Refusal;
import thangdiem.audit.Role;
import thangdiem.audit.Subject;
import thangdiem.document.QrCode;
import thangdiem.mail.Letter;
import thangdiem.mail.Mail;
import thangdiem.mail.Posted;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/**
 * Invitations (lời mời): an account with a role is made at once, so that lists show whom to ring
 * up; a code lets its person in. Whoever sends a code again makes the former one useless.
 */
@Component
class Invitations {

  /** Long enough for paper to travel to a district and back. */
  private static final Duration VALID = Duration.ofDays(14);

  private final InvitationTable table;
  private final AccountTable accounts;
  private final AccountChangeTable changes;
  private final Sessions sessions;
  private final Acts acts;
  private final TransactionTemplate transaction;
  private final Mail mail;
  private final Seal seal;
  private final String baseUrl;

  Invitations(
      InvitationTable table,
      AccountTable accounts,
      AccountChangeTable changes,
      Sessions sessions,
      Acts acts,
      PlatformTransactionManager transactions,
      Mail mail,
      Seal seal,
      @Value("${thangdiem.base-url}") String baseUrl) {
    this.table = table;
    this.accounts = accounts;
    this.changes = changes;
    this.sessions = sessions;
    this.acts = acts;
    this.transaction = new TransactionTemplate(transactions);
    this.mail = mail;
    this.seal = seal;
    this.baseUrl = baseUrl;
  }

  /** A letter that belongs to an invitation. */
  private record Mailed(UUID invitation, Letter letter) {}

  /** What has been made: the slip for the person, and perhaps a letter. */
  private record Made(InvitationSheet.Slip slip, Optional<Mailed> letter) {}

  /** Invites them all, or nobody when one of them cannot be. */
  InvitationSheet invite(Actor actor, List<Guest> guests) {
    try {
      var made =
          transaction.execute(_ -> guests.stream().map(guest -> invite(actor, guest)).toList());
      return sheet(made);
    } catch (DuplicateKeyException e) {
      throw new Refusal("invitation.loginTakenMeanwhile");
    }
  }

  private Made invite(Actor actor, Guest guest) {
    return acts.perform(
        actor,
        Act.INVITED,
        Subject.unit(guest.worksIn().id()),
        event -> {
          mayGive(actor, List.of(guest.role()));
          Granting.require(Granting.against(guest.role(), guest.heldIn()));
          var account = UUID.randomUUID();
          accounts.add(account, guest.person(), Optional.empty(), guest.worksIn().id());
          accounts.grant(account, guest.role(), guest.heldIn().id());
          event
              .with("account", account)
              .with("role", guest.role())
              .with("in", guest.heldIn().code())
              .personally("login", guest.person().login())
              .personally("name", guest.person().name());
          return code(actor, account, guest.person(), guest.worksIn().name());
        });
  }

  /**
   * Makes a new code for somebody who has lost theirs; for one who has already been in, only the
   * administrator may: whoever uses it chooses the password anew.
   */
  InvitationSheet again(Actor actor, AccountLine line) {
    if (actor.account().equals(line.id())) {
      throw new Refusal("account.notYourself");
    }
    var made =
        acts.perform(
            actor,
            Act.INVITED,
            Subject.unit(line.worksIn()),
            event -> {
              changes.lock(line.id());
              if (line.state() == AccountState.DISABLED) {
                throw new Refusal("invitation.ofDisabled");
              }
              mayAdmit(actor, line);
              event
                  .with("account", line.id())
                  .with("again", !line.neverTakenUp())
                  .with("codes", changes.withdrawCodes(line.id()));
              return code(actor, line.id(), line.person(), line.unitName());
            });
    return sheet(List.of(made));
  }

  /** Makes the codes of somebody useless; an account that nobody has taken up is disabled too. */
  void withdraw(Actor actor, AccountLine line) {
    acts.run(
        actor,
        Act.INVITATION_WITHDRAWN,
        Subject.unit(line.worksIn()),
        event -> {
          changes.lock(line.id());
          mayAdmit(actor, line);
          int codes = changes.withdrawCodes(line.id());
          if (codes == 0) {
            throw new Refusal("invitation.nothingToWithdraw");
          }
          event
              .with("account", line.id())
              .with("codes", codes)
              .with("disabled", line.neverTakenUp() && changes.disable(line.id()));
        });
  }

  /** Whether this person may hand out and take back codes of that account. */
  boolean admits(Actor actor, AccountLine line) {
    var roles = line.roles().stream().map(HeldRole::role).toList();
    return actor.isAny(Role.ADMINISTRATOR)
        || !roles.isEmpty() && line.neverTakenUp() && Granting.by(actor).containsAll(roles);
  }

  private void mayAdmit(Actor actor, AccountLine line) {
    if (!admits(now(actor), line)) {
      throw new Refusal("invitation.notYours");
    }
  }

  private void mayGive(Actor actor, List<Role> roles) {
    if (!Granting.by(now(actor)).containsAll(roles)) {
      throw new Refusal("account.roleNotYours");
    }
  }

  /** With the roles they hold in this very transaction. */
  private Actor now(Actor actor) {
    return accounts.actor(actor.account()).orElseThrow(() -> new Refusal("account.roleNotYours"));
  }

  private Made code(Actor actor, UUID account, Person person, String unitName) {
    var id = UUID.randomUUID();
    var code = InvitationCode.made();
    var expiresAt = table.now().plus(VALID);
    boolean mailed = person.email().isPresent() && mail.hasServer();
    table.add(id, code.hash(seal), account, actor.account(), expiresAt, mailed);
    var link = baseUrl + "/invitation/" + code.letters();
    var slip =
        new InvitationSheet.Slip(
            person.name(),
            person.post(),
            unitName,
            person.login(),
            code.shown(),
            link,
            expiresAt,
            QrCode.of(link),
            mailed);
    return new Made(
        slip,
        person
            .email()
            .filter(_ -> mailed)
            .map(address -> new Mailed(id, letter(address, person, slip))));
  }

  private Letter letter(String address, Person person, InvitationSheet.Slip slip) {
    var words = Words.VIETNAMESE;
    return new Letter(
        address,
        words.say("invitation.letter.subject"),
        words.say(
            "invitation.letter.text",
            person.name(),
            person.login(),
            slip.link(),
            VietnamTime.show(slip.expiresAt())));
  }

  /** After the transaction; letters leave in the background, the lists show which could not. */
  private InvitationSheet sheet(List<Made> made) {
    var letters = new ArrayList<Mailed>();
    made.forEach(one -> one.letter().ifPresent(letters::add));
    if (!letters.isEmpty()) {
      Thread.ofVirtual().name("letters").start(() -> post(letters));
    }
    return new InvitationSheet(baseUrl + "/invitation", made.stream().map(Made::slip).toList());
  }

  private void post(List<Mailed> letters) {
    var posted = mail.send(letters.stream().map(Mailed::letter).toList());
    for (int i = 0; i < letters.size(); i++) {
      table.mailed(letters.get(i).invitation(), posted.get(i) == Posted.SENT);
    }
  }

  /** The invitation of a code; absent when there is none. */
  Optional<Invitation> of(InvitationCode code) {
    return code.wellFormed() ? table.byHash(code.hash(seal)) : Optional.empty();
  }

  /** The slips of codes that this server has made and that can still be used. */
  InvitationSheet sheetOf(List<InvitationCode> codes) {
    var now = table.now();
    var slips = new ArrayList<InvitationSheet.Slip>();
    for (var code : codes) {
      of(code)
          .filter(invitation -> invitation.state(now) == Invitation.State.OPEN)
          .ifPresent(invitation -> {
            var link = baseUrl + "/invitation/" + code.letters();
            slips.add(
                new InvitationSheet.Slip(
                    invitation.person().name(),
                    invitation.person().post(),
                    invitation.unitName(),
                    invitation.person().login(),
                    code.shown(),
                    link,
                    invitation.expiresAt(),
                    QrCode.of(link),
                    false));
          });
    }
    return new InvitationSheet(baseUrl + "/invitation", slips);
  }

  /**
   * Lets somebody in by a code: the password is set, the code is used up, what was open under the
   * old password ends.
   *
   * @param hash of the password they chose
   * @throws Refusal when the code can no longer be used
   */
  void takeUp(InvitationCode code, String hash) {
    acts.bySystem(
        Act.INVITATION_TAKEN_UP,
        event -> {
          var invitation =
              table
                  .taken(code.hash(seal))
                  .filter(open -> open.state(table.now()) == Invitation.State.OPEN)
                  .orElseThrow(() -> new Refusal("invitation.usedMeanwhile"));
          table.setPassword(invitation.account(), hash);
          table.use(invitation.id());
          return event
              .about(Subject.unit(invitation.worksIn()))
              .with("account", invitation.account())
              .with("sessions", sessions.endAll(invitation.account()));
        });
  }
}
