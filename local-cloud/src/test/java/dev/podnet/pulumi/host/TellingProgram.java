package dev.podnet.pulumi.host;

/** Prints what it was given, then ends as it is told, or never. */
final class TellingProgram {
  private TellingProgram() {}

  public static void main(String[] args) throws InterruptedException {
    System.out.println("dry run " + System.getenv("PULUMI_DRY_RUN"));
    System.err.println("settings " + System.getenv("PULUMI_CONFIG"));
    System.out.println("in " + System.getProperty("user.dir"));
    String end = System.getenv().getOrDefault("PULUMI_STACK", "0");
    if (end.equals("never")) {
      System.out.println("waiting");
      Thread.currentThread().join();
    }
    System.exit(Integer.parseInt(end));
  }
}
