package dev.podnet.ipam;

/** Answer to the wish for an address. */
public sealed interface Outcome {

  /**
   * An address.
   *
   * @param profile id of the profile that the address is from
   * @param early whether the address had not rested for its whole cooldown
   */
  record Granted(String profile, PodAddress address, boolean early) implements Outcome {}

  /**
   * None.
   *
   * @param reason whether waiting can help
   * @param text a sentence without a full stop
   */
  record Refused(Reason reason, String text) implements Outcome {}

  enum Reason {
    /** No VNIC of this node has the Application Resource. */
    NO_PROFILE,
    /** All addresses that would do are taken. */
    EXHAUSTED
  }
}
