package thangdiem.web;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How pages look to one reader (giao diện sáng, tối): as the device says, light, or dark. Paper is
 * always light.
 */
public enum Appearance {
  DEVICE("screen and (prefers-color-scheme: dark)"),
  LIGHT(""),
  DARK("screen");

  static final String COOKIE = "giao-dien";

  private final String darkOn;

  Appearance(String darkOn) {
    this.darkOn = darkOn;
  }

  /** The media for which the dark tokens are linked. */
  public Optional<String> darkOn() {
    return Optional.of(darkOn).filter(media -> !media.isEmpty());
  }

  /** The one of that name; a name that is none of ours is the device's. */
  static Appearance named(String name) {
    return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst().orElse(DEVICE);
  }
}
