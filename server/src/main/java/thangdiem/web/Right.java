package thangdiem.web;

import java.util.Set;
import thangdiem.audit.Role;

/**
 * One thing that can be seen or done here, and who may (một quyền).
 *
 * @param key of its name in the message files; an address where it has no name yet
 * @param named whether the message files name it
 * @param changes whether it changes something, and so leaves an event
 * @param roles whose it is; empty unless it goes by roles
 */
public record Right(String key, boolean named, boolean changes, Who who, Set<Role> roles) {

  /** Who, where it does not go by roles. */
  public enum Who {
    /** Whoever reaches this server. */
    ANYONE,
    SIGNED_IN,
    ROLES,
    /** Nobody orders it. */
    SYSTEM
  }

  /** Whether somebody with that role may. */
  public boolean holds(Role role) {
    return switch (who) {
      case ANYONE, SIGNED_IN -> true;
      case ROLES -> roles.contains(role);
      case SYSTEM -> false;
    };
  }
}
