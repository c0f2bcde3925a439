package dev.podnet.source;

/** Tells what a node's addresses are: now, and each time they change. */
public interface AddressSource {

  /** Begins to tell, on a thread of the source's own. */
  void start(Listener listener);

  /** Who wants to know. */
  interface Listener {
    /** All that is known now; what it was before no longer counts. */
    void changed(NodeNetwork network);

    /**
     * The source cannot tell: what it told before still counts.
     *
     * @param why a sentence
     */
    void silent(String why);
  }
}
