package dev.podnet.pulumi;

/** An operation that cannot be done; the message is the sentence that the user reads. */
public class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the sentence. */
  public Failure(String sentence) {
    super(sentence);
  }

  /** With the sentence and what lies below it. */
  public Failure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
