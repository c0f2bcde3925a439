package dev.podnet.podnetctl.file;

/** A place in a file, counted from 1 as editors do. */
public record Position(int line, int column) {
  /** Where a file begins: the place of what has no better one. */
  public static final Position START = new Position(1, 1);

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
